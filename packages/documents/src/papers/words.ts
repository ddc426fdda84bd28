import type { Block } from './block.ts'

/** The title, centred; a line break in it stays one. */
export const title = (text: string, newPage = false): Block => ({
  kind: 'title',
  lines: text.split('\n'),
  newPage,
})

/** An empty line. */
export const blank = (): Block => ({ kind: 'blank' })

/** A line that begins at the edge. */
export const flush = (words: string): Block => ({
  kind: 'paragraph',
  style: 'flush',
  text: words,
  keep: false,
})

/** Whom the document is for 主送机关. */
export const addressee = (to: string): Block => flush(`${to}：`)

/** Text: each of its lines a paragraph that begins two signs in. */
export const text = (words: string): Block[] =>
  words.split('\n').map((line) => ({ kind: 'paragraph', style: 'text', text: line, keep: false }))

/** The last line of a text, which stays with the signature below it. */
export const closing = (words: string): Block => ({
  kind: 'paragraph',
  style: 'text',
  text: words,
  keep: true,
})

/** A heading: 一、 of the first level, （一） of the second, 1. of the third. */
export const heading = (level: 1 | 2 | 3, words: string): Block => ({
  kind: 'heading',
  level,
  text: words,
})

/** What is attached 附件说明, an empty line below the text; nothing when nothing is. */
export const attachments = (names: readonly string[]): Block[] =>
  names.length === 0 ? [] : [{ kind: 'attachments', names }]

/** `2024-01-20` as `2024年1月20日` (7.3.5.4); what is no date stays as it is. */
export function chineseDate(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? []
  return year === undefined ? day : `${year}年${Number(month)}月${Number(date)}日`
}

/** Who signs and when (7.3.5.1), an empty line below what stands above. */
export const signature = (issuer: string, day: string): Block => ({
  kind: 'signature',
  issuer,
  date: chineseDate(day),
})

/** A note 附注 in brackets below the date, for instance whom to ask. */
export const note = (words: string): Block => ({
  kind: 'paragraph',
  style: 'text',
  text: `（${words}）`,
  keep: false,
})

/** What is attached begins, on a new page. */
export const attached = (): Block => ({ kind: 'attached' })
