import { type Insertable, type Selectable, sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { FollowupStepTable } from '../tables/followup.ts'

export type StoredFollowupStep = Readonly<Selectable<FollowupStepTable>>

/** What was done about measures, in order; one query for all of them. */
export async function followupSteps(
  db: Acting,
  measures: readonly string[],
): Promise<ReadonlyMap<string, StoredFollowupStep[]>> {
  if (measures.length === 0) return new Map()
  const rows = await db
    .selectFrom('followup_step')
    .selectAll()
    .where('measure', '=', sql<string>`ANY (${[...measures]}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ measure }) => measure)
}

export async function insertFollowupStep(
  db: Acting,
  fresh: Insertable<FollowupStepTable>,
): Promise<void> {
  await db.insertInto('followup_step').values(fresh).execute()
}
