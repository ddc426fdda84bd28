import { type Quantity, type Range, type RangeEnd, compare } from '@kaohe/engine'
import { type Mistake, type Parsed, lookAlikeIn, wrong } from './mistake.ts'
import { badNumber, quantityFrom, writeQuantity } from './quantity.ts'

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:\/\d+)?`
// A unit ends where a word of a range begins.
const UNIT = String.raw`(?:[%‰]|(?:(?!以[上下内]|及以|不|超过|至|到|且|且|和)[\p{Script=Han}A-Za-z·])+)?`
const Q = String.raw`\s*(${NUMBER}\s*${UNIT})\s*`
const IN = String.raw`[（(]含(?:本数)?[)）]`
const OUT = String.raw`[（(]不含(?:本数)?[)）]`
const MARK = String.raw`(${IN}|${OUT})?`

type Side = { readonly from?: RangeEnd; readonly to?: RangeEnd }

interface Pattern {
  readonly form: RegExp
  ends(
    match: RegExpExecArray,
    read: (text: string | undefined, inclusive: boolean | undefined) => RangeEnd | undefined,
  ): Side | undefined
}

function below(words: string, inclusive: boolean): Pattern {
  return {
    form: new RegExp(`^(?:${words})${Q}$`, 'u'),
    ends: (m, read) => side('to', read(m[1], inclusive)),
  }
}

function above(words: string, inclusive: boolean): Pattern {
  return {
    form: new RegExp(`^(?:${words})${Q}$`, 'u'),
    ends: (m, read) => side('from', read(m[1], inclusive)),
  }
}

function side(name: 'from' | 'to', end: RangeEnd | undefined): Side | undefined {
  return end && { [name]: end }
}

function included(mark: string | undefined, otherwise: boolean | undefined): boolean | undefined {
  return mark === undefined ? otherwise : !mark.includes('不')
}

/** One-sided ranges, the most exact words first. */
const SINGLE: readonly Pattern[] = [
  below('不超过|不高于|不多于|不大于|至多|最多|≤|<=', true),
  above('不低于|不少于|不小于|达到|至少|最少|≥|>=', true),
  below('不足|不满|低于|少于|小于|未达到?|不到|<', false),
  above('超过|高于|多于|大于|>', false),
  { form: new RegExp(`^${Q}及以上$`, 'u'), ends: (m, read) => side('from', read(m[1], true)) },
  { form: new RegExp(`^${Q}及以[下内]$`, 'u'), ends: (m, read) => side('to', read(m[1], true)) },
  {
    form: new RegExp(`^${Q}${MARK}\\s*以上$`, 'u'),
    ends: (m, read) => side('from', read(m[1], included(m[2], undefined))),
  },
  {
    form: new RegExp(`^${Q}以上\\s*${MARK}$`, 'u'),
    ends: (m, read) => side('from', read(m[1], included(m[2], undefined))),
  },
  {
    form: new RegExp(`^${Q}${MARK}\\s*以[下内]$`, 'u'),
    ends: (m, read) => side('to', read(m[1], included(m[2], undefined))),
  },
  {
    form: new RegExp(`^${Q}以[下内]\\s*${MARK}$`, 'u'),
    ends: (m, read) => side('to', read(m[1], included(m[2], undefined))),
  },
]

const BETWEEN: readonly RegExp[] = [
  new RegExp(`^${Q}${MARK}\\s*(?:[—–~～-]|——|至|到)${Q}${MARK}$`, 'u'),
]

const BRACKETS = new RegExp(String.raw`^([[(])${Q}[,，]${Q}([\])])$`, 'u')

/** The number is read first: a bare start takes the unit of the end (`5—15人`, `90—95%`). */
function reader(unit: string | undefined) {
  return (text: string | undefined, inclusive: boolean | undefined): RangeEnd | undefined => {
    const bare = text === undefined ? undefined : quantityFrom(text)
    if (text === undefined || bare === undefined) return undefined
    const at =
      bare.unit === undefined && unit !== undefined ? quantityFrom(text.trim() + unit) : bare
    return at && { at, inclusive }
  }
}

function pair(from: RangeEnd | undefined, to: RangeEnd | undefined): Side | undefined {
  return from && to && { from, to }
}

function single(text: string): Side | undefined {
  for (const { form, ends } of SINGLE) {
    const match = form.exec(text)
    const found = match && ends(match, reader(undefined))
    if (found) return found
  }
  return undefined
}

function between(text: string): Side | undefined {
  const bracket = BRACKETS.exec(text)
  if (bracket) {
    const read = reader(quantityFrom(bracket[3] as string)?.unit)
    return pair(read(bracket[2], bracket[1] === '['), read(bracket[3], bracket[4] === ']'))
  }
  for (const form of BETWEEN) {
    const match = form.exec(text)
    if (!match) continue
    const read = reader(quantityFrom(match[3] as string)?.unit)
    const found = pair(
      read(match[1], included(match[2], true)),
      read(match[3], included(match[4], true)),
    )
    if (found) return found
  }
  return undefined
}

/** Two one-sided ranges written together: `5人以上15人及以下`, `超过X不足Y`. */
function joined(text: string): Side | undefined {
  for (let cut = 1; cut < text.length; cut += 1) {
    const first = single(text.slice(0, cut).replace(/[,，且并\s]+$/u, ''))
    const second = first && single(text.slice(cut).trim())
    if (!first || !second) continue
    const both = { ...first, ...second }
    if (both.from && both.to) return both
  }
  return undefined
}

function exact(text: string): Side | undefined {
  const at: Quantity | undefined = quantityFrom(text.replace(/^(?:=|恰好|正好)\s*/u, ''))
  return at && { from: { at, inclusive: true }, to: { at, inclusive: true } }
}

const EXPECTED = {
  zh: '范围，如 不足100%、5人以上15人及以下、[90%, 95%)、其他',
  en: 'a range, such as 不足100% or [90%, 95%)',
}

function check(range: Range): Mistake | undefined {
  const { from, to, text } = range
  if (!from || !to) return undefined
  const whole = { from: 0, to: text.length, found: text }
  if (from.at.unit !== to.at.unit) {
    const units = [from.at.unit ?? '无单位', to.at.unit ?? '无单位'].join('、')
    return {
      code: 'unit-mismatch',
      ...whole,
      found: `${text}（${units}）`,
      expected: { zh: '两端单位相同', en: 'the same unit at both ends' },
    }
  }
  const order = compare(from.at.value, to.at.value)
  const empty = order > 0 || (order === 0 && (from.inclusive === false || to.inclusive === false))
  return empty
    ? {
        code: 'empty-range',
        ...whole,
        expected: { zh: '先小后大的两端', en: 'the smaller end first' },
      }
    : undefined
}

/**
 * Reads a range of values. `X以上`, `X以下`, `X以内` leave open whether X is included.
 * @example
 * writeRange({ ...parseRange('不足100%').value, text: '' }) // '不足100%'
 * parseRange('90分以上').value.from.inclusive // undefined
 */
export function parseRange(written: string): Parsed<Range> {
  const text = written.trim()
  if (text === '其他' || text === '其它' || text === '任意')
    return { value: { from: undefined, to: undefined, text } }
  const ends = exact(text) ?? single(text) ?? between(text) ?? joined(text)
  if (!ends)
    return wrong(
      lookAlikeIn(text, '（），—–～－') ?? { ...badNumber(text, EXPECTED), code: 'bad-range' },
    )
  const value: Range = { from: ends.from, to: ends.to, text }
  const mistake = check(value)
  return mistake ? wrong(mistake) : { value }
}

/** Writes a range from its ends; what was read is written as it was. */
export function writeRange(range: Range): string {
  if (range.text !== '') return range.text
  const { from, to } = range
  if (!from && !to) return '其他'
  if (!to) return writeEnd(from as RangeEnd, ['不低于', '超过', '以上'])
  if (!from) return writeEnd(to, ['不超过', '不足', '以下'])
  return `${from.inclusive === false ? '(' : '['}${writeQuantity(from.at)}, ${writeQuantity(to.at)}${to.inclusive === false ? ')' : ']'}`
}

function writeEnd(
  end: RangeEnd,
  [closed, open, unsaid]: readonly [string, string, string],
): string {
  const at = writeQuantity(end.at)
  return end.inclusive === undefined ? at + unsaid : (end.inclusive ? closed : open) + at
}
