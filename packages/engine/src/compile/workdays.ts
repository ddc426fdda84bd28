import type { Builder, NodeId, Piece } from '../core/index.ts'
import type { DaysOff, Scheme } from '../model/index.ts'
import { ONE, dayNumber, dayOf, int, ratio } from '../number/index.ts'
import { Fault } from './fault.ts'

const WEEK = 7
const WORKING = 5
/** 1969-12-29, the Monday before day 0. */
const MONDAY = -3

/** 0 for Monday to 6 for Sunday. */
function weekday(day: number): number {
  return (((day - MONDAY) % WEEK) + WEEK) % WEEK
}

/** The days on which the calendar differs from the week: -1 a holiday on a working day, 1 a weekend worked. */
function differences(off: DaysOff): ReadonlyMap<number, -1 | 1> {
  const found = new Map<number, -1 | 1>()
  for (const { from, to } of off.holidays)
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1)
      if (weekday(day) < WORKING) found.set(day, -1)
  for (const text of off.worked ?? []) {
    const day = dayNumber(text)
    if (weekday(day) >= WORKING) found.set(day, 1)
    else found.delete(day)
  }
  return found
}

/** The holidays of a scheme. @throws Fault where they are not declared. */
export function daysOffOf(scheme: Scheme, path: string): DaysOff {
  if (scheme.daysOff !== undefined) return scheme.daysOff
  throw new Fault(
    path,
    { zh: '没有写哪些天放假', en: 'nothing says which days are off' },
    {
      zh: '要算工作日，应在方案里写“节假日”：放假的日子和调休上班的日子',
      en: 'working days need 节假日 in the scheme: the days off, and the days worked in exchange',
    },
  )
}

/** The day that comes so many working days after another. */
export function workdayAfter(from: string, days: number, off: DaysOff): string {
  const different = differences(off)
  let day = dayNumber(from)
  for (let left = days; left > 0; ) {
    day += 1
    const works = (weekday(day) < WORKING ? 1 : 0) + (different.get(day) ?? 0)
    left -= works
  }
  return dayOf(day)
}

// How many days the calendar has gained or lost against the week, up to a day.
function gained(off: DaysOff, day: NodeId, b: Arithmetic): NodeId {
  const days = [...differences(off)].toSorted(([x], [y]) => x - y)
  if (days.length === 0) return b.constant(int(0))
  let sum = 0
  const pieces: Piece[] = []
  const ends = days.map(([at]) => at)
  const piece = (from: number | undefined, to: number | undefined): Piece => ({
    from: from === undefined ? null : int(from),
    fromInclusive: true,
    to: to === undefined ? null : int(to),
    toInclusive: false,
    then: b.constant(int(sum)),
  })
  pieces.push(piece(undefined, ends[0]))
  for (const [i, [at, by]] of days.entries()) {
    sum += by
    pieces.push(piece(at, ends[i + 1]))
  }
  return b.piecewise(day, pieces)
}

type Arithmetic = Pick<
  Builder<unknown>,
  'constant' | 'sum' | 'product' | 'subtract' | 'least' | 'round' | 'piecewise'
>

/** The working days up to and with a day, counted from a Monday long ago: differences of it are what counts. */
export function workdaysUpTo(day: NodeId, off: DaysOff, b: Arithmetic): NodeId {
  const since = b.sum([day, b.constant(int(-MONDAY))])
  const part = b.product([b.constant(ratio(1n, BigInt(WEEK))), since])
  const weeks = b.round(part, { to: ONE, mode: 'floor' })
  const intoWeek = b.subtract(since, b.product([b.constant(int(WEEK)), weeks]))
  const days = b.least([b.sum([intoWeek, b.constant(ONE)]), b.constant(int(WORKING))])
  return b.sum([b.product([b.constant(int(WORKING)), weeks]), days, gained(off, day, b)])
}
