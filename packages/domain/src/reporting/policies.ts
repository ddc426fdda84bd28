import type { Policy } from '../access/policy.ts'
import type { Role } from '../access/roles.ts'

const committee: readonly Role[] = ['organiser', 'department-head', 'department-reviewer']

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
  // Each side fills in what is its own to supply (see fills.ts).
  { act: 'report.enter', roles: ['unit-clerk', 'unit-head'], relations: ['own', 'below'] },
  { act: 'report.enter', roles: ['subordinate-clerk'], relations: ['own'] },
  { act: 'report.enter', roles: committee, relations: ['below'] },
  // What departments know of all units they say for all of them, and no unit types it.
  { act: 'fact.share', roles: committee, relations: ['own'] },
  { act: 'report.contest', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
  { act: 'report.answer', roles: committee, relations: ['below'] },
  { act: 'report.confirm', roles: ['unit-head'], relations: ['own'] },
  { act: 'report.return', roles: ['organiser', 'department-head'], relations: ['below'] },
  { act: 'report.excuse', roles: ['organiser'], relations: ['below'] },
  { act: 'report.remind', roles: ['organiser', 'department-head'], relations: ['own'] },
  {
    act: 'report.progress',
    roles: [...committee, 'vice-secretary', 'ratifier', 'observer'],
    relations: ['own', 'below'],
  },
  { act: 'evidence.attach', roles: ['unit-clerk', 'unit-head'], relations: ['own', 'below'] },
  { act: 'evidence.attach', roles: ['subordinate-clerk'], relations: ['own'] },
  { act: 'evidence.read', roles: ['subordinate-clerk', 'inspector'], relations: ['own'] },
  {
    act: 'evidence.read',
    roles: [...committee, 'vice-secretary', 'ratifier', 'observer', 'unit-clerk', 'unit-head'],
    relations: ['own', 'below'],
  },
  {
    act: 'observation.read',
    roles: [...committee, 'vice-secretary', 'ratifier', 'inspector'],
    relations: ['own'],
  },
  { act: 'observation.write', roles: [...committee, 'inspector'], relations: ['own'] },
]
