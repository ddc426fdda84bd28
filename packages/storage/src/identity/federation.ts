import { createHash } from 'node:crypto'
import type { Acting } from '../acting.ts'

/** Who somebody is at another provider of identities. */
export interface Elsewhere {
  readonly issuer: string
  readonly subject: string
}

/** What names an identity elsewhere at the door (Asker.token). */
export function federatedKey({ issuer, subject }: Elsewhere): Buffer {
  return createHash('sha256').update(`oidc\n${issuer}\n${subject}`).digest()
}

/** Whose account this identity opens, the asker having brought its key. */
export async function personElsewhere(
  db: Acting,
  key: Buffer,
): Promise<{ readonly person: string; readonly org: string } | undefined> {
  return db
    .selectFrom('federated_login')
    .select(['person', 'org'])
    .where('key', '=', key)
    .executeTakeFirst()
}

const UNIQUE = '23505'

/** Links an identity elsewhere to a person, in place of the one there was. @returns false when it is another's */
export async function linkElsewhere(
  db: Acting,
  { org, id: person }: { readonly org: string; readonly id: string },
  { issuer, subject }: { readonly issuer: string; readonly subject: string | null },
): Promise<boolean> {
  await db
    .deleteFrom('federated_login')
    .where('person', '=', person)
    .where('issuer', '=', issuer)
    .execute()
  if (subject === null) return true
  const key = federatedKey({ issuer, subject })
  try {
    await db.insertInto('federated_login').values({ org, person, key, issuer, subject }).execute()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE) return false
    throw error
  }
}

/** Identities elsewhere of an organisation's people, by person. */
export async function subjectsOf(
  db: Acting,
  org: string,
  issuer: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('federated_login')
    .select(['person', 'subject'])
    .where('org', '=', org)
    .where('issuer', '=', issuer)
    .execute()
  return new Map(rows.map(({ person, subject }) => [person, subject]))
}
