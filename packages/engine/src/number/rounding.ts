import { type Rational, divide, multiply, ratio } from './rational.ts'

/**
 * How a value between two multiples is taken to one of them.
 * half-up: 四舍五入 (halves away from zero); half-even: 四舍六入五成双;
 * up: 进一 (away from zero); down: 舍去 (towards zero); floor, ceiling: towards -∞, +∞.
 */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down' | 'floor' | 'ceiling'

export interface Rounding {
  /** The step whose multiples are allowed, greater than zero: 0.01 keeps two decimals, 1 keeps integers. */
  readonly to: Rational
  readonly mode: RoundingMode
}

function floorDivide(num: bigint, den: bigint): bigint {
  const quotient = num / den
  return num % den < 0n ? quotient - 1n : quotient
}

function roundHalf(num: bigint, den: bigint, mode: 'half-up' | 'half-even'): bigint {
  const below = floorDivide(num, den)
  const twice = 2n * (num - below * den)
  if (twice !== den) return twice > den ? below + 1n : below
  if (mode === 'half-even') return below % 2n === 0n ? below : below + 1n
  return num > 0n ? below + 1n : below
}

function roundInteger(num: bigint, den: bigint, mode: RoundingMode): bigint {
  const below = floorDivide(num, den)
  const above = below * den === num ? below : below + 1n
  switch (mode) {
    case 'floor':
      return below
    case 'ceiling':
      return above
    case 'down':
      return num < 0n ? above : below
    case 'up':
      return num < 0n ? below : above
    case 'half-up':
    case 'half-even':
      return roundHalf(num, den, mode)
  }
}

/**
 * The multiple of `rounding.to` that `value` is taken to.
 * @throws RangeError when the step is not positive.
 * @example
 * round(ratio(1n, 3n), { to: ratio(1n, 100n), mode: 'half-up' }) // 33/100
 */
export function round(value: Rational, rounding: Rounding): Rational {
  if (rounding.to.num <= 0n) throw new RangeError('rounding step must be positive')
  const steps = divide(value, rounding.to)
  return multiply(ratio(roundInteger(steps.num, steps.den, rounding.mode)), rounding.to)
}
