import type { Answer, identity } from '@kaohe/contract'
import { isEmpty } from '@kaohe/storage'
import { demoAccounts } from '../../demo/accounts.ts'
import type { Services } from '../../services.ts'

/** What the sign-in page needs to know before anyone has signed in. */
export async function welcome(services: Services): Promise<Answer<typeof identity.welcome>> {
  return { empty: await isEmpty(services.db), demo: services.demo ? demoAccounts() : [] }
}
