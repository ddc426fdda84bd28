import { type Piece, holds, narrowed } from '../core/index.ts'
import type { Met, Range, RangeEnd, Scheme } from '../model/index.ts'
import type { Interval, Rational } from '../number/index.ts'
import { metWhen } from './met.ts'

export type Inclusion = Scheme['inclusion']

type Span = Omit<Piece, 'then'>

function includes(end: RangeEnd, side: 'from' | 'to', inclusion: Inclusion): boolean | undefined {
  if (end.inclusive !== undefined || inclusion === undefined) return end.inclusive
  return inclusion === 'inclusive' || (inclusion === 'above-only' && side === 'from')
}

/** The span of a range; `unsaid` is whether an end counts in where the text does not say it. */
export function spanOf(range: Range, inclusion: Inclusion, unsaid: boolean): Span {
  const counts = (end: RangeEnd | undefined, side: 'from' | 'to') =>
    end !== undefined && (includes(end, side, inclusion) ?? unsaid)
  return {
    from: range.from?.at.value ?? null,
    fromInclusive: counts(range.from, 'from'),
    to: range.to?.at.value ?? null,
    toInclusive: counts(range.to, 'to'),
  }
}

function inside(span: Span, x: Interval): boolean {
  const end = (value: Rational | null, bound: Rational | null) =>
    bound === null || (value !== null && holds(span, value))
  return end(x.lo, span.from) && end(x.hi, span.to) && narrowed(span, x) !== undefined
}

/** Whether a value known within an interval lies in a range; ends that the text leaves open are undecided. */
export function within(range: Range, x: Interval, inclusion: Inclusion): Met {
  return metWhen(
    inside(spanOf(range, inclusion, false), x),
    narrowed(spanOf(range, inclusion, true), x) !== undefined,
  )
}
