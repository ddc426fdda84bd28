import { Chance, rate } from './chance.ts'
import { type League, leagues } from './leagues.ts'
import { type DemoYear, writeYear } from './year-file.ts'

/** Who marks which of the nineteen points of attention, as the reading lead-departments has it. */
const LEADS: Readonly<Record<string, readonly string[]>> = {
  publicity: ['study', 'core-values', 'ideology'],
  'united-front': ['ethnic-unity'],
  'new-media-centre': ['new-media'],
  'grassroots-office': ['grassroots', 'members'],
  'schools-office': ['school-affairs'],
  organisation: ['cadres', 'reform'],
  'children-office': ['pioneers'],
  development: ['youth-plan', 'employment', 'poverty-relief'],
  'rights-office': ['key-groups', 'rights'],
  'volunteer-centre': ['governance', 'ecology', 'epidemic'],
}

const FULL_RATES = [
  'member-entry-rate',
  'branch-selfcheck-rate',
  'school-society-rate',
  'organisation-coverage',
  'member-checkin-rate',
  'reform-plan-share',
  'pioneers-school-share',
  'alliance-entry-rate',
]
const LEAGUE_TRUTHS = [
  'member-ledger',
  'development-report',
  'joint-measures',
  'league-cadre-training',
  'federation-meeting',
  'federation-seats',
  'league-joint-system',
  'league-joint-meeting',
  'league-monitoring',
  'league-volunteers',
  'credit-group',
  'epidemic-group',
  'epidemic-training',
  'epidemic-supplies',
  'epidemic-team',
  'epidemic-archive',
]
/** Facts of a county, and how many counties in a hundred have them. */
const COUNTY_TRUTHS: readonly (readonly [fact: string, percent: number])[] = [
  ['county-cadre-training', 96],
  ['county-joint-system', 99],
  ['county-joint-meeting', 97],
  ['county-alliance', 95],
  ['county-volunteers', 82],
]
const MONTHS = Array.from({ length: 12 }, (_, m) => `2020-${String(m + 1).padStart(2, '0')}`)
const PROJECTS = [
  '青年讲师下基层',
  '云端团课',
  '草原志愿驿站',
  '青创集市',
  '防疫青春先锋',
  '童心守望',
]
const JUDGES = 40

interface Draft {
  readonly units: object[]
  readonly facts: object[]
  readonly events: object[]
}

const two = (n: number) => String(n).padStart(2, '0')

function addUnits(league: League, draft: Draft): void {
  const { id, name } = league
  draft.units.push({
    id,
    name: `${name}团委`,
    type: 'league-committee',
    level: 'league',
    parent: null,
    group: null,
    attributes: {},
  })
  league.counties.forEach((county, i) =>
    draft.units.push({
      id: `${id}-${two(i + 1)}`,
      name: `${county}团委`,
      type: null,
      level: 'county',
      parent: id,
      group: null,
      attributes: {},
    }),
  )
  for (const school of [1, 2, 3])
    draft.units.push({
      id: `${id}-school-${school}`,
      name: `${name}第${'一二三'[school - 1]}中等职业学校`,
      type: null,
      level: 'school',
      parent: `${id}-${two(school)}`,
      group: null,
      attributes: {},
    })
}

function addMarks(league: League, strength: number, chance: Chance, draft: Draft): void {
  for (const [evaluator, items] of Object.entries(LEADS))
    for (const item of items)
      draft.facts.push({
        unit: league.id,
        fact: `mark:${item}`,
        value: Math.min(99, strength + chance.whole(-8, 8)),
        evaluator,
        at: `2020-12-${chance.whole(14, 25)}`,
      })
  draft.facts.push({
    unit: league.id,
    fact: 'mark:party-review',
    value: chance.whole(86, 98),
    evaluator: 'league-party',
    at: `2020-12-${chance.whole(16, 25)}`,
  })
}

function addRates(league: League, chance: Chance, draft: Draft): void {
  const add = (fact: string, value: unknown, period?: string) =>
    draft.facts.push({ unit: league.id, fact, ...(period && { period }), value })
  for (const fact of FULL_RATES)
    add(fact, chance.likely(80) ? '100%' : rate(chance.whole(940, 999)))
  add('ideology-studies', chance.whole(1, 4))
  add('branch-unrecognised-share', rate(chance.whole(185, 260)))
  add('promotion-link-rate', rate(chance.whole(962, 1000)))
  add('information-completeness', rate(chance.whole(974, 1000)))
  add('pioneers-weight', rate(10 * chance.whole(9, 15)))
  add('youth-awareness', rate(chance.whole(520, 840)))
  add('youth-satisfaction', rate(chance.whole(780, 960)))
  for (const fact of LEAGUE_TRUTHS) add(fact, chance.likely(94))
  const lax = chance.likely(25)
  for (const month of MONTHS) add('monthly-check', !lax || chance.likely(85), month)
}

function addBelow(league: League, chance: Chance, draft: Draft): void {
  league.counties.forEach((_, i) => {
    for (const [fact, percent] of COUNTY_TRUTHS)
      draft.facts.push({
        unit: `${league.id}-${two(i + 1)}`,
        fact,
        value: chance.likely(percent),
      })
  })
  for (const school of [1, 2, 3])
    draft.facts.push({
      unit: `${league.id}-school-${school}`,
      fact: 'vocational-cadres',
      value: chance.likely(93) ? chance.whole(1, 2) : 0,
    })
}

function addBallots(league: League, strength: number, chance: Chance, draft: Draft): void {
  for (let judge = 1; judge <= JUDGES; judge += 1)
    draft.events.push({
      id: `${league.id}-ballot-${two(judge)}`,
      unit: league.id,
      event: 'ballot',
      date: '2020-12-28',
      attributes: { judge: `j${two(judge)}`, score: Math.min(100, strength + chance.whole(-6, 9)) },
    })
}

function addEvents(league: League, chance: Chance, draft: Draft): void {
  const { id } = league
  for (let n = chance.whole(1, 3); n > 0; n -= 1)
    draft.events.push({
      id: `${id}-training-${n}`,
      unit: id,
      event: 'startup-training',
      date: `2020-${two(chance.whole(6, 11))}-${two(chance.whole(1, 28))}`,
      attributes: { people: chance.whole(24, 60), hours: chance.whole(2, 6) },
    })
  for (let n = chance.whole(0, 3); n > 0; n -= 1) {
    const accepted = chance.likely(75)
    draft.events.push({
      id: `${id}-bonus-${n}`,
      unit: id,
      event: 'bonus-project',
      date: `2020-12-${chance.whole(10, 25)}`,
      attributes: {
        project: chance.pick(PROJECTS),
        sort: chance.pick(['创新项目', '表彰项目']),
        accepted,
        award: accepted ? chance.whole(1, 3) : 1,
      },
      evidence: [`${id}-bonus-${n}.pdf`],
    })
  }
}

/** A plausible 2020: twelve leagues, their counties and schools, ten departments, forty judges. */
export function neimengguYear(seed = 2020): DemoYear {
  const chance = new Chance(seed)
  const draft: Draft = { units: [], facts: [], events: [] }
  for (const league of leagues) {
    const strength = chance.whole(78, 93)
    addUnits(league, draft)
    addMarks(league, strength, chance, draft)
    addRates(league, chance, draft)
    addBelow(league, chance, draft)
    addBallots(league, strength, chance, draft)
    addEvents(league, chance, draft)
  }
  return { ...draft, reported: ['ballot', 'startup-training', 'bonus-project'] }
}

if (import.meta.main) writeYear('neimenggu-2020', neimengguYear())
