import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/order/pool.ts'
import { rankAll } from '../../src/order/rank.ts'
import { RUNS } from '../runs.ts'
import { type Total, entry, isAhead, narrow, someEntries, someWorlds } from './make.ts'

const list = (...totals: readonly Total[]): Entry[] => totals.map((t, i) => entry(`u${i}`, [t]))

const ranges = (entries: readonly Entry[], ties?: 'competition' | 'dense') =>
  entries.map((e) => rankAll(entries, 'all', ties).get(e.unit)?.range)

describe('ranks', () => {
  it('leaves a gap after units that share a rank (并列占位)', () => {
    expect(ranges(list(90, 90, 80), 'competition')).toEqual([
      [1, 1],
      [1, 1],
      [3, 3],
    ])
  })

  it('leaves none with 并列不占位', () => {
    expect(ranges(list(90, 90, 80), 'dense')).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
    ])
  })

  it('is undecided only for a tie and those after it when the scheme is silent', () => {
    expect(ranges(list(95, 90, 90, 80))).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
      [3, 4],
    ])
  })

  it('breaks ties in the declared order of the breakers', () => {
    const entries = [entry('a', [90, 1, 9]), entry('b', [90, 2, 0]), entry('c', [90, 2, 1])]
    expect(ranges(entries)).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
    ])
  })

  it('gives the best and the worst rank when totals are not known', () => {
    expect(ranges(list([80, 95], 90, 85, [null, null]), 'competition')).toEqual([
      [1, 4],
      [1, 3],
      [2, 4],
      [1, 4],
    ])
  })

  it('counts units that may not take part only for the worst', () => {
    const entries = [
      entry('a', [90], { present: 'undecided' }),
      entry('b', [80]),
      entry('c', [95], { present: 'no' }),
    ]
    const found = rankAll(entries, 'all', 'competition')
    expect(found.get('a')).toEqual({ rank: undefined, range: [1, 1], among: [1, 2] })
    expect(found.get('b')?.range).toEqual([1, 2])
    expect(found.has('c')).toBe(false)
  })

  it('ranks within peers, and within all kinds of peers when the scheme is silent', () => {
    const entries = [
      entry('a', [90], { type: 'town' }),
      entry('b', [80], { type: 'street' }),
      entry('c', [70], { type: 'street' }),
    ]
    const range = (peers: 'all' | 'type' | undefined, u: string) =>
      rankAll(entries, peers, 'competition').get(u)?.range
    expect([range('all', 'b'), range('type', 'b'), range(undefined, 'b')]).toEqual([
      [2, 2],
      [1, 1],
      [1, 2],
    ])
    expect(range(undefined, 'a')).toEqual([1, 1])
  })
})

function exactRank(e: Entry, world: readonly Entry[], ties: 'competition' | 'dense'): number {
  const ahead = world.filter((o) => o.present === 'yes' && isAhead(o, e))
  if (ties === 'competition') return 1 + ahead.length
  return (
    1 +
    new Set(
      ahead.map((o) =>
        JSON.stringify(
          o.worst.map(
            (k) =>
              (k as { num: bigint; den: bigint }) &&
              `${(k as { num: bigint }).num}/${(k as { den: bigint }).den}`,
          ),
        ),
      ),
    ).size
  )
}

const anyTies = fc.constantFrom('competition', 'dense', undefined)
const anyPeers = fc.constantFrom('all', 'type', 'group', undefined)

describe('ranks of any entries', () => {
  it('holds the exact rank of every world that is possible', () => {
    fc.assert(
      fc.property(
        someWorlds,
        fc.constantFrom('competition', 'dense'),
        ({ entries, world }, ties) => {
          const [declared, silent] = [
            rankAll(entries, 'all', ties),
            rankAll(entries, 'all', undefined),
          ]
          for (const e of world.filter((w) => w.present === 'yes')) {
            const rank = exactRank(e, world, ties)
            for (const found of [declared, silent]) {
              const [best, worst] = found.get(e.unit)?.range ?? [0, 0]
              expect(best).toBeLessThanOrEqual(rank)
              expect(worst).toBeGreaterThanOrEqual(rank)
            }
          }
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('is exact when everything is known', () => {
    fc.assert(
      fc.property(someEntries(true), fc.constantFrom('competition', 'dense'), (entries, ties) => {
        const found = rankAll(entries, 'all', ties)
        for (const e of entries.filter((w) => w.present === 'yes')) {
          expect(found.get(e.unit)?.rank).toBe(exactRank(e, entries, ties))
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('does not depend on the order in which units are given', () => {
    fc.assert(
      fc.property(someEntries(false), anyPeers, anyTies, fc.nat(), (entries, peers, ties, turn) => {
        const cut = entries.length === 0 ? 0 : turn % entries.length
        const turned = [...entries.slice(cut), ...entries.slice(0, cut)].toReversed()
        const [a, b] = [rankAll(entries, peers, ties), rankAll(turned, peers, ties)]
        for (const e of entries) expect(b.get(e.unit)).toEqual(a.get(e.unit))
      }),
      { numRuns: RUNS },
    )
  })

  it('never widens when something becomes known', () => {
    fc.assert(
      fc.property(
        someWorlds,
        fc.nat(),
        anyPeers,
        anyTies,
        ({ entries, world }, which, peers, ties) => {
          const some = entries.map((e, i) => ((which >> i) & 1 ? (world[i] as Entry) : e))
          const [wide, narrower] = [rankAll(entries, peers, ties), rankAll(some, peers, ties)]
          for (const [id, { range }] of narrower) {
            expect(range[0]).toBeGreaterThanOrEqual(wide.get(id)?.range[0] ?? 0)
            expect(range[1]).toBeLessThanOrEqual(wide.get(id)?.range[1] ?? 0)
          }
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('reaches both ends of every range that competition ranks give, each total for itself', () => {
    fc.assert(
      fc.property(someEntries(false), (entries) => {
        const found = rankAll(entries, 'all', 'competition')
        for (const me of entries.filter((e) => e.present !== 'no')) {
          const best = entries.map((e) => narrow(e, e === me ? [4, 4, true] : [0, 0, false]))
          const worst = entries.map((e) => narrow(e, e === me ? [0, 0, true] : [4, 4, true]))
          const rank = (world: Entry[]) =>
            exactRank(world[entries.indexOf(me)] as Entry, world, 'competition')
          expect(found.get(me.unit)?.range).toEqual([rank(best), rank(worst)])
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('shares ranks out: with competition ties, as many are ranked up to r as r says', () => {
    fc.assert(
      fc.property(someEntries(true), (entries) => {
        const ranks = [...rankAll(entries, 'all', 'competition').values()].map((r) => r.rank ?? 0)
        for (const r of ranks) expect(ranks.filter((x) => x < r)).toHaveLength(r - 1)
      }),
      { numRuns: RUNS },
    )
  })
})
