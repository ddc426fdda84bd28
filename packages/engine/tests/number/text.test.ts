import { describe, expect, it } from 'vitest'
import {
  compare,
  decimalsOf,
  divide,
  equal,
  formatRational,
  greatest,
  int,
  isInteger,
  isZero,
  least,
  ONE,
  parseRational,
  ratio,
  ZERO,
} from '../../src/number/index.ts'

const BIG = 10n ** 20n

describe('a figure', () => {
  it.each([
    ['+5', '5'],
    ['-5', '-5'],
    ['-0', '0'],
    ['-1/2', '-0.5'],
    ['+1/4', '0.25'],
    ['0.05', '0.05'],
    ['-0.05', '-0.05'],
    ['12.340', '12.34'],
    ['10/4', '2.5'],
    ['100', '100'],
    ['-7/3', '-7/3'],
    ['1/1024', '0.0009765625'],
    ['1/3125', '0.00032'],
    [`1/${BIG}`, `0.${'0'.repeat(19)}1`],
    [`${BIG + 1n}/${BIG}`, `1.${'0'.repeat(19)}1`],
    [`1/${3n * BIG}`, `1/${3n * BIG}`],
    [`1/${2n ** 70n}`, (5n ** 70n).toString().padStart(70, '0').replace(/^/, '0.')],
  ])('%s is written %s', (text, written) => {
    const value = parseRational(text)!
    expect(formatRational(value)).toBe(written)
    expect(parseRational(written)).toEqual(value)
  })

  it.each([
    '--1',
    '1/-2',
    '1/0',
    '1/2/3',
    '1/2.5',
    ' 1',
    '1 ',
    '1.',
    '.1',
    '+',
    '-',
    '٣',
    '1x',
    'x1',
  ])('is none: %j', (text) => expect(parseRational(text)).toBeUndefined())

  it.each<[bigint, bigint, number | undefined]>([
    [3n, 1n, 0],
    [1n, 2n, 1],
    [1n, 5n, 1],
    [1n, 40n, 3],
    [1n, 625n, 4],
    [1n, 6n, undefined],
    [1n, 10n * BIG, 21],
    [1n, 2n ** 60n, 60],
    [1n, 5n ** 30n, 30],
    [1n, 7n * BIG, undefined],
  ])('%i/%i has so many decimals: %s', (num, den, decimals) =>
    expect(decimalsOf(ratio(num, den))).toBe(decimals),
  )
})

describe('a rational', () => {
  it('is in lowest terms, its divisor above zero', () => {
    expect(ratio(6n, -4n)).toEqual({ num: -3n, den: 2n })
    expect(ratio(-6n, -4n)).toEqual({ num: 3n, den: 2n })
    expect(ratio(0n, -4n)).toEqual({ num: 0n, den: 1n })
    expect(ratio(4n)).toEqual({ num: 4n, den: 1n })
  })

  it('divides by nothing but zero', () => {
    expect(() => ratio(1n, 0n)).toThrow('denominator zero')
    expect(() => divide(ONE, ZERO)).toThrow('denominator zero')
  })

  it('is made of whole numbers that are safe', () => {
    expect(int(-3)).toEqual(ratio(-3n))
    for (const value of [0.5, 2 ** 53, Number.NaN])
      expect(() => int(value)).toThrow(`not a safe integer: ${value}`)
  })

  it.each<[string, string, number]>([
    ['1/3', '0.33', 1],
    ['0.33', '1/3', -1],
    ['-1/3', '-0.33', -1],
    ['2/6', '1/3', 0],
  ])('%s beside %s', (a, b, order) => {
    const [x, y] = [parseRational(a)!, parseRational(b)!]
    expect(compare(x, y)).toBe(order)
    expect(equal(x, y)).toBe(order === 0)
    expect(least(x, y)).toEqual(order < 0 ? x : y)
    expect(greatest(x, y)).toEqual(order > 0 ? x : y)
  })

  it('is equal in both of its parts', () => {
    expect(equal(ratio(1n, 2n), ratio(1n, 3n))).toBe(false)
    expect(equal(ratio(1n, 3n), ratio(2n, 3n))).toBe(false)
  })

  it('is zero, or whole, or neither', () => {
    expect([ZERO, ONE, ratio(1n, 2n)].map(isZero)).toEqual([true, false, false])
    expect([ZERO, ONE, ratio(1n, 2n)].map(isInteger)).toEqual([true, true, false])
  })
})
