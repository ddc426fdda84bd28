import type { Acting } from '../acting.ts'

/** A mark as it was typed; an empty text is one that was taken back. */
export interface StoredMark {
  readonly org: string
  readonly cycle: string
  readonly unit: string
  readonly item: string
  readonly party: string
  readonly text: string
  readonly reason: string | null
  readonly person: string
  readonly at: string
  readonly version: number
}

/** The marks of a desk with the names of those who gave them. */
export async function marksOn(
  db: Acting,
  cycle: string,
  party: string,
): Promise<(StoredMark & { readonly by: string | null })[]> {
  return db
    .selectFrom('mark')
    .leftJoin('person', 'person.id', 'mark.person')
    .selectAll('mark')
    .select('person.name as by')
    .where('cycle', '=', cycle)
    .where('party', '=', party)
    .execute()
}

/** A mark as it stands, with the name of who gave it. */
export async function findMark(
  db: Acting,
  { cycle, party, item, unit }: Pick<StoredMark, 'cycle' | 'party' | 'item' | 'unit'>,
): Promise<(StoredMark & { readonly by: string | null }) | undefined> {
  return db
    .selectFrom('mark')
    .leftJoin('person', 'person.id', 'mark.person')
    .selectAll('mark')
    .select('person.name as by')
    .where('cycle', '=', cycle)
    .where('party', '=', party)
    .where('item', '=', item)
    .where('unit', '=', unit)
    .executeTakeFirst()
}

/**
 * Writes a mark over the one of `version`; 0 when there was none.
 * @returns undefined when it has changed since
 */
export async function writeMark(
  db: Acting,
  mark: Omit<StoredMark, 'version'>,
  version: number,
): Promise<StoredMark | undefined> {
  if (version === 0)
    return db
      .insertInto('mark')
      .values(mark)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
  const { text, reason, person, at } = mark
  return db
    .updateTable('mark')
    .set({ text, reason, person, at, version: version + 1 })
    .where('org', '=', mark.org)
    .where('cycle', '=', mark.cycle)
    .where('party', '=', mark.party)
    .where('item', '=', mark.item)
    .where('unit', '=', mark.unit)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}
