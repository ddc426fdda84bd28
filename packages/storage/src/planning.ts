import type { Acting } from './acting.ts'

export interface StoredScheme {
  readonly org: string
  readonly id: string
  readonly title: string
  readonly text: string
  readonly readings: string | null
  readonly state: 'draft' | 'published'
  readonly version: number
}

export interface StoredCycle {
  readonly org: string
  readonly id: string
  readonly scheme: string
  readonly title: string
  readonly starts_on: string
  readonly ends_on: string
  readonly state: 'preparing' | 'open' | 'closed'
  readonly version: number
}

export interface StoredAssessee {
  readonly org: string
  readonly cycle: string
  readonly unit: string
  readonly type: string
  readonly peer_group: string | null
  readonly excluded_because: string | null
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

export async function findScheme(db: Acting, id: string): Promise<StoredScheme | undefined> {
  return db.selectFrom('scheme').selectAll().where('id', '=', id).executeTakeFirst()
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
    .orderBy('unit.name')
    .execute()
}
