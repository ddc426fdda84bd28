import type { NodeId } from '../core/index.ts'
import type { Quantity } from '../model/index.ts'
import { type Rational, ZERO, subtract } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  either,
  expression,
  list,
  object,
  optional,
  points as figures,
  quantity,
  range,
  required,
} from '../shape/index.ts'
import { type Ask, type Complaint, kind, type Place, type Telling } from './kind.ts'
import { amount, checkAmount, checkFull, figure, sayPoints } from './parts/amount.ts'
import {
  type Base,
  type Stepping,
  type Reach,
  type StepUnit,
  above,
  isRange,
  reachOf,
  stepsFrom,
  stepUnits,
} from './parts/deviation.ts'
import {
  DIVISOR_SILENCE,
  type Divisor,
  appliesUnlessZero,
  divisorField,
  pointsUnlessZero,
  tellUnlessZero,
} from './parts/divisor.ts'
import { checkEffect, effectFields } from './parts/effect.ts'
import { mayBeZero } from './parts/reach.ts'
import { PARTIAL_SILENCE, checkStep, partialField } from './parts/steps.ts'
import { marginal, whole } from './parts/stretches.ts'
import { sayRange } from './parts/say-range.ts'
import { type Rates, isOff, tellDeviation, tellStretches, tellWhole } from './parts/tell-steps.ts'
import { calledField, measured, signedPoints, targetOf, whether } from './parts/tell.ts'
import { checkMeasures, checkStepUnit, checkUnit, isPart } from './parts/units.ts'

const stretch = object({
  range: required('范围', range, '量在这一段时用这一段的坡度'),
  per: optional('每', quantity, '这一段每多少算一步；不写就同上面的“每”'),
  ...effectFields,
})

const params = object({
  measure: required('量', expression, '所量的数'),
  called: calledField,
  base: required('基准', either(range, expression), '一个数、一个范围（趋中）或算式'),
  baseGain: optional('基准得', amount, '正在基准上得几分；不写就是 0'),
  per: required('每', quantity, '每差多少算一步，如 1百分点、5人；10% 指基准的 10%'),
  lowLoss: optional('低扣', figures, '每低一步扣几分'),
  lowGain: optional('低加', figures, '每低一步加几分'),
  highLoss: optional('高扣', figures, '每高一步扣几分'),
  highGain: optional('高加', figures, '每高一步加几分'),
  partial: partialField,
  unit: optional(
    '步长',
    choice({ 百分点: 'absolute', 相对: 'relative' }),
    '量是百分比而“每”写 % 时：是百分点，还是基准的百分之几',
  ),
  stretches: optional('分档', list(stretch), '坡度不止一个时，每段的坡度（代替低扣等）'),
  reading: optional(
    '读法',
    choice({ 分段累进: 'marginal', 全程: 'whole' }),
    '坡度变化时：各段按各段的坡度累进，还是全部差距按所在段的坡度',
  ),
  noBase: divisorField,
})

type SlopeParams = TypeOf<typeof params>

function bySide(at: Place, end: NodeId | undefined, far: NodeId, rate: Rational, how: Stepping) {
  if (end === undefined || rate.num === 0n) return at.b.zero()
  return at.b.product([at.b.constant(rate), stepsFrom(at, end, far, how)])
}

function ratesOf(p: SlopeParams): Rates {
  return {
    low: subtract(p.lowGain ?? ZERO, p.lowLoss ?? ZERO),
    high: subtract(p.highGain ?? ZERO, p.highLoss ?? ZERO),
  }
}

function straight(at: Place, p: SlopeParams, x: NodeId, how: Stepping): NodeId {
  const { low, high } = reachOf(at, p.base)
  const rates = ratesOf(p)
  return at.b.sum([
    bySide(at, low, low === undefined ? x : above(at, low, x), rates.low, how),
    bySide(at, high, high === undefined ? x : above(at, x, high), rates.high, how),
  ])
}

function steppingOf(at: Place, p: SlopeParams, reach: Reach, unit: StepUnit): Stepping {
  const wholly = reach.whole && at.wholeOf(p.measure)
  return { unit, per: p.per, partial: p.partial, whole: wholly }
}

// The arithmetic between the measure and the points; only its outcome where several readings differ.
function tellArithmetic(at: Place, p: SlopeParams, x: NodeId, units: readonly StepUnit[]): Telling {
  const [unit, ...others] = units
  if (unit === undefined || others.length > 0) return []
  const reach = reachOf(at, p.base)
  const how = steppingOf(at, p, reach, unit)
  const rates = p.stretches === undefined ? ratesOf(p) : undefined
  const far = tellDeviation(at, x, reach, rates, at.unitOf(p.measure), how)
  if (p.stretches === undefined || p.reading === undefined) return far
  const tellSlopes = p.reading === 'marginal' ? tellStretches : tellWhole
  return [...far, ...tellSlopes(at, x, reach, p.stretches, how)]
}

function change(at: Place, p: SlopeParams, x: NodeId, unit: StepUnit): NodeId {
  const reach = reachOf(at, p.base)
  const how = steppingOf(at, p, reach, unit)
  if (p.stretches === undefined) return straight(at, p, x, how)
  if (p.reading === 'marginal') return marginal(at, x, reach, p.stretches, how)
  const entire = whole(at, x, reach, p.stretches, how)
  if (p.reading === 'whole') return entire
  return at.undecided('读法', [marginal(at, x, reach, p.stretches, how), entire])
}

// Of a base that is written as 0 nothing is a percentage, so that 每1% can only mean points.
function isZero(base: Base): boolean {
  if (!isRange(base)) return base.expr === 'number' && base.quantity.value.num === 0n
  return [base.from, base.to].some((end) => end?.at.value.num === 0n)
}

function unitsOf(measure: string, p: SlopeParams): readonly StepUnit[] {
  const units = stepUnits(measure, p.per, p.unit)
  return isZero(p.base) ? units.filter((unit) => unit === 'absolute') : units
}

// A step that is a part of the base, and a base that may be reported as 0.
function divisorOf(at: Place, p: SlopeParams, unit: StepUnit): Divisor {
  const base = unit === 'absolute' || isRange(p.base) ? undefined : at.expr(p.base)
  const zero = base !== undefined && mayBeZero(at, base)
  const full = at.full ?? figure(p.baseGain ?? ZERO, at.full)
  return {
    keyword: '分母为零',
    zero: zero ? at.b.compare(base, 'equals', at.b.zero()) : undefined,
    policy: p.noBase,
    full,
  }
}

function pointsBy(at: Place, p: SlopeParams, x: NodeId, unit: StepUnit): NodeId {
  const onBase = at.b.constant(figure(p.baseGain ?? ZERO, at.full))
  const moved = at.b.sum([onBase, change(at, p, x, unit)])
  return pointsUnlessZero(at, divisorOf(at, p, unit), moved)
}

// What the base itself gives is said of what lies off it: steps alone do not make the points.
function tellBaseGain(at: Place, p: SlopeParams, x: NodeId): Telling {
  const gain = figure(p.baseGain ?? ZERO, at.full)
  if (gain.num === 0n) return []
  return [whether(isOff(at, x, reachOf(at, p.base)), [`（在基准上${sayPoints(gain)}）`], [], [])]
}

// As the points are told: by the one reading of a step there is, or for none of several.
function toldBy(at: Place, p: SlopeParams, x: NodeId, units: readonly StepUnit[], points: NodeId) {
  const arithmetic = [
    ...tellBaseGain(at, p, x),
    ...tellArithmetic(at, p, x, units),
    '，',
    signedPoints(points),
  ]
  const [unit, ...others] = units
  if (unit === undefined || others.length > 0) return arithmetic
  return tellUnlessZero(divisorOf(at, p, unit), points, arithmetic)
}

function checkZero(p: SlopeParams, ask: Ask): readonly Complaint[] {
  const all = p.noBase === 'full' && p.baseGain === undefined
  const found = {
    zh: '基准是0，而“每”是基准的百分之几',
    en: '基准 is 0, and 每 a percentage of it',
  }
  const none = {
    path: 'base',
    found,
    expected: {
      zh: '“每”应写成所量的数，如 1百分点、1件',
      en: 'write 每 in the unit of what is measured, such as 1百分点 or 1件',
    },
  }
  return [
    ...(unitsOf(ask.unitOf(p.measure), p).length === 0 ? [none] : []),
    ...(all ? checkFull(undefined, ask, 'noBase') : []),
  ]
}

function checkBase(p: SlopeParams, ask: Ask): readonly Complaint[] {
  const { base } = p
  if (!isRange(base)) return checkMeasures(ask, p.measure, base, 'base')
  return [base.from, base.to].flatMap((end) => checkUnit(ask, p.measure, end?.at, 'base'))
}

function checkRates(p: SlopeParams): readonly Complaint[] {
  const rates = [p.lowLoss, p.lowGain, p.highLoss, p.highGain].filter((r) => r !== undefined)
  if (rates.length > 0 !== (p.stretches !== undefined)) return []
  const found =
    rates.length > 0
      ? { zh: '又写“分档”又写低扣等', en: 'both 分档 and 低扣 or the like' }
      : { zh: '没有写每步得几分扣几分', en: 'nothing says what a step gains or loses' }
  return [
    {
      path: 'stretches',
      found,
      expected: {
        zh: '写低扣、低加、高扣、高加，或写“分档”',
        en: 'write 低扣, 低加, 高扣 or 高加, or write 分档',
      },
    },
  ]
}

function checkSameStep(
  all: Quantity,
  own: Quantity | undefined,
  path: string,
): readonly Complaint[] {
  if (own === undefined || isPart(own.unit) === isPart(all.unit)) return []
  return [
    {
      path,
      found: { zh: `“每”一处写 %，一处不写`, en: `one 每 is written in %, another is not` },
      expected: { zh: '各段的“每”应都写 %，或都不写', en: 'write 每 in % everywhere, or nowhere' },
    },
  ]
}

/**
 * slope_per_point 每低/高1个百分点, over_bonus 超额加分, control_limit 控制指标, target_band 趋中性,
 * deduct_per_miss 每少一次扣: points by how far a measure lies from a base.
 */
export const slope = kind({
  name: 'slope',
  keyword: '升降',
  summary: '按一个量比基准高出或低于多少步计分。',
  params,
  examples: [
    '升降: {量: meetings, 基准: 12次, 每: 1次, 低扣: 0.5}',
    '升降: {量: rate, 基准: 100%, 基准得: 满分, 每: 1百分点, 低扣: 0.25, 不足一步: 按比例}',
    '升降: {量: share, 基准: 40%—60%, 每: 5百分点, 低扣: 1, 高扣: 1, 不足一步: 舍去}',
    '升降: {量: done, 基准: quota, 每: 10%, 低扣: 0.2, 高加: 0.2, 不足一步: 舍去, 分母为零: 不适用}',
    '升降: {量: rate, 基准: 100%, 每: 1百分点, 不足一步: 按比例, 分档: [{范围: "[90%, 100%]", 扣: 0.25}, {范围: 低于90%, 扣: 0.5}], 读法: 分段累进}',
  ],
  silences: {
    ...PARTIAL_SILENCE,
    ...DIVISOR_SILENCE,
    步长: '每高或低百分之几，是百分点还是相对于基准的百分之几，原文没有写明',
    读法: '坡度变化时是各段累进还是全程按所在段计，原文没有写明',
  },
  lower(p, at) {
    const x = at.expr(p.measure)
    const units = unitsOf(at.unitOf(p.measure), p)
    const eitherOf = (ways: readonly NodeId[]) =>
      ways.length === 1 ? (ways[0] as NodeId) : at.undecided('步长', ways)
    const points = eitherOf(units.map((unit) => pointsBy(at, p, x, unit)))
    const applies = units.map((unit) => appliesUnlessZero(at, divisorOf(at, p, unit)).applies)
    const base = isRange(p.base) ? [sayRange(p.base)] : targetOf(at, p.base)
    const told = [
      ...measured(at, p.measure, p.called),
      '，基准 ',
      ...base,
      ...toldBy(at, p, x, units, points),
    ]
    if (applies.every((one) => one === undefined)) return { points, told, parts: [] }
    return { points, applies: eitherOf(applies.map((one) => one ?? at.b.one())), told, parts: [] }
  },
  check(p, ask) {
    const stretches = (p.stretches ?? []).flatMap((each, i) => [
      ...[each.range.from, each.range.to].flatMap((end) =>
        checkUnit(ask, p.measure, end?.at, `stretches[${i}].range`),
      ),
      ...checkStepUnit(ask, p.measure, each.per, `stretches[${i}].per`),
      ...checkSameStep(p.per, each.per, `stretches[${i}].per`),
      ...checkStep(each.per?.value, `stretches[${i}].per`),
      ...checkEffect(each, ask, `stretches[${i}]`),
    ])
    return [
      ...checkBase(p, ask),
      ...checkZero(p, ask),
      ...checkStepUnit(ask, p.measure, p.per, 'per'),
      ...checkStep(p.per.value, 'per'),
      ...checkAmount(p.baseGain, ask, 'baseGain'),
      ...checkRates(p),
      ...stretches,
    ]
  },
})
