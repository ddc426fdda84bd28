import { textWidth } from '../formats/width.ts'
import type { Block } from './block.ts'
import type { Paper } from './paper.ts'

/** From line to line, in points: 225 mm by 22 (GB/T 9704-2012, 5.2.3). */
export const PITCH = 28.95
const LEAST = 22.5
/** What the head of a letter leaves of its first page, in points. */
const BELOW_HEAD = 578
/** The number of the letter, and two empty lines below it. */
const ABOVE_TITLE = 3
// Two fewer than fit: Word sets digits a little apart from Chinese signs.
const SIGNS = 26
/** Lines of a title keep their height, and have fewer signs. */
const TITLE = { height: 36, signs: 19 } as const

const wrapped = (text: string, signs: number): number => Math.ceil(textWidth(text) / 2 / signs)

const heightOfTitle = (block: Block): number =>
  block.kind === 'title'
    ? block.lines.reduce((sum, line) => sum + wrapped(line, TITLE.signs) * TITLE.height, 0)
    : 0

function linesOf(block: Block): number {
  switch (block.kind) {
    case 'title':
      return 0
    case 'paragraph':
      return wrapped(`${block.style === 'text' ? '　　' : ''}${block.text}`, SIGNS)
    case 'attachments':
      return block.names.length + 1
    case 'signature':
      return 3
    default:
      return 1
  }
}

/**
 * How far apart the lines of a paper are, in points: closer where a letter would otherwise leave its signature to a
 * page of its own, as the standard allows (7.3.5.5).
 */
export function pitchOf({ form, onePage, children }: Paper): number {
  if (form !== 'letter' || onePage !== true) return PITCH
  const end = children.findIndex(({ kind }) => kind === 'attached')
  const said = end < 0 ? children : children.slice(0, end)
  const lines = said.reduce((sum, block) => sum + linesOf(block), ABOVE_TITLE)
  const room = BELOW_HEAD - said.reduce((sum, block) => sum + heightOfTitle(block), 0)
  // In twentieths of a point, as Word counts.
  return Math.min(PITCH, Math.max(LEAST, Math.floor((room / lines) * 20) / 20))
}
