import { Chance, rate } from './chance.ts'
import { neimengguYear } from './neimenggu.ts'
import { type DemoYear, writeYear } from './year-file.ts'

/** Facts of the assessment that the plan looks at too. */
const SHARED = new Set([
  'credit-group',
  'league-joint-system',
  'league-joint-meeting',
  'league-volunteers',
  'county-joint-system',
  'county-joint-meeting',
  'county-volunteers',
  'county-alliance',
  'organisation-coverage',
  'information-completeness',
  'reform-plan-share',
  'pioneers-weight',
  'pioneers-school-share',
  'member-entry-rate',
  'promotion-link-rate',
  'school-society-rate',
])
const DOCUMENTS = [
  'document-marxists',
  'document-meeting-rules',
  'document-year-priorities',
  'document-monitoring',
  'document-event-standard',
  'document-training-plan',
]

interface Record {
  readonly fact: string
}

function regionFacts(chance: Chance): object[] {
  const region = (fact: string, value: unknown) => ({ unit: 'region', fact, value })
  return [
    ...DOCUMENTS.map((fact) => region(fact, true)),
    // Not heard of yet: document-community-rules. Begun and not finished: the mechanism of evaluation.
    region('plan-evaluation', false),
    region('region-joint-meeting', 1),
    region('region-debrief', 1),
    region('helped-study', chance.whole(100_000, 130_000)),
    region('helped-work', chance.whole(100_000, 140_000)),
    region('helped-startup', chance.whole(88_000, 104_000)),
    region('league-schools-assessed', '100%'),
    region('university-league-schools', rate(chance.whole(960, 999))),
    region('recommended-share', rate(chance.whole(400, 460))),
    region('street-secretaries-trained', '100%'),
  ]
}

/** A plausible 2020 for the work points: the region's own tasks, and what leagues and counties reported. */
export function prioritiesYear(seed = 2020): DemoYear {
  const chance = new Chance(seed)
  const assessed = neimengguYear()
  const shared = (assessed.facts as Record[]).filter((f) => SHARED.has(f.fact))
  const leagues = (assessed.units as { id: string; level: string }[]).filter(
    (u) => u.level === 'league',
  )
  const hours = leagues.flatMap(({ id }) => [
    { unit: id, fact: 'document-opinion-plan', value: chance.likely(96) },
    { unit: id, fact: 'least-education-hours', value: 8 },
    { unit: id, fact: 'least-service-hours', value: chance.whole(20, 24) },
  ])
  const region = { id: 'region', name: '自治区团委', type: null, level: 'region', parent: null }
  const units = (assessed.units as { level: string }[]).filter((u) => u.level !== 'school')
  return {
    units: [region, ...units],
    facts: [...regionFacts(chance), ...hours, ...shared],
    events: [],
    reported: [],
  }
}

if (import.meta.main) writeYear('neimenggu-2020-priorities', prioritiesYear())
