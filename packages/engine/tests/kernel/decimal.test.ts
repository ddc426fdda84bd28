import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayDecimal, sayFraction, saySignedFraction } from '../../src/kernel/tell/decimal.ts'
import type { Fraction } from '../../src/kernel/tell/fraction.ts'
import { point, ratio } from '../../src/number/index.ts'
import { sayFigure } from '../../src/proof/tell.ts'
import { RUNS } from '../runs.ts'

const whole = fc.integer({ min: -2_000_000, max: 2_000_000 })

function lowest(num: number, den: number): Fraction {
  const value = ratio(BigInt(num), BigInt(den))
  return { num: Number(value.num), den: Number(value.den) }
}

const exactly = ({ num, den }: Fraction) => point({ num: BigInt(num), den: BigInt(den) })

const said = (value: Fraction, unit: string) => sayFigure({ unit }, exactly(value))
const signed = (value: Fraction) => sayFigure({ unit: '分', signed: true }, exactly(value))

describe('figures in plain numbers', () => {
  it('write decimals as exact values are written', () => {
    const scales = fc.constantFrom(1, 10, 100, 1_000, 10_000)
    fc.assert(
      fc.property(whole, scales, (n, scale) => {
        expect(sayDecimal(scale, '次')?.(n)).toBe(said(lowest(n, scale), '次'))
      }),
      { numRuns: RUNS },
    )
  })

  it('write fractions as exact values are written, and those gained or lost', () => {
    const endless = fc.integer({ min: 1, max: 400 }).map((d) => 3 * d)
    const dens = fc.oneof(endless, fc.constantFrom(1, 16, 40, 625, 1_000, 10_000, 99_991))
    fc.assert(
      fc.property(whole, dens, (n, d) => {
        const value = lowest(n, d)
        expect(sayFraction(value, '次') ?? said(value, '次')).toBe(said(value, '次'))
        expect(saySignedFraction(value) ?? signed(value)).toBe(signed(value))
      }),
      { numRuns: RUNS },
    )
  })

  it.each([
    [{ num: 0, den: 1 }, '0分', '得0分'],
    [{ num: 530, den: 181 }, '530/181分（约2.93分）', '得530/181分（约2.93分）'],
    [{ num: -1, den: 3 }, '-1/3分（约-0.33分）', '扣1/3分（约0.33分）'],
    [{ num: 1, den: 600 }, '1/600分（约0分）', '得1/600分（约0分）'],
    [{ num: 1, den: 16 }, '0.0625分', '得0.0625分'],
    [{ num: 2, den: 3 }, '2/3分（约0.67分）', '得2/3分（约0.67分）'],
  ])('%j', (value, plain, changed) => {
    expect(sayFraction(value, '分')).toBe(plain)
    expect(saySignedFraction(value)).toBe(changed)
  })

  it('leave to the exact ones what is too wide, too fine, or said in another unit', () => {
    expect(sayFraction({ num: 2 ** 40, den: 3 }, '分')).toBeUndefined()
    expect(sayFraction({ num: 1, den: 2 ** 39 + 1 }, '分')).toBeUndefined()
    expect(sayFraction({ num: 1, den: 32 }, '分')).toBeUndefined()
    expect(sayFraction({ num: 1, den: 3 }, '%')).toBeUndefined()
  })
})
