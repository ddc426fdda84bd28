import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import { FONT, SIGN, SIZE, TIGHT } from './measures.ts'

/** Chinese in one font, letters and digits in another; quotation marks count as Chinese. */
export function font(eastAsia: string) {
  return { ascii: FONT.latin, hAnsi: FONT.latin, cs: FONT.latin, eastAsia, hint: 'eastAsia' }
}

/** Lines of one height, whatever stands in them. */
export const lines = (line: number) => ({ line, lineRule: LineRuleType.EXACT })

const TITLE_LINE = 720
const TABLE_LINE = 380

const style = (
  id: PaperStyle,
  name: string,
  run: IRunStylePropertiesOptions,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
): IParagraphStyleOptions => ({ id, name, quickFormat: true, run, paragraph })

const indent = { firstLine: 2 * SIGN, firstLineChars: 200 }

/** The styles of an office's paper, by what they are for. */
export type PaperStyle =
  | 'Title1'
  | 'Flush'
  | 'Text'
  | 'Heading1st'
  | 'Heading2nd'
  | 'Heading3rd'
  | 'Cell'
  | 'CellHead'
  | 'Colophon'

/** All styles; whoever edits the document finds them by their Chinese names. @param line from line to line */
export const stylesFor = (line: number): IStylesOptions => ({
  default: {
    document: {
      run: { font: font(FONT.text), size: SIZE.text, characterSpacing: TIGHT },
      paragraph: { spacing: lines(line), alignment: AlignmentType.BOTH },
    },
  },
  paragraphStyles: [
    style(
      'Title1',
      '公文标题',
      { font: font(FONT.title), size: SIZE.title, characterSpacing: 0 },
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: lines(TITLE_LINE) },
    ),
    style('Flush', '公文顶格', {}, {}),
    style('Text', '公文正文', {}, { indent }),
    style('Heading1st', '公文一级标题', { font: font(FONT.heading) }, { indent, keepNext: true }),
    style(
      'Heading2nd',
      '公文二级标题',
      { font: font(FONT.subheading) },
      { indent, keepNext: true },
    ),
    style('Heading3rd', '公文三级标题', { bold: true }, { indent, keepNext: true }),
    style(
      'Cell',
      '公文表格',
      { size: SIZE.table, characterSpacing: 0 },
      { spacing: lines(TABLE_LINE), alignment: AlignmentType.LEFT },
    ),
    style(
      'CellHead',
      '公文表头',
      { font: font(FONT.heading), size: SIZE.table, characterSpacing: 0 },
      { spacing: lines(TABLE_LINE), alignment: AlignmentType.CENTER },
    ),
    style('Colophon', '公文版记', { size: SIZE.page, characterSpacing: 0 }, {}),
  ],
})
