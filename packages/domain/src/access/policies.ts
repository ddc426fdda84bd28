import type { Policy } from './policy.ts'
import { accountRoles, administrators } from './roles.ts'

/** Who may do what to people and their posts. */
export const accessPolicies: readonly Policy[] = [
  {
    act: 'person.read',
    roles: ['organiser', 'system-administrator', 'security-administrator', 'unit-head'],
    relations: ['own', 'below'],
  },
  { act: 'person.invite', roles: ['system-administrator'], relations: ['own', 'below'] },
  { act: 'person.change', roles: ['system-administrator'], relations: ['own', 'below'] },
  // Who can enter for whom is in two hands: a new password is the one's, a new second factor the other's.
  { act: 'factor.release', roles: ['security-administrator'], relations: ['own', 'below'] },
  { act: 'post.grant', roles: ['security-administrator'], relations: ['own', 'below'] },
  {
    act: 'post.lend',
    roles: accountRoles.filter((role) => !administrators.includes(role)),
    relations: ['own'],
  },
]
