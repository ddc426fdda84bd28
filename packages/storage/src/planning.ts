import type { KindsSaid } from '@kaohe/domain'
import { sql } from 'kysely'
import type { Acting } from './acting.ts'
import { byName } from './names.ts'

export interface StoredScheme {
  readonly org: string
  readonly id: string
  readonly title: string
  readonly text: string
  readonly readings: string | null
  readonly bases: { path: string; text: string }[]
  readonly state: 'draft' | 'published'
  readonly derives: string | null
  readonly corrects: string | null
  readonly reason: string | null
  readonly proposed_by: string | null
  readonly proposed_at: string | null
  readonly published_at: string | null
  readonly version: number
}

/** A scheme without its texts, for lists. */
export type SchemeRow = Omit<StoredScheme, 'text' | 'readings' | 'bases'> & {
  readonly org_name: string
}

export interface StoredCycle {
  readonly org: string
  readonly id: string
  readonly scheme: string
  readonly title: string
  readonly starts_on: string
  readonly ends_on: string
  readonly state: 'preparing' | 'open' | 'closed'
  /** By how many days the clock of a demonstration runs behind; nought in earnest. */
  readonly behind_days: number
  /** What the organiser said of each kind of unit of the tree. */
  readonly kinds: KindsSaid
  readonly version: number
}

export interface StoredAssessee {
  readonly org: string
  readonly cycle: string
  readonly unit: string
  readonly type: string
  readonly peer_group: string | null
  readonly excluded_because: string | null
  readonly undecided_because: string | null
}

/** Cycles that the asker may see: the own organisation's, those below, and those that an upper one runs. */
export async function listCycles(db: Acting): Promise<StoredCycle[]> {
  return db
    .selectFrom('cycle')
    .selectAll()
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

export async function findCycle(db: Acting, id: string): Promise<StoredCycle | undefined> {
  return db.selectFrom('cycle').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A cycle, where its organisation stands, and what its scheme is by now. */
export interface Standing extends StoredCycle {
  readonly path: string[]
  readonly scheme_state: StoredScheme['state']
  readonly scheme_version: number
}

export async function findStanding(db: Acting, id: string): Promise<Standing | undefined> {
  return db
    .selectFrom('cycle')
    .innerJoin('unit', 'unit.id', 'cycle.org')
    .innerJoin('scheme', 'scheme.id', 'cycle.scheme')
    .selectAll('cycle')
    .select(['unit.path', 'scheme.state as scheme_state', 'scheme.version as scheme_version'])
    .where('cycle.id', '=', id)
    .executeTakeFirst()
}

export async function findScheme(db: Acting, id: string): Promise<StoredScheme | undefined> {
  return db.selectFrom('scheme').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Schemes that the asker may see, without their texts, the newest first. */
export async function listSchemes(db: Acting): Promise<SchemeRow[]> {
  return db
    .selectFrom('scheme')
    .innerJoin('unit', 'unit.id', 'scheme.org')
    .select([
      'scheme.org',
      'scheme.id',
      'scheme.title',
      'scheme.state',
      'scheme.derives',
      'scheme.corrects',
      'scheme.reason',
      'scheme.proposed_by',
      'scheme.proposed_at',
      'scheme.published_at',
      'scheme.version',
      'unit.name as org_name',
    ])
    .orderBy('scheme.changed_at', 'desc')
    .orderBy('scheme.id')
    .limit(500)
    .execute()
}

export interface NewScheme {
  readonly org: string
  readonly title: string
  readonly text: string
  readonly readings: string | null
  readonly bases?: readonly { path: string; text: string }[]
  readonly derives?: string | null
  readonly corrects?: string | null
  readonly reason?: string | null
}

/** A new draft. */
export async function insertScheme(db: Acting, scheme: NewScheme): Promise<string> {
  const { bases = [], derives = null, corrects = null, reason = null, ...rest } = scheme
  const { id } = await db
    .insertInto('scheme')
    .values({ ...rest, bases: JSON.stringify(bases), derives, corrects, reason })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a draft anew, and takes back that it was proposed. @returns undefined when it changed meanwhile */
export async function writeScheme(
  db: Acting,
  id: string,
  version: number,
  written: { title: string; text: string; readings: string | null },
  at: string,
): Promise<number | undefined> {
  const row = await db
    .updateTable('scheme')
    .set({
      ...written,
      proposed_by: null,
      proposed_at: null,
      changed_at: at,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

/** Proposes this version for publication. @returns false when it changed meanwhile */
export async function proposeScheme(
  db: Acting,
  id: string,
  version: number,
  by: string,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scheme')
    .set({ proposed_by: by, proposed_at: at })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Publishes this version; row security lets nobody change it afterwards. @returns false when it changed */
export async function publishScheme(
  db: Acting,
  id: string,
  version: number,
  by: string,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scheme')
    .set({ state: 'published', confirmed_by: by, published_at: at })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Cycles go on by the corrected scheme. @returns how many */
export async function moveCycles(db: Acting, from: string, to: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('cycle')
    .set({ scheme: to, version: sql`version + 1` })
    .where('scheme', '=', from)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export interface NewCycle {
  readonly org: string
  readonly scheme: string
  readonly title: string
  readonly starts_on: string
  readonly ends_on: string
}

export async function insertCycle(db: Acting, cycle: NewCycle): Promise<string> {
  const row = await db.insertInto('cycle').values(cycle).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Opens a cycle in preparation. @returns undefined when it is no longer in preparation */
export async function openCycle(db: Acting, id: string): Promise<StoredCycle | undefined> {
  return db
    .updateTable('cycle')
    .set({ state: 'open', version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'preparing')
    .returningAll()
    .executeTakeFirst()
}

export interface CandidateUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly founded_on: string | null
  readonly peer_group: string | null
}

/** Every unit below an organisation that is there today. */
export async function unitsToAssess(db: Acting, org: string): Promise<CandidateUnit[]> {
  return db
    .selectFrom('unit')
    .select(['id', 'name', 'kind', 'founded_on', 'peer_group'])
    .where(sql<boolean>`path @> ARRAY[${org}::uuid]`)
    .where('id', '<>', org)
    .where('ended_on', 'is', null)
    .orderBy(byName('name'))
    .limit(10_000)
    .execute()
}

/** Units that are there today by their names. */
export async function unitsNamed(
  db: Acting,
  names: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('name', '=', sql<string>`ANY (${[...names]}::text[])`)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
}

/** Puts these in the place of all who were assessed in a cycle. */
export async function replaceAssessees(
  db: Acting,
  cycle: string,
  rows: readonly StoredAssessee[],
): Promise<void> {
  await db.deleteFrom('assessee').where('cycle', '=', cycle).execute()
  if (rows.length > 0)
    await sql`
      INSERT INTO assessee (org, cycle, unit, type, peer_group, excluded_because, undecided_because)
      SELECT r.org, r.cycle, r.unit, r.type, r.peer_group, r.excluded_because, r.undecided_because
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
        org uuid, cycle uuid, unit uuid, type text, peer_group text,
        excluded_because text, undecided_because text)`.execute(db)
}

/** What the organiser says of each kind of unit, in the place of what was said before. */
export async function sayKinds(db: Acting, id: string, kinds: KindsSaid): Promise<void> {
  await db
    .updateTable('cycle')
    .set({ kinds: JSON.stringify(kinds) })
    .where('id', '=', id)
    .execute()
}

/** Cycles that still go by a scheme. */
export async function cyclesBy(db: Acting, scheme: string): Promise<StoredCycle[]> {
  return db
    .selectFrom('cycle')
    .selectAll()
    .where('scheme', '=', scheme)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .execute()
}

/** A unit as it is assessed in a cycle. */
export async function findAssessee(
  db: Acting,
  cycle: string,
  unit: string,
): Promise<StoredAssessee | undefined> {
  return db
    .selectFrom('assessee')
    .selectAll()
    .where('cycle', '=', cycle)
    .where('unit', '=', unit)
    .executeTakeFirst()
}

/** Who is assessed in a cycle, by name. */
export async function listAssessees(
  db: Acting,
  cycle: string,
): Promise<(StoredAssessee & { name: string })[]> {
  return db
    .selectFrom('assessee')
    .innerJoin('unit', 'unit.id', 'assessee.unit')
    .selectAll('assessee')
    .select('unit.name')
    .where('cycle', '=', cycle)
    .orderBy(byName('unit.name'))
    .execute()
}
