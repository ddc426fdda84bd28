import { describe, expect, it } from 'vitest'
import { aloneBefore, beforesOf, yearOn } from '../../src/reporting/previous.ts'

const merged = {
  unit: 'a',
  earlier: 'b',
  happenedOn: '2023-05-01',
  kind: 'merged',
  name: '乙',
} as const
const split = {
  unit: 'p',
  earlier: 'w',
  happenedOn: '2023-05-01',
  kind: 'split',
  name: '整',
} as const

describe('whose figures of last year belong to a unit', () => {
  it('are its own when nothing happened since, also when something happened before', () => {
    expect(beforesOf('a', [], '2022-12-31')).toEqual([{ unit: 'a', name: null, how: 'itself' }])
    expect(aloneBefore(beforesOf('a', [merged], '2023-12-31'))).toBe('a')
    expect(aloneBefore(beforesOf('x', [merged, split], '2022-12-31'))).toBe('x')
  })

  it('are those of all that merged, and then stand alone for none', () => {
    const befores = beforesOf('a', [merged, split], '2022-12-31')
    expect(befores.map(({ unit, how }) => [unit, how])).toEqual([
      ['a', 'itself'],
      ['b', 'merged'],
    ])
    expect(aloneBefore(befores)).toBeUndefined()
  })

  it('are those of the whole for a part of it, which are not its own', () => {
    const befores = beforesOf('p', [split], '2022-12-31')
    expect(befores).toEqual([{ unit: 'w', name: '整', how: 'split' }])
    expect(aloneBefore(befores)).toBeUndefined()
  })
})

it.each([
  ['2022-03', '2023-03'],
  ['2022-Q4', '2023-Q4'],
  ['2022', '2023'],
  ['', ''],
  ['3', '3'],
])('%s is compared with %s', (before, now) => {
  expect(yearOn(before, 1)).toBe(now)
})
