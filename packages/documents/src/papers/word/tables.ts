import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, Cell, CellLine, Column } from '../block.ts'
import { PAGE } from './measures.ts'

function widthsOf(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  return columns.map(({ share }) => Math.floor((PAGE.text * share) / all))
}

const MARGINS = { left: 80, right: 80, top: 40, bottom: 40 }

const linesOf = (words: Cell): readonly CellLine[] =>
  typeof words === 'string' ? words.split('\n').map((text) => ({ text })) : words

function cell(words: Cell, width: number, style: 'Cell' | 'CellHead', centred: boolean): TableCell {
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT
  const children = linesOf(words).map(
    ({ text, bold }) =>
      new Paragraph({
        style,
        alignment,
        children: [new TextRun({ text, ...(bold === true && { bold }) })],
      }),
  )
  const size = { size: width, type: WidthType.DXA }
  return new TableCell({
    children: children.length === 0 ? [new Paragraph({ style })] : children,
    width: size,
    margins: MARGINS,
    verticalAlign: VerticalAlign.CENTER,
  })
}

/** A table as wide as the text, whose heading stands on each of its pages. */
export function table({ columns, rows, tearing }: Extract<Block, { kind: 'table' }>): Table {
  const widths = widthsOf(columns)
  const head = columns.map(({ heading }, at) => cell(heading, widths[at]!, 'CellHead', true))
  const body = rows.map((row) => {
    const [said, style] =
      'strong' in row ? [row.strong, 'CellHead' as const] : [row, 'Cell' as const]
    const cells = said.map((words, at) =>
      cell(words, widths[at]!, style, columns[at]?.figures === true),
    )
    return new TableRow({ cantSplit: !tearing, children: cells })
  })
  return new Table({
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...body],
    columnWidths: widths,
    width: { size: PAGE.text, type: WidthType.DXA },
  })
}
