import { compare, equal, isInteger, type Rational, type Value, ZERO } from '@kaohe/engine'
import { NOT_APPLICABLE_WORDS } from '@kaohe/documents'
import { isRich, type Plain, plainOf, type Raw } from '../grid/index.ts'
import {
  fault,
  mapReading,
  type Reading,
  read,
  refuse,
  type Remark,
  same,
  say,
  warning,
} from '../report/index.ts'
import { halfWidth, tidy } from './clean.ts'
import { type Calendar, readDate } from './date.ts'
import { readNumber, writeQuantity } from './number.ts'
import { readText, readTruth, readWord } from './word.ts'

/** What may stand at a place that takes a value. */
export interface Declared {
  readonly type: 'number' | 'truth' | 'choice' | 'date' | 'text'
  readonly unit?: string | undefined
  readonly words?: readonly string[] | undefined
  readonly least?: Rational | undefined
  readonly most?: Rational | undefined
  /** A mark must be a multiple of this above the least. */
  readonly whole?: boolean | undefined
  readonly mayNotApply?: boolean | undefined
  /** True where 0 may stand though it is not between the least and the most. */
  readonly orZero?: boolean | undefined
}

const FORMULA_SHOWN = 40
const NOTHING_WORDS = new Set([
  '-',
  '--',
  '—',
  '——',
  '无',
  '没有',
  '未知',
  '待定',
  '暂缺',
  '暂无',
  'n/a',
  'na',
  'null',
  'none',
  '?',
  '？',
  '…',
])

function outside(value: Rational, d: Declared): Remark | undefined {
  const least = d.least ?? ZERO
  if (d.orZero === true && equal(value, ZERO)) return undefined
  const shown = writeQuantity(value, d.unit)
  const low = compare(value, least) < 0
  if (!low && (d.most === undefined || compare(value, d.most) <= 0)) return undefined
  const limit = writeQuantity(low ? least : (d.most as Rational), d.unit)
  const why = low
    ? say(`小于允许的最小值 ${limit}`, `less than the least allowed, ${limit}`)
    : say(`大于允许的最大值 ${limit}`, `more than the most allowed, ${limit}`)
  const zero = d.orZero === true ? say('，或者是 0', ', or 0') : same('')
  const range =
    d.most === undefined
      ? say(`应不小于 ${limit}${zero.zh}`, `at least ${limit}${zero.en}`)
      : say(
          `应在 ${writeQuantity(least, d.unit)} 到 ${writeQuantity(d.most, d.unit)} 之间${zero.zh}`,
          `between ${writeQuantity(least, d.unit)} and ${writeQuantity(d.most, d.unit)}${zero.en}`,
        )
  return fault('out-of-range', why, { found: shown, expected: range })
}

function numberValue(raw: Raw, plain: Plain, d: Declared): Reading<Value> {
  const reading = readNumber(raw, plain, d.unit)
  if ('fault' in reading) return reading
  const beyond = outside(reading.value, d)
  if (beyond !== undefined) return refuse(beyond)
  if (d.whole === true && !isInteger(reading.value)) {
    const why = say('这里只能是整数', 'only a whole number can stand here')
    return refuse(
      fault('not-whole', why, {
        found: writeQuantity(reading.value, d.unit),
        expected: say('请核对后写整数', 'check it and write a whole number'),
      }),
    )
  }
  return read({ number: reading.value }, reading.remarks)
}

function typed(raw: Raw, plain: Plain, d: Declared, calendar: Calendar): Reading<Value> {
  switch (d.type) {
    case 'number':
      return numberValue(raw, plain, d)
    case 'truth':
      return mapReading(readTruth(plain), (truth) => ({ truth }))
    case 'choice':
      return mapReading(readWord(plain, d.words ?? []), (word) => ({ word }))
    case 'date':
      return mapReading(readDate(raw, plain, calendar), (date) => ({ date }))
    case 'text':
      return mapReading(readText(plain), (text) => ({ text }))
  }
}

/** True for a word that stands where somebody has nothing to write: 无, /, —. */
export function saysNothing(text: string): boolean {
  const word = halfWidth(text).toLowerCase()
  return NOTHING_WORDS.has(word) || NOT_APPLICABLE_WORDS.includes(word)
}

function notApplicable(found: string, d: Declared): Reading<Value> {
  if (d.mayNotApply === true) return read({ na: true })
  const expected = say(
    '没有就写 0，不知道就空着',
    'write 0 for none and leave it blank when unknown',
  )
  return refuse(
    fault('not-applicable', say('这项数据不能填“不适用”', 'this fact cannot be “not applicable”'), {
      found,
      expected,
    }),
  )
}

function noValue(found: string): Reading<Value> {
  const expected = say(
    '不知道就空着，没有就写 0，不适用写“不适用”',
    'leave it blank when unknown, write 0 for none, 不适用 when it does not apply',
  )
  return refuse(
    fault('no-value', say('分不清是没有、不知道还是不适用', 'none, unknown or not applicable?'), {
      found,
      expected,
    }),
  )
}

/** What is worth saying about a formula: its stored value is used. */
export function formulaRemark(raw: Raw): Remark | undefined {
  if (!isRich(raw) || raw.formula === undefined) return undefined
  const formula = `=${raw.formula.slice(0, FORMULA_SHOWN)}`
  const outsideBook = /\[\d+\]/.test(raw.formula)
  const source = outsideBook
    ? say('，而且引用了别的工作簿', ' and refers to another workbook')
    : same('')
  return warning(
    'formula',
    say(
      `是公式${source.zh}，用的是保存时算出的 ${raw.value}，没有重算`,
      `a formula${source.en}; its stored value ${raw.value} is used`,
    ),
    { found: formula },
  )
}

/** What makes the cell unreadable whatever should stand there. */
export function brokenCell(raw: Raw): Remark | undefined {
  if (!isRich(raw)) return undefined
  if (raw.error !== undefined) {
    const expected = say('请改正公式或直接写数', 'mend the formula or write the value')
    return fault('cell-error', say('公式出错', 'the formula failed'), {
      found: raw.error,
      expected,
    })
  }
  if (raw.formula === undefined || raw.value !== undefined) return undefined
  const expected = say(
    '请用表格软件打开、保存后再交，或直接写数',
    'open and save it in a spreadsheet program, or write the value',
  )
  return fault('formula-without-value', say('公式没有算出值', 'the formula has no stored value'), {
    found: `=${raw.formula.slice(0, FORMULA_SHOWN)}`,
    expected,
  })
}

/** True when nothing is written: such a place is unknown, which is neither zero nor not applicable. */
export function isBlank(raw: Raw): boolean {
  if (brokenCell(raw) !== undefined) return false
  const plain = plainOf(raw)
  return plain === undefined || (typeof plain === 'string' && tidy(plain) === '')
}

/**
 * Reads the value of a place as declared.
 * @param raw A cell that is not blank.
 * @returns The value and remarks, or a fault with what was found, expected, and the nearest right word.
 */
export function readValue(raw: Raw, d: Declared, calendar: Calendar): Reading<Value> {
  const broken = brokenCell(raw)
  if (broken !== undefined) return refuse(broken)
  const plain = plainOf(raw) as Plain
  const word = typeof plain === 'string' ? halfWidth(plain) : ''
  const chosen = d.words?.includes(word) === true
  if (!chosen && NOT_APPLICABLE_WORDS.includes(word)) return notApplicable(word, d)
  if (!chosen && d.type !== 'text' && d.type !== 'truth' && NOTHING_WORDS.has(word.toLowerCase()))
    return noValue(word)
  const reading = typed(raw, plain, d, calendar)
  const formula = formulaRemark(raw)
  return 'fault' in reading || formula === undefined
    ? reading
    : read(reading.value, [...reading.remarks, formula])
}
