import { compare, formatRational, parseRational } from '@kaohe/engine'

/** What is given on a ballot: points between two ends, or one of some words. */
export interface BallotField {
  readonly id: string
  readonly name: string
  readonly kind: 'points' | 'word'
  readonly unit: string | null
  readonly least: string | null
  readonly most: string | null
  readonly whole: boolean
  readonly words: readonly string[]
}

const DECIMALS = /^-?\d+(\.\d{1,2})?$/

function checkedPoints(typed: string, field: BallotField): { text: string } | { fault: string } {
  const { name, least, most, whole, unit } = field
  const plain = typed.endsWith('分') && unit === '分' ? typed.slice(0, -1).trim() : typed
  const value = DECIMALS.test(plain) ? parseRational(plain) : undefined
  if (value === undefined) return { fault: `“${name}”要写数，最多两位小数` }
  if (whole && value.den !== 1n) return { fault: `“${name}”要写整数` }
  const [from, to] = [least, most].map((end) => (end === null ? undefined : parseRational(end)))
  if (from !== undefined && compare(value, from) < 0) return { fault: `“${name}”不能低于 ${least}` }
  if (to !== undefined && compare(value, to) > 0) return { fault: `“${name}”不能高于 ${most}` }
  return { text: formatRational(value) }
}

/** What was typed on a ballot as it is kept, or what is wrong with it, in words for the judge. */
export function checkedBallotMark(
  typed: string | undefined,
  field: BallotField,
): { readonly text: string } | { readonly fault: string } {
  const text = typed?.normalize('NFKC').trim() ?? ''
  if (text === '') return { fault: `“${field.name}”还没有打分` }
  if (field.kind === 'points') return checkedPoints(text, field)
  return field.words.includes(text) ? { text } : { fault: `“${field.name}”请选一项` }
}
