/** Fills a cycle of the demonstration with all that units reported in the year, as its scheme folder has it. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { acting, connect, enrol } from '@kaohe/storage'
import { Client } from 'pg'

type Told = number | string | boolean

export interface Year {
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly type: string | null
  }[]
  readonly facts: readonly {
    readonly unit: string
    readonly fact: string
    readonly period?: string | null
    readonly value: Told
    readonly evaluator?: string
  }[]
  readonly events?: readonly {
    readonly id: string
    readonly unit: string
    readonly event: string
    readonly date: string
    readonly attributes: Readonly<Record<string, Told>>
  }[]
  readonly reported?: readonly string[]
}

const root = new URL('../../schemes/', import.meta.url)

export const yearOf = (scheme: string): Year =>
  JSON.parse(readFileSync(new URL(`${scheme}/facts/year.json`, root), 'utf8')) as Year

export const expectedOf = (scheme: string): ReadonlyMap<string, string> => {
  const text = readFileSync(new URL(`${scheme}/expected/scores.json`, root), 'utf8')
  const { units } = JSON.parse(text) as { units: { name: string; total: string }[] }
  return new Map(units.map(({ name, total }) => [name, total]))
}

/** Where the year of a demonstration lies in the database. */
export interface Place {
  readonly cycle: string
  readonly committee: string
  /** Identifiers by those of the scheme folder. */
  readonly units: ReadonlyMap<string, string>
}

export async function placeOf(url: string, title: string, year: Year): Promise<Place> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  const { rows } = await owner.query<{ id: string; org: string }>(
    'SELECT id, org FROM cycle WHERE title = $1',
    [title],
  )
  const { id: cycle, org: committee } = rows[0]!
  const found = await owner.query<{ id: string; name: string }>(
    'SELECT id, name FROM unit WHERE path[1] = $1 AND id <> $1',
    [committee],
  )
  await owner.end()
  const ids = new Map(found.rows.map(({ id, name }) => [name, id]))
  return {
    cycle,
    committee,
    units: new Map(year.units.map(({ id, name }) => [id, ids.get(name)!])),
  }
}

const say = (value: Told): string =>
  typeof value === 'boolean' ? (value ? '是' : '否') : `${value}`

/** What only the assessing side says: ballots come from the meeting, and these from rulings on claims. */
const RULED: readonly string[] = ['accepted', 'award']
const DOCUMENT = '申报的正式文件'

/** All data and events but marks and ballots, each event complete, each claim with its document. */
export async function report(url: string, place: Place, year: Year): Promise<void> {
  const { cycle, committee, units } = place
  const owner = new Client({ connectionString: url })
  await owner.connect()
  const common = { committee, cycle, source: '本单位填报', person: randomUUID() }
  const entries = year.facts
    .filter(({ fact }) => !fact.startsWith('mark:'))
    .map(({ unit, fact, period, value }) => ({
      ...common,
      org: units.get(unit),
      fact,
      period: period ?? '',
      state: 'value',
      text: say(value),
    }))
  await owner.query(
    `INSERT INTO entry (org, committee, cycle, fact, period, state, text, source, person)
     SELECT org, committee, cycle, fact, period, state, text, source, person
     FROM jsonb_populate_recordset(NULL::entry, $1)
     ON CONFLICT (org, cycle, fact, period) DO UPDATE SET text = excluded.text`,
    [JSON.stringify(entries)],
  )
  const events = (year.events ?? []).filter(({ event }) => event !== 'ballot')
  const happenings = events.map(({ unit, event, date, attributes }) => ({
    ...common,
    org: units.get(unit),
    id: randomUUID(),
    event,
    happened_on: date,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([id, value]) =>
        RULED.includes(id) ? [] : [[id, say(value)]],
      ),
    ),
    sha256: randomUUID().replaceAll('-', '').repeat(2),
  }))
  const rows = JSON.stringify(happenings)
  await owner.query('DELETE FROM happening WHERE cycle = $1', [cycle])
  await owner.query(
    `INSERT INTO happening (org, id, committee, cycle, event, happened_on, attributes, source, person)
     SELECT org, id, committee, cycle, event, happened_on, attributes, source, person
     FROM jsonb_populate_recordset(NULL::happening, $1)`,
    [rows],
  )
  await owner.query(
    `WITH given AS (SELECT (one->>'org')::uuid AS org, (one->>'id')::uuid AS happening, one->>'sha256' AS sha256,
         (one->>'person')::uuid AS person
       FROM jsonb_array_elements($1::jsonb) AS one WHERE one->>'event' = 'bonus-project'),
     filed AS (INSERT INTO evidence_file (org, id, cycle, sha256, name, type, size, person)
       SELECT org, happening, $2, sha256, '申报函.pdf', 'application/pdf', 10, person FROM given
       RETURNING org, id)
     INSERT INTO happening_file (org, happening, file, shows) SELECT org, id, id, $3 FROM filed`,
    [rows, cycle, DOCUMENT],
  )
  const assessed = year.units.filter(({ type }) => type !== null).map(({ id }) => units.get(id))
  await owner.query(
    `INSERT INTO declared_complete (org, committee, cycle, event, complete, person)
     SELECT a.unit, a.org, a.cycle, event, true, $4 FROM assessee a, unnest($2::text[]) AS event
     WHERE a.cycle = $1 AND a.unit = ANY ($3::uuid[]) AND event <> 'ballot'
     ON CONFLICT (org, cycle, event) DO UPDATE SET complete = true`,
    [cycle, year.reported ?? [], assessed, common.person],
  )
  await owner.end()
}

/** A head for every department of a committee, who signs in as `head-<department's name>`. @returns the logins by name */
export async function enrolHeads(
  url: string,
  { committee }: Place,
): Promise<ReadonlyMap<string, string>> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  const departments = await owner.query<{ id: string; name: string }>(
    'SELECT id, name FROM department WHERE org = $1',
    [committee],
  )
  const { rows } = await owner.query<{ password_hash: string }>(
    "SELECT password_hash FROM person JOIN credential ON credential.person = person.id WHERE login LIKE '%-organiser' LIMIT 1",
  )
  await owner.end()
  const db = connect({ url, most: 1 })
  const logins = new Map<string, string>()
  for (const [at, { id, name }] of departments.rows.entries()) {
    const login = `head-${committee.slice(0, 8)}-${at}`
    await acting(db, {}, (asSeeder) =>
      enrol(asSeeder, {
        org: committee,
        path: [committee],
        name: `${name}负责人`,
        login: () => login,
        role: 'department-head',
        department: id,
        from: '2017-01-01',
        passwordHash: rows[0]!.password_hash,
      }),
    )
    logins.set(name, login)
  }
  await db.destroy()
  return logins
}
