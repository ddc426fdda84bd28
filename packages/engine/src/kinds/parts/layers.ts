import type { Range, RangeEnd } from '../../model/index.ts'
import { type Rational, compare, equal } from '../../number/index.ts'
import type { Span } from './spans.ts'

/** A stretch in which the same ranges hold, by their positions. */
export interface Layer {
  readonly span: Span
  readonly holding: readonly number[]
}

function within(end: RangeEnd | undefined, span: Span, side: 1 | -1, unsaid: boolean): boolean {
  if (end === undefined) return true
  const edge = side === 1 ? span.from : span.to
  if (edge === null) return false
  const order = compare(edge, end.at.value) * side
  const touches = side === 1 ? span.fromInclusive : span.toInclusive
  return order > 0 || (order === 0 && (!touches || (end.inclusive ?? unsaid)))
}

function holdingIn(ranges: readonly Range[], span: Span, unsaid: boolean): readonly number[] {
  return ranges.flatMap(({ from, to }, position) =>
    within(from, span, 1, unsaid) && within(to, span, -1, unsaid) ? [position] : [],
  )
}

function edgesOf(ranges: readonly Range[]): readonly Rational[] {
  const ends = ranges.flatMap(({ from, to }) => [from, to].flatMap((end) => end?.at.value ?? []))
  const sorted = ends.toSorted(compare)
  return sorted.filter((edge, i) => i === 0 || !equal(edge, sorted[i - 1] as Rational))
}

function open(from: Rational | null, to: Rational | null): Span {
  return { from, fromInclusive: false, to, toInclusive: false }
}

/**
 * The number line cut at every end of the ranges: each end by itself, and each stretch between two.
 * An end whose inclusion is not said comes twice, as held and as not held.
 */
export function layersOf(ranges: readonly Range[]): readonly Layer[] {
  const edges = edgesOf(ranges)
  const spans = edges.flatMap((at, i): readonly Span[] => [
    open(edges[i - 1] ?? null, at),
    { from: at, fromInclusive: true, to: at, toInclusive: true },
  ])
  return [...spans, open(edges.at(-1) ?? null, null)].flatMap((span) => {
    const [held, bare] = [holdingIn(ranges, span, true), holdingIn(ranges, span, false)]
    const layers = [{ span, holding: held }]
    return held.length === bare.length ? layers : [...layers, { span, holding: bare }]
  })
}
