import { sql } from 'kysely'
import type { Acting } from '../acting.ts'

/** A role of a person at an organisation, from a day to a day that is not included. */
export interface StoredPost {
  readonly org: string
  readonly id: string
  readonly person: string
  readonly role: string
  readonly department: string | null
  readonly from_on: string
  readonly to_on: string | null
  readonly stands_in_for: string | null
}

const COLUMNS = [
  'post.org',
  'post.id',
  'post.person',
  'post.role',
  'post.department',
  'post.from_on',
  'post.to_on',
  'post.stands_in_for',
] as const

/** A post with the names that a page shows beside it. */
export interface NamedPost extends StoredPost {
  readonly person_name: string
  readonly org_name: string
  readonly department_name: string | null
}

// What ended before it began ran on no day, and is told nowhere.
const goesOn = (on: string) =>
  sql<boolean>`(post.to_on IS NULL OR post.to_on > greatest(post.from_on, ${on}::date))`

const named = (db: Acting) =>
  db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .innerJoin('unit', 'unit.id', 'post.org')
    .leftJoin('department', (join) =>
      join.onRef('department.org', '=', 'post.org').onRef('department.id', '=', 'post.department'),
    )
    .select(COLUMNS)
    .select([
      'person.name as person_name',
      'unit.name as org_name',
      'department.name as department_name',
    ])
    .orderBy('post.from_on')
    .orderBy('post.id')

/** Posts at an organisation, and those of its people elsewhere, that have not ended by a day. */
export async function postsAround(db: Acting, org: string, on: string): Promise<NamedPost[]> {
  return named(db)
    .where((eb) => eb.or([eb('post.org', '=', org), eb('person.org', '=', org)]))
    .where(goesOn(on))
    .execute()
}

/** All posts of a person that the asker may see and that have not ended by a day. */
export async function postsOf(db: Acting, person: string, on: string): Promise<StoredPost[]> {
  return db
    .selectFrom('post')
    .select(COLUMNS)
    .where('person', '=', person)
    .where(goesOn(on))
    .execute()
}

export async function findPost(db: Acting, id: string): Promise<StoredPost | undefined> {
  return db.selectFrom('post').select(COLUMNS).where('post.id', '=', id).executeTakeFirst()
}

/** Who stands in for a post and has not ended by a day. */
export async function standInsOf(db: Acting, post: string, on: string): Promise<NamedPost[]> {
  return named(db).where('post.stands_in_for', '=', post).where(goesOn(on)).execute()
}

export interface NewPost {
  readonly org: string
  readonly person: string
  readonly role: string
  readonly department: string | null
  readonly from_on: string
  readonly to_on: string | null
  readonly stands_in_for: string | null
}

const EXCLUDED = '23P01'

/** The person has a post that does not go with this one: an administrator's, or any beside an administrator's. */
export class DutiesClash extends Error {}

/** Grants a post. @throws DutiesClash by the database's own rule, which also sees what the asker may not */
export async function insertPost(db: Acting, post: NewPost): Promise<StoredPost> {
  try {
    return await db.insertInto('post').values(post).returning(COLUMNS).executeTakeFirstOrThrow()
  } catch (error) {
    if ((error as { code?: string }).code === EXCLUDED) throw new DutiesClash()
    throw error
  }
}

/** Ends a post, and who stands in for it, on a day (not included), or before it began. */
export async function endPost(db: Acting, id: string, on: string): Promise<void> {
  await db
    .updateTable('post')
    .set({ to_on: sql`greatest(from_on, ${on}::date)` })
    .where((eb) => eb.or([eb('id', '=', id), eb('stands_in_for', '=', id)]))
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', on)]))
    .execute()
}
