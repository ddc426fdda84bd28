import type { Domain } from '../core/index.ts'
import { type Rational, ZERO, compare, greatest, int, multiply } from '../number/index.ts'
import {
  type TypeOf,
  object,
  optional,
  points as figures,
  share,
  table,
  text,
} from '../shape/index.ts'
import { type Ask, type Complaint, kind, type Place } from './kind.ts'
import { checkFull, sayPoints } from './parts/amount.ts'
import { type Case, casesOf, lookUp, tellCases } from './parts/cases.ts'
import { MARK_SILENCE, markFields, marksOf, tellMarks, together } from './parts/marks.ts'

const params = object({
  steps: optional('档', table(text, figures), '每档得几分，由高到低'),
  parts: optional('系数', table(text, share), '每档得分值的百分之几'),
  ...markFields,
})

type Rungs = readonly (readonly [string, Rational])[]

type LadderParams = TypeOf<typeof params>

function rungsOf(p: LadderParams, full: Rational | undefined): Rungs {
  const scaled = (p.parts ?? []).map(
    ([word, part]) => [word, multiply(part, full ?? ZERO)] as const,
  )
  return [...(p.steps ?? []), ...scaled]
}

function casesIn(p: LadderParams, at: Place): readonly Case<Rational>[] {
  const sign = int(p.as === 'loss' ? -1 : 1)
  const rungs = rungsOf(p, at.full).map(([word, value]) => [word, multiply(sign, value)] as const)
  return casesOf(
    rungs.map(([word]) => word),
    rungs,
  )
}

function domainOf(words: readonly string[]): Domain {
  return { range: { lo: ZERO, hi: int(words.length - 1) }, whole: true, unit: '', words }
}

function sumFits(cases: readonly Case<Rational>[], count: number, full: Rational | undefined) {
  const top = cases.map(({ value }) => value).reduce(greatest, ZERO)
  return full === undefined || compare(multiply(top, int(count)), full) <= 0
}

function checkRungs(p: LadderParams, ask: Ask): readonly Complaint[] {
  if ((p.steps === undefined) === (p.parts === undefined))
    return [
      {
        path: 'steps',
        found: {
          zh: '“档”和“系数”没有写或都写了',
          en: 'neither 档 nor 系数 is written, or both are',
        },
        expected: { zh: '只写一个', en: 'write one of them only' },
      },
    ]
  return p.parts === undefined ? [] : checkFull(undefined, ask, 'parts')
}

/** grade_ladder 定性档次: a judge picks a word, and each word has its points. */
export const ladder = kind({
  name: 'ladder',
  keyword: '档次',
  summary: '由人评定档次，每档有固定的分数或系数。',
  params,
  examples: [
    '档次: {档: {好: 20, 较好: 15, 一般: 10, 差: 0}, 依据: 现场查看}',
    '档次: {系数: {A: 100%, B: 60%, C: 40%, D: 0%}, 打分人: [zuzhibu]}',
  ],
  silences: MARK_SILENCE,
  lower(p, at) {
    const cases = casesIn(p, at)
    const marks = marksOf(at, p, domainOf(cases.map(({ label }) => label)))
    const points = marks.map(({ node }) => lookUp(at, node, cases, (v) => at.b.constant(v)))
    const told = tellMarks(at, p, marks, ({ node }) => [
      tellCases(node, cases, ({ label, value }) => [`“${label}”，${sayPoints(value)}`]),
    ])
    return {
      points: together(at, p, points, sumFits(cases, points.length, at.full)),
      told,
      parts: [],
    }
  },
  check: checkRungs,
})
