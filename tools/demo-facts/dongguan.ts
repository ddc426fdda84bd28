import { Chance } from './chance.ts'
import { type DemoYear, writeYear } from './year-file.ts'

const TOWNS =
  '莞城 东城 南城 万江 石龙 石排 茶山 企石 桥头 东坑 横沥 常平 虎门 长安 沙田 厚街 寮步 大岭山 大朗 黄江 樟木头 谢岗 塘厦 清溪 凤岗 麻涌 中堂 高埗 石碣 望牛墩 洪梅 道滘'.split(
    ' ',
  )
const STREETS = 4
/** Invented names of factories and bureaus, with the day their committees were founded. */
const FACTORIES: readonly (readonly [name: string, founded: string])[] = [
  ['市公用事业局', '1998-05-04'],
  ['市港航局', '2003-09-01'],
  ['市粮油总公司', '1989-04-20'],
  ['市自来水厂', '1992-07-01'],
  ['市轻工机械厂', '1987-10-01'],
  ['市第一毛纺厂', '1990-05-04'],
  ['市客运公司', '1996-03-12'],
  ['市燃气公司', '2001-11-08'],
  ['市医药公司', '1994-06-30'],
  ['市会展中心', '2008-01-15'],
  ['市环保产业公司', '2012-04-22'],
  ['市轨道公司', '2010-08-18'],
  ['市科技园公司', '2009-12-01'],
  ['市电子装备厂', '2014-05-20'],
  ['市旅游集团', '2013-09-27'],
  ['市新能源汽车厂', '2016-11-11'],
  ['市机器人研究院', '2016-12-31'],
  ['市智能终端厂', '2017-01-01'],
  ['市跨境电商园', '2017-04-18'],
  ['市滨海湾公司', '2017-09-30'],
]
/** The departments that answer for each item (section 3). */
const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  'congress-spirit': ['publicity', 'schools'],
  'net-plan': ['publicity'],
  models: ['schools', 'new-organisations', 'organisation'],
  foundations: ['organisation'],
  'pioneers-reform': ['schools'],
  'member-education': ['organisation'],
  'youth-voice': ['publicity'],
  'smart-league': ['organisation'],
  'new-media': ['publicity'],
  'direct-contact': ['organisation'],
  activities: ['organisation'],
  interaction: ['organisation'],
  volunteering: ['publicity'],
  startups: ['general-office'],
  migrants: ['new-organisations'],
  governance: ['organisation'],
}
const TOWNS_ONLY = ['youth-voice', 'direct-contact']
/** A committee younger than this on the last day of 2017 takes no part, and nobody evaluates it. */
const FOUNDED_BY = '2016-12-31'

interface Draft {
  readonly units: object[]
  readonly facts: object[]
}

const two = (n: number) => String(n).padStart(2, '0')

function addMarks(unit: string, town: boolean, strength: number, chance: Chance, draft: Draft) {
  const mark = (item: string, evaluator: string, value: number, at: string) =>
    draft.facts.push({ unit, fact: `mark:${item}`, value, evaluator, at })
  for (const [item, departments] of Object.entries(DEPARTMENTS)) {
    if (!town && TOWNS_ONLY.includes(item)) continue
    for (const department of departments) {
      const value = Math.min(100, strength + chance.whole(-9, 9))
      mark(item, department, value, `2018-02-${two(chance.whole(1, 2))}`)
    }
  }
  if (town)
    mark('leaders-review', 'town-leaders', chance.whole(80, 98), `2017-12-${chance.whole(18, 29)}`)
}

function addAnswers(unit: string, strength: number, chance: Chance, draft: Draft): void {
  const asked = chance.whole(48, 60)
  const satisfied = Math.floor((asked * (strength - chance.whole(30, 45))) / 100)
  const fairly = Math.floor(((asked - satisfied) * 3) / 5)
  const neutral = Math.floor(((asked - satisfied - fairly) * 3) / 4)
  const dissatisfied = asked - satisfied - fairly - neutral
  const answers = { satisfied, fairly, neutral, dissatisfied }
  for (const [answer, value] of Object.entries(answers))
    draft.facts.push({ unit, fact: `phone-${answer}`, value, by: 'data-centre', at: '2018-01-31' })
}

function addTownFacts(unit: string, chance: Chance, draft: Draft): void {
  for (let month = 1; month <= 12; month += 1)
    draft.facts.push({
      unit,
      fact: 'platform-index',
      period: `2017-${two(month)}`,
      value: chance.whole(120, 980),
    })
  draft.facts.push({ unit, fact: 'cadre-contacts', value: chance.whole(96, 420) })
}

function addWork(unit: string, town: boolean, chance: Chance, draft: Draft): void {
  const strength = chance.whole(76, 92)
  addMarks(unit, town, strength, chance, draft)
  addAnswers(unit, strength, chance, draft)
  if (town) addTownFacts(unit, chance, draft)
  draft.facts.push({ unit, fact: 'materials-on-time', value: chance.likely(94) })
}

/** A plausible 2017: thirty-two towns and streets, twenty factories and bureaus, three of them too young. */
export function dongguanYear(seed = 2017): DemoYear {
  const chance = new Chance(seed)
  const draft: Draft = { units: [], facts: [] }
  TOWNS.forEach((town, i) => {
    const id = `town-${two(i + 1)}`
    const name = `${town}${i < STREETS ? '街道' : '镇'}团委`
    draft.units.push({
      id,
      name,
      type: 'township',
      level: 'town',
      parent: null,
      group: null,
      attributes: {},
    })
    addWork(id, true, chance, draft)
  })
  FACTORIES.forEach(([name, founded], i) => {
    const id = `factory-${two(i + 1)}`
    draft.units.push({
      id,
      name: `${name}团委`,
      type: 'factory',
      level: 'works',
      parent: null,
      group: null,
      attributes: { founded },
    })
    if (founded <= FOUNDED_BY) addWork(id, false, chance, draft)
  })
  return { ...draft, events: [], reported: [] }
}

if (import.meta.main) writeYear('dongguan-2017', dongguanYear())
