import { DATE_UNIT, fewDecimals } from '../../number/index.ts'
import type { Fraction } from './fraction.ts'

const DECIMALS: Readonly<Record<number, number>> = { 1: 0, 10: 1, 100: 2, 1_000: 3, 10_000: 4 }
/** Ten thousand of it are safe, and so is what rounding them takes. */
const MOST = 2 ** 38
/** Units that are not said as they are kept. */
const TURNED = new Set(['%', '百分点', DATE_UNIT])

/**
 * Writes whole numbers over a power of ten in a unit, as `sayQuantity` does; undefined for other scales
 * and for percentages.
 * @example
 * sayDecimal(100, '分')?.(250) // '2.5分'
 */
export function sayDecimal(scale: number, unit: string): ((whole: number) => string) | undefined {
  const decimals = DECIMALS[scale]
  if (decimals === undefined || TURNED.has(unit)) return undefined
  if (decimals === 0) return (whole) => `${whole}${unit}`
  return (whole) => {
    const digits = Math.abs(whole)
    const below = digits % scale
    const sign = whole < 0 ? '-' : ''
    const head = `${sign}${(digits - below) / scale}`
    if (below === 0) return head + unit
    let [part, places] = [below, decimals]
    for (; part % 10 === 0; places--) part /= 10
    return `${head}.${`${part}`.padStart(places, '0')}${unit}`
  }
}

// To the nearest whole number, halves away from zero.
function nearest(num: number, den: number): number {
  const [twice, by] = [2 * Math.abs(num) + den, 2 * den]
  return (Math.sign(num) * (twice - (twice % by))) / by
}

/**
 * Writes a fraction in a unit, as `sayInterval` does of a value that is known; undefined where that
 * takes more than plain numbers.
 * @example
 * sayFraction({ num: 1, den: 3 }, '分') // '1/3分（约0.33分）'
 */
export function sayFraction({ num, den }: Fraction, unit: string): string | undefined {
  if (Math.abs(num) > MOST || den > MOST) return undefined
  const places = fewDecimals(den)
  if (places !== undefined) return sayDecimal(10 ** places, unit)?.((num * 10 ** places) / den)
  const near = sayDecimal(100, unit)?.(nearest(num * 100, den))
  return near && `${num}/${den}${unit}（约${near}）`
}

/** The same of points that are gained or lost: `得5/3分（约1.67分）`. */
export function saySignedFraction({ num, den }: Fraction): string | undefined {
  const said = sayFraction({ num: Math.abs(num), den }, '分')
  return said && `${num < 0 ? '扣' : '得'}${said}`
}
