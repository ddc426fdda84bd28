import { describe, expect, it } from 'vitest'
import { caseOf } from './case.ts'
import { properties } from './list.ts'

/**
 * Seeds at which a property once did not hold: a row still to come outdoes one that is the same thing (638, 1637);
 * what units below have not reported is named as theirs (264, 1486); what a choice takes for granted still holds
 * inside a choice on something else (1896). At 9982 it was the property that did not look into what is rolled up.
 */
const SEEDS = [264, 638, 1486, 1637, 1896, 9982]

describe.each(SEEDS)('seed %i', (seed) => {
  const of = caseOf(seed)
  it.each(properties.map(({ name, holds }) => ({ name, holds })))('$name', ({ holds }) => {
    expect(holds(of)).toBeGreaterThanOrEqual(0)
  })
})
