import { expect, it } from 'vitest'
import { sayRange } from './say-range.ts'

it.each([
  ['[98%, 100%)', '98%（含）—100%（不含）'],
  ['(5人，10人]', '5人（不含）—10人（含）'],
  ['不足90%', '不足90%'],
  ['6—15人', '6—15人'],
])('%s', (text, said) => {
  expect(sayRange({ text })).toBe(said)
})
