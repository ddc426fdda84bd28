import type { CellLine } from '../papers/block.ts'
import type { Paper } from '../papers/paper.ts'
import { table } from '../papers/tables.ts'
import { blank, flush, title as titled } from '../papers/words.ts'

/** One row of the form: a category with what was reported for each of its items. */
export interface WorksheetRow {
  readonly category: string
  readonly items: readonly { readonly name: string; readonly lines: readonly string[] }[]
}

/** A unit's worksheet 工作开展情况表, as it is printed and handed in. */
export interface Worksheet {
  readonly title: string
  readonly unit: string
  readonly rows: readonly WorksheetRow[]
  /** The day as which the file counts as made: `2024-01-20`. */
  readonly day: string
}

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const COLUMNS = [
  { heading: '序号', share: 10, figures: true },
  { heading: '考核项目', share: 25, figures: true },
  { heading: '工作开展情况', share: 65 },
] as const

const told = ({ items }: WorksheetRow): CellLine[] =>
  items.flatMap(({ name, lines }): CellLine[] => [
    { text: name, bold: true },
    ...lines.flatMap((line) => line.split('\n')).map((line) => ({ text: line })),
  ])

/** The worksheet as a paper: the unit's name above, one row for each category. */
export function worksheetPaper({ title, unit, rows, day }: Worksheet): Paper {
  const body = rows.map((row, at) => [`（${NUMBERS[at] ?? at + 1}）`, row.category, told(row)])
  return {
    form: 'plain',
    name: title,
    issuer: unit,
    day,
    children: [titled(title), blank(), flush(`填表单位：${unit}`), table(COLUMNS, body, true)],
  }
}
