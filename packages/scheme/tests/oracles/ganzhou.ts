/**
 * The Ganzhou notice of 2023 once more, in plain arithmetic: written from the notice and the adopted
 * readings, knowing neither the scheme file nor the engine. Points are whole numbers throughout.
 */
import {
  Reported,
  type Scalar,
  type Sheet,
  type SheetEvent,
  monthsBetween,
  thousandths,
  truth,
} from './sheet.ts'

/** The readings on which points, ranks or selections depend; the first word is the adopted one. */
export interface GanzhouChoices {
  readonly 'study-120': 'upper' | 'lower'
  readonly 'study-episodes': 'thirty' | 'twelve'
  readonly 'entry-count': 'once' | 'each'
  readonly 'house-conditions': 'short' | 'signed-only'
  readonly 'house-four': 'three-at-most' | 'every'
  readonly 'news-stack': 'best' | 'sum' | 'site-on-top'
  readonly 'news-cap': 'none' | 'forty'
  readonly 'service-bands': 'lower' | 'upper'
  readonly 'service-discretion': 'four-hours' | 'named'
  readonly 'service-cap': 'none' | 'thirty'
  readonly 'own-cap': 'each' | 'once' | 'monthly'
  readonly 'major-cap': 'none' | 'once'
  readonly 'rank-peers': 'together' | 'apart'
  readonly 'rank-ties': 'competition' | 'dense'
  readonly 'share-rounding': 'down' | 'half-up'
  readonly 'share-ties': 'all-in' | 'all-out' | 'meeting'
  readonly 'total-floor': 'zero' | 'negative'
  readonly retroactive: 'whole-year' | 'from-issue'
}

export const GANZHOU_ADOPTED: GanzhouChoices = {
  'study-120': 'upper',
  'study-episodes': 'thirty',
  'entry-count': 'once',
  'house-conditions': 'short',
  'house-four': 'three-at-most',
  'news-stack': 'best',
  'news-cap': 'none',
  'service-bands': 'lower',
  'service-discretion': 'four-hours',
  'service-cap': 'none',
  'own-cap': 'each',
  'major-cap': 'none',
  'rank-peers': 'together',
  'rank-ties': 'competition',
  'share-rounding': 'down',
  'share-ties': 'all-in',
  'total-floor': 'zero',
  retroactive: 'whole-year',
}

type Points = number | undefined
type Decided = 'yes' | 'no' | 'undecided'

interface Desk {
  readonly reported: Reported
  readonly choices: GanzhouChoices
  readonly from: string
  readonly to: string
}

const YEAR_END = '2023-12-31'

function events(desk: Desk, unit: string, event: string): SheetEvent[] | undefined {
  return desk.reported.events(unit, event, desk.from, desk.to)
}

function sumOf<T>(rows: readonly T[] | undefined, points: (row: T) => number): Points {
  return rows?.reduce((sum, row) => sum + points(row), 0)
}

function atMost(points: Points, cap: number | undefined): Points {
  return points === undefined || cap === undefined ? points : Math.min(points, cap)
}

/** Article 9: each episode, under 100 % takes 2, from 120 % gives 2. */
function study(unit: string, desk: Desk): Points {
  const episodes = desk.choices['study-episodes'] === 'thirty' ? 30 : 12
  let points = 0
  for (let episode = 1; episode <= episodes; episode += 1) {
    const value = desk.reported.fact(unit, 'study-rate', String(episode))
    if (value === undefined) return undefined
    points += studyPoints(thousandths(value), desk.choices['study-120'])
  }
  return points
}

function studyPoints(rate: number, at120: GanzhouChoices['study-120']): number {
  if (rate < 100_000) return -2
  if (rate > 120_000) return 2
  return rate === 120_000 && at120 === 'upper' ? 2 : 0
}

/** Article 10, first part: late entry of topic study or of recommendations takes 2. */
function entry(unit: string, desk: Desk): Points {
  const late = ['topic-late', 'recommend-late'].map((f) => desk.reported.truth(unit, f))
  if (late.includes(undefined)) return undefined
  const times = late.filter((l) => l === true).length
  if (desk.choices['entry-count'] === 'each') return 0 - 2 * times
  return times > 0 ? -2 : 0
}

/** Article 10, second part: late grading of branches takes 3. */
function benchmark(unit: string, desk: Desk): Points {
  const late = desk.reported.truth(unit, 'benchmark-late')
  if (late === undefined) return undefined
  return late ? -3 : 0
}

function attribute(row: SheetEvent, name: string): Scalar {
  return row.attributes?.[name] ?? 0
}

function isSo(row: SheetEvent, name: string): boolean {
  return truth(row.attributes?.[name]) ?? false
}

function thirty(row: SheetEvent, name: string): boolean {
  return thousandths(attribute(row, name)) >= 30_000
}

/** Article 11: three activities a month, each with thirty signed up and thirty signed in, by the 15th. */
function house(unit: string, desk: Desk): Points {
  const rows = events(desk, unit, 'house-activity')
  if (rows === undefined) return undefined
  let points = 0
  for (const month of monthsBetween(desk.from, desk.to))
    points -= housePenalty(
      rows.filter((r) => r.date?.startsWith(month)),
      desk.choices,
    )
  return points
}

function housePenalty(rows: readonly SheetEvent[], choices: GanzhouChoices): number {
  const short = choices['house-conditions'] === 'short'
  const bad = rows.filter(
    (r) => !thirty(r, 'signed') || (short && !(thirty(r, 'registered') && isSo(r, 'in-time'))),
  ).length
  const missing = short ? Math.max(0, 3 - rows.length) : 0
  return Math.min(choices['house-four'] === 'every' ? 5 : 3, bad + missing)
}

/** Article 12: reported 1, adopted 2, on a site of the district 2, the city 3, the province 4, commissioned 1. */
function news(unit: string, desk: Desk): Points {
  const cap = desk.choices['news-cap'] === 'forty' ? 40 : undefined
  const points = sumOf(events(desk, unit, 'info'), (row) =>
    piecePoints(row, desk.choices['news-stack']),
  )
  return atMost(points, cap)
}

function piecePoints(row: SheetEvent, stack: GanzhouChoices['news-stack']): number {
  const channels = [
    isSo(row, 'adopted') ? 2 : 0,
    isSo(row, 'district-site') ? 2 : 0,
    isSo(row, 'city-site') ? 3 : 0,
    isSo(row, 'province-site') ? 4 : 0,
  ]
  const commissioned = isSo(row, 'commissioned') ? 1 : 0
  if (stack === 'sum') return 1 + channels.reduce((a, b) => a + b) + commissioned
  if (stack === 'site-on-top') return 1 + Math.max(...channels) + commissioned
  return Math.max(1, ...channels) + commissioned
}

const SERVICE: Readonly<Record<string, readonly [number, number, number]>> = {
  区级: [2, 4, 6],
  市级: [3, 6, 9],
  省级: [5, 8, 10],
}

/** Article 13, first sentence: by level of the event and number of volunteers, and one more for long service. */
function service(unit: string, desk: Desk): Points {
  const cap = desk.choices['service-cap'] === 'thirty' ? 30 : undefined
  return atMost(
    sumOf(events(desk, unit, 'volunteer'), (row) => servicePoints(row, desk.choices)),
    cap,
  )
}

function servicePoints(row: SheetEvent, choices: GanzhouChoices): number {
  const people = thousandths(attribute(row, 'people')) / 1000
  const size = choices['service-bands'] === 'lower' ? people - 1 : people
  const band = size < 5 ? 0 : size < 15 ? 1 : 2
  const points = SERVICE[String(attribute(row, 'level'))]![band]
  if (choices['service-discretion'] === 'named')
    return points + thousandths(attribute(row, 'granted')) / 1000
  return points + (thousandths(attribute(row, 'hours')) >= 4000 ? 1 : 0)
}

/** Article 13, last sentence: service organised by the unit itself, 2. */
function own(unit: string, desk: Desk): Points {
  const cap = { each: undefined, once: 2, monthly: 24 }[desk.choices['own-cap']]
  return atMost(
    sumOf(events(desk, unit, 'own-service'), () => 2),
    cap,
  )
}

function onceOnly(desk: Desk, cap: number): number | undefined {
  return desk.choices['major-cap'] === 'once' ? cap : undefined
}

/** Article 14, first sentence: taking part in a major event, 5. */
function takePart(unit: string, desk: Desk): Points {
  return atMost(
    sumOf(events(desk, unit, 'major'), () => 5),
    onceOnly(desk, 5),
  )
}

/** Article 14, second sentence: a place in a contest, 5. */
function win(unit: string, desk: Desk): Points {
  const points = sumOf(events(desk, unit, 'contest'), (r) => (isSo(r, 'placed') ? 5 : 0))
  return atMost(points, onceOnly(desk, 5))
}

/** Article 14, last sentence: receiving visitors of the district 3, the city 5, the province 8. */
function host(unit: string, desk: Desk): Points {
  const byLevel: Readonly<Record<string, number>> = { 区级: 3, 市级: 5, 省级: 8 }
  const points = sumOf(
    events(desk, unit, 'visit'),
    (r) => byLevel[String(attribute(r, 'level'))] ?? 0,
  )
  return atMost(points, onceOnly(desk, 8))
}

/** Article 15: a place of work with character 10, signs of the pilot county 5. */
function ifTrue(unit: string, fact: string, points: number, desk: Desk): Points {
  const holds = desk.reported.truth(unit, fact)
  if (holds === undefined) return undefined
  return holds ? points : 0
}

export interface GanzhouUnit {
  readonly unit: string
  readonly items: Readonly<Record<string, Points>>
  readonly total: Points
  readonly rank: number | undefined
  readonly recommend: Decided
  readonly bottom: Decided
  readonly reassign: Decided
}

function itemsOf(unit: string, desk: Desk): Record<string, Points> {
  return {
    study: study(unit, desk),
    entry: entry(unit, desk),
    benchmark: benchmark(unit, desk),
    house: house(unit, desk),
    news: news(unit, desk),
    service: service(unit, desk),
    own: own(unit, desk),
    'take-part': takePart(unit, desk),
    win: win(unit, desk),
    host: host(unit, desk),
    site: ifTrue(unit, 'site-built', 10, desk),
    pilot: ifTrue(unit, 'pilot-signs', 5, desk),
  }
}

/** Article 7: everything is added to a hundred. */
function totalOf(items: Readonly<Record<string, Points>>, choices: GanzhouChoices): Points {
  let total = 100
  for (const points of Object.values(items)) {
    if (points === undefined) return undefined
    total += points
  }
  return choices['total-floor'] === 'zero' ? Math.max(0, total) : total
}

interface Placed {
  readonly unit: string
  readonly type: string | null
  readonly total: number
}

/** Article 16: in order of the total. */
function rankOf(one: Placed, all: readonly Placed[], choices: GanzhouChoices): number {
  const peers = choices['rank-peers'] === 'apart' ? all.filter((p) => p.type === one.type) : all
  const better = peers.filter((p) => p.total > one.total).map((p) => p.total)
  return 1 + (choices['rank-ties'] === 'dense' ? new Set(better).size : better.length)
}

/** Article 17: the first and the last fifth; `sign` is 1 for the first and -1 for the last. */
function inFifth(
  one: Placed,
  all: readonly Placed[],
  choices: GanzhouChoices,
  sign: 1 | -1,
): Decided {
  const peers = choices['rank-peers'] === 'apart' ? all.filter((p) => p.type === one.type) : all
  const fifth = peers.length / 5
  const places = choices['share-rounding'] === 'down' ? Math.floor(fifth) : Math.floor(fifth + 0.5)
  const ahead = peers.filter((p) => sign * p.total > sign * one.total).length
  const level = peers.filter((p) => p.total === one.total).length
  if (ahead >= places) return 'no'
  if (ahead + level <= places) return 'yes'
  return atCut(choices['share-ties'], sign)
}

// Equal totals on the last place: the adopted reading takes all into the first fifth, none into the last.
function atCut(ties: GanzhouChoices['share-ties'], sign: 1 | -1): Decided {
  if (ties === 'meeting') return 'undecided'
  return ties === 'all-in' && sign === 1 ? 'yes' : 'no'
}

/**
 * Article 17: in the last fifth this year and the year before. The sheets have no ranks of that year, so
 * that a unit not listed for it may have been in the last fifth for the first time.
 */
function twice(unit: string, now: Decided, sheet: Sheet): Decided {
  if (now === 'no') return 'no'
  const before = (sheet.lineage ?? []).find((l) => l.unit === unit)?.from ?? unit
  const past = sheet.history?.find((h) => h.unit === before && h.year === 2022)
  if (past === undefined) return 'undecided'
  return past.met.includes('reassign') ? now : 'undecided'
}

/** Everything the notice says of every unit, under the readings given (else the adopted ones). */
export function scoreGanzhou(
  sheet: Sheet,
  readings: Partial<GanzhouChoices> = {},
): readonly GanzhouUnit[] {
  const choices = { ...GANZHOU_ADOPTED, ...readings }
  const from = choices.retroactive === 'whole-year' ? '2023-01-01' : '2023-11-14'
  const desk: Desk = { reported: new Reported(sheet), choices, from, to: YEAR_END }
  const scored = sheet.units
    .filter((u) => u.type !== null)
    .map((u) => {
      const items = itemsOf(u.id, desk)
      return { unit: u.id, type: u.type, items, total: totalOf(items, choices) }
    })
  const complete = scored.every((s) => s.total !== undefined)
  const placed = complete ? (scored as (Placed & (typeof scored)[number])[]) : []
  return scored.map((s) => {
    const one = placed.find((p) => p.unit === s.unit)
    if (one === undefined)
      return {
        ...s,
        rank: undefined,
        recommend: 'undecided',
        bottom: 'undecided',
        reassign: 'undecided',
      }
    const bottom = inFifth(one, placed, choices, -1)
    return {
      ...s,
      rank: rankOf(one, placed, choices),
      recommend: inFifth(one, placed, choices, 1),
      bottom,
      reassign: twice(s.unit, bottom, sheet),
    }
  })
}
