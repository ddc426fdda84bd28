import { divide, int, multiply, ONE, type Rational } from '@kaohe/engine'

const SAME: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  人次: '人次',
  个小时: '小时',
  千米: '公里',
  个百分点: '百分点',
  '¥': '元',
  圆: '元',
  个月: '月',
  '％': '%',
}
const PREFIXES: readonly (readonly [string, number])[] = [
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
]
const PARTS: Readonly<Record<string, Rational>> = {
  '%': int(100),
  百分点: int(100),
  '‰': int(1000),
}

function split(unit: string): { base: string; factor: Rational } {
  const known = SAME[unit] ?? unit
  if (known === '分钟') return { base: '小时', factor: divide(ONE, int(60)) }
  for (const [prefix, size] of PREFIXES) {
    const base = known.slice(prefix.length)
    if (known.startsWith(prefix) && base !== '' && base !== '米')
      return { base: SAME[base] ?? base, factor: int(size) }
    if (known === prefix) return { base: '', factor: int(size) }
  }
  return { base: known, factor: ONE }
}

/** A percentage, a percentage point or a per mille: never read from a bare number. */
export function isPart(unit: string | undefined): boolean {
  return unit !== undefined && PARTS[unit] !== undefined
}

/**
 * A value in the unit written, in the unit of its place; parts of a whole are kept as parts of one.
 * @returns undefined when the units measure different things (人 and 次, % and 百分点).
 */
export function convert(
  value: Rational,
  written: string,
  wanted: string | undefined,
): Rational | undefined {
  if (written === '') return isPart(wanted) ? undefined : value
  const own = SAME[written] ?? written
  const part = PARTS[own]
  if (part !== undefined) return own === wanted ? divide(value, part) : undefined
  if (wanted === undefined) return undefined
  const from = split(written)
  const to = split(wanted)
  const base = from.base === '' ? to.base : from.base
  return base === to.base ? divide(multiply(value, from.factor), to.factor) : undefined
}

/** A value of a place as one writes it there: `120%`, `5百分点`, `30人`. */
export function scaleOf(unit: string | undefined): Rational {
  return (unit === undefined ? undefined : PARTS[unit]) ?? ONE
}
