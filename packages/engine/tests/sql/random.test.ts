import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf } from './sample.ts'
import { Tally, WAYS } from './tally.ts'

const SEEDS = 90
/** So many of one kind at most, until every reading has computed it. */
const MOST = 150

describe('random schemes with random facts, by every reading of the core', () => {
  let tally: Tally
  beforeAll(async () => {
    tally = await Tally.open()
    for (let seed = 0; seed < SEEDS; seed += 1) await tally.add(sampleOf(seed))
    await tally.complete(MOST)
    console.log(tally.report())
  }, 600_000)
  afterAll(() => tally.close())

  it('have the points that exact evaluation gives them', () => {
    expect(tally.faults).toEqual([])
    for (const way of WAYS) expect(tally.totals[way].values).toBeGreaterThan(SEEDS * 5)
  })

  it('hold every kind, combiner and modifier that gives points', () => {
    expect(tally.lacking()).toEqual([])
  })

  it('are left to the exact evaluator no more than need be', () => {
    expect(tally.excesses()).toEqual([])
    expect(tally.totals.plain.declined).toBeGreaterThan(0)
  })
})
