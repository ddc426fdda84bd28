import { type Insertable, type Selectable, sql } from 'kysely'
import type { Acting } from '../acting.ts'
import type { PublicityTable } from '../tables/publicity.ts'

/** Something made public, as far as the asker may see it. */
export type StoredPublicity = Readonly<Selectable<PublicityTable>>

/** Those of a cycle, the newest first. */
export async function publicitiesIn(db: Acting, cycle: string): Promise<StoredPublicity[]> {
  return db
    .selectFrom('publicity')
    .selectAll()
    .where('cycle', '=', cycle)
    .orderBy('asked_at', 'desc')
    .execute()
}

// As row security has it; for those to whom it shows more than what stands.
const stands = sql<boolean>`kaohe_stands(publicity)`

/** What stands today and was made public to the units below their committees. */
export async function publicitiesForUnits(db: Acting): Promise<StoredPublicity[]> {
  return db
    .selectFrom('publicity')
    .selectAll()
    .where(sql<boolean>`'units' = ANY (audience)`)
    .where(stands)
    .orderBy('starts_on', 'desc')
    .limit(50)
    .execute()
}

export async function findPublicity(db: Acting, id: string): Promise<StoredPublicity | undefined> {
  return db.selectFrom('publicity').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What the holder of a link may read. */
export async function publicityByLink(
  db: Acting,
  link: Buffer,
): Promise<StoredPublicity | undefined> {
  return db.selectFrom('publicity').selectAll().where('link', '=', link).executeTakeFirst()
}

type Fresh = Omit<
  Insertable<PublicityTable>,
  'id' | 'version' | 'link' | 'shown' | 'withdrawn_because'
> & { readonly shown: object }

export async function insertPublicity(db: Acting, fresh: Fresh): Promise<StoredPublicity> {
  return db
    .insertInto('publicity')
    .values({ ...fresh, shown: JSON.stringify(fresh.shown) })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Change = Partial<
  Pick<
    StoredPublicity,
    | 'starts_on'
    | 'ends_on'
    | 'consent_body'
    | 'consent_number'
    | 'consent_on'
    | 'confirmed_by'
    | 'confirmed_at'
    | 'withdrawn_because'
    | 'link'
  >
>

/** Changes the version that one saw; undefined when it has changed since. */
export async function changePublicity(
  db: Acting,
  { id, version }: { readonly id: string; readonly version: number },
  change: Change,
): Promise<StoredPublicity | undefined> {
  return db
    .updateTable('publicity')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}
