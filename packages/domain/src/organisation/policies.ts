import type { Policy } from '../access/policy.ts'
import { accountRoles } from '../access/roles.ts'

/** Who may do what to organisations, their departments and their people. */
export const organisationPolicies: readonly Policy[] = [
  { act: 'unit.read', roles: accountRoles, relations: ['own', 'below', 'above'] },
  {
    act: 'unit.change',
    roles: ['organiser', 'system-administrator'],
    relations: ['own', 'below'],
  },
  {
    act: 'person.read',
    roles: ['organiser', 'system-administrator', 'security-administrator', 'unit-head'],
    relations: ['own', 'below'],
  },
  { act: 'person.invite', roles: ['system-administrator'], relations: ['own', 'below'] },
  { act: 'post.grant', roles: ['security-administrator'], relations: ['own', 'below'] },
  { act: 'log.read', roles: ['audit-administrator', 'observer'], relations: ['own', 'below'] },
]
