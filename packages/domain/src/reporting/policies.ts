import type { Policy } from '../access/policy.ts'

/** Who may do what to what units report. */
export const reportingPolicies: readonly Policy[] = [
  {
    act: 'report.read',
    roles: ['unit-clerk', 'unit-head', 'subordinate-clerk'],
    relations: ['own', 'below'],
  },
  {
    act: 'report.read',
    roles: [
      'organiser',
      'department-head',
      'department-reviewer',
      'vice-secretary',
      'ratifier',
      'observer',
    ],
    relations: ['own', 'below'],
  },
  { act: 'report.enter', roles: ['unit-clerk', 'unit-head'], relations: ['own', 'below'] },
  { act: 'report.confirm', roles: ['unit-head'], relations: ['own'] },
  { act: 'report.return', roles: ['organiser', 'department-head'], relations: ['below'] },
]
