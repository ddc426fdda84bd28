import { randomUUID } from 'node:crypto'
import { type Acting, askAs } from '../acting.ts'
import { insertPerson } from './people.ts'
import { insertPost } from './posts.ts'
import { setPassword } from './credential.ts'

export interface Enrolment {
  readonly org: string
  /** From the top of the tree to the organisation. */
  readonly path: readonly string[]
  readonly name: string
  readonly login: () => string
  readonly role: string
  readonly department?: string
  readonly from: string
  /** Without it the person is to be invited. */
  readonly passwordHash?: string
}

/**
 * Puts a person with a post where there is nobody yet who could invite: at set-up, in the demonstration, in
 * tests. Afterwards nobody in particular is asking.
 */
export async function enrol(
  db: Acting,
  one: Enrolment,
): Promise<{ readonly person: string; readonly login: string; readonly post: string }> {
  const { org, path, name, role, from } = one
  const at = { org: path[0] ?? org, path: path.slice(0, 1) }
  const id = randomUUID()
  await askAs(db, { ...at, role: 'system-administrator' })
  const { login } = await insertPerson(db, { org, id, name }, one.login)
  await askAs(db, { ...at, role: 'security-administrator' })
  const post = await insertPost(db, {
    org,
    person: id,
    role,
    department: one.department ?? null,
    from_on: from,
    to_on: null,
    stands_in_for: null,
  })
  await askAs(db, { person: id })
  if (one.passwordHash !== undefined)
    await setPassword(db, id, one.passwordHash, `${from}T00:00:00Z`)
  await askAs(db, {})
  return { person: id, login, post: post.id }
}
