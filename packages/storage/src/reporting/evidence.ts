import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** A file of evidence; its bytes lie under `sha256`. */
export interface StoredFile {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly shows_on: string | null
  readonly person: string
  readonly at: string
}

/** A file on its way: how much of it has arrived. */
export interface StoredUpload {
  readonly org: string
  readonly id: string
  readonly cycle: string
  readonly item: string
  readonly name: string
  readonly size: number
  readonly received: number
  readonly shows_on: string | null
  readonly person: string
  readonly at: string
}

export async function insertUpload(
  db: Acting,
  fresh: Omit<StoredUpload, 'id' | 'received'>,
): Promise<StoredUpload> {
  return db.insertInto('upload').values(fresh).returningAll().executeTakeFirstOrThrow()
}

/** One's own upload, held until the end of the transaction so that its parts come one after another. */
export async function lockUpload(db: Acting, id: string): Promise<StoredUpload | undefined> {
  return db.selectFrom('upload').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function noteReceived(db: Acting, id: string, received: number): Promise<void> {
  await db.updateTable('upload').set({ received }).where('id', '=', id).execute()
}

export async function deleteUpload(db: Acting, id: string): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).execute()
}

/** As the keeper of uploads: forgets those that began before a moment, but for `lately`. @returns how many */
export async function deleteLeftUploads(
  db: Acting,
  before: string,
  lately: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('upload')
    .where('at', '<', before)
    .where('id', '<>', sql<string>`ALL (${[...lately]}::uuid[])`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Keeps a file and says which item it proves. */
export async function insertFile(
  db: Acting,
  fresh: Omit<StoredFile, 'id'>,
  item: string,
): Promise<StoredFile> {
  const file = await db
    .insertInto('evidence_file')
    .values(fresh)
    .returningAll()
    .executeTakeFirstOrThrow()
  await linkFile(db, file, item)
  return file
}

/** The same file proves another item too, or again. */
export async function linkFile(
  db: Acting,
  { org, id }: Pick<StoredFile, 'org' | 'id'>,
  item: string,
): Promise<void> {
  await db
    .insertInto('evidence_item')
    .values({ org, file: id, item, removed_at: null })
    .onConflict((conflict) =>
      conflict.columns(['org', 'file', 'item']).doUpdateSet({ removed_at: null }),
    )
    .execute()
}

/** The file does not prove the item any more; it stays stored. @returns false when it did not */
export async function unlinkFile(
  db: Acting,
  { org, id }: Pick<StoredFile, 'org' | 'id'>,
  item: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('evidence_item')
    .set({ removed_at: sql<string>`now()` })
    .where('org', '=', org)
    .where('file', '=', id)
    .where('item', '=', item)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function findFile(db: Acting, id: string): Promise<StoredFile | undefined> {
  return db.selectFrom('evidence_file').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same bytes were handed in elsewhere already: by which units the asker sees, and under which name. */
export async function alsoHandedIn(
  db: Acting,
  sha256: string,
): Promise<{ org: string; name: string; at: string }[]> {
  return db
    .selectFrom('evidence_file')
    .select(['org', 'name', 'at'])
    .where('sha256', '=', sha256)
    .orderBy('at')
    .limit(20)
    .execute()
}
