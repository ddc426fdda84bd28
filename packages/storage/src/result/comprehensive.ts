import type { Acting } from '../acting.ts'

/** What the office wrote of a unit out of all remarks. */
export interface StoredComprehensive {
  readonly org: string
  readonly snapshot: string
  readonly unit: string
  readonly text: string
  readonly person: string
  readonly at: string
  readonly version: number
}

export async function comprehensiveOn(
  db: Acting,
  snapshot: string,
): Promise<StoredComprehensive[]> {
  return db
    .selectFrom('comprehensive_opinion')
    .selectAll()
    .where('snapshot', '=', snapshot)
    .execute()
}

/**
 * Writes it over the one of `version`; 0 when there was none.
 * @returns undefined when it has changed since
 */
export async function writeComprehensive(
  db: Acting,
  opinion: Omit<StoredComprehensive, 'version'>,
  version: number,
): Promise<StoredComprehensive | undefined> {
  if (version === 0)
    return db
      .insertInto('comprehensive_opinion')
      .values(opinion)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
  const { org, snapshot, unit, text, person, at } = opinion
  return db
    .updateTable('comprehensive_opinion')
    .set({ text, person, at, version: version + 1 })
    .where('org', '=', org)
    .where('snapshot', '=', snapshot)
    .where('unit', '=', unit)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}
