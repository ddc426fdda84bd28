import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS } from '../runs.ts'
import { type Case, type Property, caseOf } from './case.ts'

/** The same cases at every run: what is wrong with one is wrong until somebody mends it. */
const SEED = 20_201_231

/** Tries each property on RUNS random schemes; one that never compared anything has not held. */
export function expectProperties(properties: readonly Property[]): void {
  describe('any scheme with any facts', () => {
    const cases = new Map<number, Case>()
    const known = (seed: number): Case => {
      const of = cases.get(seed) ?? caseOf(seed)
      cases.set(seed, of)
      return of
    }
    it.each(properties)('$name', { timeout: 900_000 }, ({ holds }) => {
      let compared = 0
      const property = fc.property(fc.nat(), (seed) => {
        compared += holds(known(seed))
      })
      fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true })
      expect(compared).toBeGreaterThan(0)
    })
  })
}
