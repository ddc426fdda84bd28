import type { Acting } from '../acting.ts'

/** A unit that takes part in a cycle, as far as the asker sees it. */
export interface Concerned {
  readonly unit: string
  readonly cycle: string
  readonly cycle_title: string
}

const concerned = (db: Acting) =>
  db
    .selectFrom('assessee')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.org', '=', 'assessee.org').onRef('cycle.id', '=', 'assessee.cycle'),
    )
    .select(['assessee.unit', 'cycle.id as cycle', 'cycle.title as cycle_title'])
    .where('assessee.excluded_because', 'is', null)

/** Who takes part in a cycle. */
export async function concernedByCycle(db: Acting, cycle: string): Promise<Concerned[]> {
  return concerned(db).where('cycle.id', '=', cycle).execute()
}

/** Who takes part in cycles that go by a scheme and have begun. */
export async function concernedByScheme(db: Acting, scheme: string): Promise<Concerned[]> {
  return concerned(db)
    .where('cycle.scheme', '=', scheme)
    .where('cycle.state', '=', 'open')
    .execute()
}
