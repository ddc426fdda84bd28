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
import { type Ask, type Complaint, kind, type Lowered, type Place, type Segment } from './kind.ts'
import { type Amount, amount, checkAmount, checkFull, figure, sayPoints } from './parts/amount.ts'
import { WITHOUT, type Without } from './parts/divisor.ts'
import { nothingIn } from './parts/reach.ts'
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
  first: optional(
    '先',
    choice({ 高: 'highest', 低: 'lowest' }),
    '高的好还是低的好；低的好的，减少是“得”、增加是“扣”；不写就是高',
  ),
  per: optional('每', quantity, '每增减多少算一步；不写就只看升、平、降'),
  gain: optional('得', amount, '变好（每步）得几分；不写就是 0'),
  evenGain: optional('持平得', amount, '持平得几分；不写就是 0'),
  loss: optional('降扣', amount, '变差（每步）扣几分；不写就是 0'),
  tolerance: optional('容差', quantity, '相差不超过多少算持平；不写就是一点不差'),
  partial: partialField,
  without: open(
    '无上年',
    choice(WITHOUT),
    '没有上年数据的单位怎样计；上年填“不适用”才是没有，空着是不知道',
    '没有上年数据的单位怎样计分，原文没有写明',
  ),
  fromZero: optional(
    '上年为零',
    choice(WITHOUT),
    '比增幅而上年是零或负数（没有增幅可算）的单位怎样计；不写就同“无上年”',
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

function incomparable(at: Place, p: GrowthParams, policy: Without | undefined): NodeId {
  const full = at.b.constant(figure(at.full ?? p.gain ?? ZERO, at.full))
  if (policy === 'full') return full
  return policy === undefined ? at.undecided('无上年', [at.b.zero(), full]) : at.b.zero()
}

/** Where there is something to compare with: a figure of the year before, and for a rate one above zero. */
interface Comparable {
  readonly had: NodeId
  /** 1 where the year before was zero or less and a rate is asked; undefined where that cannot be. */
  readonly zero: NodeId | undefined
}

function comparableOf(at: Place, p: GrowthParams): Comparable {
  const { b } = at
  const had = b.and(factsIn(p.measure).map((fact) => at.hadPrevious(fact)))
  const before = at.expr(previousOf(p.measure))
  return { had, zero: p.by === 'rate' ? nothingIn(at, before) : undefined }
}

function pointsOf(at: Place, p: GrowthParams, change: NodeId, { had, zero }: Comparable): NodeId {
  const { b } = at
  const compared = byChange(at, p, p.first === 'lowest' ? b.negate(change) : change)
  const from = p.fromZero ?? p.without
  const known = zero === undefined ? compared : b.choose(zero, incomparable(at, p, from), compared)
  return b.choose(had, known, incomparable(at, p, p.without))
}

function appliesOf(
  at: Place,
  p: GrowthParams,
  { had, zero }: Comparable,
): Pick<Lowered, 'applies'> {
  const { b } = at
  const without = p.without === 'not-applicable' ? [had] : []
  const exempt = zero !== undefined && (p.fromZero ?? p.without) === 'not-applicable'
  const fromZero = exempt ? [b.not(b.and([had, zero]))] : []
  const kept = [...without, ...fromZero]
  return kept.length === 0 ? {} : { applies: b.and(kept) }
}

const ABSENT = { absent: '不适用' } as const

// `（每增1%得0.5分，每减1%扣0.2分）`.
function sayRates({ per, gain, loss, first }: GrowthParams, at: Place): string {
  if (per === undefined) return ''
  const step = at.say({ expr: 'number', quantity: per })
  const [better, worse] = first === 'lowest' ? ['减', '增'] : ['增', '减']
  const rates = [
    ...(gain === undefined ? [] : [`每${better}${step}${sayPoints(figure(gain, at.full))}`]),
    ...(loss === undefined ? [] : [`每${worse}${step}${sayPoints(negate(figure(loss, at.full)))}`]),
  ]
  return `（${rates.join('，')}）`
}

function tellChange(
  at: Place,
  p: GrowthParams,
  change: NodeId,
  { had, zero }: Comparable,
  points: Segment,
): Segment {
  const own = at.unitOf(p.measure)
  const unit = p.by === 'rate' ? '%' : own === '%' ? '百分点' : own
  const before = ['，上年 ', valueOf(at, previousOf(p.measure))]
  const moved = [...before, '，增减 ', { value: change, unit }, `${sayRates(p, at)}，`, points]
  const nothing = (policy: Without | undefined) =>
    policy === 'not-applicable' ? [ABSENT] : [points]
  const known =
    zero === undefined
      ? moved
      : [
          whether(
            zero,
            [...before, '，没有增幅，', ...nothing(p.fromZero ?? p.without)],
            moved,
            moved,
          ),
        ]
  return whether(had, known, ['，没有上年数据，', ...nothing(p.without)], moved)
}

function checkTolerance(p: GrowthParams, ask: Ask): readonly Complaint[] {
  if (p.by === 'difference') return checkStepUnit(ask, p.measure, p.tolerance, 'tolerance')
  return [['per', p.per] as const, ['tolerance', p.tolerance] as const].flatMap(
    ([path, written]) =>
      written === undefined || isPart(written.unit)
        ? []
        : [
            {
              path,
              found: { zh: `单位“${written.unit ?? ''}”`, en: `the unit “${written.unit ?? ''}”` },
              expected: {
                zh: '增幅应写成百分比，如 1%',
                en: '增幅 is written as a percentage, such as 1%',
              },
            },
          ],
  )
}

function checkZero(p: GrowthParams): readonly Complaint[] {
  const found = { zh: '比增量而写了“上年为零”', en: '上年为零 with 增量' }
  return p.by === 'rate' || p.fromZero === undefined
    ? []
    : [
        {
          path: 'fromZero',
          found,
          expected: {
            zh: '只有“增幅”才怕上年为零',
            en: 'only 增幅 cannot have a last year of zero',
          },
        },
      ]
}

// Where steps are counted, no step is the most that there is to get: 得满分 needs to know how much that is.
function checkWhole(p: GrowthParams, ask: Ask): readonly Complaint[] {
  if (p.per === undefined) return []
  return (['without', 'fromZero'] as const).flatMap((path) =>
    p[path] === 'full' ? checkFull(undefined, ask, path) : [],
  )
}

/** yoy 同比: against the same measure of the year before. */
export const growth = kind({
  name: 'growth',
  keyword: '增长',
  summary: '和上年相比，按增幅或增量计分。',
  params,
  examples: [
    '增长: {量: members, 以: 增幅, 每: 1%, 得: 0.5, 降扣: 0.5, 不足一步: 舍去, 无上年: 不适用, 上年为零: 得满分}',
    '增长: {量: late-rate, 以: 增量, 先: 低, 得: 3, 持平得: 1, 无上年: 得满分}',
    '增长: {量: index, 以: 增量, 得: 3, 持平得: 1, 降扣: 1, 容差: 2分, 无上年: 得零分}',
  ],
  silences: PARTIAL_SILENCE,
  lower(p, at) {
    const change = changeOf(at, p)
    const comparable = comparableOf(at, p)
    const points = pointsOf(at, p, change, comparable)
    return {
      points,
      ...appliesOf(at, p, comparable),
      told: [
        ...measured(at, p.measure, p.called),
        tellChange(at, p, change, comparable, signedPoints(points)),
      ],
      parts: [],
    }
  },
  check(p, ask) {
    const folds = {
      path: 'measure',
      found: { zh: '量里有汇总', en: 'the measure folds' },
      expected: {
        zh: '与上年相比的量只能用数据写',
        en: 'what is compared with last year is written of facts only',
      },
    }
    const none = {
      path: 'measure',
      found: { zh: '量里没有数据', en: 'the measure has no fact in it' },
      expected: {
        zh: '应写一个数据或由数据算出的数',
        en: 'expected a fact, or a figure made of facts',
      },
    }
    return [
      ...(hasFolds(p.measure) ? [folds] : factsIn(p.measure).length === 0 ? [none] : []),
      ...(p.by === 'difference' ? checkStepUnit(ask, p.measure, p.per, 'per') : []),
      ...checkTolerance(p, ask),
      ...checkZero(p),
      ...checkWhole(p, ask),
      ...checkStep(p.per?.value, 'per'),
      ...checkAmount(p.gain, ask, 'gain'),
      ...checkAmount(p.evenGain, ask, 'evenGain'),
      ...checkAmount(p.loss, ask, 'loss'),
    ]
  },
})
