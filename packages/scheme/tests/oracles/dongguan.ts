/**
 * The Dongguan notice of 2017 once more, in plain arithmetic: written from the notice and the adopted
 * readings, knowing neither the scheme file nor the engine.
 */
import { Fraction } from './fraction.ts'
import { Reported, type Sheet, type SheetUnit } from './sheet.ts'

/** The readings on which points, ranks or eligibility depend; the first word is the adopted one. */
export interface DongguanChoices {
  readonly 'factories-party-government': 'rescale' | 'zero' | 'full'
  readonly 'several-departments': 'mean' | 'lowest'
  readonly 'weights-50': 'category-equal' | 'item-equal'
  readonly 'phone-conversion': 'four-levels' | 'satisfied-share'
  readonly 'factory-items': 'towns-only' | 'full-marks'
  readonly 'factory-grades': 'all-graded' | 'towns-and-note'
  readonly 'grading-method': 'meeting' | 'lines'
  readonly 'founded-by': 'end-of-period' | 'notice-day' | 'start-of-period'
  readonly rounding: 'two-places' | 'one-place'
  readonly ranking: 'by-type' | 'none'
}

const ADOPTED: DongguanChoices = {
  'factories-party-government': 'rescale',
  'several-departments': 'mean',
  'weights-50': 'category-equal',
  'phone-conversion': 'four-levels',
  'factory-items': 'towns-only',
  'factory-grades': 'all-graded',
  'grading-method': 'meeting',
  'founded-by': 'end-of-period',
  rounding: 'two-places',
  ranking: 'by-type',
}

/** Points, `undefined` where reports are missing, `null` where the item does not apply. */
type Points = Fraction | undefined
type ItemPoints = Points | null

export interface DongguanUnit {
  readonly unit: string
  readonly items: Readonly<Record<string, ItemPoints>>
  readonly total: Points
  readonly rank: number | undefined
  readonly grade: string | undefined
  /** Section 1: a factory founded less than a year ago takes no part. */
  readonly eligible: boolean | undefined
  /** Section 5 (3): what is handed in late or never bars from awards. */
  readonly barred: boolean | undefined
}

interface Desk {
  readonly reported: Reported
  readonly marks: ReadonlyMap<string, Fraction>
  readonly choices: DongguanChoices
}

/** Section 3: sixteen items under five headings, with the departments that answer for each. */
const ITEMS: readonly (readonly (readonly [item: string, departments: readonly string[]])[])[] = [
  [
    ['congress-spirit', ['publicity', 'schools']],
    ['net-plan', ['publicity']],
    ['models', ['schools', 'new-organisations', 'organisation']],
  ],
  [
    ['foundations', ['organisation']],
    ['pioneers-reform', ['schools']],
    ['member-education', ['organisation']],
  ],
  [
    ['youth-voice', ['publicity']],
    ['smart-league', ['organisation']],
    ['new-media', ['publicity']],
  ],
  [
    ['direct-contact', ['organisation']],
    ['activities', ['organisation']],
    ['interaction', ['organisation']],
  ],
  [
    ['volunteering', ['publicity']],
    ['startups', ['general-office']],
    ['migrants', ['new-organisations']],
    ['governance', ['organisation']],
  ],
]

/** Sections 3 (3) 1 and 3 (4) 1: the town's platform, the town secretaries' contacts. */
const TOWNS_ONLY = new Set(['youth-voice', 'direct-contact'])

const isTown = (unit: SheetUnit) => unit.type === 'township'

function allKnown(points: readonly Points[]): readonly Fraction[] | undefined {
  return points.every((p) => p !== undefined) ? points : undefined
}

function places(desk: Desk): number {
  return desk.choices.rounding === 'two-places' ? 2 : 1
}

/** Section 4 (2): the departments of an item mark it out of a hundred. */
function itemPoints(
  unit: SheetUnit,
  [item, departments]: readonly [string, readonly string[]],
  desk: Desk,
): ItemPoints {
  if (TOWNS_ONLY.has(item) && !isTown(unit)) return null
  const marks = allKnown(departments.map((d) => desk.marks.get(`${unit.id} ${item} ${d}`)))
  if (marks === undefined) return undefined
  const together =
    desk.choices['several-departments'] === 'mean'
      ? Fraction.mean(marks)
      : marks.toSorted((a, b) => a.compare(b))[0]!
  return item === 'models' ? together.rounded(places(desk)) : together
}

/** Section 4 (1): the leader in charge of a town marks it; nobody marks a factory. */
function leadersReview(unit: SheetUnit, desk: Desk): ItemPoints {
  return isTown(unit) ? desk.marks.get(`${unit.id} leaders-review town-leaders`) : null
}

const ANSWERS = ['satisfied', 'fairly', 'neutral', 'dissatisfied']

/** Section 4 (3): telephone answers turned into points by the reading, two places. */
function phoneInterview(unit: SheetUnit, desk: Desk): Points {
  const counts = allKnown(
    ANSWERS.map((answer) => {
      const value = desk.reported.fact(unit.id, `phone-${answer}`)
      return value === undefined ? undefined : Fraction.of(String(value))
    }),
  )
  if (counts === undefined) return undefined
  const worth =
    desk.choices['phone-conversion'] === 'four-levels' ? [100, 80, 60, 0] : [100, 100, 0, 0]
  const points = Fraction.sum(counts.map((count, i) => count.times(Fraction.of(worth[i]!))))
  return points.over(Fraction.sum(counts)).rounded(2)
}

/** Reading weights-50: within a heading the mean of the items that apply, rounded; then the headings. */
function internal(items: Readonly<Record<string, ItemPoints>>, desk: Desk): Points {
  const headings = ITEMS.map((heading) => {
    const filled = heading.map(([item]) =>
      items[item] === null && desk.choices['factory-items'] === 'full-marks'
        ? Fraction.of(100)
        : items[item],
    )
    const known = allKnown(filled.filter((p) => p !== null))
    const weight = desk.choices['weights-50'] === 'category-equal' ? '1/5' : `${heading.length}/16`
    return known && Fraction.mean(known).rounded(places(desk)).times(Fraction.of(weight))
  })
  const all = allKnown(headings)
  return all && Fraction.sum(all)
}

/** Section 4: 30, 50 and 20 parts of a hundred; a factory's missing 30 by the reading. */
function totalOf(unit: SheetUnit, items: Readonly<Record<string, ItemPoints>>, desk: Desk): Points {
  const rest = allKnown([
    internal(items, desk)?.times(Fraction.of('50%')),
    (items['phone-interview'] as Points)?.times(Fraction.of('20%')),
  ])
  if (rest === undefined) return undefined
  const others = Fraction.sum(rest)
  const policy = desk.choices['factories-party-government']
  if (!isTown(unit) && policy === 'rescale')
    return others.over(Fraction.of('70%')).rounded(places(desk))
  const leaders = isTown(unit)
    ? (items['leaders-review'] as Points)
    : Fraction.of(policy === 'full' ? 100 : 0)
  return leaders && others.plus(leaders.times(Fraction.of('30%'))).rounded(places(desk))
}

const COUNTED_TO = {
  'end-of-period': '2017-12-31',
  'notice-day': '2017-12-06',
  'start-of-period': '2017-01-01',
} as const

/** Section 1: a factory committee must have existed for a year on the day of the reading. */
function eligible(unit: SheetUnit, desk: Desk): boolean | undefined {
  if (isTown(unit)) return true
  const founded = unit.attributes?.['founded']
  if (founded === undefined) return undefined
  const anniversary = `${Number(String(founded).slice(0, 4)) + 1}${String(founded).slice(4)}`
  return anniversary <= COUNTED_TO[desk.choices['founded-by']]
}

/** Section 4 (4): four grades, concluded by the Party group unless lines were chosen. */
function gradeOf(unit: SheetUnit, total: Points, desk: Desk): string | undefined {
  if (desk.choices['grading-method'] === 'meeting' || total === undefined) return undefined
  if (eligible(unit, desk) !== true) return undefined
  if (!isTown(unit) && desk.choices['factory-grades'] === 'towns-and-note') return undefined
  const atLeast = (line: number) => total.compare(Fraction.of(line)) >= 0
  if (atLeast(90)) return 'good'
  if (atLeast(80)) return 'fair'
  return atLeast(60) ? 'average' : 'poor'
}

function scoreOne(unit: SheetUnit, desk: Desk): Omit<DongguanUnit, 'rank'> {
  const items: Record<string, ItemPoints> = Object.fromEntries(
    ITEMS.flat().map((item) => [item[0], itemPoints(unit, item, desk)]),
  )
  items['leaders-review'] = leadersReview(unit, desk)
  items['phone-interview'] = phoneInterview(unit, desk)
  const total = totalOf(unit, items, desk)
  const onTime = desk.reported.truth(unit.id, 'materials-on-time')
  return {
    unit: unit.id,
    items,
    total,
    grade: gradeOf(unit, total, desk),
    eligible: eligible(unit, desk),
    barred: onTime === undefined ? undefined : !onTime,
  }
}

function marksOf(sheet: Sheet): Map<string, Fraction> {
  return new Map(
    sheet.facts
      .filter((f) => f.fact.startsWith('mark:'))
      .map((f) => [`${f.unit} ${f.fact.slice(5)} ${f.evaluator}`, Fraction.of(String(f.value))]),
  )
}

/** Everything the notice says of every committee, under the readings given (else the adopted ones). */
export function scoreDongguan(
  sheet: Sheet,
  readings: Partial<DongguanChoices> = {},
): readonly DongguanUnit[] {
  const choices = { ...ADOPTED, ...readings }
  const desk: Desk = { reported: new Reported(sheet), marks: marksOf(sheet), choices }
  const units = sheet.units.filter((u) => u.type !== null)
  const scored = units.map((unit) => ({ type: unit.type, ...scoreOne(unit, desk) }))
  return scored.map((s) => {
    const peers = scored.filter((p) => p.type === s.type && p.eligible === true)
    const totals = allKnown(peers.map((p) => p.total))
    const ranked = totals !== undefined && s.eligible === true && choices.ranking === 'by-type'
    return {
      ...s,
      rank: ranked ? 1 + totals.filter((t) => t.compare(s.total!) > 0).length : undefined,
    }
  })
}
