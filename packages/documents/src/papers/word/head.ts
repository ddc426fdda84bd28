import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx'
import { FONT, HEAD, PAGE, RED } from './measures.ts'
import { blank } from './words.ts'
import { font, lines } from './styles.ts'

const MOST_POINTS = 46
const LINE_HEIGHT = 25

// As large as fits into one line.
function office(words: string, width: number, beyond: number): Paragraph {
  const points = Math.min(MOST_POINTS, Math.floor(width / 20 / words.length))
  const run = { font: font(FONT.title), color: RED, size: points * 2, characterSpacing: 0 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: lines(points * LINE_HEIGHT),
    indent: { left: -beyond, right: -beyond },
    children: [new TextRun({ text: words, ...run })],
  })
}

/** Of a line that only carries a rule or nothing. */
export const THIN_LINE = 20
const RULE = { single: 12, double: 24 } as const

/** A red rule across the page. */
export function rule(style: keyof typeof BorderStyle, beyond: number, above: number): Paragraph {
  const size = style === 'SINGLE' ? RULE.single : RULE.double
  return new Paragraph({
    spacing: { ...lines(THIN_LINE), before: above },
    indent: { left: -beyond, right: -beyond },
    border: { bottom: { style: BorderStyle[style], size, color: RED, space: 0 } },
  })
}

/** Above a letter 信函格式: the office in red, a double rule; it stands in the header of the first page. */
export const letterHead = (issuer: string): Paragraph[] => [
  office(issuer, PAGE.text + 2 * HEAD.beyond, HEAD.beyond),
  rule('THICK_THIN_SMALL_GAP', HEAD.beyond, HEAD.gap),
]

/** The number of a letter: at the right, below the rule (10.1). */
export const letterNumber = (text: string): Paragraph =>
  new Paragraph({ style: 'Flush', alignment: AlignmentType.RIGHT, text })

/** Above a document 文件格式: the office in red, its number two lines below, a rule (7.2). */
export const documentHead = (issuer: string, number: string): Paragraph[] => [
  new Paragraph({ spacing: lines(HEAD.above) }),
  office(`${issuer}文件`, PAGE.text, 0),
  blank(),
  blank(),
  new Paragraph({ style: 'Flush', alignment: AlignmentType.CENTER, text: number }),
  rule('SINGLE', 0, HEAD.gap),
]
