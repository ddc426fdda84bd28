import type { Domain } from '../core/index.ts'
import {
  type Rational,
  ZERO,
  compare,
  formatRational,
  greatest,
  int,
  isInteger,
  least as lesser,
  multiply,
} from '../number/index.ts'
import { flag, object, optional, points as figures } from '../shape/index.ts'
import { type Ask, type Complaint, kind, type Place } from './kind.ts'
import { MARK_SILENCE, markFields, marksOf, tellMarks, together } from './parts/marks.ts'

const params = object({
  least: optional('最低', figures, '最低几分；不写就是 0'),
  most: optional('最高', figures, '最高几分；不写就是分值，分值也没有就没有上限'),
  zero: optional(
    '可为零',
    flag,
    '最低到最高以外，还可以打 0 分，如“没有问题不扣，有问题扣 5 到 10 分”',
  ),
  step: optional('步长', figures, '打分的最小间隔，如 0.5'),
  ...markFields,
})

interface Bounds {
  readonly least: Rational | undefined
  readonly most: Rational | undefined
  readonly zero: boolean | undefined
}

// With 可为零 a mark lies anywhere from 0 on as far as bounds can tell; who reads marks knows the gap.
function domainOf(p: Bounds, step: Rational | undefined, at: Place): Domain {
  const [least, high] = [p.least ?? ZERO, p.most ?? at.full ?? null]
  const whole = step !== undefined && isInteger(step) && isInteger(least)
  const range =
    p.zero === true
      ? { lo: lesser(least, ZERO), hi: high && greatest(high, ZERO) }
      : { lo: least, hi: high }
  return { range, whole, unit: '分', words: null }
}

// Each marks the whole when the marks together would pass the full score.
function sumFits({ range }: Domain, count: number, full: Rational | undefined): boolean {
  if (full === undefined || range.hi === null) return true
  return compare(multiply(range.hi, int(count)), full) <= 0
}

function checkBounds({ least = ZERO, most }: Bounds, ask: Ask): readonly Complaint[] {
  const high = most ?? ask.full
  if (high === undefined || compare(least, high) <= 0) return []
  const found = {
    zh: `最低 ${formatRational(least)}，最高 ${formatRational(high)}`,
    en: `the least is ${formatRational(least)}, the most ${formatRational(high)}`,
  }
  return [
    {
      path: 'least',
      found,
      expected: { zh: '最低不应高于最高', en: 'the least must not be above the most' },
    },
  ]
}

/** discretionary 酌情, all_or_nothing by judgement: a person gives points in a range, with a reason. */
export const judged = kind({
  name: 'judged',
  keyword: '打分',
  summary: '由人在一个范围内打分；酌情加分、酌情扣分都是打分。',
  params,
  examples: [
    '打分: {最高: 5, 依据: 活动方案和总结}',
    '打分: {最低: 5, 最高: 10, 计为: 扣, 理由必填: 是}',
    '打分: {最低: 5, 最高: 10, 可为零: 是, 计为: 扣, 依据: 检查记录}',
    '打分: {最高: 20, 步长: 0.5, 打分人: [zuzhibu, xuanchuanbu], 合成: 平均}',
  ],
  silences: { ...MARK_SILENCE, 最高: '打分的最高分和这一项的分值，原文都没有写明' },
  lower(p, at) {
    const domain = domainOf(p, p.step, at)
    const marks = marksOf(at, p, domain)
    const given = marks.map(({ node }) => node)
    const mark = together(at, p, given, sumFits(domain, given.length, at.full))
    const points = p.as === 'loss' ? at.b.negate(mark) : mark
    const told = tellMarks(at, p, marks, ({ node }) => [{ value: node, unit: '分' }])
    return { points, told: p.as === 'loss' ? [...told, '，计为扣分'] : told, parts: [] }
  },
  check: checkBounds,
})
