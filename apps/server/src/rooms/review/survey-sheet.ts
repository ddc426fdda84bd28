import type { SurveyRow } from '@kaohe/contract'
import { column, formats, table } from '@kaohe/documents'
import { lettersOf, type PlainSheet, readSheets, type SheetRow } from '@kaohe/intake'
import type { PlannedCheck } from './inspection-checks.ts'

const UNIT = '单位'
const ANCHOR = '单位编号'
const ANSWERS = '有效样本数'
const ANSWERS_TOO: readonly string[] = [
  ANSWERS,
  '有效样本',
  '有效答卷',
  '有效问卷',
  '样本数',
  '样本量',
]
const WIDE = 36

/** A unit that takes part, of the kind by which its rules are found. */
export interface SurveyedUnit {
  readonly unit: string
  readonly name: string
  readonly type: string
}

/** What a file of figures says, all of it, and what of it cannot be taken. */
export interface ReadSurvey {
  readonly rows: SurveyRow[]
  readonly refused: { place: string; message: string }[]
  readonly notes: string[]
}

interface Asked {
  readonly units: readonly SurveyedUnit[]
  readonly columns: readonly PlannedCheck[]
}

/** An empty workbook to be filled in: a row a unit with its identifier, a column a figure. */
export async function surveySheet({ units, columns }: Asked): Promise<Uint8Array> {
  const headings = [
    column(ANCHOR, ANCHOR, 'text', WIDE),
    column(UNIT, UNIT, 'text', WIDE),
    column(ANSWERS, ANSWERS, 'text'),
    ...columns.map(({ check }) => column(check.subject, check.name, 'text')),
  ]
  const lines = units.map(({ unit, name }) => [unit, name, null, ...columns.map(() => null)])
  const xlsx = formats.find(({ ending }) => ending === 'xlsx')!
  const written = await xlsx.write([table('survey', '调查结果', headings, lines)])
  return typeof written === 'string' ? new TextEncoder().encode(written) : written
}

interface Columns {
  readonly anchor: number | undefined
  readonly unit: number | undefined
  readonly answers: number | undefined
  readonly figures: ReadonlyMap<number, PlannedCheck>
  readonly strangers: readonly string[]
}

// 青年满意度（%） is the column of 青年满意度.
const plainly = (heading: string): string =>
  heading.normalize('NFKC').replaceAll(/\s|\([^)]*\)$/g, '')

function columnsOf({ rows }: PlainSheet, columns: readonly PlannedCheck[]): Columns {
  const known = new Map(columns.flatMap((one) => [[plainly(one.check.name), one] as const]))
  const exact = new Map(columns.map((one) => [one.check.name.normalize('NFKC'), one]))
  const figures = new Map<number, PlannedCheck>()
  const strangers: string[] = []
  let [anchor, unit, answers]: (number | undefined)[] = []
  for (const [at, { text }] of rows[0]?.cells ?? []) {
    const figure = exact.get(text.normalize('NFKC')) ?? known.get(plainly(text))
    if (text === ANCHOR) anchor = at
    else if (text === UNIT) unit = at
    else if (ANSWERS_TOO.includes(plainly(text))) answers = at
    else if (figure === undefined) strangers.push(`${lettersOf(at)}列“${text}”`)
    else figures.set(at, figure)
  }
  return { anchor, unit, answers, figures, strangers }
}

const whole = (text: string): number | undefined =>
  /^[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined

/** One sheet, row by row. */
class SheetReader {
  readonly #asked: Asked
  readonly #sheet: string
  readonly #columns: Columns
  readonly #into: ReadSurvey
  readonly #seen: Set<string>

  constructor(
    asked: Asked,
    sheet: PlainSheet,
    columns: Columns,
    into: ReadSurvey,
    seen: Set<string>,
  ) {
    this.#asked = asked
    this.#sheet = sheet.sheet
    this.#columns = columns
    this.#into = into
    this.#seen = seen
  }

  #place(row: number, at: number): string {
    return `${this.#sheet}!${lettersOf(at)}${row}`
  }

  #refuse(place: string, message: string): void {
    this.#into.refused.push({ place, message })
  }

  #unitIn({ row, cells }: SheetRow): SurveyedUnit | undefined {
    const { anchor, unit } = this.#columns
    const place = this.#place(row, unit ?? anchor ?? 0)
    const id = cells.get(anchor ?? -1)?.text ?? ''
    const name = cells.get(unit ?? -1)?.text ?? ''
    const { units } = this.#asked
    const alike = units.filter((one) => one.name === name)
    const found =
      units.find((one) => one.unit === id) ?? (alike.length === 1 ? alike[0] : undefined)
    if (found !== undefined) return found
    const why = alike.length > 1 ? '有几个单位同名，请写单位编号' : '没有这个参加考核的单位'
    this.#refuse(place, `“${name || id}”：${why}`)
    return undefined
  }

  #answersIn({ row, cells }: SheetRow): number | null {
    const at = this.#columns.answers
    const cell = at === undefined ? undefined : cells.get(at)
    if (cell === undefined) return null
    const count = whole(cell.text)
    if (count === undefined)
      this.#refuse(this.#place(row, at!), `“${cell.text}”：${ANSWERS}要写整数`)
    return count ?? null
  }

  #cellsIn({ row, cells }: SheetRow, { name, type }: SurveyedUnit): SurveyRow['cells'] {
    return [...this.#columns.figures].flatMap(([at, planned]) => {
      const cell = cells.get(at)
      if (cell === undefined) return []
      const place = this.#place(row, at)
      if (cell.problem !== undefined) this.#refuse(place, cell.problem)
      else if (!planned.types.includes(type))
        this.#refuse(place, `${name}这一类单位没有“${planned.check.name}”`)
      else {
        const read = planned.read(cell.text)
        if ('text' in read && read.text !== '')
          return [{ subject: planned.check.subject, text: read.text }]
        if ('fault' in read) this.#refuse(place, read.fault)
      }
      return []
    })
  }

  read(line: SheetRow): void {
    const unit = this.#unitIn(line)
    if (unit === undefined) return
    const place = `${this.#sheet} 第 ${line.row} 行`
    if (this.#seen.has(unit.unit)) this.#refuse(place, `${unit.name}写了两行，请留一行`)
    this.#seen.add(unit.unit)
    const answers = this.#answersIn(line)
    const cells = this.#cellsIn(line, unit)
    if (cells.length > 0)
      this.#into.rows.push({ place, unit: unit.unit, name: unit.name, answers, cells })
  }
}

function noteMissing({ units }: Asked, rows: readonly SurveyRow[], notes: string[]): void {
  const given = new Set(rows.map(({ unit }) => unit))
  const missing = units.filter(({ unit }) => !given.has(unit))
  if (rows.length === 0 || missing.length === 0) return
  const some = missing.slice(0, 5).map(({ name }) => name)
  const more = missing.length > some.length ? '等' : ''
  notes.push(`有 ${missing.length} 个单位没有数值，仍按缺数据算：${some.join('、')}${more}`)
}

/** Reads a file of figures against what a scheme asks of surveys; every cell that cannot be taken is named. */
export function readSurvey(
  file: { readonly name: string; readonly bytes: Uint8Array },
  asked: Asked,
): ReadSurvey {
  const { sheets, refused } = readSheets({ path: file.name, bytes: file.bytes }, () => false)
  const into: ReadSurvey = {
    rows: [],
    refused: refused.map((message) => ({ place: file.name, message })),
    notes: [],
  }
  const seen = new Set<string>()
  let tables = 0
  for (const sheet of sheets) {
    const columns = columnsOf(sheet, asked.columns)
    if ((columns.anchor ?? columns.unit) === undefined || columns.figures.size === 0) {
      into.notes.push(`表“${sheet.sheet}”的第一行没有“${UNIT}”和要填的数，没有读`)
      continue
    }
    tables += 1
    if (columns.strangers.length > 0)
      into.notes.push(`表“${sheet.sheet}”里没有读的列：${columns.strangers.join('、')}`)
    const reader = new SheetReader(asked, sheet, columns, into, seen)
    for (const line of sheet.rows.slice(1)) reader.read(line)
  }
  const names = asked.columns.map(({ check }) => `“${check.name}”`).join('、')
  if (tables === 0 && into.refused.length === 0)
    into.refused.push({
      place: file.name,
      message: `第一行要有“${UNIT}”和${names}；可以先下载空表再填`,
    })
  else if (into.rows.length === 0 && into.refused.length === 0)
    into.refused.push({ place: file.name, message: '一个数也没有读到' })
  noteMissing(asked, into.rows, into.notes)
  return into
}
