import { sayQuantity } from '../compile/index.ts'
import { type Item, type Scheme, sayRounding } from '../model/index.ts'
import { type Rational, ZERO, formatRational, parseRational } from '../number/index.ts'
import type { PartProof } from './proof.ts'

/** What the parts are called that no scheme declares. */
export const PART_NAMES = { base: '基本项', bonus: '加分项', penalty: '减分项' } as const

/** What stands in place of the points of a part that the unit is not assessed by. */
export const ABSENT = '不适用'

/** What is said of points that do not come into the total. */
export const NOT_COUNTED = '不计入总分'

const POLICY = {
  rescale: '其余部分按占比折算',
  full: '这部分计满分',
  zero: '这部分计零分',
} as const

/** What an item gives all the same where it does not apply, in words: `计满分30分`. */
export function sayExempt({ notApplicable, full, counts }: Item): string | undefined {
  if (counts === false || notApplicable === undefined) return undefined
  if (notApplicable === 'full') return full && `计满分${formatRational(full)}分`
  return notApplicable === 'zero' ? '计零分' : '其余各项折算'
}

/** What becomes of the share of a source that a unit is not assessed by, in words. */
export function sayAbsent(policy: keyof typeof POLICY | undefined): string | null {
  return policy === undefined ? null : POLICY[policy]
}

function sayShare({ weight, within }: Pick<PartProof, 'weight' | 'within'>): string {
  const share = weight === null ? undefined : parseRational(weight)
  if (share === undefined) return ''
  return `，占${within === null ? '总分' : `“${within}”`}${sayQuantity(share, '%')}`
}

/** A formula as it is read: without the sign of its first term. */
export function sayFormula(terms: string): string {
  const signed = terms.includes('＋-') ? terms.replaceAll('＋-', '－') : terms
  if (signed.startsWith('＋')) return signed.slice(1)
  return signed.startsWith('（＋') ? `（${signed.slice(2)}` : signed
}

/** What stands before the points of a part: how they came about. */
export function sayMade(formula: string): string {
  return formula === '' ? '' : `${formula}＝`
}

/** The same after the points of a part of the total. */
export function sayInner(formula: string): string {
  return formula === '' ? '' : `（${formula}）`
}

/** What stands after the points of a part: what holds them, its full score, and its share of what it lies in. */
export function partTail(
  part: Pick<PartProof, 'full' | 'weight' | 'within' | 'counts' | 'limits'>,
): string {
  const counts = part.counts === false ? `，${NOT_COUNTED}` : ''
  const limits = part.limits === undefined ? '' : `（${part.limits.join('，')}）`
  return `${limits}${part.full === null ? '' : `，满分${part.full}分`}${sayShare(part)}${counts}`
}

/** The same of a part that does not apply. */
export function absentTail(part: Pick<PartProof, 'weight' | 'within' | 'absent'>): string {
  return `${sayShare(part)}${part.absent === null ? '' : `，${part.absent}`}`
}

/** Whether a part is told: bonus and penalty only where there is any. */
export function isTold(kind: PartProof['kind'], zero: boolean): boolean {
  return (kind !== 'bonus' && kind !== 'penalty') || !zero
}

/** What holds the total besides its parts, in words. */
export function heldBy({ total }: Scheme): readonly string[] {
  const points = (value: Rational) => `${formatRational(value)}分`
  return [
    total?.bonusCap === undefined ? '' : `加分合计最多${points(total.bonusCap)}`,
    typeof total?.floor === 'object' ? `总分不低于${points(total.floor)}` : '',
    typeof total?.cap === 'object' ? `总分不超过${points(total.cap)}` : '',
    total?.rounding === undefined ? '' : sayRounding(total.rounding),
  ].filter((text) => text !== '')
}

/** Where the total starts; null when it starts from nothing. */
export function startOf({ total }: Scheme): string | null {
  return total?.start === undefined || total.start.num === ZERO.num
    ? null
    : formatRational(total.start)
}

/** A name and points said already, such as `加分项` and `3分`. */
export type Summand = readonly [name: string, said: string]

// Of what lies between two ends the sign of the first one is not that of the whole. What is called
// 减分 and gains, or 加分 and loses, is told as what it does.
function saySummand(name: string, said: string): string {
  if (said.startsWith('不')) return `＋${name}（${said}）`
  if (!said.startsWith('-')) {
    const gained = name === PART_NAMES.penalty && !said.includes('至')
    return gained ? `＋${name}（相抵后加${said}）` : `＋${name}${said}`
  }
  if (name === PART_NAMES.bonus && !said.includes('至'))
    return `＋${name}（相抵后扣${said.slice(1)}）`
  return said.includes('至') ? `＋${name}（${said}）` : `－${name}${said.slice(1)}`
}

/**
 * How the total came about: `总分＝起评100分＋基本项38分＋加分项3分＝141分（四舍五入到0.01）`;
 * nothing is said of what is `0分`, except of the base.
 */
export function sayTogether(
  start: string | null,
  summands: readonly Summand[],
  held: readonly string[],
  total: string,
): string {
  let added = start === null ? '' : `＋起评${start}分`
  for (const [name, said] of summands) added += saySummand(name, said)
  const first = added.startsWith('＋') ? added.slice(1) : added
  const limits = held.length === 0 ? '' : `（${held.join('，')}）`
  return `总分＝${first}${limits}＝${total}`
}
