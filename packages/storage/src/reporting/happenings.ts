import type { Acting } from '../acting.ts'

/** Something that happened, as it was written down. */
export interface StoredHappening {
  readonly org: string
  readonly id: string
  readonly committee: string
  readonly cycle: string
  readonly event: string
  readonly happened_on: string
  /** By the ids of the attributes, as people write them. */
  readonly attributes: Readonly<Record<string, string>>
  readonly source: string
  readonly person: string
  readonly at: string
  readonly voided_because: string | null
  readonly version: number
}

type Written = Omit<StoredHappening, 'id' | 'voided_because' | 'version'>

/** All that was written down of a unit in a cycle, also what was voided, oldest first. */
export async function happeningsOf(
  db: Acting,
  cycle: string,
  unit: string,
): Promise<StoredHappening[]> {
  return db
    .selectFrom('happening')
    .selectAll()
    .where('cycle', '=', cycle)
    .where('org', '=', unit)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
}

export async function insertHappening(db: Acting, written: Written): Promise<StoredHappening> {
  return db
    .insertInto('happening')
    .values({ ...written, attributes: JSON.stringify(written.attributes), voided_because: null })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Change = Pick<Written, 'happened_on' | 'attributes' | 'source' | 'person' | 'at'>

/** Writes over a row that still has `version`. @returns undefined when it has changed since, or was voided */
export async function changeHappening(
  db: Acting,
  { org, id, version }: Pick<StoredHappening, 'org' | 'id' | 'version'>,
  change: Change,
): Promise<StoredHappening | undefined> {
  return db
    .updateTable('happening')
    .set({ ...change, attributes: JSON.stringify(change.attributes), version: version + 1 })
    .where('org', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('voided_because', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

export interface Declared {
  readonly org: string
  readonly committee: string
  readonly cycle: string
  readonly event: string
  readonly complete: boolean
  readonly person: string
  readonly at: string
}

/** Says that all events of a kind are in, or takes that back. */
export async function declareComplete(db: Acting, declared: Declared): Promise<void> {
  const { complete, person, at } = declared
  await db
    .insertInto('declared_complete')
    .values(declared)
    .onConflict((conflict) =>
      conflict.columns(['org', 'cycle', 'event']).doUpdateSet({ complete, person, at }),
    )
    .execute()
}
