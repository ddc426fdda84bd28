import type { Acting } from '../acting.ts'

/** That a unit told its leader of its work, and what. */
export interface StoredBriefing {
  readonly org: string
  readonly committee: string
  readonly cycle: string
  readonly source: string
  readonly held_on: string
  readonly told: string
  readonly text: string
  readonly file_sha256: string | null
  readonly file_name: string | null
  readonly file_type: string | null
  readonly file_size: number | null
  readonly person: string
  readonly at: string
  readonly version: number
}

/** Those of a cycle that one may see: a unit its own, the office all, a leader that of his unit. */
export async function briefingsOf(db: Acting, cycle: string): Promise<StoredBriefing[]> {
  return db.selectFrom('briefing').selectAll().where('cycle', '=', cycle).execute()
}

export async function findBriefing(
  db: Acting,
  cycle: string,
  unit: string,
  source: string,
): Promise<StoredBriefing | undefined> {
  return db
    .selectFrom('briefing')
    .selectAll()
    .where('cycle', '=', cycle)
    .where('org', '=', unit)
    .where('source', '=', source)
    .executeTakeFirst()
}

/**
 * Writes a briefing over the one of `version`; 0 when there was none.
 * @returns undefined when it has changed since
 */
export async function writeBriefing(
  db: Acting,
  briefing: Omit<StoredBriefing, 'version'>,
  version: number,
): Promise<StoredBriefing | undefined> {
  if (version === 0)
    return db
      .insertInto('briefing')
      .values(briefing)
      .onConflict((taken) => taken.doNothing())
      .returningAll()
      .executeTakeFirst()
  const { org, cycle, source, committee: _, ...fresh } = briefing
  return db
    .updateTable('briefing')
    .set({ ...fresh, version: version + 1 })
    .where('org', '=', org)
    .where('cycle', '=', cycle)
    .where('source', '=', source)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}
