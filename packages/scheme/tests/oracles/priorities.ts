/**
 * The 22 work points of Inner Mongolia 2020 once more: which of their figures are reached, and which
 * tasks no indicator of the assessment takes up; written from the two notices, by point.
 */
import { Fraction } from './fraction.ts'
import { Reported, type Sheet } from './sheet.ts'

export type Reached = 'yes' | 'no' | 'unknown'

/** What the units of one level reported, and the questions that the plan asks of them. */
class Reports {
  readonly #sheet: Sheet
  readonly #reported: Reported

  constructor(sheet: Sheet) {
    this.#sheet = sheet
    this.#reported = new Reported(sheet)
  }

  #units(level: string): readonly string[] {
    return this.#sheet.units.filter((u) => u.level === level).map((u) => u.id)
  }

  /** At least so large a share of the level's units says yes; decided as soon as it must be. */
  share(fact: string, level: string, needed = '100%'): Reached {
    const answers = this.#units(level).map((u) => this.#reported.truth(u, fact))
    if (answers.length === 0) return 'unknown'
    const enough = (yes: number) =>
      Fraction.of(yes).over(Fraction.of(answers.length)).compare(Fraction.of(needed)) >= 0
    if (enough(answers.filter((a) => a === true).length)) return 'yes'
    return enough(answers.filter((a) => a !== false).length) ? 'unknown' : 'no'
  }

  /** Every unit of the level reports at least so much. */
  each(fact: string, level: string, needed: string): Reached {
    const values = this.#units(level).map((u) => this.#reported.fact(u, fact))
    const enough = values.map((v) =>
      v === undefined ? undefined : Fraction.of(String(v)).compare(Fraction.of(needed)) >= 0,
    )
    if (enough.includes(false)) return 'no'
    return values.length === 0 || enough.includes(undefined) ? 'unknown' : 'yes'
  }

  document(fact: string): Reached {
    return this.share(fact, 'region')
  }
}

function all(...parts: readonly Reached[]): Reached {
  if (parts.includes('no')) return 'no'
  return parts.includes('unknown') ? 'unknown' : 'yes'
}

/** Points 1 and 4: a standard for university classes has no figure beside it; each league's plan for online opinion. */
function thought(of: Reports): Record<string, Reached> {
  return {
    'p1/marxists-standard': all(of.document('document-marxists'), 'unknown'),
    'p4/league-plans': of.share('document-opinion-plan', 'league'),
  }
}

/** Point 5: three times a hundred thousand helped; credit groups in all leagues. */
function battles(of: Reports): Record<string, Reached> {
  return {
    'p5/three-hundred-thousand': all(
      of.each('helped-study', 'region', '100000'),
      of.each('helped-work', 'region', '100000'),
      of.each('helped-startup', 'region', '100000'),
    ),
    'p5/credit-groups': of.share('credit-group', 'league'),
  }
}

/** Point 7: one meeting of all, three documents, and joint meetings everywhere. */
function youthPlan(of: Reports): Record<string, Reached> {
  return {
    'p7/plenary-meeting': of.each('region-joint-meeting', 'region', '1'),
    'p7/meeting-rules': of.document('document-meeting-rules'),
    'p7/year-priorities': of.document('document-year-priorities'),
    'p7/monitoring-indicators': all(
      of.document('document-monitoring'),
      of.document('plan-evaluation'),
    ),
    'p7/all-established': all(
      of.share('league-joint-system', 'league'),
      of.share('county-joint-system', 'county'),
    ),
    'p7/all-held': all(
      of.share('league-joint-meeting', 'league'),
      of.share('county-joint-meeting', 'county'),
    ),
  }
}

/** Point 10: associations in all leagues and seven counties in ten; a standard and rules. */
function volunteers(of: Reports): Record<string, Reached> {
  return {
    'p10/league-associations': of.share('league-volunteers', 'league'),
    'p10/county-associations': of.share('county-volunteers', 'county', '70%'),
    'p10/event-standard': of.document('document-event-standard'),
    'p10/community-rules': of.document('document-community-rules'),
  }
}

/** Points 14, 15 and 18: schools of the League, the membership system, reform of schools, Young Pioneers. */
function foundations(of: Reports): Record<string, Reached> {
  return {
    'p14/middle-league-schools': of.each('league-schools-assessed', 'region', '100%'),
    'p14/university-league-schools': of.each('university-league-schools', 'region', '100%'),
    'p15/smart-league': all(
      of.each('organisation-coverage', 'league', '100%'),
      of.each('information-completeness', 'league', '98%'),
    ),
    'p18/students': of.each('reform-plan-share', 'league', '100%'),
    'p18/pioneers': all(
      of.each('pioneers-weight', 'league', '10%'),
      of.each('pioneers-school-share', 'league', '100%'),
    ),
  }
}

/** Points 19, 21 and 22: reports by secretaries, hours before admission, rates, training of all. */
function discipline(of: Reports): Record<string, Reached> {
  return {
    'p19/debriefing': of.each('region-debrief', 'region', '1'),
    'p21/admission': all(
      of.each('least-education-hours', 'league', '8'),
      of.each('least-service-hours', 'league', '20'),
    ),
    'p21/file-check': of.each('member-entry-rate', 'league', '100%'),
    'p21/links': all(
      of.each('promotion-link-rate', 'league', '97%'),
      of.each('school-society-rate', 'league', '100%'),
    ),
    'p21/party-recommendation': of.each('recommended-share', 'region', '40%'),
    'p22/training-plan': of.document('document-training-plan'),
    'p22/street-secretaries': of.each('street-secretaries-trained', 'region', '100%'),
  }
}

/** How far every task with a figure has come; a task that is not named has none, and is never decided. */
export function tasksReached(sheet: Sheet): Readonly<Record<string, Reached>> {
  const of = new Reports(sheet)
  return {
    ...thought(of),
    ...battles(of),
    ...youthPlan(of),
    ...volunteers(of),
    ...foundations(of),
    ...discipline(of),
  }
}

/** Tasks that the assessment of leagues takes up, by section of the assessment notice and its annex. */
export const TAKEN_UP: Readonly<Record<string, readonly string[]>> = {
  '2 (1) thought': [
    'p1/youth-study p1/theme-education p1/lecturers p2/core-values p2/model-youth',
    'p2/ethnic-unity p3/products p3/matrix p4/patrol p4/public-opinion',
  ],
  '2 (2) organisation': [
    'p13/three-year-plan p14/social-density p14/congresses p15/youth-home p15/smart-league',
    'p16/liaison-stations p17/reform-supervision p18/federation p18/students p18/pioneers',
    'p19/party-leads-league p19/democratic-life p19/debriefing p21/admission p21/links',
    'p21/file-check p21/party-recommendation p22/staffing p22/lectures',
  ],
  '2 (3) service': [
    'p6/startup-services p6/loans p6/competitions p7/all-established p7/all-held',
    'p8/face-to-face p9/law-education p11/hope-project p11/warm-hearts',
  ],
  '2 (4) contribution': [
    'p5/three-hundred-thousand p5/beijing-pairing p5/rural-revival p5/ecology p5/credit-groups',
    'p8/dream-plan p8/partner-plan p10/league-associations p10/county-associations p10/west-plan',
    'p14/emerging-groups',
  ],
}
