import type { NodeId } from '../core/index.ts'
import { ZERO } from '../number/index.ts'
import { choice, expression, object, open, optional, required } from '../shape/index.ts'
import { kind, type Place } from './kind.ts'
import { amount, checkAmount, figure, sayPoints } from './parts/amount.ts'
import { checkMeasures } from './parts/units.ts'
import { calledField, measured, signedPoints, targetOf, whether } from './parts/tell.ts'

const params = object({
  measure: required('量', expression, '所量的数'),
  called: calledField,
  base: required('达标值', expression, '达标的数'),
  stretch: required('争取值', expression, '争取的数'),
  baseGain: required('达标得', amount, '达到达标值得几分'),
  stretchGain: required('争取得', amount, '达到争取值得几分'),
  missGain: optional('未达标得', amount, '没有达到达标值得几分；不写就是 0'),
  first: optional('先', choice({ 高: 'highest', 低: 'lowest' }), '高的好还是低的好；不写就是高'),
  between: open(
    '之间',
    choice({ 按达标值: 'base', 按比例: 'linear' }),
    '达到达标值、没有达到争取值时怎样计',
    '达标值和争取值之间怎样计分，原文没有写明',
  ),
})

interface Points {
  readonly base: NodeId
  readonly stretch: NodeId
}

// Held between the two gains: what lies outside them is not between the targets.
function linear(at: Place, x: NodeId, values: Points, points: Points): NodeId {
  const { b } = at
  const part = b.quotient(b.subtract(x, values.base), b.subtract(values.stretch, values.base))
  const rise = b.product([
    b.subtract(points.stretch, points.base),
    b.clamp(part, b.zero(), b.one()),
  ])
  return b.sum([points.base, rise])
}

function inBetween(
  way: 'base' | 'linear' | undefined,
  at: Place,
  x: NodeId,
  values: Points,
  points: Points,
): NodeId {
  if (way === 'base') return points.base
  const slope = linear(at, x, values, points)
  return way === 'linear' ? slope : at.undecided('之间', [points.base, slope])
}

/** dual_target 达标值/争取值: two targets for one measure. */
export const dual = kind({
  name: 'dual',
  keyword: '双目标',
  summary: '一个量有达标值和争取值两个目标。',
  params,
  examples: [
    '双目标: {量: brands, 达标值: 5个, 争取值: 10个, 达标得: 6, 争取得: 10, 之间: 按达标值}',
    '双目标: {量: late-rate, 达标值: 4%, 争取值: 1%, 达标得: 6, 争取得: 10, 先: 低, 之间: 按比例}',
  ],
  lower(p, at) {
    const x = at.expr(p.measure)
    const values = { base: at.expr(p.base), stretch: at.expr(p.stretch) }
    const gains = { base: figure(p.baseGain, at.full), stretch: figure(p.stretchGain, at.full) }
    const points = { base: at.b.constant(gains.base), stretch: at.b.constant(gains.stretch) }
    const low = figure(p.missGain ?? ZERO, at.full)
    const meets = (target: NodeId) =>
      p.first === 'lowest' ? at.b.compare(x, 'atMost', target) : at.b.compare(target, 'atMost', x)
    const [reached, beyond] = [meets(values.base), meets(values.stretch)]
    const middle = inBetween(p.between, at, x, values, points)
    const some = at.b.choose(reached, middle, at.b.constant(low))
    const total = at.b.choose(beyond, points.stretch, some)
    const targets = ['，达标值 ', ...targetOf(at, p.base), '、争取值 ', ...targetOf(at, p.stretch)]
    const middling = p.between === 'linear' ? '达到达标值、未到争取值，按比例' : '达到达标值，'
    const told = whether(
      beyond,
      [`达到争取值，${sayPoints(gains.stretch)}`],
      [whether(reached, [middling, signedPoints(total)], [`未达标，${sayPoints(low)}`])],
    )
    return {
      points: total,
      reached,
      told: [...measured(at, p.measure, p.called), ...targets, '，', told],
      parts: [],
    }
  },
  check(p, ask) {
    return [
      ...checkMeasures(ask, p.measure, p.base, 'base'),
      ...checkMeasures(ask, p.measure, p.stretch, 'stretch'),
      ...checkAmount(p.baseGain, ask, 'baseGain'),
      ...checkAmount(p.stretchGain, ask, 'stretchGain'),
      ...checkAmount(p.missGain, ask, 'missGain'),
    ]
  },
})
