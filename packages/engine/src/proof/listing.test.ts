import { describe, expect, it } from 'vitest'
import { listingsOf } from './listing.ts'
import type { FoldProof } from './proof.ts'

/** A fold of the events a, b, c that counts some of them. */
function fold(counted: string, more: Partial<FoldProof> = {}): FoldProof {
  const rows = ['a', 'b', 'c'].map((id) => ({ id, counted: counted.includes(id) }))
  const plain = { over: 'ballot', name: '评分表', how: 'sum', once: null, rows }
  return { ...plain, ...more } as unknown as FoldProof
}

const listed = (...folds: readonly FoldProof[]) =>
  listingsOf(folds).map((one) => one.folds.map((each) => folds.indexOf(each)))

const COUNT = { how: 'count' } as const

describe('the rows of several folds are listed once', () => {
  it.each<[string, readonly FoldProof[], readonly (readonly number[])[]]>([
    ['one by itself', [fold('ab')], [[0]]],
    ['a count beside a sum of the same', [fold('abc', COUNT), fold('abc')], [[1]]],
    ['a count of some of what is summed', [fold('abc'), fold('a', COUNT)], [[0]]],
    ['a count of more than is summed', [fold('a'), fold('ab', COUNT)], [[0], [1]]],
    ['two counts of the same', [fold('ab', COUNT), fold('ab', COUNT)], [[0]]],
    ['the larger of two counts', [fold('a', COUNT), fold('abc', COUNT)], [[1]]],
    ['groups that share the rows out', [fold('ab'), fold('c')], [[0, 1]]],
    ['sums that count a row twice', [fold('ab'), fold('bc')], [[0], [1]]],
    [
      'a count that keeps the best',
      [fold('abc'), fold('a', { ...COUNT, once: { by: [], keep: 'max' } })],
      [[0], [1]],
    ],
    ['other events', [fold('abc'), fold('abc', { ...COUNT, name: '问卷' })], [[0], [1]]],
  ])('%s', (_, folds, expected) => {
    expect(listed(...folds)).toEqual(expected)
  })
})

it('remembers a count of some of the rows, and not one of all or of none', () => {
  const [all, some, none] = [fold('abc', COUNT), fold('b', COUNT), fold('', COUNT)]
  expect(listingsOf([all, some, none])).toEqual([{ rows: all.rows, folds: [all], some: [some] }])
  expect(listingsOf([all, fold('abc', COUNT)])[0]?.some).toEqual([])
})

it('tells no condition where groups that share the rows out are counted as well', () => {
  const groups = [fold('ab'), fold('c'), fold('ab', COUNT), fold('c', COUNT)]
  expect(listingsOf(groups)[0]?.some).toEqual([])
})
