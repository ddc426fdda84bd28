import { boundsFor, boundsOf } from '../../src/bounds/index.ts'
import {
  EVERYTHING,
  compare,
  exactly,
  formatRational,
  type Interval,
  type Rational,
} from '../../src/number/index.ts'
import type { UnitResult } from '../../src/model/index.ts'
import type { Case, Property } from './case.ts'

const say = ({ lo, hi }: Interval) =>
  `${lo === null ? '' : formatRational(lo)}..${hi === null ? '' : formatRational(hi)}`

function within(x: Rational, { lo, hi }: Interval): boolean {
  return (lo === null || compare(lo, x) <= 0) && (hi === null || compare(x, hi) <= 0)
}

interface Ranges {
  readonly total: Interval
  readonly items: ReadonlyMap<string, Interval>
  readonly parts: ReadonlyMap<string, Interval>
}

/** The ranges of a result by name; what does not apply has no points. */
function rangesOf({ range = EVERYTHING, items, parts }: UnitResult): Ranges {
  const scored = items.filter((i) => i.status !== 'not-applicable' && i.status !== 'target-only')
  const applying = parts.filter((p) => p.applies)
  return {
    total: range,
    items: new Map(scored.map((i) => [i.id, i.range])),
    parts: new Map(applying.map((p) => [p.id, p.range])),
  }
}

/** Every exact value of `inner` lies in the range of the same name. */
function expectInside(unit: string, inner: Ranges, outer: Ranges): number {
  const pairs = [
    ['total', inner.total, outer.total] as const,
    ...[...inner.items].map(([id, r]) => [`item ${id}`, r, outer.items.get(id)] as const),
    ...[...inner.parts].map(([id, r]) => [`part ${id}`, r, outer.parts.get(id)] as const),
  ]
  let compared = 0
  for (const [name, range, around] of pairs) {
    const x = exactly(range)
    if (x === undefined || around === undefined) continue
    compared += 1
    if (!within(x, around))
      throw new Error(`${unit}: ${name} is ${formatRational(x)}, not within ${say(around)}`)
  }
  return compared
}

export const bounds: readonly Property[] = [
  {
    name: 'exact points lie within the bounds',
    holds({ program, evaluation }: Case) {
      const outer = boundsOf(program)
      return evaluation
        .results()
        .map((result) => expectInside(result.unit, rangesOf(result), outer))
        .reduce((a, b) => a + b, 0)
    },
  },
  {
    name: 'exact points lie within the bounds of the own kind of assessee',
    holds({ program, evaluation }: Case) {
      return evaluation
        .results()
        .map((result) =>
          expectInside(result.unit, rangesOf(result), boundsFor(program, result.type)),
        )
        .reduce((a, b) => a + b, 0)
    },
  },
  {
    name: 'what is known with some facts hidden lies within the bounds',
    holds({ program, partly }: Case) {
      const outer = boundsOf(program)
      return partly
        .results()
        .map((result) => expectInside(result.unit, rangesOf(result), outer))
        .reduce((a, b) => a + b, 0)
    },
  },
  {
    name: 'exact points lie within what is known with some facts hidden',
    holds({ evaluation, partly }: Case) {
      return evaluation
        .results()
        .map((r) => expectInside(r.unit, rangesOf(r), rangesOf(partly.result(r.unit))))
        .reduce((a, b) => a + b, 0)
    },
  },
]
