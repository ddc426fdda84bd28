import { compare, divide, isZero, parseRational, type Rational, ZERO } from '@kaohe/engine'
import type { Paper } from '../paper.ts'
import { chineseDate } from '../words.ts'
import type { Office, ToldCategory, ToldItem, ToldUnit } from './told.ts'

/** `经书记会2024年1月20日审定（3号）`. */
export function sayRatified({ ratified }: Office): string {
  if (ratified === null) return '（本结果尚未审定）'
  const { body, on, number } = ratified
  return `经${body}${chineseDate(on)}审定${number === null ? '' : `（${number}）`}`
}

/** `好（会议调整，按得分计算为“较好”）`, or the grade as it was computed. */
export function sayGrade({
  grade,
  computedGrade,
}: Pick<ToldUnit, 'grade' | 'computedGrade'>): string {
  if (grade === null) return ''
  return computedGrade === undefined
    ? `“${grade}”`
    : `“${grade}”（会议调整，按得分计算为“${computedGrade}”）`
}

/** What is told of the outcome, in one sentence; null where nothing of it is. */
export function sayOutcome(unit: ToldUnit): string | null {
  const { out, grade, total, full, rank } = unit
  if (out !== null) return `不参加评定：${out}。`
  const said = [
    grade === null ? null : `考核等次为${sayGrade(unit)}`,
    total === null ? null : `总分${total}分${full === null ? '' : `（满分${full}分）`}`,
    rank === null ? null : `在${rank.of}个${rank.among ?? '单位'}中列第${rank.at}位`,
  ].filter((one) => one !== null)
  return said.length === 0 ? null : `${said.join('，')}。`
}

/** `一（二）1 团费`. */
export const sayItem = ({ clause, name }: ToldItem): string =>
  clause === null ? name : `${clause} ${name}`

const shareOf = ({ lost, full }: ToldItem): Rational => {
  const [taken, most] = [parseRational(lost ?? '') ?? ZERO, parseRational(full ?? '')]
  return most === undefined || isZero(most) ? taken : divide(taken, most)
}

const CENTS = 100n

/** Points as people read them: a fraction that no decimal says exactly is told to two places, as such. */
export function figure(text: string): string {
  const value = text.includes('/') ? parseRational(text) : undefined
  if (value === undefined) return text
  const isLess = value.num < 0n
  const cents = ((isLess ? -value.num : value.num) * CENTS * 2n + value.den) / (value.den * 2n)
  const decimals = `${cents % CENTS}`.padStart(2, '0')
  return `约${isLess ? '-' : text.startsWith('+') ? '+' : ''}${cents / CENTS}.${decimals}`
}

/** Items that lost points, those first that lost the largest share of theirs. */
export const byLoss = (items: readonly ToldItem[]): ToldItem[] =>
  items.filter(({ lost }) => lost !== null).toSorted((a, b) => compare(shareOf(b), shareOf(a)))

/** Items that lost points, of all categories, in the order of the scheme. */
export const lostIn = (categories: readonly ToldCategory[]): ToldItem[] =>
  categories.flatMap(({ items }) => items.filter(({ lost }) => lost !== null))

/** Those that have a rank, in its order; those that are ranked together stand together. */
export function byRank(units: readonly ToldUnit[]): ToldUnit[] {
  const groups = [...new Set(units.map(({ rank }) => rank?.among ?? null))]
  const place = ({ rank }: ToldUnit): number => groups.indexOf(rank?.among ?? null)
  return units
    .filter(({ rank }) => rank !== null)
    .toSorted((a, c) => place(a) - place(c) || a.rank!.at - c.rank!.at)
}

/** What every paper of an office has: who it is from, its day, its mark. */
export function frameOf(office: Office): Pick<Paper, 'issuer' | 'number' | 'day' | 'watermark'> {
  const { issuer, number, signedOn, mark } = office
  return { issuer, number, day: signedOn, ...(mark !== null && { watermark: mark }) }
}

/** Numbers of headings: 一、二、…, then in digits. */
export function ordinal(at: number): string {
  const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
  const [tens, ones] = [Math.floor((at + 1) / 10), (at + 1) % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens - 1]}十`
  return tens > 9 ? `${at + 1}` : `${ten}${ones === 0 ? '' : digits[ones - 1]}`
}
