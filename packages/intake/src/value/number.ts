import { formatRational, isZero, multiply, parseRational, type Rational } from '@kaohe/engine'
import { isRich, type Plain, type Raw } from '../grid/index.ts'
import { fault, note, type Reading, read, refuse, say } from '../report/index.ts'
import { halfWidth, tidy } from './clean.ts'
import { rationalOf, spellOut } from './decimal.ts'
import { guessNumeral, readNumeral } from './numeral.ts'
import { convert, isPart, scaleOf } from './units.ts'

const NUMBER = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:\/\d+)?)(.*)$/
const GROUPED = /^([+-]?\d{1,3}(?:,\d{3})+)(?![\d,])/
const NUMERAL =
  /^([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+)(?:点([零〇一二三四五六七八九]+))?(\D*)$/
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i
/** A figure of more digits helps nobody. */
const MOST_DIGITS = 24
const APPROXIMATE =
  /^(约|大约|大概|近|超|超过|不足|至少|将近|左右|[<>≥≤~～])|(左右|上下|余|多|以上|以下|\+)$|\d\s*[-—~～至]\s*\d|[余多来]\D*$/

/** How a value is written in a place of that unit: 0.95 in `%` is `95%`. */
export function writeQuantity(value: Rational, unit: string | undefined): string {
  return `${formatRational(multiply(value, scaleOf(unit)))}${unit ?? ''}`
}

const written = (raw: Plain): string => `${raw}`

function bareShare(found: string, unit: string): Reading<Rational> {
  const wrote = halfWidth(found)
  const number = Number(wrote)
  const twice = number > 0 && number <= 2 && unit === '%'
  const zh = twice
    ? `请写成 ${Number((number * 100).toPrecision(12))}% 或 ${wrote}%`
    : `请写成 ${wrote}${unit}`
  const en = twice
    ? `write ${Number((number * 100).toPrecision(12))}% or ${wrote}%`
    : `write ${wrote}${unit}`
  const why = say(
    `这里要写明“${unit}”，光写数字分不清是几倍还是百分之几`,
    `“${unit}” must be written here; a bare number may mean either a share or a percentage`,
  )
  return refuse(fault('bare-share', why, { found, expected: say(zh, en) }))
}

function mismatch(found: string, wrong: string, unit: string | undefined): Reading<Rational> {
  const wanted =
    unit === undefined || unit === ''
      ? say('这里不带单位', 'no unit is expected here')
      : say(`这里的单位是“${unit}”`, `the unit here is “${unit}”`)
  return refuse(
    fault('wrong-unit', say(`单位“${wrong}”不对`, `“${wrong}” is another unit`), {
      found,
      expected: wanted,
    }),
  )
}

function inUnit(
  value: Rational,
  wrote: string,
  unit: string | undefined,
  found: string,
): Reading<Rational> {
  const converted = convert(value, wrote, unit)
  if (converted !== undefined) return read(converted)
  if (wrote === '' && isPart(unit))
    return isZero(value) ? read(value) : bareShare(found, unit ?? '%')
  return mismatch(found, wrote, unit)
}

function lookAlike(text: string): string | undefined {
  const repaired = text
    .replaceAll(/[oOＯ]/g, '0')
    .replaceAll(/[lI|]/g, '1')
    .replaceAll('。', '.')
    .replaceAll(/(\d)\s+(?=\d)/g, '$1')
  return repaired !== text && NUMBER.test(repaired) ? repaired : undefined
}

function nearestNumber(text: string, unit: string | undefined): string | undefined {
  const whole = lookAlike(text)
  if (whole !== undefined) return whole
  const digits = /\d+(?:\.\d+)?\s*[%‰]?/.exec(text)?.[0]
  const numeral = /[零〇一二两三四五六七八九十百千万亿]+/.exec(text)?.[0]
  const value = digits ?? (numeral === undefined ? undefined : guessNumeral(numeral)?.toString())
  if (value === undefined) return undefined
  return isPart(unit) && !/[%‰]/.test(value) ? `${value}${unit}` : value
}

function notNumber(found: string, text: string, unit: string | undefined): Reading<Rational> {
  const nearest = nearestNumber(text, unit)
  const details = {
    found,
    expected: say(
      `请写一个准确的数${unit === undefined ? '' : `（单位 ${unit}）`}`,
      `write one exact number${unit === undefined ? '' : ` (${unit})`}`,
    ),
    ...(nearest === undefined ? {} : { nearest }),
  }
  if (APPROXIMATE.test(text))
    return refuse(
      fault('approximate', say('这是约数，不能计分', 'this is not an exact number'), details),
    )
  return refuse(fault('not-a-number', say('不是数', 'not a number'), details))
}

function numeralReading(
  found: string,
  text: string,
  unit: string | undefined,
): Reading<Rational> | undefined {
  const part = /^百分之(.+)$/.exec(text)
  const match = NUMERAL.exec(part?.[1] ?? text)
  const [, whole = '', decimals = '', after = ''] = match ?? []
  const value = readNumeral(whole)
  if (value === undefined || APPROXIMATE.test(after)) return undefined
  const digits = [...decimals].map((c) => readNumeral(c)).join('')
  const reading = inUnit(
    parseRational(digits === '' ? `${value}` : `${value}.${digits}`) as Rational,
    part === null ? after : '%',
    unit,
    found,
  )
  if ('fault' in reading) return reading
  const shown = writeQuantity(reading.value, unit)
  return read(reading.value, [note('numeral', say(`读作 ${shown}`, `read as ${shown}`), { found })])
}

function textNumber(found: string, unit: string | undefined): Reading<Rational> {
  const text = halfWidth(found)
    .replace(/^¥\s*/, '')
    .replace(GROUPED, (grouped) => grouped.replaceAll(',', ''))
  if (SCIENTIFIC.test(text)) {
    const spelled = spellOut(text)
    return refuse(
      fault(
        'scientific',
        say('是科学计数法，位数可能已经丢失', 'scientific notation: digits may have been lost'),
        {
          found,
          expected: say('请写出全部数字', 'write all digits'),
          ...(spelled.length <= MOST_DIGITS ? { nearest: spelled } : {}),
        },
      ),
    )
  }
  const match = NUMBER.exec(text)
  const [, digits = '', rest = ''] = match ?? []
  const value =
    match === null ? undefined : parseRational(digits.startsWith('.') ? `0${digits}` : digits)
  const after = rest.trim()
  if (value === undefined || /[\d,.]/.test(after))
    return numeralReading(found, text, unit) ?? notNumber(found, text, unit)
  if (after !== '' && (APPROXIMATE.test(after) || /[()（）/]|^[oOlI|]+$/.test(after)))
    return notNumber(found, text, unit)
  return inUnit(value, after, unit, found)
}

function numberCell(value: number, raw: Raw, unit: string | undefined): Reading<Rational> {
  const exact = rationalOf(value)
  const found = written(value)
  if (exact === undefined) return notNumber(found, found, unit)
  const shown = isRich(raw) ? raw : {}
  if (shown.shown === 'date') {
    return refuse(
      fault(
        'date-for-number',
        say(
          '这一格是日期格式，可能是 3/5 之类被改成了日期',
          'the cell is formatted as a date; perhaps 3/5 was turned into one',
        ),
        {
          found,
          expected: say('请把格式改为数值后重写', 'change the format to number and write it again'),
        },
      ),
    )
  }
  if (shown.shown === 'percent')
    return unit === '%'
      ? read(exact)
      : mismatch(`${Number((value * 100).toPrecision(12))}%`, '%', unit)
  return inUnit(exact, shown.unit ?? '', unit, found)
}

/**
 * Reads a number of a place with the given unit: from a number cell with its format, or from text
 * with full-width digits, separators, units and well-formed Chinese numerals. Nothing is guessed.
 * @param raw The cell; its value is not empty.
 * @returns The value, parts of a whole as parts of one (120% is 6/5), or why there is none.
 */
export function readNumber(raw: Raw, plain: Plain, unit: string | undefined): Reading<Rational> {
  if (typeof plain === 'number') return numberCell(plain, raw, unit)
  if (typeof plain === 'boolean') return notNumber(plain ? 'TRUE' : 'FALSE', '', unit)
  return textNumber(tidy(plain), unit)
}
