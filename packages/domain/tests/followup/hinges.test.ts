import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstFall } from '../../src/followup/hinges.ts'

it.each([
  ['at the line', 100, 17, 17],
  ['at the first step', 100, 1, 1],
  ['only at the end', 100, 100, 100],
  ['never', 100, 101, undefined],
  ['nowhere to go', 0, 1, undefined],
])('finds where it falls: %s', (_, steps, line, expected) => {
  expect(firstFall(steps, (step) => step >= line)).toBe(expected)
})

it('falls where it says, one step before it holds, and few are asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.infiniteStream(fc.boolean()),
      (steps, some) => {
        const falls = Array.from(
          { length: steps + 1 },
          (_, i) => i > 0 && some.next().value === true,
        )
        let asked = 0
        const found = firstFall(steps, (step) => {
          asked += 1
          return falls[step]!
        })
        expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(steps + 1)) + 1)
        const around = [falls[found ?? steps], falls[(found ?? steps + 1) - 1]]
        expect(around).toEqual(found === undefined ? [false, false] : [true, false])
      },
    ),
  )
})
