import type { NodeId } from '../core/index.ts'
import { type Rational, ZERO, negate } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  expression,
  object,
  open,
  optional,
  quantity,
  required,
} from '../shape/index.ts'
import { type Ask, type Complaint, kind, type Place } from './kind.ts'
import { type Amount, amount, checkAmount, figure } from './parts/amount.ts'
import { PARTIAL_SILENCE, checkStep, partialField, stepsIn } from './parts/steps.ts'
import { factsIn, hasFolds, previousOf } from './parts/previous.ts'
import { calledField, measured, signedPoints, valueOf, whether } from './parts/tell.ts'
import { checkStepUnit, isPart } from './parts/units.ts'

const params = object({
  measure: required('量', expression, '和上年相比的数'),
  called: calledField,
  by: required(
    '以',
    choice({ 增幅: 'rate', 增量: 'difference' }),
    '比增长的百分比，还是比增加的数',
  ),
  per: optional('每', quantity, '每增减多少算一步；不写就只看升、平、降'),
  gain: optional('得', amount, '上升（每步）得几分；不写就是 0'),
  evenGain: optional('持平得', amount, '持平得几分；不写就是 0'),
  loss: optional('降扣', amount, '下降（每步）扣几分；不写就是 0'),
  tolerance: optional('容差', quantity, '相差不超过多少算持平；不写就是一点不差'),
  partial: partialField,
  without: open(
    '无上年',
    choice({ 得零分: 'zero', 得满分: 'full', 不适用: 'not-applicable' }),
    '没有上年数据的单位怎样计；上年填“不适用”才是没有，空着是不知道',
    '没有上年数据的单位怎样计分，原文没有写明',
  ),
})

type GrowthParams = TypeOf<typeof params>

function changeOf(at: Place, p: GrowthParams): NodeId {
  const before = at.expr(previousOf(p.measure))
  const difference = at.b.subtract(at.expr(p.measure), before)
  return p.by === 'rate' ? at.b.quotient(difference, before) : difference
}

function movement(at: Place, p: GrowthParams, size: NodeId, points: Rational): NodeId {
  const worth = at.b.constant(points)
  if (p.per === undefined || points.num === 0n) return worth
  const whole = p.by === 'difference' && at.wholeOf(p.measure)
  const steps = stepsIn(at, { of: size, per: p.per.value, whole, partial: p.partial })
  return at.b.product([steps, worth])
}

function byChange(at: Place, p: GrowthParams, change: NodeId): NodeId {
  const { b } = at
  const figureOf = (value: Amount | undefined) => figure(value ?? ZERO, at.full)
  const edge = p.tolerance?.value ?? ZERO
  const zero = b.zero()
  const up = movement(at, p, b.greatest([change, zero]), figureOf(p.gain))
  const down = movement(at, p, b.greatest([b.negate(change), zero]), negate(figureOf(p.loss)))
  const even = b.constant(figureOf(p.evenGain))
  return b.piecewise(change, [
    { from: null, fromInclusive: false, to: negate(edge), toInclusive: false, then: down },
    { from: negate(edge), fromInclusive: true, to: edge, toInclusive: true, then: even },
    { from: edge, fromInclusive: false, to: null, toInclusive: false, then: up },
  ])
}

function withoutPrevious(at: Place, p: GrowthParams): NodeId {
  const full = at.b.constant(figure(at.full ?? p.gain ?? ZERO, at.full))
  if (p.without === 'full') return full
  return p.without === undefined ? at.undecided('无上年', [at.b.zero(), full]) : at.b.zero()
}

function checkTolerance(p: GrowthParams, ask: Ask): readonly Complaint[] {
  if (p.by === 'difference') return checkStepUnit(ask, p.measure, p.tolerance, 'tolerance')
  return [['per', p.per] as const, ['tolerance', p.tolerance] as const].flatMap(
    ([path, written]) =>
      written === undefined || isPart(written.unit)
        ? []
        : [{ path, found: `单位“${written.unit ?? ''}”`, expected: '增幅应写成百分比，如 1%' }],
  )
}

/** yoy 同比: against the same measure of the year before. */
export const growth = kind({
  name: 'growth',
  keyword: '增长',
  summary: '和上年相比，按增幅或增量计分。',
  params,
  examples: [
    '增长: {量: members, 以: 增幅, 每: 1%, 得: 0.5, 降扣: 0.5, 不足一步: 舍去, 无上年: 不适用}',
    '增长: {量: index, 以: 增量, 得: 3, 持平得: 1, 降扣: 1, 容差: 2分, 无上年: 得零分}',
  ],
  silences: PARTIAL_SILENCE,
  lower(p, at) {
    const { b } = at
    const change = changeOf(at, p)
    const had = b.and(factsIn(p.measure).map((fact) => at.hadPrevious(fact)))
    const points = b.choose(had, byChange(at, p, change), withoutPrevious(at, p))
    const unit = p.by === 'rate' ? '%' : at.unitOf(p.measure)
    const told = whether(
      had,
      ['，上年 ', valueOf(at, previousOf(p.measure)), '，增减 ', { value: change, unit }, '，'],
      ['，没有上年数据，'],
    )
    const applies = p.without === 'not-applicable' ? { applies: had } : {}
    return {
      points,
      ...applies,
      told: [...measured(at, p.measure, p.called), told, signedPoints(points)],
      parts: [],
    }
  },
  check(p, ask) {
    const folds = { path: 'measure', found: '量里有汇总', expected: '与上年相比的量只能用数据写' }
    const none = {
      path: 'measure',
      found: '量里没有数据',
      expected: '应写一个数据或由数据算出的数',
    }
    return [
      ...(hasFolds(p.measure) ? [folds] : factsIn(p.measure).length === 0 ? [none] : []),
      ...(p.by === 'difference' ? checkStepUnit(ask, p.measure, p.per, 'per') : []),
      ...checkTolerance(p, ask),
      ...checkStep(p.per?.value, 'per'),
      ...checkAmount(p.gain, ask, 'gain'),
      ...checkAmount(p.evenGain, ask, 'evenGain'),
      ...checkAmount(p.loss, ask, 'loss'),
    ]
  },
})
