import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { FormRow } from '../block.ts'
import { mm, PAGE } from './measures.ts'
import type { PaperStyle } from './styles.ts'

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const BORDERS = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
const LABEL = 2400
const MARGINS = { top: 100, bottom: 100, left: 120, right: 120 }

function cell(words: string, width: number, style: PaperStyle): TableCell {
  return new TableCell({
    borders: BORDERS,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: MARGINS,
    children: words.split('\n').map((line) => new Paragraph({ style, text: line })),
  })
}

function row({ label, text, room }: FormRow): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(room > 0 && { height: { value: mm(room), rule: HeightRule.ATLEAST } }),
    children: [cell(label, LABEL, 'CellHead'), cell(text, PAGE.text - LABEL, 'Cell')],
  })
}

/** A form that is filled in by hand. */
export const form = (rows: readonly FormRow[]): Table =>
  new Table({
    rows: rows.map(row),
    width: { size: PAGE.text, type: WidthType.DXA },
    columnWidths: [LABEL, PAGE.text - LABEL],
  })
