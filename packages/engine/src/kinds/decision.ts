import type { NodeId } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { choice, condition, list, object, required } from '../shape/index.ts'
import { type Complaint, kind, type Place, type Telling } from './kind.ts'
import { checkEffect, type Effect, effectFields, worth } from './parts/effect.ts'
import { joined, signedPoints, whether } from './parts/tell.ts'

const row = object({
  when: required('当', list(choice({ 是: 'yes', 否: 'no', 任意: 'any' })), '依次对应各个条件'),
  ...effectFields,
})

const params = object({
  conditions: required('条件', list(condition), '看哪几个条件'),
  rows: required('行', list(row), '每种组合得几分'),
})

type Entry = 'yes' | 'no' | 'any'
type Row = Effect & { readonly when: readonly Entry[] }

const MOST_CONDITIONS = 8

// One condition after another, so that what is known of one is never lost in what is unknown of the
// next. Where rows disagree, or none fits, the notice has not decided among them.
function decide(
  at: Place,
  conditions: readonly Expr[],
  rows: readonly Row[],
  all: readonly Row[],
): NodeId {
  const [first, ...rest] = conditions
  if (first === undefined) {
    const candidates = rows.length > 0 ? rows : all
    return at.undecided(
      '行',
      candidates.map((each) => at.b.constant(worth(each, at))),
    )
  }
  const position = (all[0]?.when.length ?? 0) - conditions.length
  const branch = (answer: Entry) =>
    decide(
      at,
      rest,
      rows.filter((each) => [answer, 'any'].includes(each.when[position] ?? 'any')),
      all,
    )
  return at.b.choose(at.expr(first), branch('yes'), branch('no'))
}

function checkShape(conditions: readonly Expr[], rows: readonly Row[]): readonly Complaint[] {
  const wrong = rows.flatMap((each, i) =>
    each.when.length === conditions.length
      ? []
      : [
          {
            path: `rows[${i}].when`,
            found: { zh: `${each.when.length} 个`, en: `${each.when.length} given` },
            expected: {
              zh: `应与条件一样多，${conditions.length} 个`,
              en: `as many as there are conditions, ${conditions.length}`,
            },
          },
        ],
  )
  if (conditions.length <= MOST_CONDITIONS) return wrong
  const found = { zh: `${conditions.length} 个条件`, en: `${conditions.length} conditions` }
  return [
    ...wrong,
    {
      path: 'conditions',
      found,
      expected: { zh: `至多 ${MOST_CONDITIONS} 个`, en: `at most ${MOST_CONDITIONS}` },
    },
  ]
}

/** decision_table 条件组合: points by two or more conditions together. */
export const decision = kind({
  name: 'decision',
  keyword: '判定',
  summary: '按几个条件的组合计分。',
  params,
  examples: [
    '判定: {条件: [claimed, explained], 行: [{当: [是, 任意], 得: 0}, {当: [否, 是], 扣: 1}, {当: [否, 否], 扣: 3}]}',
  ],
  silences: { 行: '这种组合得几分，原文没有写明，或写了不止一种' },
  lower(p, at) {
    const points = decide(at, p.conditions, p.rows, p.rows)
    const each = p.conditions.map(
      (e): Telling => [`${at.say(e)}：`, whether(at.expr(e), ['是'], ['否'])],
    )
    return { points, told: [...joined(each, '，'), '，', signedPoints(points)], parts: [] }
  },
  check(p, ask) {
    const effects = p.rows.flatMap((each, i) => checkEffect(each, ask, `rows[${i}]`))
    return [...checkShape(p.conditions, p.rows), ...effects]
  },
})
