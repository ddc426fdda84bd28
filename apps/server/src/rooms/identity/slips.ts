import { randomBytes } from 'node:crypto'
import type { Slip } from '@kaohe/contract'
import { loginOf } from '@kaohe/domain'
import { type Acting, invite, type StoredPerson } from '@kaohe/storage'
import { hashOf, newToken } from '../../http/token.ts'

const DAYS = 7

/** A login by the system, at random. */
export const newLogin = (): string => loginOf((count) => randomBytes(count))

/** Invites a person, and returns what is handed to him. The asker must be the system administrator. */
export async function slipFor(
  db: Acting,
  { org, id: person, name, login }: Pick<StoredPerson, 'org' | 'id' | 'name' | 'login'>,
  orgName: string,
  roleName: string | null,
  now: Date,
): Promise<Slip> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + DAYS * 86_400_000).toISOString()
  const dates = { now: now.toISOString(), expires: expiresAt }
  await invite(db, { org, person, token: hashOf(token), ...dates })
  return { person, name, login, orgName, roleName, token, expiresAt }
}
