import type { Policy } from '../access/policy.ts'
import { accountRoles } from '../access/roles.ts'

/** One's own work in the background; row security shows nobody else's. */
export const jobPolicies: readonly Policy[] = [
  { act: 'job.read', roles: accountRoles, relations: ['own'] },
  { act: 'job.cancel', roles: accountRoles, relations: ['own'] },
]
