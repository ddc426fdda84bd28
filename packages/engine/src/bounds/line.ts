import { type Interval, type Rational, compare, equal, isInteger, ratio } from '../number/index.ts'

/**
 * A stretch of values as a notice writes it; an end whose inclusion is undefined is one of which the
 * text does not say whether it belongs (15人以上). null ends are unbounded.
 */
export interface Stretch {
  readonly from: Rational | null
  readonly fromInclusive: boolean | undefined
  readonly to: Rational | null
  readonly toInclusive: boolean | undefined
}

/** What a measure can be: all values between two ends, both included, or only the whole ones. */
export interface Line {
  readonly range: Interval
  readonly whole: boolean
}

/**
 * A part of the line in which nothing changes: a single value (`from` equals `to`), or everything
 * strictly between two values. `held` by the stretches that certainly hold it, `perhaps` by those
 * that hold it if an end of unsaid inclusion belongs to them.
 */
export interface Layer {
  readonly from: Rational | null
  readonly to: Rational | null
  readonly held: readonly number[]
  readonly perhaps: readonly number[]
}

export function isSingle(layer: Pick<Layer, 'from' | 'to'>): boolean {
  return layer.from !== null && layer.to !== null && equal(layer.from, layer.to)
}

type Reach = Pick<Layer, 'from' | 'to'>

function floor(value: Rational): bigint {
  const quotient = value.num / value.den
  return value.num % value.den < 0n ? quotient - 1n : quotient
}

// Strictly between two ends there is a whole number when the one after the first is before the second.
function holdsWhole({ from, to }: Reach): boolean {
  if (from !== null && to !== null && equal(from, to)) return isInteger(from)
  return from === null || to === null || compare(ratio(floor(from) + 1n), to) < 0
}

function inside(reach: Reach, { lo, hi }: Interval): boolean {
  const single = isSingle(reach)
  const above = lo === null || reach.to === null ? 1 : compare(reach.to, lo)
  const below = hi === null || reach.from === null ? -1 : compare(reach.from, hi)
  return single ? above >= 0 && below <= 0 : above > 0 && below < 0
}

function edgesOf(stretches: readonly Stretch[], line: Line): readonly Rational[] {
  const ends = [
    ...stretches.flatMap(({ from, to }) => [from, to]),
    line.range.lo,
    line.range.hi,
  ].filter((end) => end !== null)
  const sorted = ends.toSorted(compare)
  return sorted.filter((edge, i) => i === 0 || !equal(edge, sorted[i - 1] as Rational))
}

function holds(stretch: Stretch, reach: Reach, unsaid: boolean): boolean {
  const lower =
    stretch.from === null || reach.from === null ? null : compare(reach.from, stretch.from)
  const upper = stretch.to === null || reach.to === null ? null : compare(reach.to, stretch.to)
  const single = isSingle(reach)
  const aboveFrom =
    stretch.from === null ||
    (lower !== null &&
      (lower > 0 || (lower === 0 && (!single || (stretch.fromInclusive ?? unsaid)))))
  const belowTo =
    stretch.to === null ||
    (upper !== null && (upper < 0 || (upper === 0 && (!single || (stretch.toInclusive ?? unsaid)))))
  return aboveFrom && belowTo
}

/**
 * Cuts a line at every end of the stretches, in order; only parts in which the measure can lie.
 * Exact: ends are rationals, and each end is a part by itself, so that inclusion is never lost.
 * @example
 * // 不足100%, 100%—120%, 120%及以上: the part that is exactly 120% is held by two.
 */
export function layersOn(stretches: readonly Stretch[], line: Line): readonly Layer[] {
  const edges = edgesOf(stretches, line)
  const reaches = edges.flatMap((at, i): readonly Reach[] => [
    { from: edges[i - 1] ?? null, to: at },
    { from: at, to: at },
  ])
  return [...reaches, { from: edges.at(-1) ?? null, to: null }]
    .filter((reach) => inside(reach, line.range) && (!line.whole || holdsWhole(reach)))
    .map((reach) => {
      const held = stretches.flatMap((each, i) => (holds(each, reach, false) ? [i] : []))
      const perhaps = stretches.flatMap((each, i) =>
        holds(each, reach, true) && !held.includes(i) ? [i] : [],
      )
      return { ...reach, held, perhaps }
    })
}

/** A stretch of which everything is said. */
export interface Gap extends Stretch {
  readonly fromInclusive: boolean
  readonly toInclusive: boolean
}

function gapOf(first: Layer, last: Layer): Gap {
  return {
    from: first.from,
    fromInclusive: isSingle(first),
    to: last.to,
    toInclusive: isSingle(last),
  }
}

const unheld = (layer: Layer | undefined) =>
  layer !== undefined && layer.held.length + layer.perhaps.length === 0

/** Parts of the line that no stretch can hold, neighbouring parts joined. */
export function gapsOn(layers: readonly Layer[]): readonly Gap[] {
  return layers.flatMap((layer, i) => {
    if (!unheld(layer) || unheld(layers[i - 1])) return []
    const held = layers.findIndex((later, j) => j > i && !unheld(later))
    return [gapOf(layer, layers[held === -1 ? layers.length - 1 : held - 1] as Layer)]
  })
}

/** Single values that two stretches hold, or hold both if an unsaid end belongs: where bands meet. */
export function sharedOn(layers: readonly Layer[]): readonly Layer[] {
  return layers.filter(
    (layer, i) =>
      isSingle(layer) &&
      layer.held.length + layer.perhaps.length > 1 &&
      !overlaps(layers[i - 1], layer) &&
      !overlaps(layers[i + 1], layer),
  )
}

function overlaps(neighbour: Layer | undefined, layer: Layer): boolean {
  const both = [...layer.held, ...layer.perhaps]
  return (
    neighbour !== undefined &&
    !isSingle(neighbour) &&
    neighbour.held.filter((i) => both.includes(i)).length > 1
  )
}

/** Parts, more than a single value, that several stretches hold. */
export function overlapsOn(layers: readonly Layer[]): readonly Layer[] {
  return layers.filter((layer) => !isSingle(layer) && layer.held.length > 1)
}

/** Stretches that hold nothing the measure can be. */
export function unreachableOn(count: number, layers: readonly Layer[]): readonly number[] {
  const reached = new Set(layers.flatMap(({ held, perhaps }) => [...held, ...perhaps]))
  return Array.from({ length: count }, (_, i) => i).filter((i) => !reached.has(i))
}

/** Stretches wholly inside another one, with the one that holds them: [inner, outer]. */
export function maskedOn(
  count: number,
  layers: readonly Layer[],
): readonly (readonly [number, number])[] {
  const all = Array.from({ length: count }, (_, i) => i)
  return all.flatMap((inner) => {
    const own = layers.filter(({ held }) => held.includes(inner))
    if (own.length === 0) return []
    const outer = all.find(
      (other) => other !== inner && own.every(({ held }) => held.includes(other)),
    )
    return outer === undefined ? [] : [[inner, outer] as const]
  })
}
