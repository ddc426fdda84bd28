import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cut, Met } from '../../src/model/index.ts'
import { type Rational, compare, int, multiply } from '../../src/number/index.ts'
import { cutAll } from '../../src/order/cut.ts'
import type { Entry } from '../../src/order/pool.ts'
import { RUNS } from '../runs.ts'
import { type Total, entry, isAhead, num, someEntries, someWorlds } from './make.ts'

const cut = (more: Partial<Cut>): Cut => ({
  share: undefined,
  number: undefined,
  rounding: undefined,
  ties: undefined,
  base: undefined,
  refill: undefined,
  ...more,
})

const list = (...totals: readonly Total[]): Entry[] => totals.map((t, i) => entry(`u${i}`, [t]))

function mets(entries: readonly Entry[], c: Partial<Cut>, end: 'top' | 'bottom' = 'top'): string {
  const word: Record<Met, string> = { yes: 'y', no: 'n', undecided: '?' }
  const found = cutAll(entries, 'all', cut(c), end)
  return entries.map((e) => word[found.get(e.unit)?.met ?? 'no']).join('')
}

const twenty = num('1/5')
const many = (n: number): Entry[] => list(...Array.from({ length: n }, (_, i) => 100 - i))

describe('a share', () => {
  it.each([
    ['down', 4],
    ['half-up', 5],
    ['up', 5],
  ] as const)('of 20%% among 23 rounded %s is %i', (rounding, size) => {
    expect(mets(many(23), { share: twenty, rounding })).toBe(
      'y'.repeat(size) + 'n'.repeat(23 - size),
    )
  })

  it('without a rounding leaves only the fifth of 23 undecided', () => {
    expect(mets(many(23), { share: twenty })).toBe(`yyyy?${'n'.repeat(18)}`)
    expect(mets(many(23), { share: twenty }, 'bottom')).toBe(`${'n'.repeat(18)}?yyyy`)
  })

  it('needs no rounding when it comes out whole', () => {
    expect(mets(many(10), { share: twenty })).toBe('yynnnnnnnn')
  })

  it('may be of nobody', () => {
    expect(mets(many(2), { share: twenty, rounding: 'down' })).toBe('nn')
    expect(mets([], { share: twenty })).toBe('')
  })

  it('is of the units that take part, or with 全部单位 of all', () => {
    const entries = [
      ...many(5),
      ...Array.from({ length: 5 }, (_, i) => entry(`x${i}`, [1000], { present: 'no' })),
    ]
    expect(mets(entries, { share: twenty })).toBe('ynnnnnnnnn')
    expect(mets(entries, { share: twenty, base: 'all' })).toBe('yynnnnnnnn')
  })

  it('of a base that is not known is undecided where it matters', () => {
    const entries = [...many(9), entry('x', [0], { present: 'undecided' })]
    expect(mets(entries, { share: twenty, rounding: 'down' })).toBe('y?nnnnnnnn')
  })
})

describe('a number of places', () => {
  it('may be more than there are units', () => {
    expect(mets(many(3), { number: 5 })).toBe('yyy')
  })

  it('is within each set of peers', () => {
    const entries = [
      entry('a', [9], { type: 'x' }),
      entry('b', [8], { type: 'x' }),
      entry('c', [1], { type: 'y' }),
    ]
    const found = cutAll(entries, 'type', cut({ number: 1 }), 'top')
    expect([...found.values()].map((r) => r.met)).toEqual(['yes', 'no', 'yes'])
    const silent = cutAll(entries, undefined, cut({ number: 1 }), 'top')
    expect([...silent.values()].map((r) => r.met)).toEqual(['yes', 'no', 'undecided'])
  })

  it('is undecided when neither number nor share is written', () => {
    expect(mets(many(2), {})).toBe('??')
  })

  it('with a share is the smaller of both', () => {
    expect(mets(many(10), { number: 1, share: twenty })).toBe('ynnnnnnnnn')
  })
})

describe('a tie on the cut', () => {
  const tied = list(90, 80, 80, 70)
  it.each([
    ['all-in', 'yyyn'],
    ['all-out', 'ynnn'],
    ['meeting', 'y??n'],
    [undefined, 'y??n'],
  ] as const)('%s', (ties, expected) => {
    expect(mets(tied, { number: 2, ties })).toBe(expected)
  })

  it('inside the cut or outside it does not matter', () => {
    expect(mets(tied, { number: 3 })).toBe('yyyn')
    expect(mets(tied, { number: 1 })).toBe('ynnn')
  })

  it('at the bottom is counted from the last', () => {
    expect(mets(tied, { number: 2, ties: 'all-in' }, 'bottom')).toBe('nyyy')
    expect(mets(tied, { number: 2, ties: 'all-out' }, 'bottom')).toBe('nnny')
  })

  it('that a breaker decides is none', () => {
    const entries = [entry('a', [80, 1]), entry('b', [80, 2])]
    expect(mets(entries, { number: 1 })).toBe('ny')
  })
})

describe('a cut of totals that are not known', () => {
  it('is decided for those who are in or out in any case', () => {
    expect(mets(list(95, [60, 90], 80, [null, 50]), { number: 2 })).toBe('y??n')
  })
})

const anyCut = fc.record({
  share: fc.option(fc.constantFrom('1/5', '1/3', '1/2', '1').map(num), { nil: undefined }),
  number: fc.option(fc.nat(5), { nil: undefined }),
  rounding: fc.constantFrom('down', 'up', 'half-up', 'half-even', 'floor', 'ceiling', undefined),
  ties: fc.constantFrom('all-in', 'all-out', 'meeting', undefined),
  base: fc.constantFrom('assessed', 'all', undefined),
}) as fc.Arbitrary<Cut>

const anyEnd = fc.constantFrom('top', 'bottom')
const anyPeers = fc.constantFrom('all', 'type', 'group', undefined)

// The other way of saying it: line the units up, and give places from the front, block by block.
function served(
  world: readonly Entry[],
  places: number,
  ties: 'all-in' | 'all-out',
  end: 'top' | 'bottom',
): Set<string> {
  const left = world.filter((e) => e.present === 'yes')
  const chosen = new Set<string>()
  while (left.length > 0) {
    const front = left.filter(
      (e) => !left.some((o) => (end === 'top' ? isAhead(o, e) : isAhead(e, o))),
    )
    const fits = chosen.size + front.length <= places
    if (!fits && (ties === 'all-out' || chosen.size >= places)) break
    for (const e of front) {
      chosen.add(e.unit)
      left.splice(left.indexOf(e), 1)
    }
  }
  return chosen
}

describe('any cut', () => {
  it('takes the units that are served first', () => {
    fc.assert(
      fc.property(
        someEntries(true),
        fc.nat(6),
        fc.constantFrom('all-in', 'all-out'),
        anyEnd,
        (entries, number, ties, end) => {
          const found = cutAll(entries, 'all', cut({ number, ties }), end)
          const expected = served(entries, number, ties, end)
          for (const e of entries)
            expect(found.get(e.unit)?.met).toBe(expected.has(e.unit) ? 'yes' : 'no')
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('never says yes or no against a world that is possible', () => {
    fc.assert(
      fc.property(someWorlds, anyCut, anyEnd, anyPeers, ({ entries, world }, c, end, peers) => {
        const [open, known] = [cutAll(entries, peers, c, end), cutAll(world, peers, c, end)]
        for (const e of world.filter((w) => w.present === 'yes')) {
          const met = open.get(e.unit)?.met
          expect(['undecided', known.get(e.unit)?.met]).toContain(met)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('leaves nothing undecided when all is known and declared', () => {
    fc.assert(
      fc.property(someEntries(true), anyCut, anyEnd, (entries, c, end) => {
        const declared: Cut = {
          ...c,
          number: c.number ?? 2,
          rounding: c.rounding ?? 'down',
          ties: 'all-in',
        }
        const found = [...cutAll(entries, 'all', declared, end).values()]
        expect(found.filter((r) => r.met === 'undecided')).toHaveLength(0)
      }),
      { numRuns: RUNS },
    )
  })

  it('has a size within one of the share', () => {
    fc.assert(
      fc.property(someEntries(true), anyCut, (entries, c) => {
        const share = c.share ?? twenty
        for (const { size, base } of cutAll(
          entries,
          'all',
          cut({ ...c, share, number: undefined }),
          'top',
        ).values()) {
          const exact = multiply(share, int(base[0]))
          const near = (n: number, d: Rational) =>
            compare(d, int(n - 1)) > 0 && compare(d, int(n + 1)) < 0
          expect(near(size[0], exact) && near(size[1], exact)).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(someEntries(false), anyCut, anyEnd, anyPeers, (entries, c, end, peers) => {
        const [a, b] = [cutAll(entries, peers, c, end), cutAll(entries.toReversed(), peers, c, end)]
        for (const e of entries) expect(b.get(e.unit)).toEqual(a.get(e.unit))
      }),
      { numRuns: RUNS },
    )
  })
})
