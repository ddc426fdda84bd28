import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

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
}

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const COLUMNS = ['序号', '考核项目', '工作开展情况'] as const
// Twentieths of a point; together the width between the margins of A4.
const WIDTHS = [900, 2200, 5740] as const
const HALF_POINTS = { title: 44, text: 24 } as const
const MARGIN = 1533

const run = (text: string, options: { bold?: boolean; size?: number; font?: string } = {}) =>
  new TextRun({ text, size: HALF_POINTS.text, font: '仿宋_GB2312', ...options })

function paragraph(text: string, options: { bold?: boolean; center?: boolean } = {}): Paragraph {
  return new Paragraph({
    children: [run(text, options.bold === true ? { bold: true } : {})],
    ...(options.center === true && { alignment: AlignmentType.CENTER }),
  })
}

function cell(children: Paragraph[], column: number): TableCell {
  return new TableCell({
    children: children.length === 0 ? [new Paragraph({})] : children,
    width: { size: WIDTHS[column]!, type: WidthType.DXA },
    verticalAlign: column === 2 ? VerticalAlign.TOP : VerticalAlign.CENTER,
  })
}

function told({ items }: WorksheetRow): Paragraph[] {
  return items.flatMap(({ name, lines }) => [
    paragraph(name, { bold: true }),
    ...lines.flatMap((line) => line.split('\n')).map((line) => paragraph(line)),
  ])
}

function tableRow(row: WorksheetRow, at: number): TableRow {
  return new TableRow({
    children: [
      cell([paragraph(`（${NUMBERS[at] ?? at + 1}）`, { center: true })], 0),
      cell([paragraph(row.category, { center: true })], 1),
      cell(told(row), 2),
    ],
  })
}

const head = (): TableRow =>
  new TableRow({
    tableHeader: true,
    children: COLUMNS.map((name, at) => cell([paragraph(name, { bold: true, center: true })], at)),
  })

/**
 * The worksheet as a Word document: the unit's name above, one row for each category.
 * @returns the bytes of a .docx
 */
export async function worksheetDocument({ title, unit, rows }: Worksheet): Promise<Uint8Array> {
  const heading = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [run(title, { size: HALF_POINTS.title, font: '方正小标宋简体' })],
  })
  const table = new Table({
    rows: [head(), ...rows.map(tableRow)],
    columnWidths: [...WIDTHS],
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  })
  const document = new Document({
    title,
    creator: unit,
    sections: [
      {
        properties: {
          page: { margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        children: [heading, paragraph(`填表单位：${unit}`), table],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
