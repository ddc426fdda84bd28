import type { Acting } from '../acting.ts'

/** What a meeting decided of a unit. */
export interface StoredResolution {
  readonly org: string
  readonly id: string
  readonly snapshot: string
  readonly unit: string
  readonly matter: string
  readonly value: string | number | boolean | null
  readonly body: string
  readonly decided_on: string
  readonly number: string | null
  readonly mover: string
  readonly reason: string
  readonly votes_for: number | null
  readonly votes_against: number | null
  readonly abstained: number | null
  readonly person: string
  readonly at: string
}

/** In the order in which they were written down. */
export async function resolutionsOn(db: Acting, snapshot: string): Promise<StoredResolution[]> {
  return db
    .selectFrom('resolution')
    .selectAll()
    .where('snapshot', '=', snapshot)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function insertResolution(
  db: Acting,
  fresh: Omit<StoredResolution, 'id'>,
): Promise<string> {
  const { id } = await db
    .insertInto('resolution')
    .values({ ...fresh, value: JSON.stringify(fresh.value) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
