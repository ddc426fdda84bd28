import type { Fold } from '../core/index.ts'
import {
  type Interval,
  ONE,
  type Rational,
  ZERO,
  add,
  addIntervals,
  compare,
  divide,
  exactly,
  greatestOf,
  hull,
  int,
  leastOf,
  point,
} from '../number/index.ts'

interface Row {
  readonly kept: Interval
  readonly value: Interval
}

const NEVER: Interval = { lo: ZERO, hi: ONE }

/** The value of a row as it counts: one that may not be kept may also be worth nothing. */
function counted(row: Row): Interval {
  return exactly(row.kept)?.num === 1n ? row.value : hull(row.value, point(ZERO))
}

// More rows may come, any number of them, each worth something within `more`.
function openEnded(value: Interval, more: Interval): Interval {
  const falls = more.lo === null || more.lo.num < 0n
  const rises = more.hi === null || more.hi.num > 0n
  return { lo: falls ? null : value.lo, hi: rises ? null : value.hi }
}

function sumRows(rows: readonly Row[], more: Interval | undefined): Interval {
  const sum = rows.map(counted).reduce(addIntervals, point(ZERO))
  return more === undefined ? sum : openEnded(sum, more)
}

function values(rows: readonly Row[]): Rational[] | undefined {
  const exact = rows.map((r) => (exactly(r.kept)?.num === 1n ? exactly(r.value) : undefined))
  return exact.every((v) => v !== undefined) ? exact : undefined
}

const mean = (of: readonly Rational[]) => divide(of.reduce(add, ZERO), int(of.length))

function middle(sorted: readonly Rational[]): Rational {
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] as Rational
  return sorted.length % 2 === 1 ? upper : mean([sorted[half - 1] as Rational, upper])
}

/** Reduces exact values. @returns undefined when too few are left to say anything. */
function reduceExact(how: Fold['how'], of: readonly Rational[]): Rational | undefined {
  const sorted = of.toSorted(compare)
  switch (how.as) {
    case 'max':
      return sorted.at(-1)
    case 'min':
    case 'all':
      return sorted[0]
    case 'median':
      return middle(sorted)
    case 'trimmed':
      return sorted.length > 2 * how.drop
        ? mean(sorted.slice(how.drop, sorted.length - how.drop))
        : undefined
    default:
      return mean(of)
  }
}

function betweenRows(rows: readonly Row[], more: Interval | undefined): Interval {
  const all = rows.map((r) => r.value)
  return [...all, ...(more === undefined ? [] : [more])].reduce(hull)
}

// The mean of subordinate units' shares where some have not reported lies between all-no and all-yes.
function meanOfIntervals(rows: readonly Row[]): Interval {
  const sum = rows.map((r) => r.value).reduce(addIntervals)
  const by = int(rows.length)
  return {
    lo: sum.lo === null ? null : divide(sum.lo, by),
    hi: sum.hi === null ? null : divide(sum.hi, by),
  }
}

// The mean or the middle of nothing is not known, but no figure that a row could have given is beyond it.
function emptyValue(fold: Fold, any: Interval): Interval {
  if (fold.empty === 'zero') return point(ZERO)
  return fold.how.as === 'share' || fold.how.as === 'all' ? NEVER : any
}

/** Everything that is not a sum or a count, when not all is known. */
function reduceUncertain(fold: Fold, rows: readonly Row[], more: Interval | undefined): Interval {
  const surelyKept = rows.every((r) => exactly(r.kept)?.num === 1n)
  if (more === undefined && surelyKept) {
    if (fold.how.as === 'mean' || fold.how.as === 'share') return meanOfIntervals(rows)
    const of = rows.map((r) => r.value)
    if (fold.how.as === 'max') return of.reduce(greatestOf)
    if (fold.how.as === 'min' || fold.how.as === 'all') return of.reduce(leastOf)
  }
  const between = betweenRows(rows, more)
  return fold.empty === 'zero' && !rows.some((r) => exactly(r.kept)?.num === 1n)
    ? hull(between, point(ZERO))
    : between
}

/** What is known besides the rows: what any row may be worth, and whether all are reported. */
interface Around {
  readonly any: Interval
  readonly complete: boolean
}

/** The value of a fold over the rows that count. */
export function reduceRows(fold: Fold, rows: readonly Row[], { any, complete }: Around): Interval {
  const more = complete ? undefined : any
  if (fold.how.as === 'sum') return sumRows(rows, more)
  if (fold.how.as === 'count')
    return sumRows(
      rows.map((r) => ({ kept: r.kept, value: point(ONE) })),
      more,
    )
  if (rows.length === 0)
    return more === undefined
      ? emptyValue(fold, any)
      : fold.empty === 'zero'
        ? hull(more, point(ZERO))
        : more
  const exact = more === undefined ? values(rows) : undefined
  if (exact === undefined) return reduceUncertain(fold, rows, more)
  const reduced = reduceExact(fold.how, exact)
  return reduced === undefined ? emptyValue(fold, any) : point(reduced)
}
