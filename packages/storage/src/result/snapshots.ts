import type { Acting } from '../acting.ts'
import type { Content, PastOutcome } from './content.ts'

/** A frozen moment of a cycle. */
export interface StoredSnapshot {
  readonly org: string
  readonly cycle: string
  readonly id: string
  readonly name: string
  readonly scheme: string
  readonly digest: string
  readonly person: string
  readonly at: string
  readonly ratified_body: string | null
  readonly ratified_on: string | null
  readonly ratified_number: string | null
  readonly ratified_minutes: string | null
  readonly ratified_at: string | null
  readonly replaces: string | null
  readonly because: string | null
  readonly version: number
}

const LIGHT = [
  'org',
  'cycle',
  'id',
  'name',
  'scheme',
  'digest',
  'person',
  'at',
  'ratified_body',
  'ratified_on',
  'ratified_number',
  'ratified_minutes',
  'ratified_at',
  'replaces',
  'because',
  'version',
] as const

/** The snapshots of a cycle, newest first, without what is in them. */
export async function snapshotsOf(db: Acting, cycle: string): Promise<StoredSnapshot[]> {
  return db
    .selectFrom('snapshot')
    .select(LIGHT)
    .where('cycle', '=', cycle)
    .orderBy('at', 'desc')
    .execute()
}

export async function findSnapshot(
  db: Acting,
  id: string,
): Promise<(StoredSnapshot & { readonly content: Content }) | undefined> {
  const found = await db
    .selectFrom('snapshot')
    .select([...LIGHT, 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found && { ...found, content: found.content as Content }
}

type Fresh = Pick<StoredSnapshot, 'org' | 'cycle' | 'name' | 'scheme' | 'digest' | 'person' | 'at'>

export async function insertSnapshot(
  db: Acting,
  fresh: Fresh,
  content: Content,
): Promise<StoredSnapshot> {
  return db
    .insertInto('snapshot')
    .values({ ...fresh, content: JSON.stringify(content) })
    .returning(LIGHT)
    .executeTakeFirstOrThrow()
}

/** What a body says when it ratifies. */
export interface Ratified {
  readonly ratified_body: string
  readonly ratified_on: string
  readonly ratified_number: string | null
  readonly ratified_minutes: string | null
  readonly ratified_by: string
  readonly ratified_at: string
  readonly outcome: readonly PastOutcome[]
  readonly replaces: string | null
  readonly because: string | null
}

/** Ratifies a snapshot of the version that one saw; undefined when it has changed since, or was ratified. */
export async function ratifySnapshot(
  db: Acting,
  id: string,
  version: number,
  ratified: Ratified,
): Promise<StoredSnapshot | undefined> {
  return db
    .updateTable('snapshot')
    .set({ ...ratified, outcome: JSON.stringify(ratified.outcome), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ratified_at', 'is', null)
    .returning(LIGHT)
    .executeTakeFirst()
}
