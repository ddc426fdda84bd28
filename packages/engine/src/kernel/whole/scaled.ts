import type { Rational } from '../../number/index.ts'
import * as i from './int.ts'
import type { Int } from './int.ts'

/**
 * An exact value in whole numbers: `int / scale`, or `int / (by * scale)` for a quotient that still
 * waits to be rounded. The scale is positive, `by` at least 1.
 */
export interface Scaled {
  readonly int: Int
  readonly scale: number
  readonly by?: Int
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))
const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b

/** The least scale at which all of the values are whole. */
export function commonScale(values: readonly Scaled[]): number {
  let common = 1
  for (const { scale } of values) if (common % scale !== 0) common = lcm(common, scale)
  return common
}

/** The whole number of a value at a multiple of its scale. */
export function atScale(value: Scaled, scale: number): Int {
  return value.scale === scale ? value.int : i.scale(scale / value.scale, value.int)
}

/** Undefined where a value is too wide for lanes of 32 bits. */
export function fitting(value: Scaled): Scaled | undefined {
  const fits = value.int.bits <= 32 && value.scale < 2 ** 31 && (value.by?.bits ?? 8) <= 32
  return fits ? value : undefined
}

export function scaledConstant({ num, den }: Rational): Scaled {
  return { int: i.constant(Number(num)), scale: Number(den) }
}

/** `value * num / den`, in lowest terms as far as the form tells. */
export function multiplied(value: Scaled, num: number, den: number): Scaled {
  if (num === 1 && den === 1) return value
  const common = gcd(num, value.scale) || 1
  return { ...value, int: i.scale(num / common, value.int), scale: den * (value.scale / common) }
}

const isTruth = (x: Scaled): boolean => x.scale === 1 && x.int.lo >= 0 && x.int.hi <= 1

/** The product of two values; undefined for two quotients. */
export function times(a: Scaled, b: Scaled): Scaled | undefined {
  if (a.int.op === 'constant' && a.by === undefined) return multiplied(b, a.int.value, a.scale)
  if (b.int.op === 'constant' && b.by === undefined) return multiplied(a, b.int.value, b.scale)
  if (a.by !== undefined || b.by !== undefined) return undefined
  if (isTruth(a)) return { ...b, int: i.atLeast(a.int, 1, b.int, i.constant(0)) }
  if (isTruth(b)) return { ...a, int: i.atLeast(b.int, 1, a.int, i.constant(0)) }
  return { int: i.multiply(a.int, b.int), scale: a.scale * b.scale }
}
