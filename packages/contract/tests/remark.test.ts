import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remarkLength } from '../src/remark.ts'

describe('the length of a remark, as an office counts it', () => {
  it.each([
    ['', 0],
    ['工作扎实', 4],
    ['工作扎实，成效明显。', 10],
    ['成绩突出，增长12.5%。', 9],
    ['《青年说》获得 3 个奖', 10],
    ['ABC def', 2],
    ['  两 头  空 ', 3],
    ['“智慧团建”……', 8],
    ['𠮷野家', 3],
  ])('%s: %i', (text, length) => expect(remarkLength(text)).toBe(length))

  it('never counts less for more Chinese characters, nor anything for blanks', () => {
    assert(
      property(string(), (text) => {
        expect(remarkLength(`${text}团`)).toBe(remarkLength(text) + 1)
        expect(remarkLength(` ${text}\n`)).toBe(remarkLength(text))
      }),
    )
  })
})
