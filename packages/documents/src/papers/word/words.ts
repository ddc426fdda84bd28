import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import { textWidth } from '../../formats/width.ts'
import { SIGN } from './measures.ts'
import type { PaperStyle } from './styles.ts'

/** A paragraph in one of the styles of an office's paper. */
export const said = (
  style: PaperStyle,
  text: string,
  more: Omit<IParagraphOptions, 'style' | 'text'> = {},
): Paragraph => new Paragraph({ style, text, ...more })

/** The title, centred, in its lines. */
export function title(lines: readonly string[], newPage: boolean): Paragraph {
  const children = lines.map((text, at) => new TextRun({ text, break: at && 1 }))
  return new Paragraph({ style: 'Title1', pageBreakBefore: newPage, children })
}

/** An empty line. */
export const blank = (): Paragraph => said('Flush', '')

/** An empty line that stays with what follows. */
const blankKept = (): Paragraph => said('Flush', '', { keepNext: true })

/** What is attached 附件说明, below the text. */
export function attachments(names: readonly string[]): Paragraph[] {
  const lines = names.map((name, at) => {
    const number = names.length === 1 ? '' : `${at + 1}. `
    const left = 2 * SIGN + (at === 0 ? 0 : 3 * SIGN)
    const text = `${at === 0 ? '附件：' : ''}${number}${name}`
    return said('Flush', text, { keepNext: true, indent: { left } })
  })
  return [blankKept(), ...lines]
}

// Two columns to a sign.
const widthOf = (words: string): number => (textWidth(words) * SIGN) / 2
const FROM_RIGHT = 4 * SIGN

/** Who signs and when: the date four signs from the right, the office centred above it (7.3.5.1). */
export function signature(issuer: string, date: string): Paragraph[] {
  const above = FROM_RIGHT + (widthOf(date) - widthOf(issuer)) / 2
  const alignment = AlignmentType.RIGHT
  const line = (text: string, right: number, keepNext: boolean): Paragraph =>
    said('Flush', text, { alignment, indent: { right }, keepNext })
  return [
    blankKept(),
    line(issuer, Math.max(0, Math.floor(above)), true),
    line(date, FROM_RIGHT, false),
  ]
}

/** The word 附件 at the top of a new page. */
export const attached = (): Paragraph =>
  said('Heading1st', '附件', { indent: { firstLine: 0 }, pageBreakBefore: true })
