import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSchemeFolder } from '../../src/index.ts'
import { type Roll, reclaused, renamed, scaled, shuffled } from './copy.ts'
import { NOTICES, ROOT, findingsIn } from './support.ts'

const texts = new Map(
  NOTICES.map((id) => [id, readFileSync(join(ROOT, 'schemes', id, 'scheme.yaml'), 'utf8')]),
)

function checksIn(text: string): readonly string[] {
  return findingsIn(readSchemeFolder([{ path: 'scheme.yaml', text }]))
    .map(({ check, severity }) => `${check} ${severity}`)
    .toSorted()
}

function rollOf(seed: number): Roll {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

/** Copies are large: a few of each suffice, since nothing in a check looks at a name. */
const RUNS = 6

describe('a copy with other names, clauses, order and figures has the same findings', () => {
  it.each(NOTICES)('%s', (notice) => {
    const text = texts.get(notice) as string
    const expected = checksIn(text)
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, points, measures) => {
          const roll = rollOf(seed)
          const copy = shuffled(
            scaled(reclaused(renamed(text, roll), roll), points, measures),
            roll,
          )
          expect(checksIn(copy)).toEqual(expected)
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('a copy is another text', () => {
    const text = texts.get('ganzhou-2023') as string
    const copy = renamed(text, rollOf(1))
    expect(copy).not.toContain('study-rate')
    expect(scaled(text, 3, 2)).toContain('240%及以上')
  })
})
