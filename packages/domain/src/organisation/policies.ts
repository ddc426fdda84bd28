import type { Policy } from '../access/policy.ts'
import { accountRoles } from '../access/roles.ts'

// An agency and its interviewers call young people; attributes and telephone numbers are none of theirs.
const insiders = accountRoles.filter((role) => role !== 'survey-agency' && role !== 'interviewer')

/** Who may do what to organisations, and the log of their acts. */
export const organisationPolicies: readonly Policy[] = [
  { act: 'unit.read', roles: accountRoles, relations: ['own', 'below', 'above'] },
  {
    act: 'unit.change',
    roles: ['organiser', 'system-administrator'],
    relations: ['own', 'below'],
  },
  { act: 'unit.details', roles: insiders, relations: ['own', 'below'] },
  {
    act: 'unit.describe',
    roles: ['organiser', 'system-administrator'],
    relations: ['own', 'below'],
  },
  { act: 'unit.describe', roles: ['unit-head', 'unit-clerk'], relations: ['own'] },
  {
    act: 'department.change',
    roles: ['organiser', 'system-administrator'],
    relations: ['own', 'below'],
  },
  { act: 'log.read', roles: ['audit-administrator', 'observer'], relations: ['own', 'below'] },
]
