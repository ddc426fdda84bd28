import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionsIn } from '../../src/bounds/direction.ts'
import { mayNotTerminate } from '../../src/bounds/terminates.ts'
import { examplesOf, valueIn } from '../../src/bounds/witness.ts'
import { Builder, type RowInput } from '../../src/core/index.ts'
import { compare, decimalsOf, int, ratio } from '../../src/number/index.ts'
import { RUNS } from '../runs.ts'
import { FACTS, arenas, figures, valueOf } from './arenas.ts'

describe('which way a value goes with a fact', () => {
  it('never goes the other way than said, and never moves with a fact not named', () => {
    fc.assert(
      fc.property(
        arenas,
        figures,
        fc.nat(2),
        fc.integer({ min: 1, max: 6 }),
        (arena, facts, i, by) => {
          const ways = directionsIn(arena.b)(arena.root)
          const way = ways.get(`fact:${FACTS[i]}`)
          const more = facts.map((value, at) => (at === i ? value + by : value))
          const step = compare(valueOf(arena, more), valueOf(arena, facts))
          const allowed = { up: step >= 0, down: step <= 0, either: true, not: step === 0 }
          expect(allowed[way ?? 'not']).toBe(true)
        },
      ),
      { numRuns: RUNS * 4 },
    )
  })
})

describe('values that end', () => {
  it('a value said to end does', () => {
    fc.assert(
      fc.property(arenas, figures, (arena, facts) => {
        fc.pre(!mayNotTerminate(arena.b.nodes, arena.b.inputs, arena.root))
        expect(decimalsOf(valueOf(arena, facts))).toBeDefined()
      }),
      { numRuns: RUNS },
    )
  })

  it('a third does not, half does, and rounding ends everything', () => {
    const b = new Builder<never>()
    const third = b.constant(ratio(1n, 3n))
    expect(mayNotTerminate(b.nodes, [], third)).toBe(true)
    expect(mayNotTerminate(b.nodes, [], b.constant(ratio(1n, 2n)))).toBe(false)
    expect(
      mayNotTerminate(b.nodes, [], b.round(third, { to: ratio(1n, 100n), mode: 'half-up' })),
    ).toBe(false)
  })
})

describe('rows thought up as examples', () => {
  const people = { range: { lo: int(1), hi: null }, whole: true, unit: '人', words: null }
  const truth = { range: { lo: int(0), hi: int(1) }, whole: true, unit: '', words: null }

  it('reach both sides of every figure that is compared with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (line) => {
        const b = new Builder<RowInput>()
        const x = b.input({ from: 'attribute', attribute: 'people', domain: people })
        const used = b.input({ from: 'attribute', attribute: 'used', domain: truth })
        const both = b.and([b.compare(b.constant(int(line)), 'less', x), used])
        const found = new Set(
          [...examplesOf(b.nodes, b.inputs)].map((row) => valueIn(b.nodes, row)(both)?.num),
        )
        expect(found).toEqual(new Set([0n, 1n]))
      }),
      { numRuns: 60 },
    )
  })

  it('stay inside the declared values', () => {
    const b = new Builder<RowInput>()
    b.input({ from: 'attribute', attribute: 'people', domain: people })
    b.constant(int(-4))
    for (const [value] of examplesOf(b.nodes, b.inputs))
      expect(compare(value as never, int(1))).toBeGreaterThanOrEqual(0)
  })
})
