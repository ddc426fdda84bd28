import type { FactDeclaration } from '@kaohe/engine'
import { nameOfPeriod } from '@kaohe/documents'
import { isRich, type Plain, type Raw } from '../grid/index.ts'
import { nearestOf } from '../names/nearest.ts'
import { fault, type Reading, read, refuse, say } from '../report/index.ts'
import { fold, tidy } from './clean.ts'
import { type Calendar, dayOfSerial } from './date.ts'
import { readNumeral } from './numeral.ts'

type Kind = NonNullable<FactDeclaration['period']>

/** What is known of the periods of a fact: their kind, and which they are when the scheme says so. */
export interface Periods {
  readonly kind: Kind
  readonly list: readonly string[] | null
  readonly calendar: Calendar
}

const HALVES: Readonly<Record<string, string>> = { 上: '1', 下: '2', 前: '1', 后: '2' }

function digits(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : readNumeral(text)
}

const NUMBER = '([0-9零〇一二三四五六七八九十百]+)'
const FORMS: Readonly<Record<Exclude<Kind, 'year'>, RegExp>> = {
  month: new RegExp(`^(?:(\\d{4})[-./年])?${NUMBER}(?:月份?)?$`),
  quarter: new RegExp(`^(?:(\\d{4})[-./年]?)?(?:q|第?)${NUMBER}(?:季度?)?$`),
  half: /^(?:(\d{4})[-./年]?)?(?:h?([12])|([上下前后])半年)$/,
  week: new RegExp(`^(?:(\\d{4})[-./年]?)?(?:w|第?)${NUMBER}周?$`),
  episode: new RegExp(`^()第?${NUMBER}[期次届轮场]?$`),
}
const MOST: Readonly<Record<Exclude<Kind, 'year'>, number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  week: 53,
  episode: 9999,
}

function suffix(kind: Kind, position: number): string {
  if (kind === 'month') return `-${position.toString().padStart(2, '0')}`
  if (kind === 'week') return `-W${position.toString().padStart(2, '0')}`
  return `-${kind === 'quarter' ? 'Q' : 'H'}${position}`
}

/** All periods that the words can mean: several when the year is not written and the covered period has two. */
function candidates(text: string, { kind, list, calendar }: Periods): string[] {
  if (kind === 'year') return /^\d{4}年?$/.test(text) ? [text.slice(0, 4)] : []
  const match = FORMS[kind].exec(text)
  if (match === null) return []
  const position = digits(match[2] ?? HALVES[match[3] ?? ''] ?? '')
  if (position === undefined || position < 1 || position > MOST[kind]) return []
  if (kind === 'episode') return [`${position}`]
  const years = match[1] === undefined ? calendar.years : [Number(match[1])]
  const all = years.map((year) => `${year}${suffix(kind, position)}`)
  const inside = list === null ? all : all.filter((p) => list.includes(p))
  return inside.length > 0 ? inside : all
}

// A spreadsheet turns 2023-04 into the first of April 2023.
function dateText(raw: Raw, plain: Plain, calendar: Calendar): string {
  const dated = typeof plain === 'number' && isRich(raw) && raw.shown === 'date'
  return (
    (dated ? dayOfSerial(plain, calendar.from1904)?.slice(0, 7) : undefined) ?? fold(`${plain}`)
  )
}

const FORM_HINTS: Readonly<Record<Kind, string>> = {
  year: '2023',
  half: '2023-H1 或 上半年',
  quarter: '2023-Q2 或 第二季度',
  month: '2023-04 或 4月',
  week: '2023-W07 或 第7周',
  episode: '7 或 第7期',
}

function wrong(found: string, why: [string, string], periods: Periods): Reading<string> {
  const { list, kind } = periods
  const names = (list ?? []).flatMap((p) => [p, nameOfPeriod(p)])
  const nearest = nearestOf(found, names)
  const range = list === null || list.length === 0 ? '' : `，从 ${list[0]} 到 ${list.at(-1)}`
  const expected = say(
    `请写成 ${FORM_HINTS[kind]}${range}`,
    `write ${FORM_HINTS[kind].replace('或', 'or')}${range.replace('，从', ', from').replace('到', 'to')}`,
  )
  return refuse(
    fault('wrong-period', say(...why), {
      found,
      expected,
      ...(nearest === undefined ? {} : { nearest }),
    }),
  )
}

/** Reads a period of a fact: `2023-04`, `4月`, `第二季度`, `上半年`, `第7期`. */
export function readPeriod(raw: Raw, plain: Plain, periods: Periods): Reading<string> {
  const found = tidy(`${plain}`)
  const all = candidates(dateText(raw, plain, periods.calendar), periods)
  const [period] = all
  if (period === undefined)
    return wrong(found, ['不是这项数据的期', 'not a period of this fact'], periods)
  if (all.length > 1)
    return wrong(
      found,
      ['没有写年份，分不清是哪一年', 'the year is missing and there are two'],
      periods,
    )
  if (periods.list !== null && !periods.list.includes(period))
    return wrong(found, ['不在考核时段内', 'outside the covered period'], periods)
  return read(period)
}
