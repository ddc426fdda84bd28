import type { Policy } from '../access/policy.ts'
import type { Role } from '../access/roles.ts'

const office: readonly Role[] = [
  'organiser',
  'department-head',
  'department-reviewer',
  'vice-secretary',
]

/** What follows from a result: proposed by the scheme, decided by people, tracked to its end. */
export const followupPolicies: readonly Policy[] = [
  { act: 'followup.read', roles: ['organiser', 'ratifier'], relations: ['own'] },
  // Which of the two decides a matter, the scheme says (see proposals.ts).
  { act: 'followup.decide', roles: ['organiser', 'ratifier'], relations: ['own'] },
  { act: 'followup.assign', roles: ['organiser'], relations: ['own'] },
  // Those who have something to do about it, on what is theirs.
  { act: 'followup.track', roles: office, relations: ['own'] },
  { act: 'followup.close', roles: [...office, 'inspector'], relations: ['own'] },
  { act: 'followup.carried', roles: [...office, 'ratifier', 'inspector'], relations: ['own'] },
  { act: 'rectification.report', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
]
