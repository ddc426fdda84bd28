import type { Insertable, Selectable } from 'kysely'
import type { Acting } from '../acting.ts'
import type { SuggestionTable } from '../tables/suggestion.ts'

/** What somebody suggests about the assessment itself. */
export type StoredSuggestion = Readonly<Selectable<SuggestionTable>>

/** One's own, the newest first. */
export async function suggestionsOf(
  db: Acting,
  unit: string,
): Promise<(StoredSuggestion & { readonly title: string })[]> {
  return db
    .selectFrom('suggestion')
    .innerJoin('cycle', (join) =>
      join
        .onRef('cycle.org', '=', 'suggestion.committee')
        .onRef('cycle.id', '=', 'suggestion.cycle'),
    )
    .selectAll('suggestion')
    .select('cycle.title')
    .where('unit', '=', unit)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
}

/** All of a cycle, in an order that tells nothing of who wrote. */
export async function suggestionsIn(db: Acting, cycle: string): Promise<StoredSuggestion[]> {
  return db.selectFrom('suggestion').selectAll().where('cycle', '=', cycle).orderBy('id').execute()
}

export async function findSuggestion(
  db: Acting,
  id: string,
): Promise<StoredSuggestion | undefined> {
  return db.selectFrom('suggestion').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertSuggestion(
  db: Acting,
  fresh: Insertable<SuggestionTable>,
): Promise<string> {
  const { id } = await db
    .insertInto('suggestion')
    .values(fresh)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Settled = Pick<StoredSuggestion, 'outcome' | 'answer' | 'settled_by' | 'settled_at'>

/** Says something to the version that one saw; false when it has changed since. */
export async function settleSuggestion(
  db: Acting,
  { id, version }: { readonly id: string; readonly version: number },
  settled: Settled,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('suggestion')
    .set({ ...settled, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
