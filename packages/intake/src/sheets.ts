import { type Grid, isRich, plainOf, type Raw } from './grid/index.ts'
import { LIMITS } from './limits.ts'
import { type InputFile, openFile } from './open.ts'
import { columnLetters, Report } from './report/index.ts'
import { readDate, tidy } from './value/index.ts'

/** A cell as text: a date as 2026-12-25, a number in digits; `problem` when it cannot be what it should. */
export interface SheetCell {
  readonly text: string
  readonly problem?: string
}

export interface SheetRow {
  /** As the file counts it, from 1. */
  readonly row: number
  /** By column counted from 0; empty cells are left out. */
  readonly cells: ReadonlyMap<number, SheetCell>
}

/** A sheet that is not hidden, or a text table; rows in which nothing stands are left out. */
export interface PlainSheet {
  readonly sheet: string
  readonly rows: readonly SheetRow[]
}

type DateColumns = (heading: string) => boolean

function dayCell(raw: Raw, { from1904 }: Grid): SheetCell {
  const plain = plainOf(raw)
  if (plain === undefined) return { text: '' }
  const reading = readDate(raw, plain, { from1904, years: [] })
  return 'value' in reading
    ? { text: reading.value }
    : { text: String(plain), problem: reading.fault.why.zh }
}

const HUNDREDTH = 2

/** `86.5%` of the 0.865 that a cell shown as a percentage holds; digits are moved, nothing is computed. */
function percentText(share: string): string | undefined {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(share) ?? []
  if (whole === '') return undefined
  const digits = `${whole}${part.padEnd(HUNDREDTH, '0')}`
  const at = whole.length + HUNDREDTH
  const before = digits.slice(0, at).replace(/^0+(?=\d)/, '')
  const after = digits.slice(at)
  return `${sign}${before}${after === '' ? '' : `.${after}`}%`
}

function textCell(raw: Raw, grid: Grid): SheetCell {
  const plain = plainOf(raw)
  if (plain === undefined) return { text: '' }
  if (isRich(raw) && raw.shown === 'date') return dayCell(raw, grid)
  if (isRich(raw) && raw.shown === 'percent' && typeof plain === 'number')
    return { text: percentText(String(plain)) ?? String(plain) }
  if (typeof plain === 'boolean') return { text: plain ? '是' : '否' }
  return { text: typeof plain === 'number' ? String(plain) : tidy(plain) }
}

function cellOf(raw: Raw, grid: Grid, date: boolean): SheetCell {
  if (isRich(raw) && raw.error !== undefined)
    return { text: raw.error, problem: `公式出错（${raw.error}）` }
  return date ? dayCell(raw, grid) : textCell(raw, grid)
}

function sheetOf(grid: Grid, isDate: DateColumns): PlainSheet {
  const dates = new Set<number>()
  const rows: SheetRow[] = []
  for (const row of grid.rows) {
    const cells = new Map<number, SheetCell>()
    for (const [column, raw] of row.entries()) {
      const cell = cellOf(raw, grid, rows.length > 0 && dates.has(column))
      if (cell.text !== '' || cell.problem !== undefined) cells.set(column, cell)
      if (rows.length === 0 && isDate(cell.text)) dates.add(column)
    }
    if (cells.size > 0) rows.push({ row: row.number, cells })
  }
  return { sheet: grid.name, rows }
}

/**
 * The sheets of a workbook or a text table as rows of text, for tables that are no facts of a scheme.
 * @param isDate which columns hold dates, by what stands in the first row
 * @returns also why the file cannot be read, in Chinese, when it cannot
 */
export function readSheets(
  input: InputFile,
  isDate: DateColumns,
): { readonly sheets: readonly PlainSheet[]; readonly refused: readonly string[] } {
  const report = new Report('zh')
  const { grids, json } = openFile(input, LIMITS, report)
  const refused = report
    .list()
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
  if (json !== undefined) refused.push('请交 .xlsx 或者 .csv，不是 .json')
  const shown = grids.filter(({ hidden }) => !hidden)
  return { sheets: shown.map((grid) => sheetOf(grid, isDate)), refused }
}

/** Letters of a column counted from 0: A, B, … AA. */
export const lettersOf = columnLetters
