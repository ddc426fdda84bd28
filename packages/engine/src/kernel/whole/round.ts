import type { RoundingMode } from '../../number/index.ts'
import * as i from './int.ts'
import type { Int } from './int.ts'

/**
 * Whole division goes through float32, which holds whole numbers up to 2^24. With dividend a under
 * 2^24 - 1 and divisor b under 2^24 no quotient is rounded up to a whole number that it does not reach:
 * the nearest it comes is 1/b below q + 1, and half a unit of the last place there is at most
 * (q + 1) / 2^24, which is less, since b * (q + 1) <= a + 1.
 */
const DIVIDEND = 2 ** 24 - 2
const DIVISOR = 2 ** 24 - 1

function quotient(a: Int, b: Int): Int | undefined {
  return a.lo >= 0 && a.hi <= DIVIDEND && b.lo >= 1 && b.hi <= DIVISOR ? i.divide(a, b) : undefined
}

/** a / b for a that is not negative, to a whole number. */
function positive(a: Int, b: Int, mode: RoundingMode): Int | undefined {
  switch (mode) {
    case 'floor':
    case 'down':
      return quotient(a, b)
    case 'ceiling':
    case 'up':
      return quotient(i.add(a, i.add(b, i.constant(-1))), b)
    case 'half-up':
      return quotient(i.add(i.scale(2, a), b), i.scale(2, b))
    case 'half-even':
      return undefined
  }
}

const MIRRORED: Readonly<Record<RoundingMode, RoundingMode>> = {
  floor: 'ceiling',
  ceiling: 'floor',
  up: 'up',
  down: 'down',
  'half-up': 'half-up',
  'half-even': 'half-even',
}

/** `a / b` taken to a whole number; undefined where that is not exact in the lanes there are. */
export function roundedQuotient(a: Int, b: Int, mode: RoundingMode): Int | undefined {
  if (b.op === 'constant' && b.value === 1) return a
  if (a.lo >= 0) return positive(a, b, mode)
  const zero = i.constant(0)
  const above = positive(i.max(a, zero), b, mode)
  const below = positive(i.max(i.scale(-1, a), zero), b, MIRRORED[mode])
  return above && below && i.add(above, i.scale(-1, below))
}
