import type { Policy } from '../access/policy.ts'
import { accountRoles } from '../access/roles.ts'

/** Who may do what to organisations, and the log of their acts. */
export const organisationPolicies: readonly Policy[] = [
  { act: 'unit.read', roles: accountRoles, relations: ['own', 'below', 'above'] },
  {
    act: 'unit.change',
    roles: ['organiser', 'system-administrator'],
    relations: ['own', 'below'],
  },
  { act: 'log.read', roles: ['audit-administrator', 'observer'], relations: ['own', 'below'] },
]
