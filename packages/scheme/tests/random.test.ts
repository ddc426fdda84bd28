import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  chanceFrom,
  diffSchemes,
  printScheme,
  randomDataset,
  randomScheme,
  readScheme,
  showScheme,
} from '../src/index.ts'
import { schemeSchema } from '../src/json-schema/schema.ts'
import { faults } from './json-schema.ts'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const RUNS = { numRuns: 25 }

describe('random schemes', { timeout: 180_000 }, () => {
  it('read back as they were printed, to the letter', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scheme = randomScheme(chanceFrom(seed), { items: 4 })
        const text = printScheme(scheme)
        const again = readScheme(text)
        expect(again.diagnostics).toEqual([])
        expect(again.scheme).toStrictEqual(scheme)
        expect(printScheme(again.scheme as typeof scheme)).toBe(text)
        expect(diffSchemes(scheme, again.scheme as typeof scheme)).toEqual([])
      }),
      RUNS,
    )
  })

  it('fit the JSON Schema that editors use', () => {
    const schema = schemeSchema()
    fc.assert(
      fc.property(seeds, (seed) => {
        const scheme = randomScheme(chanceFrom(seed), { items: 3 })
        expect(faults(schema, parse(printScheme(scheme)))).toEqual([])
      }),
      RUNS,
    )
  })

  it('are told in words, every indicator by name and no id left over', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scheme = randomScheme(chanceFrom(seed), { items: 3 })
        const shown = showScheme(scheme)
        for (const item of scheme.items) expect(shown).toContain(`**${item.name}**`)
        expect(shown).not.toMatch(/undefined|\[object|NaN/)
      }),
      RUNS,
    )
  })

  it('are the same for the same seed, and so are their data', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, other] = [
          randomScheme(chanceFrom(seed), { items: 2 }),
          randomScheme(chanceFrom(seed), { items: 2 }),
        ]
        expect(other).toStrictEqual(one)
        expect(randomDataset(chanceFrom(seed), one)).toStrictEqual(
          randomDataset(chanceFrom(seed), other),
        )
      }),
      { numRuns: 8 },
    )
  })
})
