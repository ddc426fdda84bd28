import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assesseesOf, type Candidate } from '@kaohe/domain'
import { dayNumber } from '@kaohe/engine'
import { readSchemeFolder } from '@kaohe/scheme'
import {
  type Acting,
  acting,
  askAs,
  claimInstallation,
  enrol,
  insertUnit,
  record,
} from '@kaohe/storage'
import type { Services } from '../services.ts'
import { hashPassword } from '../rooms/identity/password.ts'
import { seedBefore } from './before.ts'
import { cast, DEMO_PASSWORD, loginOf } from './accounts.ts'
import { todayOf } from '../rooms/reporting/clock.ts'
import { kindNames } from './kinds.ts'
import { seedMessages } from './messages.ts'
import { seedDepartments, seedPlanning } from './planning.ts'
import { type DemoSystem, demoSystems } from './systems.ts'
import type { DemoYear } from './told.ts'
import { seedYear } from './year.ts'

interface DemoUnit {
  readonly id: string
  readonly name: string
  readonly type: string | null
  readonly level?: string
  readonly parent: string | null
  readonly attributes: Readonly<Record<string, unknown>>
}

function schemeFile(folder: string, name: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../../../schemes/${folder}/${name}`, import.meta.url)),
    'utf8',
  )
}

interface Seeded {
  readonly org: string
  readonly candidates: readonly Candidate[]
  /** Identifiers of the demonstration data, and ours. */
  readonly units: ReadonlyMap<string, { readonly id: string; readonly path: readonly string[] }>
  /** The level of the tree on which each unit stands, where the data say it. */
  readonly levels: ReadonlyMap<string, string>
  /** The kind of assessee of each unit that is assessed. */
  readonly types: ReadonlyMap<string, string>
}

async function seedUnits(db: Acting, system: DemoSystem): Promise<Seeded> {
  const org = randomUUID()
  await askAs(db, { org, path: [org] })
  const top = { id: org, name: system.committee, kind: system.kind }
  await insertUnit(db, [], top, system.startsOn)
  const facts = JSON.parse(schemeFile(system.scheme, 'facts/year.json')) as { units: DemoUnit[] }
  const kindOf = kindNames(schemeFile(system.scheme, 'scheme.yaml'))
  const units = new Map<string, { id: string; path: readonly string[] }>()
  const candidates: Candidate[] = []
  for (const unit of facts.units) {
    const above = (unit.parent === null ? undefined : units.get(unit.parent)?.path) ?? [org]
    const { founded } = unit.attributes
    const foundedOn = typeof founded === 'string' ? { foundedOn: founded } : {}
    const fresh = { id: randomUUID(), name: unit.name, kind: kindOf(unit), ...foundedOn }
    units.set(unit.id, await insertUnit(db, above, fresh, system.startsOn))
    candidates.push({ foundedOn: null, peerGroup: null, ...fresh })
  }
  const types = facts.units.flatMap(({ id, type }): [string, string][] =>
    type === null ? [] : [[id, type]],
  )
  const levels = facts.units.flatMap(({ id, level }): [string, string][] =>
    level === undefined ? [] : [[id, level]],
  )
  return { org, candidates, units, levels: new Map(levels), types: new Map(types) }
}

interface Told {
  readonly today: string
  /** What a text of the folder becomes. */
  retold(text: string): string
}

const asWritten = (text: string): string => text

async function seedCycle(
  db: Acting,
  system: DemoSystem,
  { org, candidates, units, types }: Seeded,
  { today, retold }: Told,
): Promise<void> {
  const text = retold(schemeFile(system.scheme, 'scheme.yaml'))
  const readings = retold(schemeFile(system.scheme, 'readings.yaml'))
  const scheme = await db
    .insertInto('scheme')
    .values({
      org,
      title: system.cycle,
      text,
      readings,
      state: 'published',
      corrects: null,
      reason: null,
      published_at: `${system.startsOn}T00:00:00Z`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { cycle: title, startsOn: starts_on, endsOn: ends_on } = system
  const behind_days = dayNumber(today) - dayNumber(system.today)
  const cycle = await db
    .insertInto('cycle')
    .values({ org, scheme: scheme.id, title, starts_on, ends_on, state: 'open', behind_days })
    .returning('id')
    .executeTakeFirstOrThrow()
  const mapped = [...types].map(
    ([unit, type]) => [units.get(unit)!.id, { type, group: null }] as const,
  )
  const mapping = { kinds: new Map<string, string>(), units: new Map(mapped) }
  const read = readSchemeFolder([
    { path: 'scheme.yaml', text },
    { path: 'readings.yaml', text: readings },
  ]).scheme!
  const assessees = assesseesOf(candidates, mapping, read).map((one) => ({
    org,
    cycle: cycle.id,
    unit: one.unit,
    type: one.type,
    peer_group: one.group,
    excluded_because: one.excludedBecause,
    undecided_because: one.undecidedBecause,
  }))
  await db.insertInto('assessee').values(assessees).execute()
}

const IN_DEPARTMENT = new Set<string>(['department-head', 'department-reviewer'])

async function seedPeople(
  db: Acting,
  system: DemoSystem,
  seeded: Seeded,
  { hash, department }: { readonly hash: string; readonly department: string | undefined },
): Promise<void> {
  const [assessed] = seeded.types.keys()
  const first = (assessed === undefined ? undefined : seeded.units.get(assessed)) ?? {
    id: seeded.org,
  }
  // The first unit that reports for it, if there is any below.
  const below = [...seeded.units.values()].find(({ path }) => path.at(-2) === first.id)
  const places = { committee: seeded.org, unit: first.id, subordinate: (below ?? first).id }
  for (const { role, name, at } of cast) {
    const org = places[at]
    const login = (): string => loginOf(system.key, role)
    const from = system.startsOn
    const drafts = department !== undefined && IN_DEPARTMENT.has(role) ? { department } : {}
    const home = { org, path: [seeded.org], ...drafts }
    await enrol(db, { ...home, name, login, role, from, passwordHash: hash })
  }
}

/** The first unit that is assessed: its people are of the cast. */
function firstOf({ org, types, units }: Seeded): string {
  const [assessed] = types.keys()
  return (assessed === undefined ? undefined : units.get(assessed)?.id) ?? org
}

/** In a text of the folder the year, and the one after it in which the assessment ends, become those before. */
function toYearBefore(
  { endsOn }: DemoSystem,
  before: NonNullable<DemoSystem['before']>,
): (text: string) => string {
  const [year, earlier] = [endsOn, before.endsOn].map((day) => Number(day.slice(0, 4))) as [
    number,
    number,
  ]
  return (text) =>
    text.replaceAll(`${year}`, `${earlier}`).replaceAll(`${year + 1}`, `${earlier + 1}`)
}

/** Told before each system: how many are done, of how many, and which is next. */
export type Progress = (done: number, of: number, what: string) => void

/** Fills an empty installation with the demonstration: all of it, or nothing when it is not empty any more. */
export async function seedDemo(
  { db, files, now }: Services,
  tell: Progress = () => {},
): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD)
  await acting(db, {}, async (asSeeder) => {
    if (!(await claimInstallation(asSeeder, true))) return
    for (const [at, system] of demoSystems.entries()) {
      tell(at, demoSystems.length, system.committee)
      const seeded = await seedUnits(asSeeder, system)
      const told = { today: todayOf(now()), retold: asWritten }
      await seedCycle(asSeeder, system, seeded, told)
      const year = JSON.parse(schemeFile(system.scheme, 'facts/year.json')) as DemoYear
      await seedYear({ db: asSeeder, system, ...seeded, year })
      const planned = { db: asSeeder, system, org: seeded.org }
      const department = await seedDepartments(planned)
      await seedPeople(asSeeder, system, seeded, { hash, department })
      await seedPlanning(planned)
      await seedMessages({ ...planned, first: firstOf(seeded), now: now() })
      if (system.before !== undefined) {
        const retold = toYearBefore(system, system.before)
        const earlier = { ...system, ...system.before }
        await seedCycle(asSeeder, earlier, seeded, { ...told, retold })
        const data = JSON.parse(retold(schemeFile(system.scheme, 'facts/year.json'))) as DemoYear
        await seedBefore({ db: asSeeder, files, system: earlier, ...seeded, year: data })
      }
      await record(asSeeder, {
        at: now().toISOString(),
        act: 'demo.seed',
        object: `unit/${seeded.org}`,
        org: seeded.org,
        channel: 'command',
        request: 'demo',
      })
    }
  })
}
