import { sql } from 'kysely'
import type { Acting } from '../acting.ts'
import { byName } from '../names.ts'

/** A person of an organisation, and where the invitation stands. */
export interface StoredPerson {
  readonly org: string
  readonly id: string
  readonly name: string
  readonly login: string
  readonly ended_at: string | null
  readonly version: number
}

const COLUMNS = ['org', 'id', 'name', 'login', 'ended_at', 'version'] as const
const MOST_PEOPLE = 500
const MOST_TRIES = 5

/** The people of an organisation, those who left last. */
export async function listPeople(
  db: Acting,
  org: string,
): Promise<(StoredPerson & { readonly invited_until: string | null; readonly joined: boolean })[]> {
  return db
    .selectFrom('person')
    .select(COLUMNS)
    .select((eb) => [
      eb
        .selectFrom('invitation')
        .select((inner) => inner.fn.max<string | null>('expires_at').as('until'))
        .whereRef('invitation.person', '=', 'person.id')
        .where('used_at', 'is', null)
        .as('invited_until'),
      // Who was never invited was there from the beginning.
      sql<boolean>`coalesce((SELECT bool_or(i.used_at IS NOT NULL) FROM invitation i
        WHERE i.person = person.id), true)`.as('joined'),
    ])
    .where('org', '=', org)
    .orderBy(sql`ended_at IS NOT NULL`)
    .orderBy(byName('name'))
    .orderBy('id')
    .limit(MOST_PEOPLE)
    .execute()
}

/** One person, or undefined when there is none that the asker may see. */
export async function findPerson(db: Acting, id: string): Promise<StoredPerson | undefined> {
  return db.selectFrom('person').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

/**
 * Adds a person with the first login of `logins` that nobody has.
 * @throws Error when all of several are taken
 */
export async function insertPerson(
  db: Acting,
  person: { readonly org: string; readonly name: string; readonly id?: string },
  login: () => string,
): Promise<StoredPerson> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const row = await db
      .insertInto('person')
      .values({ ...person, login: login(), ended_at: null })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning(COLUMNS)
      .executeTakeFirst()
    if (row !== undefined) return row
  }
  throw new Error('no free login was found')
}

/** Gives a person another name, or ends the account. @returns undefined when it changed since */
export async function changePerson(
  db: Acting,
  { id, version }: StoredPerson,
  change: { readonly name?: string; readonly ended_at?: string | null },
): Promise<StoredPerson | undefined> {
  return db
    .updateTable('person')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(COLUMNS)
    .executeTakeFirst()
}
