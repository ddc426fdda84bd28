import type { NodeId } from '../core/index.ts'
import type { Expr, Quantity } from '../model/index.ts'
import { type Rational, ZERO, formatRational } from '../number/index.ts'
import {
  choice,
  expression,
  object,
  optional,
  points as figures,
  quantity,
  required,
} from '../shape/index.ts'
import { kind, type Place, type Telling } from './kind.ts'
import { checkFull } from './parts/amount.ts'
import { WITHOUT, appliesUnlessZero, pointsUnlessZero, tellUnlessZero } from './parts/divisor.ts'
import { mayBeZero } from './parts/reach.ts'
import { calledField, measured, signedPoints, targetOf, tellBeyond, whether } from './parts/tell.ts'
import { checkMeasures, checkUnit } from './parts/units.ts'

const params = object({
  measure: required('量', expression, '完成的数'),
  called: calledField,
  goal: required('目标', expression, '目标的数，可以是每个单位自己的目标'),
  most: optional('满分', figures, '完成目标得几分；不写就是分值'),
  beyond: optional(
    '超出',
    choice({ 封顶: 'cap', 照算: 'count' }),
    '超额完成时封顶还是照比例算；不写就是封顶',
  ),
  gate: optional('起得', quantity, '不到这个数就不得分'),
  noGoal: optional(
    '目标为零',
    choice(WITHOUT),
    '目标是零（没有任务）的单位怎样计；只在目标可能是零时才需要写',
  ),
})

/** What is measured, and below what figure of it there are no points. */
interface Gate {
  readonly measure: Expr
  readonly gate: Quantity | undefined
}

/** 1 where the target is zero, which nothing is a part of; undefined where that cannot be. */
function noGoalOf(at: Place, goal: NodeId): NodeId | undefined {
  return mayBeZero(at, goal) ? at.b.compare(goal, 'equals', at.b.zero()) : undefined
}

function belowGate(at: Place, measure: Expr, gate: Quantity): NodeId {
  return at.b.compare(at.expr(measure), 'less', at.b.constant(gate.value))
}

function gated(at: Place, { measure, gate }: Gate, points: NodeId): NodeId {
  return gate === undefined
    ? points
    : at.b.choose(belowGate(at, measure, gate), at.b.zero(), points)
}

function tellGate(at: Place, { measure, gate }: Gate): Telling {
  if (gate === undefined) return []
  const said = `，不到${at.say({ expr: 'number', quantity: gate })}不得分`
  return [whether(belowGate(at, measure, gate), [said], [], [])]
}

const fullOf = (most: Rational | undefined, at: Place) => most ?? at.full ?? ZERO

/** proportional 按完成比例得分, with min_gate 底线. */
export const proportional = kind({
  name: 'proportional',
  keyword: '按比例',
  summary: '按完成目标的比例得分。',
  params,
  examples: [
    '按比例: {量: trained, 目标: 30人}',
    '按比例: {量: done, 目标: quota, 满分: 10, 超出: 照算, 起得: 20件, 目标为零: 不适用}',
  ],
  silences: { 目标为零: '目标是零（没有任务）的单位怎样计分，原文没有写明' },
  lower(p, at) {
    const { b } = at
    const target = at.expr(p.goal)
    const none = noGoalOf(at, target)
    const part = b.quotient(at.expr(p.measure), target)
    const atLeast = b.greatest([part, b.zero()])
    const ratio = p.beyond === 'count' ? atLeast : b.least([atLeast, b.one()])
    const full = fullOf(p.most, at)
    const reached = gated(at, p, b.product([b.constant(full), ratio]))
    const divisor = { keyword: '目标为零', zero: none, policy: p.noGoal, full }
    const points = pointsUnlessZero(at, divisor, reached)
    const beyond =
      p.beyond === 'count' ? [] : [tellBeyond(b.compare(target, 'less', at.expr(p.measure)))]
    const most = `，满分${formatRational(full)}分`
    const scored = [...beyond, most, ...tellGate(at, p), '，', signedPoints(points)]
    return {
      points,
      ...appliesUnlessZero(at, divisor),
      told: [
        ...measured(at, p.measure, p.called),
        '，目标 ',
        ...targetOf(at, p.goal),
        ...tellUnlessZero(divisor, points, scored),
      ],
      parts: [],
    }
  },
  check(p, ask) {
    return [
      ...checkMeasures(ask, p.measure, p.goal, 'goal'),
      ...checkUnit(ask, p.measure, p.gate, 'gate'),
      ...checkFull(p.most, ask, 'most'),
    ]
  },
})
