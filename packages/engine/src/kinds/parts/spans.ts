import type { Piece } from '../../core/index.ts'
import type { Range } from '../../model/index.ts'
import { type Rational, compare } from '../../number/index.ts'
import { pieceOf } from '../kind.ts'

/** A stretch of the number line: a piece without its outcome. */
export type Span = Omit<Piece, 'then'>

/** A place between numbers: just before `at`, or just after it; null is the far end. */
interface Cut {
  readonly at: Rational | null
  readonly after: boolean
}

/** `其他`, `任意`: everything that the ranges beside it leave over. */
export function isRest(range: Range): boolean {
  return range.from === undefined && range.to === undefined
}

export function spanOf(range: Range): Span {
  const { then: _, ...span } = pieceOf(range, 0)
  return span
}

function compareCuts(a: Cut, b: Cut, far: 1 | -1): number {
  if (a.at === null || b.at === null) return a.at === b.at ? 0 : a.at === null ? far : -far
  return compare(a.at, b.at) || Number(a.after) - Number(b.after)
}

// An end whose inclusion the text does not say covers nothing for certain: 其他 takes it too, so
// that the value exactly there stays open between the two.
function certainly(range: Range): readonly [Cut, Cut] {
  return [
    { at: range.from?.at.value ?? null, after: range.from?.inclusive !== true },
    { at: range.to?.at.value ?? null, after: range.to?.inclusive === true },
  ]
}

function between(from: Cut, to: Cut): Span {
  return {
    from: from.at,
    fromInclusive: from.at !== null && !from.after,
    to: to.at,
    toInclusive: to.at !== null && to.after,
  }
}

function isEmpty(from: Cut, to: Cut): boolean {
  return from.at !== null && to.at !== null && compareCuts(from, to, 1) >= 0
}

/** What a set of ranges leaves over, in order. */
export function gapsOf(ranges: readonly Range[]): readonly Span[] {
  const covered = ranges
    .map(certainly)
    .filter(([start, end]) => !isEmpty(start, end))
    .toSorted(([a], [b]) => compareCuts(a, b, -1))
  const gaps: Span[] = []
  let from: Cut | undefined = { at: null, after: false }
  for (const [start, end] of covered) {
    if (from === undefined) break
    if (start.at !== null && !isEmpty(from, start)) gaps.push(between(from, start))
    if (end.at === null) from = undefined
    else if (from.at === null || compareCuts(end, from, 1) > 0) from = end
  }
  return from === undefined ? gaps : [...gaps, between(from, { at: null, after: false })]
}

/** True when two ranges share more than one value: 10%以内 and 20%以内, not 100%—120% and 120%及以上. */
export function overlap(a: Range, b: Range): boolean {
  const ends = [a.to?.at.value, b.to?.at.value].filter((end) => end !== undefined)
  const starts = [a.from?.at.value, b.from?.at.value].filter((start) => start !== undefined)
  return starts.every((start) => ends.every((end) => compare(start, end) < 0))
}
