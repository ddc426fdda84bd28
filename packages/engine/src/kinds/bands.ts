import type { NodeId } from '../core/index.ts'
import type { Range } from '../model/index.ts'
import { type Rational, ZERO, add, compare, greatest, least } from '../number/index.ts'
import { choice, expression, list, object, optional, range, required } from '../shape/index.ts'
import { kind, type Place, type Telling } from './kind.ts'
import { sayPoints } from './parts/amount.ts'
import { type Case, casesOf, lookUp, tellCases } from './parts/cases.ts'
import { sayRange } from './parts/say-range.ts'
import { checkEffect, type Effect, effectFields, worth } from './parts/effect.ts'
import { layersOf } from './parts/layers.ts'
import { type Span, isRest, overlap } from './parts/spans.ts'
import { calledField, measured, signedPoints } from './parts/tell.ts'
import { checkUnit } from './parts/units.ts'

const band = object({ range: required('范围', range, '量在这个范围'), ...effectFields })

const params = object({
  measure: required('量', expression, '所量的数'),
  called: calledField,
  bands: required('段', list(band), '每段的范围和分数'),
  reading: optional(
    '读法',
    choice({ 取一: 'one', 累计: 'sum', 就高: 'best', 就低: 'worst' }),
    '几段同时成立时怎样计；各段不重叠时不用写',
  ),
})

type Band = Effect & { readonly range: Range }
type Several = 'sum' | 'best' | 'worst'

const JOIN = { sum: add, best: greatest, worst: least } as const

function isOneValue({ from, to }: Span): boolean {
  return from !== null && to !== null && compare(from, to) === 0
}

// A band of one value is said already by the value itself.
function tellBand({ label, value }: Case<Rational>): Telling {
  return [label === '' ? sayPoints(value) : `${label}，${sayPoints(value)}`]
}

function oneOf(bands: readonly Band[], at: Place): readonly Case<Rational>[] {
  const rows = bands.map((each) => [each.range, worth(each, at)] as const)
  return casesOf(undefined, rows).map((one) => (isOneValue(one.span) ? { ...one, label: '' } : one))
}

// Where no band holds, 其他 does; without one the notice says nothing of that stretch, except that
// nothing adds up to nothing.
function severalOf(bands: readonly Band[], at: Place, way: Several): readonly Case<Rational>[] {
  const ranged = bands.filter((each) => !isRest(each.range))
  const rest = bands.find((each) => isRest(each.range))
  return layersOf(ranged.map((each) => each.range)).flatMap(({ span, holding }) => {
    const held = holding.length === 0 ? [rest] : holding.map((position) => ranged[position])
    const values = held.filter((each) => each !== undefined).map((each) => worth(each, at))
    if (values.length === 0 && way !== 'sum') return []
    const label = held
      .map((each) => (each === undefined ? '其他' : sayRange(each.range)))
      .join('、')
    return [{ span, label, value: values.length === 0 ? ZERO : values.reduce(JOIN[way]) }]
  })
}

function overlapping(bands: readonly Band[]): boolean {
  const ranges = bands.map((each) => each.range).filter((each) => !isRest(each))
  return ranges.some((a, i) => ranges.slice(i + 1).some((b) => overlap(a, b)))
}

function waysOf(bands: readonly Band[], at: Place, reading: 'one' | Several | undefined) {
  if (reading === 'one' || (reading === undefined && !overlapping(bands))) return [oneOf(bands, at)]
  const ways = reading === undefined ? (['best', 'worst', 'sum'] as const) : [reading]
  return ways.map((way) => severalOf(bands, at, way))
}

/** threshold_band 区间分段: points by the stretch in which a measure lies. */
export const bands = kind({
  name: 'bands',
  keyword: '分段',
  summary: '按一个量落在哪一段计分。',
  params,
  examples: [
    '分段: {量: rate, 段: [{范围: 不足100%, 扣: 2}, {范围: "[100%, 120%)", 得: 0}, {范围: 120%及以上, 得: 2}]}',
    '分段: {量: below, 段: [{范围: 不超过10%, 扣: 2}, {范围: 不超过20%, 扣: 3}, {范围: 其他, 扣: 5}], 读法: 就高}',
  ],
  silences: { 读法: '几段同时成立时取一段、取最高最低还是累计，原文没有写明' },
  lower(p, at) {
    const x = at.expr(p.measure)
    const ways = waysOf(p.bands, at, p.reading)
    const nodes = ways.map((cases): NodeId => lookUp(at, x, cases, (v) => at.b.constant(v)))
    const points = nodes.length === 1 ? (nodes[0] as NodeId) : at.undecided('读法', nodes)
    const [only, ...others] = ways
    const said = others.length > 0 ? signedPoints(points) : tellCases(x, only ?? [], tellBand)
    return { points, told: [...measured(at, p.measure, p.called), '，', said], parts: [] }
  },
  check(p, ask) {
    return p.bands.flatMap((each, i) => [
      ...[each.range.from, each.range.to].flatMap((end) =>
        checkUnit(ask, p.measure, end?.at, `bands[${i}].range`),
      ),
      ...checkEffect(each, ask, `bands[${i}]`),
    ])
  },
})
