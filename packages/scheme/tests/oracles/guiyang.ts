/**
 * The Guiyang notice of 2021 once more, in plain arithmetic: written from the notice and the adopted
 * readings, knowing neither the scheme file nor the engine. Points are counted in thirds, because
 * one reading spreads 40 points over 12 months.
 */
import { Reported, type Sheet, type SheetUnit, monthsBetween, thousandths, truth } from './sheet.ts'

/** The readings on which points or consequences depend; the first word is the adopted one. */
export interface GuiyangChoices {
  readonly 'repair-class-points': 'five' | 'fifteen'
  readonly period: 'first-year' | 'to-acceptance' | 'four-months'
  readonly 'district-fact': 'shared' | 'landed'
  readonly 'no-brand': 'forfeit' | 'requirement-only' | 'half'
  readonly 'after-four-months': 'talk' | 'spread' | 'exhaust'
  readonly 'one-article': 'once' | 'each'
  readonly 'third-bonus': 'bonus' | 'base'
  readonly endorsement: 'recorded' | 'suspended'
  readonly laggards: 'below-60' | 'below-80'
  readonly outstanding: 'above-150' | 'above-120'
}

export const GUIYANG_ADOPTED: GuiyangChoices = {
  'repair-class-points': 'five',
  period: 'first-year',
  'district-fact': 'shared',
  'no-brand': 'forfeit',
  'after-four-months': 'talk',
  'one-article': 'once',
  'third-bonus': 'bonus',
  endorsement: 'recorded',
  laggards: 'below-60',
  outstanding: 'above-150',
}

type Thirds = number | undefined
type Decided = 'yes' | 'no' | 'undecided'

interface Desk {
  readonly reported: Reported
  readonly choices: GuiyangChoices
  readonly from: string
  readonly to: string
}

const WHOLE = 3
const LAST_DAY = {
  'first-year': '2022-10-31',
  'to-acceptance': '2022-04-30',
  'four-months': '2022-02-28',
} as const

/** Four (1) 1: three kinds of youth organisations of the district; each missing takes 5 of 15. */
function districtOrgs(unit: SheetUnit, desk: Desk): Thirds {
  const holder = desk.choices['district-fact'] === 'shared' ? (unit.parent ?? '') : unit.id
  const built = ['org-service', 'org-startup', 'org-culture'].map((f) =>
    desk.reported.truth(holder, f),
  )
  if (built.includes(undefined)) return undefined
  const each = desk.choices['repair-class-points'] === 'five' ? 5 : 15
  const missing = built.filter((b) => b === false).length
  return Math.max(0, 15 - each * missing) * WHOLE
}

/** Four (1) 2: a youth house, 15; not on the platform or not regular takes 5 each; none gives nothing. */
function youthHouse(unit: SheetUnit, desk: Desk): Thirds {
  const [built, online, regular] = ['house-built', 'house-online', 'house-regular'].map((f) =>
    desk.reported.truth(unit.id, f),
  )
  if (built === false) return 0
  if (built === undefined || online === undefined || regular === undefined) return undefined
  return (15 - (online ? 0 : 5) - (regular ? 0 : 5)) * WHOLE
}

/** Four (1) 3: a league organisation, 15; not regular takes 10; none gives nothing. */
function league(unit: SheetUnit, desk: Desk): Thirds {
  const built = desk.reported.truth(unit.id, 'league-built')
  const regular = desk.reported.truth(unit.id, 'league-regular')
  if (built === false) return 0
  if (built === undefined || regular === undefined) return undefined
  return (regular ? 15 : 5) * WHOLE
}

/** Four (2) 1: cadres complete gives 15, else nothing. */
function cadres(unit: SheetUnit, desk: Desk): Thirds {
  const complete = desk.reported.truth(unit.id, 'cadres-complete')
  if (complete === undefined) return undefined
  return complete ? 15 * WHOLE : 0
}

/** Four (2) 2 and 3: five points each time, twenty at most. */
function fiveEach(unit: SheetUnit, event: string, desk: Desk): Thirds {
  const rows = desk.reported.events(unit.id, event, desk.from, desk.to)
  return rows === undefined ? undefined : Math.min(20, 5 * rows.length) * WHOLE
}

/** Four (3): 40 for a brand and an activity every month; each month without takes 10. */
function brand(unit: SheetUnit, desk: Desk): Thirds {
  const reading = desk.choices['no-brand']
  const brands = desk.reported.fact(unit.id, 'brands')
  const has = brands === undefined ? undefined : thousandths(brands) >= 1000
  if (reading === 'forfeit' && has === false) return 0
  const counts = monthsBetween(desk.from, desk.to).map((m) =>
    desk.reported.fact(unit.id, 'special', m),
  )
  if (counts.includes(undefined) || (reading !== 'requirement-only' && has === undefined))
    return undefined
  const missed = counts.filter((c) => thousandths(c!) < 1000).length
  const each = desk.choices['after-four-months'] === 'spread' ? 10 : 10 * WHOLE
  const noBrand = reading === 'half' && has === false ? 20 * WHOLE : 0
  return Math.max(0, 40 * WHOLE - each * missed - noBrand)
}

const THEMES = ['on-social', 'on-project', 'on-sharing'] as const

/** Four (4): ten for each summary that leaders endorsed or the press printed, twenty at most an item. */
function summaries(unit: SheetUnit, theme: (typeof THEMES)[number], desk: Desk): Thirds {
  const rows = desk.reported.events(unit.id, 'summary', desk.from, desk.to)
  if (rows === undefined) return undefined
  if (desk.choices.endorsement === 'suspended') return 0
  const counted = rows.filter((row) => {
    const about = THEMES.filter((t) => truth(row.attributes?.[t]) === true)
    if (truth(row.attributes?.['endorsed']) !== true) return false
    return desk.choices['one-article'] === 'once' ? about[0] === theme : about.includes(theme)
  })
  return Math.min(20, 10 * counted.length) * WHOLE
}

export interface GuiyangUnit {
  readonly unit: string
  /** Points as text: a whole number or a fraction of three. */
  readonly items: Readonly<Record<string, string | undefined>>
  readonly base: string | undefined
  readonly bonus: string | undefined
  readonly total: string | undefined
  readonly laggard: Decided
  readonly outstanding: Decided
}

function itemsOf(unit: SheetUnit, desk: Desk): Record<string, Thirds> {
  return {
    'district-orgs': districtOrgs(unit, desk),
    'youth-house': youthHouse(unit, desk),
    league: league(unit, desk),
    cadres: cadres(unit, desk),
    'org-projects': fiveEach(unit, 'org-project', desk),
    pairings: fiveEach(unit, 'pairing', desk),
    brand: brand(unit, desk),
    social: summaries(unit, 'on-social', desk),
    managed: summaries(unit, 'on-project', desk),
    sharing: summaries(unit, 'on-sharing', desk),
  }
}

function sum(values: readonly Thirds[]): Thirds {
  return values.reduce<Thirds>(
    (all, v) => (all === undefined || v === undefined ? undefined : all + v),
    0,
  )
}

function written(points: Thirds): string | undefined {
  if (points === undefined) return undefined
  return points % WHOLE === 0 ? String(points / WHOLE) : `${points}/3`
}

function against(total: Thirds, holds: (whole: number) => boolean): Decided {
  if (total === undefined) return 'undecided'
  return holds(total) ? 'yes' : 'no'
}

/** Two: base part and bonus part, the bonus part a hundred at most; five: who is behind, who stands out. */
function scoreUnit(unit: SheetUnit, desk: Desk): GuiyangUnit {
  const items = itemsOf(unit, desk)
  const base = ['district-orgs', 'youth-house', 'league', 'cadres', 'brand']
  const bonus = ['org-projects', 'pairings', 'social', 'managed']
  const third = desk.choices['third-bonus'] === 'bonus' ? bonus : base
  third.push('sharing')
  const basePoints = sum(base.map((i) => items[i]))
  const earned = sum(bonus.map((i) => items[i]))
  const bonusPoints = earned === undefined ? undefined : Math.min(100 * WHOLE, earned)
  const total = sum([basePoints, bonusPoints])
  const low = desk.choices.laggards === 'below-60' ? 60 : 80
  const high = desk.choices.outstanding === 'above-150' ? 150 : 120
  return {
    unit: unit.id,
    items: Object.fromEntries(Object.entries(items).map(([id, p]) => [id, written(p)])),
    base: written(basePoints),
    bonus: written(bonusPoints),
    total: written(total),
    laggard: against(total, (t) => t < low * WHOLE),
    outstanding: against(total, (t) => t >= high * WHOLE),
  }
}

/** Everything the notice says of every community, under the readings given (else the adopted ones). */
export function scoreGuiyang(
  sheet: Sheet,
  readings: Partial<GuiyangChoices> = {},
): readonly GuiyangUnit[] {
  const choices = { ...GUIYANG_ADOPTED, ...readings }
  const desk: Desk = {
    reported: new Reported(sheet),
    choices,
    from: '2021-11-01',
    to: LAST_DAY[choices.period],
  }
  return sheet.units.filter((u) => u.type !== null).map((u) => scoreUnit(u, desk))
}
