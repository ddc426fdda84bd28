import { dayNumber, daysInMonth, parseDay, writeDay } from '@kaohe/engine'
import { isRich, type Plain, type Raw } from '../grid/index.ts'
import { fault, note, type Reading, read, refuse, say } from '../report/index.ts'
import { halfWidth, tidy } from './clean.ts'

/** What a reading of dates may lean on. */
export interface Calendar {
  readonly from1904: boolean
  /** The years that the covered period touches, for dates without a year. */
  readonly years: readonly number[]
}

const EPOCH = dayNumber('1899-12-30')
const SHIFT_1904 = 1462

function civil(days: number): string {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return writeDay({ year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day })
}

/** The day of a spreadsheet's serial number: 45291 is 2023-12-31. */
export function dayOfSerial(days: number, from1904: boolean): string | undefined {
  const whole = Math.floor(days) + (from1904 ? SHIFT_1904 : 0)
  return whole >= 61 && whole < 2_958_466 ? civil(EPOCH + whole) : undefined
}

const YMD = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:[T\s].*)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const MD = /^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/

const EXPECTED = say('请写成 2023-11-14 这样的日期', 'write a date such as 2023-11-14')

function wrong(found: string, zh: string, en: string, nearest?: string): Reading<string> {
  return refuse(
    fault('not-a-date', say(zh, en), {
      found,
      expected: EXPECTED,
      ...(nearest === undefined ? {} : { nearest }),
    }),
  )
}

function fromParts(found: string, year: number, month: number, day: number): Reading<string> {
  const text = writeDay({ year, month, day })
  if (parseDay(text) !== undefined) return read(text)
  const last =
    month >= 1 && month <= 12 ? writeDay({ year, month, day: daysInMonth(year, month) }) : undefined
  return wrong(found, '没有这一天', 'there is no such day', day > 28 ? last : undefined)
}

function withoutYear(
  found: string,
  month: number,
  day: number,
  calendar: Calendar,
): Reading<string> {
  const [year] = calendar.years
  if (year === undefined || calendar.years.length > 1)
    return wrong(found, '没有写年份', 'the year is missing')
  const reading = fromParts(found, year, month, day)
  if ('fault' in reading) return reading
  return read(reading.value, [
    note(
      'year-supplied',
      say(`没有写年份，按 ${reading.value} 读`, `no year written; read as ${reading.value}`),
      { found },
    ),
  ])
}

function serial(value: number, raw: Raw, calendar: Calendar): Reading<string> {
  const compact = COMPACT.exec(`${value}`)
  if (compact !== null) return textDate(`${value}`, calendar)
  const day = dayOfSerial(value, calendar.from1904)
  if (day === undefined) return wrong(`${value}`, '不是日期', 'not a date')
  if (isRich(raw) && raw.shown === 'date') return read(day)
  if (value < 10_000) return wrong(`${value}`, '不是日期', 'not a date')
  return read(day, [
    note('serial-date', say(`是日期的序号，读作 ${day}`, `a serial number; read as ${day}`), {
      found: `${value}`,
    }),
  ])
}

function textDate(found: string, calendar: Calendar): Reading<string> {
  const text = halfWidth(found).replace(/[.。]$/, '')
  const ymd = YMD.exec(text) ?? COMPACT.exec(text)
  if (ymd !== null) return fromParts(found, Number(ymd[1]), Number(ymd[2]), Number(ymd[3]))
  const md = MD.exec(text)
  if (md !== null) return withoutYear(found, Number(md[1]), Number(md[2]), calendar)
  const short = /^(\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text)
  if (short === null)
    return /^\d{5}(\.\d+)?$/.test(text)
      ? serial(Number(text), undefined, calendar)
      : wrong(found, '不是日期', 'not a date')
  const nearest = writeDay({
    year: 2000 + Number(short[1]),
    month: Number(short[2]),
    day: Number(short[3]),
  })
  return wrong(
    found,
    '年份只有两位',
    'the year has two digits',
    parseDay(nearest) === undefined ? undefined : nearest,
  )
}

/** Reads a day from a date cell, a serial number, or text in one of the usual forms. */
export function readDate(raw: Raw, plain: Plain, calendar: Calendar): Reading<string> {
  if (typeof plain === 'number') return serial(plain, raw, calendar)
  if (typeof plain === 'boolean') return wrong(plain ? 'TRUE' : 'FALSE', '不是日期', 'not a date')
  return textDate(tidy(plain), calendar)
}
