import type { Answer, identity } from '@kaohe/contract'
import { installation } from '@kaohe/storage'
import type { Context } from 'hono'
import { demoAccounts } from '../../demo/accounts.ts'
import type { Services } from '../../services.ts'
import { isLocal } from './door.ts'

/** What the sign-in page needs to know before anyone has signed in. */
export async function welcome(
  { db, door }: Services,
  c: Context,
): Promise<Answer<typeof identity.welcome>> {
  const { empty, demo } = await installation(db)
  const open = door.localSetUp && isLocal(c) ? ('open' as const) : ('code' as const)
  return {
    empty,
    demo: demo ? demoAccounts() : [],
    setUp: empty ? open : null,
    elsewhere: door.elsewhere?.name ?? null,
  }
}
