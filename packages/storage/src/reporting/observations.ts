import type { Acting } from '../acting.ts'

/** What a department saw of a unit on a day, on one indicator. */
export interface StoredObservation {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly unit: string
  readonly item: string
  readonly observed_on: string
  readonly text: string
  readonly person: string
  readonly at: string
  readonly voided_because: string | null
  readonly version: number
}

const MOST = 500

/** The observations of a cycle, of one unit or of all, newest first. */
export async function observationsOf(
  db: Acting,
  cycle: string,
  unit: string | undefined,
): Promise<(StoredObservation & { unit_name: string; by: string | null })[]> {
  return db
    .selectFrom('observation')
    .innerJoin('unit', 'unit.id', 'observation.unit')
    .leftJoin('person', 'person.id', 'observation.person')
    .selectAll('observation')
    .select(['unit.name as unit_name', 'person.name as by'])
    .where('cycle', '=', cycle)
    .$if(unit !== undefined, (query) => query.where('observation.unit', '=', unit!))
    .orderBy('observed_on', 'desc')
    .orderBy('observation.at', 'desc')
    .limit(MOST)
    .execute()
}

type Written = Omit<StoredObservation, 'id' | 'voided_because' | 'version'>

export async function insertObservation(db: Acting, fresh: Written): Promise<StoredObservation> {
  return db
    .insertInto('observation')
    .values({ ...fresh, voided_because: null })
    .returningAll()
    .executeTakeFirstOrThrow()
}
