import type { Policy } from '../access/policy.ts'
import { accountRoles } from '../access/roles.ts'

/** One's own messages, and where one wants them; row security shows nobody else's. */
export const messagePolicies: readonly Policy[] = [
  { act: 'message.read', roles: accountRoles, relations: ['own'] },
  { act: 'message.mark', roles: accountRoles, relations: ['own'] },
  { act: 'message.choose', roles: accountRoles, relations: ['own'] },
]
