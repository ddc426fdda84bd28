import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { StoredMark } from './marks.ts'

/** What a department says of a unit in all. */
export interface StoredOpinion {
  readonly org: string
  readonly cycle: string
  readonly unit: string
  readonly party: string
  readonly grade: string | null
  readonly comment: string
  readonly returned_because: string | null
  readonly person: string
  readonly at: string
  readonly version: number
}

/** All that lies on a desk, with the names of those who gave the marks; one query. */
export async function lyingOn(
  db: Acting,
  cycle: string,
  party: string,
): Promise<{
  marks: (StoredMark & { readonly by: string | null })[]
  opinions: StoredOpinion[]
}> {
  const { rows } = await sql<{ found: Awaited<ReturnType<typeof lyingOn>> }>`
    SELECT jsonb_build_object(
      'marks', (SELECT coalesce(jsonb_agg(to_jsonb(m) || jsonb_build_object('by', p.name)), '[]')
        FROM mark m LEFT JOIN person p ON p.id = m.person
        WHERE m.cycle = ${cycle}::uuid AND m.party = ${party}),
      'opinions', (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') FROM opinion o
        WHERE o.cycle = ${cycle}::uuid AND o.party = ${party})
    ) AS found`.execute(db)
  return rows[0]!.found
}

/** An opinion as it stands. */
export async function findOpinion(
  db: Acting,
  { cycle, party, unit }: Pick<StoredOpinion, 'cycle' | 'party' | 'unit'>,
): Promise<StoredOpinion | undefined> {
  return db
    .selectFrom('opinion')
    .selectAll()
    .where('cycle', '=', cycle)
    .where('party', '=', party)
    .where('unit', '=', unit)
    .executeTakeFirst()
}

/**
 * Writes an opinion over the one of `version`; 0 when there was none.
 * @returns undefined when it has changed since
 */
export async function writeOpinion(
  db: Acting,
  opinion: Omit<StoredOpinion, 'version'>,
  version: number,
): Promise<StoredOpinion | undefined> {
  if (version === 0)
    return db
      .insertInto('opinion')
      .values(opinion)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
  const { grade, comment, person, at } = opinion
  return db
    .updateTable('opinion')
    .set({ grade, comment, person, at, version: version + 1 })
    .where('org', '=', opinion.org)
    .where('cycle', '=', opinion.cycle)
    .where('party', '=', opinion.party)
    .where('unit', '=', opinion.unit)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}

/** What is to be looked at again: a reason at each unit, and none at the others. An opinion that is not there yet is made. */
export async function returnOpinions(
  db: Acting,
  desk: Pick<StoredOpinion, 'org' | 'cycle' | 'party' | 'person' | 'at'>,
  units: readonly { readonly unit: string; readonly because: string }[],
): Promise<void> {
  const { org, cycle, party } = desk
  await db
    .updateTable('opinion')
    .set({ returned_because: null })
    .where('org', '=', org)
    .where('cycle', '=', cycle)
    .where('party', '=', party)
    .where('returned_because', 'is not', null)
    .execute()
  if (units.length === 0) return
  await db
    .insertInto('opinion')
    .values(
      units.map(({ unit, because }) => ({
        ...desk,
        unit,
        grade: null,
        comment: '',
        returned_because: because,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'cycle', 'party', 'unit'])
        .doUpdateSet((eb) => ({ returned_because: eb.ref('excluded.returned_because') })),
    )
    .execute()
}
