import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  Table,
  TableCell,
  TableRow,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { textWidth } from '../../formats/width.ts'
import type { Colophon, Form } from '../paper.ts'
import { chineseDate } from '../words.ts'
import { rule, THIN_LINE } from './head.ts'
import { FONT, HEAD, PAGE, SIZE } from './measures.ts'
import { font, lines } from './styles.ts'
import { blank } from './words.ts'

const SIGN_OF_PAGE = 280
const LIFT = 85

/** `— 1 —`, one sign from the outer edge (7.5). */
function pageNumber(side: 'left' | 'right'): Footer {
  const run = { font: font(FONT.page), size: SIZE.page, characterSpacing: 0 }
  const children = ['— ', PageNumber.CURRENT, ' —'].map(
    (child) => new TextRun({ ...run, children: [child] }),
  )
  const paragraph = new Paragraph({
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: { [side]: SIGN_OF_PAGE },
    spacing: { after: LIFT },
    children,
  })
  return new Footer({ children: [paragraph] })
}

/** Odd pages to the right, even ones to the left; the first page of a letter has a rule in its place (10.1). */
export function footers(form: Form): { default: Footer; even: Footer; first?: Footer } {
  const both = { default: pageNumber('right'), even: pageNumber('left') }
  if (form !== 'letter') return both
  return {
    ...both,
    first: new Footer({ children: [rule('THIN_THICK_SMALL_GAP', HEAD.beyond, 0)] }),
  }
}

const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const THIN = { ...THICK, size: 6 }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const INSIDE = PAGE.text - 2 * SIGN_OF_PAGE

const linesOf = (words: string): number => Math.ceil((textWidth(words) * SIGN_OF_PAGE) / 2 / INSIDE)

function row(parts: readonly string[], isFirst: boolean): TableRow {
  const cell = new TableCell({
    borders: { top: isFirst ? THICK : THIN, bottom: THICK, left: NONE, right: NONE },
    margins: { left: SIGN_OF_PAGE, right: SIGN_OF_PAGE },
    width: { size: PAGE.text, type: WidthType.DXA },
    children: [
      new Paragraph({
        style: 'Colophon',
        tabStops: [{ type: TabStopType.RIGHT, position: INSIDE }],
        children: parts.map(
          (part, at) => new TextRun({ children: at === 0 ? [part] : [new Tab(), part] }),
        ),
      }),
    ],
  })
  return new TableRow({ cantSplit: true, children: [cell] })
}

/** The colophon, at the foot of the last page (7.4): between thick rules, with a thin one inside. */
export function colophon({ copies, printer, day }: Colophon): FileChild[] {
  const printed = [printer, `${chineseDate(day)}印发`]
  const rows = copies === '' ? [printed] : [[`抄送：${copies}。`], printed]
  const height = rows.reduce((sum, parts) => sum + linesOf(parts.join('')) * PAGE.line, 0)
  const table = new Table({
    rows: rows.map((parts, at) => row(parts, at === 0)),
    columnWidths: [PAGE.text],
    width: { size: PAGE.text, type: WidthType.DXA },
    // By its place on the page: LibreOffice does not know the bottom of the text.
    float: {
      horizontalAnchor: 'margin',
      verticalAnchor: 'page',
      absoluteHorizontalPosition: 1,
      absoluteVerticalPosition: PAGE.height - PAGE.bottom - height,
    },
  })
  // A table that floats belongs to the paragraph behind it.
  return [blank(), table, new Paragraph({ spacing: lines(THIN_LINE) })]
}
