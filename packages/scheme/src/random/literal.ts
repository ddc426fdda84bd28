import { type Quantity, type Range, type Rational, int, multiply, ratio } from '@kaohe/engine'
import { isWrong } from '../expression/mistake.ts'
import { scaleOf, writeQuantity } from '../expression/quantity.ts'
import { parseRange } from '../expression/range.ts'
import { type Chance, onceIn, pick, several } from './chance.ts'
import type { Measured } from './setting.ts'

/** Whole and half points, now and then a figure that no decimal can write. */
export function randomPoints(chance: Chance): Rational {
  if (onceIn(chance, 12)) return ratio(BigInt(1 + chance.below(5)), 3n)
  return ratio(BigInt(1 + chance.below(20)), 2n)
}

export function randomShare(chance: Chance): Rational {
  return ratio(BigInt(1 + chance.below(20)), 20n)
}

function figure(chance: Chance, unit: string): number {
  return unit === '%'
    ? 50 + 5 * chance.below(21)
    : unit === '百分点'
      ? 1 + chance.below(10)
      : 1 + chance.below(20)
}

export function quantityOf(value: number, unit: string): Quantity {
  return {
    value: multiply(int(value), scaleOf(unit === '' ? undefined : unit)),
    unit: unit === '' ? undefined : unit,
  }
}

export function randomQuantity(chance: Chance, unit: string): Quantity {
  return quantityOf(figure(chance, unit), unit)
}

/** The range of a written text; the texts made here are all ranges. */
export function rangeOf(text: string): Range {
  const read = parseRange(text)
  if (isWrong(read)) throw new Error(`not a range: ${text}`)
  return read.value
}

interface Cut {
  readonly at: string
  /** The value itself belongs to the stretch above it. */
  readonly above: boolean
}

function between(from: Cut, to: Cut): string {
  return `${from.above ? '[' : '('}${from.at}, ${to.at}${to.above ? ')' : ']'}`
}

function stretch(cuts: readonly Cut[], i: number): string {
  const [from, to] = [cuts[i - 1], cuts[i]]
  if (from && to) return between(from, to)
  if (to) return `${to.above ? '不足' : '不超过'}${to.at}`
  return from ? `${from.above ? '不低于' : '超过'}${from.at}` : '其他'
}

/** Ranges that hold every value exactly once, in order. */
export function partition(chance: Chance, { unit }: Measured): readonly Range[] {
  const values = [...new Set(several(chance, 1, 4, () => figure(chance, unit)))].toSorted(
    (a, b) => a - b,
  )
  const cuts = values.map((value) => ({
    at: writeQuantity(quantityOf(value, unit)),
    above: !onceIn(chance, 3),
  }))
  const texts = Array.from({ length: cuts.length + 1 }, (_, i) => stretch(cuts, i))
  const rest = onceIn(chance, 3) ? chance.below(texts.length) : -1
  return texts.map((text, i) => rangeOf(i === rest ? '其他' : text))
}

/** The left side of a table over a measure: every word, or ranges that hold everything. */
export function keysOf(chance: Chance, measure: Measured): readonly (Range | string)[] {
  const { words } = measure
  if (words === undefined) return partition(chance, measure)
  if (words.length < 2 || !onceIn(chance, 3)) return words
  return [...words.slice(0, 1 + chance.below(words.length - 1)), rangeOf('其他')]
}

export function randomDate(chance: Chance): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `2023-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
}

export function randomText(chance: Chance): string {
  return pick(chance, [
    '第九条',
    '按台账',
    '书记办公会',
    '“三会两制一课”落实',
    '见附件: 表1',
    '100',
    '是',
    '#1',
    ' 前后有空格 '.trim(),
    '甲、乙，丙',
  ])
}
