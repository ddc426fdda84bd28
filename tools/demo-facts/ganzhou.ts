/** A year of invented facts for the Ganzhou notice: 18 towns and 5 streets that do not exist. */
import { Chance } from './chance.ts'
import { type DemoYear, writeYear } from './year-file.ts'

const TOWNS =
  '青禾 柳泉 石桥 白杨 双塔 红崖 麦岭 金滩 临渠 清湾 北屯 沙枣 云门 长坡 玉泉 果园 新沟 平原'.split(
    ' ',
  )
const STREETS = '鼓楼 东湖 车站 文昌 南苑'.split(' ')
const EPISODES = 30
/** Diligence of each unit from 1 to 5, towns first; two towns were weak the year before as well. */
const DILIGENCE = [4, 3, 5, 2, 3, 1, 4, 3, 2, 5, 3, 4, 2, 3, 1, 3, 4, 2, 4, 3, 5, 2, 3]
const LAST_OF_2022 = ['t06', 't13', 't18', 's04']
const FIRST_OF_2022 = ['t03', 't07', 's01', 't12']

type Attributes = Readonly<Record<string, string | number | boolean>>

interface GanzhouYear extends DemoYear {
  readonly history: readonly object[]
}

interface Draft {
  readonly chance: Chance
  readonly facts: object[]
  readonly events: object[]
}

const two = (n: number) => String(n).padStart(2, '0')

function addFact(
  draft: Draft,
  unit: string,
  fact: string,
  value: string | boolean,
  period?: string,
) {
  draft.facts.push({ unit, fact, period: period ?? null, value })
}

function addEvent(draft: Draft, unit: string, event: string, date: string, attributes: Attributes) {
  const id = `e${String(draft.events.length + 1).padStart(4, '0')}`
  draft.events.push({ id, unit, event, date, attributes })
}

function anyDay(chance: Chance, month = chance.whole(1, 12)): string {
  return `2023-${two(month)}-${two(chance.whole(1, 28))}`
}

/** Rates spread around a unit's habit; now and then exactly 100 % or 120 %. */
function addStudy(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  for (let episode = 1; episode <= EPISODES; episode += 1) {
    const tenths = chance.likely(8)
      ? chance.pick([1000, 1200])
      : 880 + diligence * 70 + chance.whole(-140, 140)
    const value = `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}%`
    addFact(draft, unit, 'study-rate', value, String(episode))
  }
}

function addEntries(draft: Draft, unit: string, diligence: number): void {
  for (const fact of ['topic-late', 'recommend-late', 'benchmark-late'])
    addFact(draft, unit, fact, !draft.chance.likely(55 + diligence * 9))
}

function addHouse(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  for (let month = 1; month <= 12; month += 1) {
    const held = chance.likely(60 + diligence * 8) ? 3 : chance.whole(0, 4)
    for (let n = 0; n < held; n += 1) {
      const inTime = chance.likely(80 + diligence * 4)
      const day = inTime ? chance.whole(2, 15) : chance.whole(16, 28)
      const registered = 27 + diligence + chance.whole(0, 15)
      addEvent(draft, unit, 'house-activity', `2023-${two(month)}-${two(day)}`, {
        registered,
        signed: Math.max(12, registered - chance.whole(0, 5)),
        'in-time': inTime,
      })
    }
  }
}

function addNews(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  for (let month = 1; month <= 12; month += 1)
    for (let n = chance.whole(0, diligence); n > 0; n -= 1) {
      const adopted = chance.likely(25 + diligence * 5)
      addEvent(draft, unit, 'info', anyDay(chance, month), {
        title: `${unit}信息${draft.events.length + 1}`,
        adopted,
        'district-site': adopted && chance.likely(50),
        'city-site': adopted && chance.likely(18),
        'province-site': adopted && chance.likely(4),
        commissioned: chance.likely(4),
      })
    }
}

function addService(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  for (let n = chance.whole(0, diligence + 2); n > 0; n -= 1) {
    const halves = chance.whole(2, 14)
    addEvent(draft, unit, 'volunteer', anyDay(chance), {
      level: chance.pick(['区级', '区级', '区级', '市级', '市级', '省级']),
      people: chance.likely(25) ? chance.pick([5, 15]) : chance.whole(2, 24),
      hours: `${Math.floor(halves / 2)}${halves % 2 === 0 ? '' : '.5'}`,
      granted: halves >= 10 ? 1 : 0,
    })
  }
  for (let n = chance.whole(1, 2 * diligence); n > 0; n -= 1)
    addEvent(draft, unit, 'own-service', anyDay(chance), { link: `${unit}活动链接${n}` })
}

function addOccasions(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  for (let n = chance.whole(0, 3); n > 0; n -= 1) addEvent(draft, unit, 'major', anyDay(chance), {})
  for (let n = chance.whole(0, 2); n > 0; n -= 1)
    addEvent(draft, unit, 'contest', anyDay(chance), { placed: chance.likely(15 * diligence) })
  if (chance.likely(12 * diligence))
    addEvent(draft, unit, 'visit', anyDay(chance), {
      level: chance.pick(['区级', '区级', '市级', '省级']),
    })
  addFact(draft, unit, 'site-built', chance.likely(15 * diligence))
  addFact(draft, unit, 'pilot-signs', chance.likely(12 * diligence))
}

/** The last and the first fifth of 2022, invented like everything here. */
function historyOf(unit: string): object {
  if (LAST_OF_2022.includes(unit)) return { unit, year: 2022, met: ['reassign'] }
  return { unit, year: 2022, met: FIRST_OF_2022.includes(unit) ? ['recommend'] : [] }
}

/** The whole year, the same for the same seed. */
export function ganzhouYear(seed = 202_311): GanzhouYear {
  const draft: Draft = { chance: new Chance(seed), facts: [], events: [] }
  const units = [
    ...TOWNS.map((name, i) => ({ id: `t${two(i + 1)}`, name: `${name}镇团委`, type: 'township' })),
    ...STREETS.map((name, i) => ({
      id: `s${two(i + 1)}`,
      name: `${name}街道团工委`,
      type: 'street',
    })),
  ]
  units.forEach((unit, i) => {
    const diligence = DILIGENCE[i]!
    for (const add of [addStudy, addEntries, addHouse, addNews, addService, addOccasions])
      add(draft, unit.id, diligence)
  })
  return {
    units: units.map((unit) => ({ ...unit, parent: null, group: null, attributes: {} })),
    facts: draft.facts,
    events: draft.events,
    reported: ['house-activity', 'info', 'volunteer', 'own-service', 'major', 'contest', 'visit'],
    history: units.map((unit) => historyOf(unit.id)),
  }
}

if (import.meta.main) writeYear('ganzhou-2023', ganzhouYear())
