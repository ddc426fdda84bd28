/** The targets of the annex that have figures, each reached, missed or (for want of reports) unknown. */
import { Fraction } from './fraction.ts'
import type { Reported, Sheet } from './sheet.ts'

export type Goal = boolean | undefined

function all(goals: readonly Goal[]): Goal {
  if (goals.includes(false)) return false
  return goals.includes(undefined) ? undefined : true
}

/** One unit's reports, and those of the counties and schools below it. */
class Below {
  readonly #unit: string
  readonly #sheet: Sheet
  readonly #reported: Reported

  constructor(unit: string, sheet: Sheet, reported: Reported) {
    this.#unit = unit
    this.#sheet = sheet
    this.#reported = reported
  }

  #units(level: string, above: readonly string[] = [this.#unit]): readonly string[] {
    const under = this.#sheet.units.filter((u) => above.includes(u.parent ?? ''))
    if (under.length === 0) return []
    const here = under.filter((u) => u.level === level).map((u) => u.id)
    const others = under.filter((u) => u.level !== level).map((u) => u.id)
    return [...here, ...this.#units(level, others)]
  }

  yes(fact: string, period = ''): Goal {
    return this.#reported.truth(this.#unit, fact, period)
  }

  /** A figure of the unit compared: at least `least`, and for rates of 100 % that is the same as equal. */
  least(fact: string, least: string): Goal {
    const value = this.#reported.fact(this.#unit, fact)
    return value === undefined
      ? undefined
      : Fraction.of(String(value)).compare(Fraction.of(least)) >= 0
  }

  counties(fact: string): readonly Goal[] {
    return this.#units('county').map((county) => this.#reported.truth(county, fact))
  }

  schools(fact: string, from: number, to: number): Goal {
    return all(
      this.#units('school').map((school) => {
        const value = this.#reported.fact(school, fact)
        return value === undefined ? undefined : Number(value) >= from && Number(value) <= to
      }),
    )
  }

  /** At least one event that satisfies; unknown while events may still come in. */
  some(event: string, holds: (attribute: (name: string) => Fraction) => boolean): Goal {
    const rows = this.#reported.events(this.#unit, event, '2020-01-01', '2020-12-31')
    return rows?.some((row) => holds((name) => Fraction.of(String(row.attributes?.[name]))))
  }
}

/** Annex (1): the Party's responsibility for ideology, studied at least twice. */
function thought(of: Below): Record<string, Goal> {
  return { 'goal-ideology-studies': of.least('ideology-studies', '2') }
}

const MONTHS = Array.from({ length: 12 }, (_, m) => `2020-${String(m + 1).padStart(2, '0')}`)

/** Annex (2), third indicator: rates of the membership system, and records of new members. */
function schoolAffairs(of: Below): Record<string, Goal> {
  return {
    'goal-member-entry': of.least('member-entry-rate', '100%'),
    'goal-branch-selfcheck': of.least('branch-selfcheck-rate', '100%'),
    'goal-branch-unrecognised': of.least('branch-unrecognised-share', '20%'),
    'goal-promotion-link': of.least('promotion-link-rate', '97%'),
    'goal-school-society': of.least('school-society-rate', '100%'),
    'goal-information': of.least('information-completeness', '98%'),
    'goal-coverage': of.least('organisation-coverage', '100%'),
    'goal-member-checkin': of.least('member-checkin-rate', '100%'),
    'goal-monthly-check': all(MONTHS.map((month) => of.yes('monthly-check', month))),
    'goal-member-records': all([of.yes('member-ledger'), of.yes('development-report')]),
  }
}

/** Annex (2), fourth to sixth indicators: cadres, reform, Young Pioneers. */
function organisation(of: Below): Record<string, Goal> {
  return {
    'goal-joint-measures': of.yes('joint-measures'),
    'goal-vocational-cadres': of.schools('vocational-cadres', 1, 2),
    'goal-cadre-training': all([
      of.yes('league-cadre-training'),
      ...of.counties('county-cadre-training'),
    ]),
    'goal-federation': all([of.yes('federation-meeting'), of.yes('federation-seats')]),
    'goal-reform-plans': of.least('reform-plan-share', '100%'),
    'goal-pioneers-weight': of.least('pioneers-weight', '10%'),
    'goal-pioneers-schools': of.least('pioneers-school-share', '100%'),
  }
}

/** Annex (3), first indicator: the joint meeting set up and held by the league and by every county. */
function service(of: Below): Record<string, Goal> {
  return {
    'goal-joint-system': all([
      of.yes('league-joint-system'),
      ...of.counties('county-joint-system'),
    ]),
    'goal-joint-meeting': all([
      of.yes('league-joint-meeting'),
      ...of.counties('county-joint-meeting'),
    ]),
    'goal-monitoring': of.yes('league-monitoring'),
  }
}

/** Work point 10: seven counties in ten; decided early when those not yet heard cannot change it. */
function sevenInTen(counties: readonly Goal[]): Goal {
  const needed = Math.ceil((counties.length * 7) / 10)
  if (counties.filter((c) => c === true).length >= needed) return true
  return counties.filter((c) => c !== false).length >= needed ? undefined : false
}

/** Annex (4): start-up alliances and training, volunteers, credit, and the five tasks of the epidemic. */
function contribution(of: Below): Record<string, Goal> {
  const five = ['group', 'training', 'supplies', 'team', 'archive']
  return {
    'goal-alliances': all([
      ...of.counties('county-alliance'),
      of.least('alliance-entry-rate', '100%'),
    ]),
    'goal-startup-training': of.some('startup-training', (attribute) => {
      const people = attribute('people').compare(Fraction.of(30)) >= 0
      return people && attribute('hours').compare(Fraction.of(3)) >= 0
    }),
    'goal-volunteers': all([
      of.yes('league-volunteers'),
      sevenInTen(of.counties('county-volunteers')),
    ]),
    'goal-credit-group': of.yes('credit-group'),
    'goal-epidemic': all(five.map((one) => of.yes(`epidemic-${one}`))),
  }
}

/** Every target of one league committee. */
export function neimengguGoals(
  unit: string,
  sheet: Sheet,
  reported: Reported,
): Record<string, Goal> {
  const of = new Below(unit, sheet, reported)
  return {
    ...thought(of),
    ...schoolAffairs(of),
    ...organisation(of),
    ...service(of),
    ...contribution(of),
  }
}
