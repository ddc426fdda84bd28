import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** What a unit may read of a result. */
export interface StoredRelease {
  readonly org: string
  readonly id: string
  readonly committee: string
  readonly cycle: string
  readonly snapshot: string
  readonly shown: object
  readonly parts: readonly string[]
  readonly consent: string
  readonly released_on: string
  /** The last day on which the unit may object; null where that was not opened. */
  readonly objection_until: string | null
  readonly withdrawn_because: string | null
  readonly person: string
  readonly at: string
}

/** The releases of a cycle that stand, without what they show. */
export async function releasesOf(
  db: Acting,
  cycle: string,
): Promise<Pick<StoredRelease, 'org' | 'snapshot' | 'parts' | 'consent' | 'released_on'>[]> {
  return db
    .selectFrom('release')
    .select(['org', 'snapshot', 'parts', 'consent', 'released_on'])
    .where('cycle', '=', cycle)
    .where('withdrawn_because', 'is', null)
    .execute()
}

/** Takes back what stands for these units in a cycle; it stays on record with the reason. */
export async function withdrawReleases(
  db: Acting,
  cycle: string,
  units: readonly string[],
  because: string,
): Promise<void> {
  await db
    .updateTable('release')
    .set({ withdrawn_because: because })
    .where('cycle', '=', cycle)
    .where('org', '=', sql<string>`ANY (${[...units]}::uuid[])`)
    .where('withdrawn_because', 'is', null)
    .execute()
}

type Fresh = Omit<StoredRelease, 'id' | 'withdrawn_because'>

export async function insertReleases(db: Acting, all: readonly Fresh[]): Promise<void> {
  if (all.length === 0) return
  const rows = all.map((one) => ({
    ...one,
    parts: [...one.parts],
    shown: JSON.stringify(one.shown),
    withdrawn_because: null,
  }))
  await db.insertInto('release').values(rows).execute()
}

/** What was released to a unit, newest first; row security shows a unit its own. */
export async function releasedTo(
  db: Acting,
  org: string,
): Promise<(StoredRelease & { readonly title: string; readonly behind_days: number })[]> {
  return db
    .selectFrom('release')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.org', '=', 'release.committee').onRef('cycle.id', '=', 'release.cycle'),
    )
    .selectAll('release')
    .select(['cycle.title', 'cycle.behind_days'])
    .where('release.org', '=', org)
    .where('withdrawn_because', 'is', null)
    .orderBy('released_on', 'desc')
    .limit(50)
    .execute()
}

/** One release that stands, or undefined when there is none that the asker may see. */
export async function findRelease(db: Acting, id: string): Promise<StoredRelease | undefined> {
  return db
    .selectFrom('release')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawn_because', 'is', null)
    .executeTakeFirst()
}

/** What stands for a unit in a cycle. */
export async function standingRelease(
  db: Acting,
  cycle: string,
  org: string,
): Promise<StoredRelease | undefined> {
  return db
    .selectFrom('release')
    .selectAll()
    .where('cycle', '=', cycle)
    .where('org', '=', org)
    .where('withdrawn_because', 'is', null)
    .executeTakeFirst()
}
