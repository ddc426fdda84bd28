import type { SharedTable } from '@kaohe/contract'
import { column, formats, table } from '@kaohe/documents'
import { lettersOf, type PlainSheet, readSheets } from '@kaohe/intake'

const UNIT = '单位'
const ANCHOR = '单位编号'
const WIDE = 36

/** The table of one datum as a workbook: a row a unit with its identifier, a column a period. */
export async function sheetOf(name: string, { periods, rows }: SharedTable): Promise<Uint8Array> {
  const columns = [
    column(ANCHOR, ANCHOR, 'text', WIDE),
    column(UNIT, UNIT, 'text', WIDE),
    ...periods.map((period) => column(period.name, period.name, 'text')),
  ]
  const lines = rows.map(({ unit, name: of, cells }) => [
    unit,
    of,
    ...cells.map(({ text }) => text),
  ])
  const xlsx = formats.find(({ ending }) => ending === 'xlsx')!
  const written = await xlsx.write([table('fact', name.slice(0, 28), columns, lines)])
  return typeof written === 'string' ? new TextEncoder().encode(written) : written
}

/** What a workbook says of units, and what of it cannot be placed. */
export interface ReadSheet {
  readonly cells: { unit: string; period: string | null; text: string }[]
  readonly refused: { place: string; message: string }[]
}

interface Columns {
  readonly anchor: number | undefined
  readonly unit: number | undefined
  readonly periods: ReadonlyMap<number, string | null>
}

function columnsOf({ rows }: PlainSheet, { periods }: SharedTable): Columns {
  const known = new Map(periods.map(({ id, name }) => [name, id]))
  const found = new Map<number, string | null>()
  let [anchor, unit]: (number | undefined)[] = []
  for (const [at, { text }] of rows[0]?.cells ?? []) {
    if (text === ANCHOR) anchor = at
    else if (text === UNIT) unit = at
    else if (known.has(text)) found.set(at, known.get(text) ?? null)
  }
  return { anchor, unit, periods: found }
}

/** Reads a filled-in workbook against the table; every cell that cannot be placed is named. */
export function readSheet(
  file: { readonly name: string; readonly bytes: Uint8Array },
  of: SharedTable,
): ReadSheet {
  const { sheets, refused } = readSheets({ path: file.name, bytes: file.bytes }, () => false)
  const faults = refused.map((message) => ({ place: file.name, message }))
  const [sheet] = sheets
  if (sheet === undefined) return { cells: [], refused: faults }
  const { anchor, unit, periods } = columnsOf(sheet, of)
  if ((anchor ?? unit) === undefined || periods.size === 0) {
    const message = `第一行要有“${UNIT}”和各期的名称，如“${of.periods[0]?.name ?? ''}”；可以先导出表格再填`
    return { cells: [], refused: [...faults, { place: sheet.sheet, message }] }
  }
  const ids = new Set(of.rows.map((row) => row.unit))
  const names = Map.groupBy(of.rows, ({ name }) => name)
  const cells: ReadSheet['cells'] = []
  for (const { row, cells: line } of sheet.rows.slice(1)) {
    const id = line.get(anchor ?? -1)?.text
    const name = line.get(unit ?? -1)?.text ?? ''
    const alike = names.get(name) ?? []
    const found = id !== undefined && ids.has(id) ? id : alike.length === 1 ? alike[0]?.unit : null
    const place = `${sheet.sheet}!${lettersOf(unit ?? anchor ?? 0)}${row}`
    if (!found) {
      const why = alike.length > 1 ? '有几个单位同名，请写单位编号' : '这项数据没有这个单位'
      faults.push({ place, message: `“${name || id || ''}”：${why}` })
      continue
    }
    for (const [at, period] of periods) {
      const cell = line.get(at)
      const where = `${sheet.sheet}!${lettersOf(at)}${row}`
      if (cell?.problem !== undefined) faults.push({ place: where, message: cell.problem })
      else if (cell !== undefined) cells.push({ unit: found, period, text: cell.text })
    }
  }
  return { cells, refused: faults }
}
