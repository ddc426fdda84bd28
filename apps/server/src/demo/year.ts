import { randomUUID } from 'node:crypto'
import { worksheetOf } from '@kaohe/domain'
import type { Acting, StoredEntry, StoredHappening } from '@kaohe/storage'
import { findScheme, listCycles } from '@kaohe/storage'
import { withUnit } from '../rooms/reporting/entry.ts'
import { workOf } from '../rooms/reporting/source.ts'
import { programOf } from '../rooms/planning/programs.ts'
import type { DemoSystem } from './systems.ts'

type Told = number | string | boolean

/** The demonstration data of a scheme folder, as far as half a year is made of it. */
export interface DemoYear {
  readonly facts: readonly {
    readonly unit: string
    readonly fact: string
    readonly period?: string | null
    readonly value: Told
  }[]
  readonly events?: readonly {
    readonly unit: string
    readonly event: string
    readonly date: string
    readonly attributes: Readonly<Record<string, Told>>
  }[]
}

interface Half {
  readonly db: Acting
  readonly system: DemoSystem
  readonly org: string
  readonly units: ReadonlyMap<string, { readonly id: string }>
  readonly types: ReadonlyMap<string, string>
  readonly year: DemoYear
}

const AT_ONCE = 500
const HALF = { month: 6, quarter: 2, half: 1, week: 26 }
const MIDDLE = '-06-30'

function sayTold(value: Told): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return `${value}`
}

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

async function inParts<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    // One statement after another, in the one transaction.
    await insert(rows.slice(at, at + AT_ONCE))
}

async function programIn({ db, system, org }: Half) {
  const cycle = (await listCycles(db)).find((one) => one.org === org && one.title === system.cycle)
  const scheme = cycle && (await findScheme(db, cycle.scheme))
  if (cycle === undefined || scheme === undefined) throw new Error(`${system.key}: no cycle`)
  return { cycle, program: programOf(scheme) }
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
    if (fact === undefined || !types.has(unit)) return []
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
      },
    ]
  })
  const words = wordsOf(half, found).map((row) => ({ ...row, person, at }))
  const middle = `${system.endsOn.slice(0, 4)}${MIDDLE}`
  type Happening = Omit<StoredHappening, 'id' | 'version'>
  const happenings = (year.events ?? []).flatMap(
    ({ unit, event, date, attributes }): Happening[] => {
      const kind = kinds.get(event)
      // A year that the notice leaves open is told here as the year of the cycle.
      const on = `${system.endsOn.slice(0, 4)}${date.slice(4)}`
      if (kind === undefined || !types.has(unit) || on > middle || kind.id === 'ballot') return []
      const told = Object.entries(attributes).map(([id, value]) => [id, sayTold(value)])
      return [
        {
          org: units.get(unit)!.id,
          committee: org,
          cycle: cycle.id,
          event,
          happened_on: on,
          attributes: Object.fromEntries(told) as Record<string, string>,
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
