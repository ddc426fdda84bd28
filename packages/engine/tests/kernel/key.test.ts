import { describe, expect, it } from 'vitest'
import { Key, isFew } from '../../src/kernel/tell/key.ts'

describe('a number for what stands in some columns', () => {
  it('is another one for every case, from 0 to below the size', () => {
    const key = Key.of([
      { column: 3, lo: -2, hi: 2 },
      { column: 0, lo: 7, hi: 9 },
      { column: 1, lo: 0, hi: 1 },
    ])
    const found = new Set<number | undefined>()
    for (let a = -2; a <= 2; a++)
      for (let b = 7; b <= 9; b++)
        for (let c = 0; c <= 1; c++) found.add(key?.at(Int32Array.of(b, c, 99, a)))
    expect(key?.size).toBe(30)
    expect([...found].toSorted((x, y) => (x ?? -1) - (y ?? -1))).toEqual([...Array(30).keys()])
  })

  it('is 0 where nothing is asked', () => {
    const key = Key.of([])
    expect([key?.size, key?.at(new Int32Array(0))]).toEqual([1, 0])
  })

  it('is not given where there are more cases than are worth remembering', () => {
    expect(isFew({ lo: 1, hi: 8_192 })).toBe(true)
    expect(isFew({ lo: 0, hi: 8_192 })).toBe(false)
    expect(Key.of([{ column: 0, lo: 0, hi: 8_192 }])).toBeUndefined()
    expect(Key.of([{ column: 0, lo: 0, hi: 8_191 }])?.size).toBe(8_192)
  })
})
