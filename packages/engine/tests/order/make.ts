import * as fc from 'fast-check'
import type { Range, Unit, Value } from '../../src/model/index.ts'
import {
  type Interval,
  type Rational,
  compare,
  int,
  parseRational,
  point,
} from '../../src/number/index.ts'
import { bestKey, worstKey } from '../../src/order/key.ts'
import type { Entry } from '../../src/order/pool.ts'
import type { Outcome, Standing } from '../../src/order/standing.ts'
import type { Met } from '../../src/model/index.ts'

export function num(text: string | number): Rational {
  const value = parseRational(`${text}`)
  if (value === undefined) throw new RangeError(`${text}`)
  return value
}

/** `80`, or `[80, 90]`, null for no bound. */
export type Total = number | string | readonly [number | null, number | null]

export function interval(total: Total): Interval {
  if (typeof total !== 'object') return point(num(total))
  const [lo, hi] = total
  return { lo: lo === null ? null : num(lo), hi: hi === null ? null : num(hi) }
}

export function unit(id: string, more: Partial<Unit> = {}): Unit {
  return { id, name: id, type: 'town', attributes: {}, ...more }
}

export function standing(id: string, total: Total, more: Partial<Standing> = {}): Standing {
  return {
    unit: unit(id),
    total: interval(total),
    full: int(100),
    breakers: [],
    overrides: [],
    conditions: new Map(),
    amounts: new Map(),
    ...more,
  }
}

export function entry(
  id: string,
  totals: readonly Total[],
  more: Partial<Pick<Entry, 'type' | 'group' | 'present'>> = {},
): Entry {
  const values = totals.map(interval)
  const worst = worstKey(values)
  return { unit: id, type: 't', group: 'g', present: 'yes', ...more, worst, best: bestKey(values) }
}

/** `[80, 90)`, with `?` beside a number whose inclusion is not said: `80?-`, or `-90]`. */
export function range(
  from: readonly [number | string, boolean | undefined] | undefined,
  to?: readonly [number | string, boolean | undefined],
  text = '',
): Range {
  const end = (e: typeof from) =>
    e && { at: { value: num(e[0]), unit: undefined }, inclusive: e[1] }
  return { from: end(from), to: end(to), text }
}

export const date = (text: string): Value => ({ date: text })

export const scheme = (more: Partial<Outcome> = {}): Outcome =>
  ({
    issue: { body: '甲区', level: 'county' },
    period: { from: '2023-01-01', to: '2023-12-31' },
    assessees: [{ id: 'town', name: '乡镇' }],
    ...more,
  }) as Outcome

/** Entries with few different totals, so that ties are common, exact or not. */
export const someEntries = (exact: boolean): fc.Arbitrary<Entry[]> =>
  fc
    .array(
      fc.record({
        ends: fc.array(fc.tuple(fc.nat(6), exact ? fc.constant(0) : fc.nat(3)), {
          minLength: 2,
          maxLength: 2,
        }),
        type: fc.constantFrom('a', 'b'),
        group: fc.constantFrom('x', 'y'),
        present: exact
          ? fc.constantFrom<Met>('yes', 'yes', 'no')
          : fc.constantFrom<Met>('yes', 'yes', 'yes', 'undecided', 'no'),
      }),
      { maxLength: 9 },
    )
    .map((rows) =>
      rows.map(({ ends, ...rest }, i) =>
        entry(
          `u${i}`,
          ends.map(([lo, more]) => [lo, lo + more] as const),
          rest,
        ),
      ),
    )

/** Entries with one world that they leave possible: exact, and each taking part or not. */
export const someWorlds: fc.Arbitrary<{ entries: Entry[]; world: Entry[] }> = someEntries(
  false,
).chain((entries) =>
  fc.tuple(...entries.map(() => fc.tuple(fc.nat(4), fc.nat(4), fc.boolean()))).map((picks) => ({
    entries,
    world: entries.map((e, i) => narrow(e, picks[i] ?? [0, 0, true])),
  })),
)

/** One exact total of an entry, by quarters of its range. */
export function narrow(e: Entry, [first, second, here]: readonly [number, number, boolean]): Entry {
  const at = (i: number, quarter: number): Rational => {
    const [lo, hi] = [e.worst[i] as Rational, e.best[i] as Rational]
    return num(`${lo.num * 4n + (hi.num - lo.num) * BigInt(quarter)}/4`)
  }
  const key = [at(0, first), at(1, second)]
  return {
    ...e,
    worst: key,
    best: key,
    present: e.present === 'undecided' ? (here ? 'yes' : 'no') : e.present,
  }
}

/** Whether a stands ahead of b, both exact. */
export function isAhead(a: Entry, b: Entry): boolean {
  for (const [i, end] of a.worst.entries()) {
    const order = compare(end as Rational, b.worst[i] as Rational)
    if (order !== 0) return order > 0
  }
  return false
}
