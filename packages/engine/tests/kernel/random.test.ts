import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/evaluate/index.ts'
import { tellerOf } from '../../src/kernel/index.ts'
import { prove } from '../../src/proof/index.ts'
import { tellProof } from '../../src/proof/story.ts'
import { RUNS } from '../runs.ts'
import { expectOrder, expectPoints, expectSaid, scored } from './agree.ts'
import { INPUTS, datasetOf, facts, programs } from './make.ts'

const ways = ['plain', 'webassembly'] as const

describe.each(ways)('the kernel over random programs, %s', (by) => {
  it('says what the exact evaluator says', () => {
    let compared = 0
    fc.assert(
      fc.property(programs, facts, (program, values) => {
        const all = scored(program, datasetOf(values), by)
        expect(all.rows.apart).toEqual([])
        compared += expectPoints(all) + expectOrder(all)
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    )
    expect(compared).toBeGreaterThan(RUNS * 5)
  })

  it('sets units apart of which it does not know all', () => {
    fc.assert(
      fc.property(programs, facts, fc.nat(4), (program, values, hidden) => {
        const partly = values.map((row, u) =>
          row.map((v, k) => (u % 3 === 0 && k === hidden ? undefined : v)),
        )
        const all = scored(program, datasetOf(partly), by)
        const used = all.kernel.plan.columns.inputs.has(hidden)
        expect(all.rows.apart.map((u) => u.id)).toEqual(
          values.flatMap((_, u) => (used && u % 3 === 0 ? [`u${u}`] : [])),
        )
        expectPoints(all)
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    )
  })

  it('keeps everything right through any row of changes', () => {
    const changes = fc.array(fc.tuple(fc.nat(39), fc.nat(4), fc.nat(2_000)), { maxLength: 30 })
    fc.assert(
      fc.property(programs, facts, changes, (program, values, row) => {
        const { kernel } = scored(program, datasetOf(values), by)
        if (kernel.plan.order?.rank === undefined) return
        const now = values.map((v) => [...v])
        for (const [unit, input, draw] of row) {
          const [lo, hi] = INPUTS[input] as readonly [number, number]
          const value = lo + (draw % (hi - lo + 1))
          if (unit >= now.length || !kernel.change(unit, input, value)) continue
          ;(now[unit] as number[])[input] = value
        }
        const after = scored(program, datasetOf(now), by)
        expectPoints({ ...after, kernel })
        const units = now.map((_, u) => u)
        expect(units.map((u) => kernel.live.rank(u))).toEqual([...after.kernel.ranks()])
        const ends = units.map(
          (u) => (kernel.live.within(0, u) ? 1 : 0) + (kernel.live.within(1, u) ? 2 : 0),
        )
        expect(ends).toEqual([...after.kernel.ends()])
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    )
  })

  it('tells a unit in the words of its proof', () => {
    let told = 0
    fc.assert(
      fc.property(programs, facts, (program, values) => {
        const dataset = datasetOf(values)
        const { kernel } = scored(program, dataset, by)
        const teller = tellerOf(kernel)
        if (teller === undefined) return
        told += 1
        const evaluation = evaluate(program, dataset)
        for (const [row, { id, name }] of dataset.units.slice(0, 12).entries())
          expectSaid(teller, row, name, tellProof(prove(evaluation, id), 2))
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    )
    expect(told).toBeGreaterThan(RUNS / 100)
  })
})
