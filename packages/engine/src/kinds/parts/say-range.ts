import type { Range } from '../../model/index.ts'

const INTERVAL = /^([[(])\s*(.+?)\s*[,，]\s*(.+?)\s*([\])])$/

/**
 * A range as it is written in Chinese.
 * @example
 * sayRange(parse('[98%, 100%)')) // '98%（含）—100%（不含）'
 */
export function sayRange({ text }: Pick<Range, 'text'>): string {
  const [, left, from, to, right] = INTERVAL.exec(text) ?? []
  if (from === undefined || to === undefined) return text
  const end = (counts: boolean) => (counts ? '（含）' : '（不含）')
  return `${from}${end(left === '[')}—${to}${end(right === ']')}`
}
