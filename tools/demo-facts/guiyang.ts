/** A year of invented facts for the Guiyang notice: 30 communities in 10 districts that do not exist. */
import { Chance } from './chance.ts'
import { type DemoYear, writeYear } from './year-file.ts'

const DISTRICTS = '甲区 乙区 丙区 丁区 戊区 己区 庚市 辛县 壬县 癸县'.split(' ')
const COMMUNITIES =
  '青藤 春晓 和风 望湖 百合 朝阳 翠屏 书香 金桂 同心 竹园 晨光 清溪 银杏 枫林 康宁 云岭 海棠 迎春 安居 星河 槐荫 明珠 紫荆 祥和 松涛 新桥 玉兰 河畔 乐业'.split(
    ' ',
  )
const MONTHS =
  '2021-11 2021-12 2022-01 2022-02 2022-03 2022-04 2022-05 2022-06 2022-07 2022-08 2022-09 2022-10'.split(
    ' ',
  )

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
  value: boolean | number,
  period?: string,
): void {
  draft.facts.push({ unit, fact, period: period ?? null, value })
}

function addEvents(
  draft: Draft,
  unit: string,
  event: string,
  times: number,
  attributes: (n: number) => Readonly<Record<string, string | boolean>>,
): void {
  for (let n = 1; n <= times; n += 1) {
    const id = `e${String(draft.events.length + 1).padStart(3, '0')}`
    const date = `${draft.chance.pick(MONTHS)}-${two(draft.chance.whole(1, 28))}`
    draft.events.push({ id, unit, event, date, attributes: attributes(n) })
  }
}

function addBase(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  const built = chance.likely(75 + diligence * 5)
  addFact(draft, unit, 'house-built', built)
  addFact(draft, unit, 'house-online', built && chance.likely(65 + diligence * 7))
  addFact(draft, unit, 'house-regular', built && chance.likely(55 + diligence * 8))
  const league = chance.likely(88 + diligence * 2)
  addFact(draft, unit, 'league-built', league)
  addFact(draft, unit, 'league-regular', league && chance.likely(60 + diligence * 8))
  addFact(draft, unit, 'cadres-complete', chance.likely(50 + diligence * 9))
}

function addProjects(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  for (const month of MONTHS) {
    const held = chance.likely(72 + diligence * 5) ? chance.whole(1, 3) : 0
    addFact(draft, unit, 'special', held, month)
  }
  addFact(draft, unit, 'brands', chance.likely(60 + diligence * 7) ? chance.whole(1, 2) : 0)
}

function addBonus(draft: Draft, unit: string, diligence: number): void {
  const { chance } = draft
  const least = Math.max(0, diligence - 2)
  addEvents(draft, unit, 'org-project', chance.whole(least, diligence), (n) => ({
    title: `${unit}服务项目${n}`,
  }))
  addEvents(draft, unit, 'pairing', chance.whole(least, diligence), (n) => ({
    partner: `${unit}结对单位${n}`,
  }))
  addEvents(draft, unit, 'summary', chance.whole(0, 2 * diligence - 1), (n) => {
    const theme = chance.whole(0, 2)
    return {
      title: `${unit}信息综述${n}`,
      'on-social': theme === 0 || chance.likely(20),
      'on-project': theme === 1 || chance.likely(20),
      'on-sharing': theme === 2 || chance.likely(20),
      endorsed: chance.likely(70),
    }
  })
}

/** The whole year, the same for the same seed. */
export function guiyangYear(seed = 202_110): DemoYear {
  const draft: Draft = { chance: new Chance(seed), facts: [], events: [] }
  const { chance } = draft
  const districts = DISTRICTS.map((name, i) => ({
    id: `d${two(i + 1)}`,
    name: `示例${name}团委`,
    type: null,
    level: 'district',
    parent: null,
  }))
  for (const district of districts)
    for (const fact of ['org-service', 'org-startup', 'org-culture'])
      addFact(draft, district.id, fact, chance.likely(80))
  const communities = COMMUNITIES.map((name, i) => ({
    id: `c${two(i + 1)}`,
    name: `${name}社区团组织`,
    type: i % 3 === 0 ? 'national' : 'provincial',
    level: 'community',
    parent: districts[i % districts.length]!.id,
  }))
  for (const community of communities) {
    const diligence = chance.whole(1, 5)
    for (const add of [addBase, addProjects, addBonus]) add(draft, community.id, diligence)
  }
  return {
    units: [...districts, ...communities].map((u) => ({ ...u, group: null, attributes: {} })),
    facts: draft.facts,
    events: draft.events,
    reported: ['org-project', 'pairing', 'summary'],
  }
}

if (import.meta.main) writeYear('guiyang-2021', guiyangYear())
