/**
 * The Inner Mongolia notice of 2020 once more, in plain arithmetic: written from the notice, its annex
 * and the adopted readings, knowing neither the scheme file nor the engine.
 */
import { Fraction } from './fraction.ts'
import { type Goal, neimengguGoals } from './neimenggu-goals.ts'
import { Reported, type Sheet, type SheetEvent, truth } from './sheet.ts'

/** The readings on which points or ranks depend; the first word is the adopted one. */
export interface NeimengguChoices {
  readonly 'weights-60': 'category-equal' | 'focus-equal'
  readonly 'lead-departments': 'by-duty' | 'organisation-alone'
  readonly 'bonus-scope': 'in-all' | 'each-project' | 'three-projects'
  readonly 'survey-conversion': 'average' | 'satisfaction-only' | 'product'
  readonly 'ballot-method': 'mean' | 'trimmed' | 'median'
  readonly 'grading-method': 'meeting' | 'lines'
  readonly rounding: 'two-places' | 'one-place'
  readonly ranking: 'for-reference' | 'none'
}

const ADOPTED: NeimengguChoices = {
  'weights-60': 'category-equal',
  'lead-departments': 'by-duty',
  'bonus-scope': 'in-all',
  'survey-conversion': 'average',
  'ballot-method': 'mean',
  'grading-method': 'meeting',
  rounding: 'two-places',
  ranking: 'for-reference',
}

type Points = Fraction | undefined

export interface NeimengguUnit {
  readonly unit: string
  readonly items: Readonly<Record<string, Points>>
  readonly goals: Readonly<Record<string, Goal>>
  readonly total: Points
  readonly rank: number | undefined
  readonly grade: string | undefined
}

interface Desk {
  readonly reported: Reported
  readonly marks: ReadonlyMap<string, Fraction>
  readonly choices: NeimengguChoices
}

/** Section 2: nineteen points of attention under four headings, and who leads each (reading lead-departments). */
const FOCUS: readonly (readonly (readonly [item: string, lead: string])[])[] = [
  [
    ['study', 'publicity'],
    ['core-values', 'publicity'],
    ['ideology', 'publicity'],
    ['ethnic-unity', 'united-front'],
    ['new-media', 'new-media-centre'],
  ],
  [
    ['grassroots', 'grassroots-office'],
    ['members', 'grassroots-office'],
    ['school-affairs', 'schools-office'],
    ['cadres', 'organisation'],
    ['reform', 'organisation'],
    ['pioneers', 'children-office'],
  ],
  [
    ['youth-plan', 'development'],
    ['employment', 'development'],
    ['key-groups', 'rights-office'],
    ['rights', 'rights-office'],
  ],
  [
    ['poverty-relief', 'development'],
    ['governance', 'volunteer-centre'],
    ['ecology', 'volunteer-centre'],
    ['epidemic', 'volunteer-centre'],
  ],
]

const HUNDRED = Fraction.of(100)

function allKnown(points: readonly Points[]): readonly Fraction[] | undefined {
  return points.every((p) => p !== undefined) ? points : undefined
}

function markOf(unit: string, item: string, evaluator: string, desk: Desk): Points {
  return desk.marks.get(`${unit} ${item} ${evaluator}`)
}

/** Section 3 (2): each point of attention is marked by its leading department, out of a hundred. */
function focusMarks(unit: string, desk: Desk): Record<string, Points> {
  const alone = desk.choices['lead-departments'] === 'organisation-alone'
  return Object.fromEntries(
    FOCUS.flat().map(([item, lead]) => [
      item,
      markOf(unit, item, alone ? 'organisation' : lead, desk),
    ]),
  )
}

/** Section 3 (3): the Party leader in charge marks the work as a whole. */
function partyReview(unit: string, desk: Desk): Points {
  return markOf(unit, 'party-review', 'league-party', desk)
}

/** Section 3 (4): awareness and satisfaction of young people, turned into points by the reading. */
function youthSurvey(unit: string, desk: Desk): Points {
  const rates = ['youth-awareness', 'youth-satisfaction'].map((f) => desk.reported.fact(unit, f))
  const [aware, satisfied] = rates.map((r) => (r === undefined ? r : Fraction.of(String(r))))
  if (satisfied === undefined) return undefined
  if (desk.choices['survey-conversion'] === 'satisfaction-only') return satisfied.times(HUNDRED)
  if (aware === undefined) return undefined
  if (desk.choices['survey-conversion'] === 'product') return aware.times(satisfied).times(HUNDRED)
  return Fraction.mean([aware, satisfied]).times(HUNDRED)
}

function eventsOf(unit: string, event: string, desk: Desk): SheetEvent[] | undefined {
  return desk.reported.events(unit, event, '2020-01-01', '2020-12-31')
}

/** Section 3 (1): those present score each secretary's report. */
function debrief(unit: string, desk: Desk): Points {
  const ballots = eventsOf(unit, 'ballot', desk)
  if (ballots === undefined || ballots.length === 0) return undefined
  const scores = ballots
    .map((b) => Fraction.of(String(b.attributes?.['score'])))
    .toSorted((a, b) => a.compare(b))
  return together(scores, desk).rounded(places(desk))
}

function together(scores: readonly Fraction[], desk: Desk): Fraction {
  if (desk.choices['ballot-method'] === 'mean') return Fraction.mean(scores)
  if (desk.choices['ballot-method'] === 'trimmed') return Fraction.mean(scores.slice(1, -1))
  const middle = (scores.length - 1) / 2
  return Fraction.mean([scores[Math.floor(middle)]!, scores[Math.ceil(middle)]!])
}

const BONUS_CAP = { 'in-all': 3, 'each-project': undefined, 'three-projects': 9 } as const

/** Section 3 (5) and (6): accepted projects, each counted once at its best, together capped by the reading. */
function bonus(unit: string, desk: Desk): Points {
  const projects = eventsOf(unit, 'bonus-project', desk)
  if (projects === undefined) return undefined
  const best = new Map<string, Fraction>()
  for (const p of projects.filter((e) => truth(e.attributes?.['accepted']) === true)) {
    const name = String(p.attributes?.['project'])
    const award = Fraction.of(String(p.attributes?.['award']))
    const known = best.get(name)
    if (known === undefined || award.compare(known) > 0) best.set(name, award)
  }
  const sum = Fraction.sum([...best.values()])
  const cap = BONUS_CAP[desk.choices['bonus-scope']]
  return cap !== undefined && sum.compare(Fraction.of(cap)) > 0 ? Fraction.of(cap) : sum
}

function places(desk: Desk): number {
  return desk.choices.rounding === 'two-places' ? 2 : 1
}

/** Reading weights-60: the mean within each heading, rounded, then the headings weighted. */
function indicators(items: Readonly<Record<string, Points>>, desk: Desk): Points {
  const headings = FOCUS.map((heading) => {
    const marks = allKnown(heading.map(([item]) => items[item]))
    const weight = desk.choices['weights-60'] === 'category-equal' ? '1/4' : `${heading.length}/19`
    return marks && Fraction.mean(marks).rounded(places(desk)).times(Fraction.of(weight))
  })
  const known = allKnown(headings)
  return known && Fraction.sum(known)
}

/** Section 3 (6): 60, 10, 10 and 20 parts of a hundred, and the bonus on top. */
function totalOf(items: Readonly<Record<string, Points>>, desk: Desk): Points {
  const parts = allKnown([
    indicators(items, desk)?.times(Fraction.of('60%')),
    items['party-review']?.times(Fraction.of('10%')),
    items['youth-survey']?.times(Fraction.of('10%')),
    items['debrief-review']?.times(Fraction.of('20%')),
    items['bonus-projects'],
  ])
  return parts && Fraction.sum(parts).rounded(places(desk))
}

/** Section 3 (6): four grades, concluded by the secretaries' meeting unless lines were chosen. */
function gradeOf(total: Points, desk: Desk): string | undefined {
  if (desk.choices['grading-method'] === 'meeting' || total === undefined) return undefined
  const atLeast = (line: number) => total.compare(Fraction.of(line)) >= 0
  if (atLeast(90)) return 'good'
  if (atLeast(80)) return 'fair'
  return atLeast(60) ? 'average' : 'poor'
}

function marksOf(sheet: Sheet): Map<string, Fraction> {
  return new Map(
    sheet.facts
      .filter((f) => f.fact.startsWith('mark:'))
      .map((f) => [`${f.unit} ${f.fact.slice(5)} ${f.evaluator}`, Fraction.of(String(f.value))]),
  )
}

/** Everything the notice says of every league committee, under the readings given (else the adopted ones). */
export function scoreNeimenggu(
  sheet: Sheet,
  readings: Partial<NeimengguChoices> = {},
): readonly NeimengguUnit[] {
  const choices = { ...ADOPTED, ...readings }
  const desk: Desk = { reported: new Reported(sheet), marks: marksOf(sheet), choices }
  const scored = sheet.units
    .filter((u) => u.type === 'league-committee')
    .map(({ id }) => {
      const items: Record<string, Points> = {
        ...focusMarks(id, desk),
        'party-review': partyReview(id, desk),
        'youth-survey': youthSurvey(id, desk),
        'debrief-review': debrief(id, desk),
        'bonus-projects': bonus(id, desk),
      }
      const total = totalOf(items, desk)
      return {
        unit: id,
        items,
        goals: neimengguGoals(id, sheet, desk.reported),
        total,
        grade: gradeOf(total, desk),
      }
    })
  const totals = allKnown(scored.map((s) => s.total))
  return scored.map((s) => ({
    ...s,
    rank:
      totals === undefined || choices.ranking === 'none'
        ? undefined
        : 1 + totals.filter((t) => t.compare(s.total!) > 0).length,
  }))
}
