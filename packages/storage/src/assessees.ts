import { sql } from 'kysely'
import type { Acting } from './acting.ts'
import type { StoredAssessee } from './planning.ts'

export interface StoredCorrection {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly unit: string
  readonly kind: 'added' | 'removed'
  readonly type: string
  readonly peer_group: string | null
  readonly reason: string
  readonly person: string
  readonly person_name: string
  readonly at: string
}

/** Who came and who went since a cycle began, the latest first, as far as one may see them. */
export async function correctionsOf(
  db: Acting,
  cycle: string,
): Promise<(StoredCorrection & { readonly name: string })[]> {
  return db
    .selectFrom('assessee_correction')
    .innerJoin('unit', 'unit.id', 'assessee_correction.unit')
    .selectAll('assessee_correction')
    .select('unit.name')
    .where('cycle', '=', cycle)
    .orderBy('at', 'desc')
    .execute()
}

/** Writes down who comes or goes, and does it. The notices that went out before reach who comes. */
export async function correctAssessee(
  db: Acting,
  correction: Omit<StoredCorrection, 'id'>,
  assessee: StoredAssessee,
): Promise<void> {
  const { type, peer_group, excluded_because, undecided_because } = assessee
  await db.insertInto('assessee_correction').values(correction).execute()
  await db
    .insertInto('assessee')
    .values(assessee)
    .onConflict((taken) =>
      taken
        .columns(['org', 'cycle', 'unit'])
        .doUpdateSet({ type, peer_group, excluded_because, undecided_because }),
    )
    .execute()
  if (correction.kind === 'added')
    await sql`
      INSERT INTO receipt (org, notice, unit)
      SELECT org, id, ${assessee.unit} FROM notice WHERE cycle = ${assessee.cycle}
      ON CONFLICT DO NOTHING`.execute(db)
}
