import type { Policy } from '../access/policy.ts'
import type { Role } from '../access/roles.ts'

const readers: readonly Role[] = [
  'organiser',
  'department-head',
  'department-reviewer',
  'vice-secretary',
  'ratifier',
  'unit-clerk',
  'unit-head',
  'subordinate-clerk',
  'inspector',
  'observer',
]

/** Who may do what to schemes and cycles. */
export const planningPolicies: readonly Policy[] = [
  { act: 'scheme.read', roles: readers, relations: ['own', 'below', 'above'] },
  { act: 'scheme.write', roles: ['organiser'], relations: ['own'] },
  { act: 'cycle.read', roles: readers, relations: ['own', 'below', 'above'] },
  { act: 'cycle.open', roles: ['organiser'], relations: ['own'] },
]
