import { type Phrase } from '../model/phrase.ts'
import type { NodeId } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { type Rational, ZERO, negate } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  condition,
  list,
  object,
  optional,
  required,
  text,
} from '../shape/index.ts'
import { type Ask, type Complaint, kind, type Place } from './kind.ts'
import { amount, checkAmount, figure, sayPoints } from './parts/amount.ts'
import { checkEffect, type Effect, effectFields, worth } from './parts/effect.ts'
import { joined, whether } from './parts/tell.ts'

const line = object({
  name: required('名称', text, '这一项的名称'),
  when: required('条件', condition, '成立时得分或扣分的条件'),
  ...effectFields,
})

const params = object({
  lines: required('项', list(line), '逐项的条件'),
  eachGain: optional('每项得', amount, '没有写得扣的项，成立时得几分'),
  eachLoss: optional('每项扣', amount, '没有写得扣的项，成立时扣几分'),
  merge: optional(
    '合并',
    choice({ 每项: 'each', 任一: 'any', 全部: 'all' }),
    '“每项得”“每项扣”是每项一次、任一项成立就一次，还是全部成立才一次',
  ),
})

type Line = Effect & { readonly name: string; readonly when: Expr }
type Merge = 'each' | 'any' | 'all'

type ChecklistParams = TypeOf<typeof params>

const isOwn = (each: Line) => each.gain !== undefined || each.loss !== undefined

function common(p: ChecklistParams, { full }: Pick<Place, 'full'>): Rational {
  if (p.eachLoss !== undefined) return negate(figure(p.eachLoss, full))
  return p.eachGain === undefined ? ZERO : figure(p.eachGain, full)
}

function merged(at: Place, truths: readonly NodeId[], value: NodeId, merge: Merge): NodeId {
  const { b } = at
  const once = (holds: NodeId) => b.choose(holds, value, b.zero())
  if (merge === 'each') return b.sum(truths.map(once))
  return once(merge === 'any' ? b.or(truths) : b.and(truths))
}

// One fault is enough to lose; to gain, everything asked for must be there.
function shared(at: Place, p: ChecklistParams, truths: readonly NodeId[]): NodeId {
  const value = at.b.constant(common(p, at))
  if (truths.length === 0) return at.b.zero()
  if (truths.length === 1) return merged(at, truths, value, 'each')
  if (p.merge !== undefined) return merged(at, truths, value, p.merge)
  const ways = ['each', p.eachLoss === undefined ? 'all' : 'any'] as const
  return at.undecided(
    '合并',
    ways.map((way) => merged(at, truths, value, way)),
  )
}

const MERGE_SAID: Readonly<Record<Merge, string>> = {
  each: '每项',
  any: '有一项即',
  all: '全部成立才',
}

function tellMerge(p: ChecklistParams, lines: number): string {
  if (lines === 1) return '成立则'
  return p.merge === undefined ? '每项还是合起来一次未定，' : MERGE_SAID[p.merge]
}

function tellLine(at: Place, each: Line, value: Rational, own: boolean) {
  const says = own ? `是，${sayPoints(value)}` : '是'
  return [`${each.name}：`, whether(at.expr(each.when), [says], ['否'])]
}

function checkCommon(p: ChecklistParams, ask: Ask): readonly Complaint[] {
  const bare = p.lines.some((each) => !isOwn(each))
  const none = p.eachGain === undefined && p.eachLoss === undefined
  const both = p.eachGain !== undefined && p.eachLoss !== undefined
  const complaint = (found: Phrase) => [
    {
      path: 'eachGain',
      found,
      expected: {
        zh: '给每项写得或扣，或写一个“每项得”或“每项扣”',
        en: 'give each line 得 or 扣, or write one 每项得 or 每项扣',
      },
    },
  ]
  return [
    ...(bare && none
      ? complaint({ zh: '有的项没有写得几分扣几分', en: 'some lines say neither 得 nor 扣' })
      : []),
    ...(both
      ? complaint({ zh: '“每项得”“每项扣”都写了', en: 'both 每项得 and 每项扣 are written' })
      : []),
    ...(!bare && !none
      ? complaint({
          zh: '每项都写了自己的分，“每项得”“每项扣”用不上',
          en: 'every line has points of its own, so that 每项得 or 每项扣 is of no use',
        })
      : []),
    ...checkAmount(p.eachGain, ask, 'eachGain'),
    ...checkAmount(p.eachLoss, ask, 'eachLoss'),
  ]
}

/** component_sum 分项得分, deduct_per_miss 每类扣: conditions side by side, each with its points. */
export const checklist = kind({
  name: 'checklist',
  keyword: '清单',
  summary: '几个条件逐项得分或扣分。',
  params,
  examples: [
    '清单: {项: [{名称: 志愿服务类未建, 条件: 非 volunteer-org}, {名称: 创业就业类未建, 条件: 非 job-org}], 每项扣: 5, 合并: 每项}',
    '清单: {项: [{名称: 有机构, 条件: has-office, 得: 1}, {名称: 有制度, 条件: has-rules, 得: 3}]}',
  ],
  silences: { 合并: '这个分数是每项计一次，还是几项合起来计一次，原文没有写明' },
  lower(p, at) {
    const own = p.lines.filter(isOwn)
    const rest = p.lines.filter((each) => !isOwn(each)).map((each) => at.expr(each.when))
    const lines = own.map((each) =>
      merged(at, [at.expr(each.when)], at.b.constant(worth(each, at)), 'each'),
    )
    const points = at.b.sum([...lines, shared(at, p, rest)])
    const told = p.lines.map((each) => tellLine(at, each, worth(each, at), isOwn(each)))
    const tail =
      rest.length === 0 ? '' : `；${tellMerge(p, rest.length)}${sayPoints(common(p, at))}`
    return { points, told: [...joined(told, '；'), tail], parts: [] }
  },
  check(p, ask) {
    const own = p.lines.flatMap((each, i) =>
      isOwn(each) ? checkEffect(each, ask, `lines[${i}]`) : [],
    )
    return [...own, ...checkCommon(p, ask)]
  },
})
