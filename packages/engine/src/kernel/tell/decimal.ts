import { DATE_UNIT } from '../../number/index.ts'

const DECIMALS: Readonly<Record<number, number>> = { 1: 0, 10: 1, 100: 2, 1_000: 3, 10_000: 4 }
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
