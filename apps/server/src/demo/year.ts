import { randomUUID } from 'node:crypto'
import { worksheetOf } from '@kaohe/domain'
import type { FactDeclaration } from '@kaohe/engine'
import type { Acting, StoredEntry, StoredHappening } from '@kaohe/storage'
import { withUnit } from '../rooms/reporting/entry.ts'
import { workOf } from '../rooms/reporting/source.ts'
import type { DemoSystem } from './systems.ts'
import { type DemoYear, inParts, programIn, sayTold } from './told.ts'

interface Half {
  readonly db: Acting
  readonly system: DemoSystem
  readonly org: string
  readonly units: ReadonlyMap<string, { readonly id: string; readonly path: readonly string[] }>
  readonly types: ReadonlyMap<string, string>
  readonly levels: ReadonlyMap<string, string>
  readonly year: DemoYear
}

const HALF = { month: 6, quarter: 2, half: 1, week: 26 }
const MIDDLE = '-06-30'

function isFirstHalf(period: string, times: number): boolean {
  const match = /^\d{4}-(?:(\d{2})|Q(\d)|H(\d)|W(\d{2}))$/.exec(period)
  if (match === null) return /^\d{1,3}$/.test(period) && Number(period) <= times / 2
  const [, month, quarter, half, week] = match.map((one) => (one === undefined ? 0 : Number(one)))
  return (
    (month ?? 0) <= HALF.month &&
    (quarter ?? 0) <= HALF.quarter &&
    (half ?? 0) <= HALF.half &&
    (week ?? 0) <= HALF.week
  )
}

/** What departments will read: some of the units have written on some of the items by the middle of the year. */
function wordsOf(half: Half, { cycle, program }: Awaited<ReturnType<typeof programIn>>) {
  const units = [...half.types]
  return units.flatMap(([unit, type], at) => {
    const sheet = worksheetOf(program, type).filter(({ judged }) => judged)
    const written = sheet.filter((_, i) => (at + i) % 3 !== 0)
    return written.map(({ item }) => ({
      org: half.units.get(unit)!.id,
      committee: half.org,
      cycle: cycle.id,
      fact: workOf(item.id),
      period: '',
      state: 'value' as const,
      text: `上半年按计划推进“${item.name}”：有方案、有分工、有台账，完成全年任务的一半左右；下半年重点补齐薄弱环节，年底前收尾。`,
      reason: null,
      source: '本单位填报',
      shared: false,
    }))
  })
}

const SEEN = [
  '到现场看了活动，参加的人不少，签到和照片齐全。',
  '抽查台账，有两次活动缺签到表，已提醒补上。',
  '经验做得实，可以在现场会上介绍。',
]

/** What the committee did meanwhile: saw some units, gave an item back, and reminded the first. */
async function seedLookingAfter(
  { db, system, org, units, types }: Half,
  { cycle, program }: Awaited<ReturnType<typeof programIn>>,
  person: string,
): Promise<void> {
  const year = system.endsOn.slice(0, 4)
  const seen = [...types].slice(0, SEEN.length).flatMap(([unit, type], i) => {
    const sheet = worksheetOf(program, type)
    const item = sheet[i % Math.max(1, sheet.length)]?.item.id
    const [id, text] = [units.get(unit)?.id, SEEN[i]]
    if (item === undefined || id === undefined || text === undefined) return []
    return [{ unit: id, item, text, observed_on: `${year}-0${i + 3}-1${i}` }]
  })
  const [first] = seen
  if (first === undefined) return
  const at = `${year}-06-20T01:00:00Z`
  await db
    .insertInto('observation')
    .values(seen.map((one) => ({ ...one, org, cycle: cycle.id, person, at, voided_because: null })))
    .execute()
  const there = { org: first.unit, committee: org, cycle: cycle.id, person, at }
  const reason = '请补充上半年的具体数字和活动照片'
  await db
    .insertInto('item_return')
    .values({ ...there, item: first.item, reason, settled_at: null })
    .execute()
  await db
    .insertInto('reminder')
    .values({ ...there, text: '上半年的情况请在6月30日前填好' })
    .execute()
}

function isAbove({ units }: Half, unit: string, other: string): boolean {
  const [above, below] = [units.get(unit), units.get(other)]
  return above !== undefined && below !== undefined && below.path.includes(above.id)
}

// Of ten units below or above, one has not reported yet.
function isAskedOf(half: Half, unit: string, { level, supplier }: FactDeclaration): boolean {
  const { types, levels } = half
  if (types.has(unit)) return true
  const late = [...levels.keys()].indexOf(unit) % 10 === 9 && supplier === undefined
  return level !== undefined && levels.get(unit) === level && !late
}

/** Fills the first half of the year of a demonstration: data and events, so that its pages are alive. */
export async function seedYear(half: Half): Promise<void> {
  const { db, system, org, units, types, year } = half
  const found = await programIn(half)
  const { cycle, program } = found
  const { facts = [], events = [], parties = [] } = program.scheme
  const declared = new Map(facts.map((fact) => [fact.id, fact]))
  const kinds = new Map(events.map((event) => [event.id, event]))
  const at = `${system.endsOn.slice(0, 4)}${MIDDLE}T01:00:00Z`
  const person = randomUUID()
  const sourceOf = (supplier: string | undefined): string => {
    const name = parties.find(({ id }) => id === supplier)?.name
    return name === undefined ? '本单位填报' : `${name}提供，${system.committee}录入`
  }
  type Row = Omit<StoredEntry, 'version'>
  const entries = year.facts.flatMap(({ unit, fact: id, period = null, value }): Row[] => {
    const fact = declared.get(id)
    if (fact === undefined || !isAskedOf(half, unit, fact)) return []
    if (period !== null && !isFirstHalf(period, fact.times ?? 0)) return []
    return [
      {
        org: units.get(unit)!.id,
        committee: org,
        cycle: cycle.id,
        fact: id,
        period: period ?? '',
        state: 'value',
        text: withUnit(sayTold(value), fact.unit),
        reason: null,
        source: sourceOf(fact.supplier),
        person,
        at,
        // What a unit above says counts for those below it.
        shared: !types.has(unit) && [...types.keys()].some((one) => isAbove(half, unit, one)),
      },
    ]
  })
  const words = wordsOf(half, found).map((row) => ({ ...row, person, at }))
  const middle = `${system.endsOn.slice(0, 4)}${MIDDLE}`
  const [late] = types.keys()
  type Happening = Omit<StoredHappening, 'id' | 'version'>
  const happenings = (year.events ?? []).flatMap(
    ({ unit, event, date, attributes }): Happening[] => {
      const kind = kinds.get(event)
      // A year that the notice leaves open is told here as the year of the cycle.
      const told = `${system.endsOn.slice(0, 4)}${date.slice(4)}`
      const ruled = (kind?.attributes ?? []).flatMap((one) => (one.ruled === true ? [one.id] : []))
      // What is claimed is claimed by now, so that the office has something to decide.
      const on = ruled.length > 0 && told > middle ? middle : told
      if (kind === undefined || !types.has(unit) || on > middle || kind.id === 'ballot') return []
      // The first unit has yet to say what it did last month, so that its page shows what is late.
      if (unit === late && on.slice(0, 7) === middle.slice(0, 7)) return []
      const said = Object.entries(attributes)
        .filter(([id]) => !ruled.includes(id))
        .map(([id, value]) => [id, sayTold(value)])
      return [
        {
          org: units.get(unit)!.id,
          committee: org,
          cycle: cycle.id,
          event,
          happened_on: on,
          attributes: Object.fromEntries(said) as Record<string, string>,
          source: sourceOf(kind.supplier),
          person,
          at: `${on}T09:00:00Z`,
          voided_because: null,
        },
      ]
    },
  )
  await seedLookingAfter(half, found, person)
  await inParts([...entries, ...words], (part) => db.insertInto('entry').values(part).execute())
  await inParts(happenings, (part) =>
    db
      .insertInto('happening')
      .values(part.map((row) => ({ ...row, attributes: JSON.stringify(row.attributes) })))
      .execute(),
  )
}
