import {
  type Quantity,
  type Rational,
  formatRational,
  multiply,
  parseRational,
  ratio,
} from '@kaohe/engine'
import type { Phrase } from '../diagnostic/diagnostic.ts'
import { type Mistake, type Parsed, lookAlikeIn, wrong } from './mistake.ts'

/** Units whose figures are parts of a whole: 120 % is kept as 6/5. */
const SCALE: Readonly<Record<string, Rational>> = {
  '%': ratio(1n, 100n),
  百分点: ratio(1n, 100n),
  '‰': ratio(1n, 1000n),
}

export function scaleOf(unit: string | undefined): Rational {
  return (unit === undefined ? undefined : SCALE[unit]) ?? ratio(1n)
}

const QUANTITY = /^([+-]?\d+(?:\.\d+)?(?:\/\d+)?)\s*(.*)$/su
// A unit is none of the words of a range, nor vague, nor a mistyped digit.
const NO_UNIT = /以|不|超过|至|及|到|左右|上下|前后|余|^(?:[OoI]|[OolI]{2,})$/
const UNIT = /^(?:[%‰]|(?:[\p{Script=Han}A-Za-z·²³]+(?:\/[\p{Script=Han}A-Za-z·]+)?))$/u

/** Reads a written number with its unit; `个百分点` is the unit `百分点`. */
export function quantityFrom(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text.trim())
  const value = match && parseRational(match[1] as string)
  if (!match || !value) return undefined
  const written = (match[2] as string).replace(/^个(?=百分点$)/, '')
  if (written === '') return { value, unit: undefined }
  if (!UNIT.test(written) || NO_UNIT.test(written)) return undefined
  return { value: multiply(value, scaleOf(written)), unit: written }
}

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  两: '2',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
}

function guess(text: string): string | undefined {
  const thousands = text.replaceAll(/(\d),(?=\d{3})/g, '$1')
  if (thousands !== text && quantityFrom(thousands)) return thousands
  const ohs = text.replace(/^[\dOolI.]+/, (digits) =>
    digits.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1'),
  )
  if (ohs !== text && quantityFrom(ohs)) return ohs
  const digit = CHINESE_DIGITS[text[0] ?? '']
  return digit && quantityFrom(digit + text.slice(1)) ? digit + text.slice(1) : undefined
}

/** The mistake of a text that should have been a number of some sort. */
export function badNumber(text: string, expected: Phrase): Mistake {
  const like = lookAlikeIn(text)
  if (like) return like
  return {
    code: 'bad-number',
    from: 0,
    to: text.length,
    found: text,
    expected,
    nearest: guess(text),
  }
}

const EXPECT = {
  quantity: {
    zh: '数和单位，如 30人、120%、5百分点',
    en: 'a number with its unit, such as 30人 or 120%',
  },
  points: { zh: '分数，如 5、2.5分、1/3', en: 'points, such as 5, 2.5分 or 1/3' },
  money: {
    zh: '金额，如 5000、5000元、2万元',
    en: 'an amount of money, such as 5000, 5000元 or 2万元',
  },
  share: { zh: '比例，如 60% 或 3/5', en: 'a share, such as 60% or 3/5' },
  number: { zh: '数，如 3、0.01、1/3', en: 'a number, such as 3, 0.01 or 1/3' },
  count: { zh: '不带单位的整数，如 3', en: 'a whole number, such as 3' },
} as const

/** Reads `30人`, `120%`, `2.5万元` or a bare number. */
export function parseQuantity(text: string): Parsed<Quantity> {
  const value = quantityFrom(text)
  return value ? { value } : wrong(badNumber(text, EXPECT.quantity))
}

/** Reads `5`, `2.5分`, `1/3`. */
export function parsePoints(text: string): Parsed<Rational> {
  const read = quantityFrom(text)
  if (read && (read.unit === undefined || read.unit === '分')) return { value: read.value }
  if (!read) return wrong(badNumber(text, EXPECT.points))
  return wrong({
    code: 'unit-mismatch',
    from: 0,
    to: text.length,
    found: text,
    expected: EXPECT.points,
    // 2万元 is no 2.
    nearest: /[百千万亿]/.test(read.unit ?? '')
      ? undefined
      : formatRational(multiply(read.value, invert(read.unit))),
  })
}

function invert(unit: string | undefined): Rational {
  const scale = scaleOf(unit)
  return ratio(scale.den, scale.num)
}

const YUAN: Readonly<Record<string, bigint>> = {
  元: 1n,
  百元: 100n,
  千元: 1000n,
  万元: 10_000n,
  亿元: 100_000_000n,
}

/** Reads `5000`, `5000元`, `2万元` as yuan. */
export function parseMoney(text: string): Parsed<Rational> {
  const read = quantityFrom(text)
  if (!read) return wrong(badNumber(text, EXPECT.money))
  const times = YUAN[read.unit ?? '元']
  if (times !== undefined) return { value: multiply(read.value, ratio(times)) }
  // 2万 is 2万元.
  const meant = `${text.trim()}元`
  return wrong({
    code: 'unit-mismatch',
    from: 0,
    to: text.length,
    found: text,
    expected: EXPECT.money,
    nearest: `${read.unit}元` in YUAN ? meant : undefined,
  })
}

/** Reads `60%` or `3/5`; a bare whole number or decimal is refused, since 60 may mean 60%. */
export function parseShare(text: string): Parsed<Rational> {
  const read = quantityFrom(text)
  if (!read) return wrong(badNumber(text, EXPECT.share))
  if (read.unit === '%' || read.unit === '‰') return { value: read.value }
  if (read.unit === undefined && text.includes('/')) return { value: read.value }
  const span = { from: 0, to: text.length, found: text, expected: EXPECT.share }
  if (read.unit !== undefined)
    return wrong({ code: read.unit === '百分点' ? 'percent-or-point' : 'unit-mismatch', ...span })
  return wrong({ code: 'missing-unit', ...span, nearest: percentOf(read.value) })
}

// 0.6 and 60 are both meant for 60%.
function percentOf(value: Rational): string {
  const isPart = value.num > 0n && value.num <= value.den
  return `${formatRational(isPart ? multiply(value, ratio(100n)) : value)}%`
}

/**
 * What a figure was probably meant to be where one of another unit belongs: 60% for 0.6, 0.05万元 for
 * 500元; undefined where nothing says so.
 */
export function nearestIn(unit: string, { value, unit: own }: Quantity): string | undefined {
  if (own === undefined) return unit === '%' ? percentOf(value) : undefined
  const [from, to] = [YUAN[own], YUAN[unit]]
  if (from === undefined || to === undefined) return undefined
  return `${formatRational(multiply(value, ratio(from, to)))}${unit}`
}

/** Reads a number without unit. */
export function parseNumber(text: string): Parsed<Rational> {
  const value = parseRational(text.trim())
  return value ? { value } : wrong(badNumber(text, EXPECT.number))
}

/** Reads a whole number that is not negative. */
export function parseCount(text: string): Parsed<number> {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined
  return value === undefined ? wrong(badNumber(text, EXPECT.count)) : { value }
}

/** Writes a quantity so that `parseQuantity` reads it back. */
export function writeQuantity(quantity: Quantity): string {
  const scale = scaleOf(quantity.unit)
  return (
    formatRational(multiply(quantity.value, ratio(scale.den, scale.num))) + (quantity.unit ?? '')
  )
}
