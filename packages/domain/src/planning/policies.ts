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

/** The office that plans: who drafts, who merges, who confirms. */
const office: readonly Role[] = [
  'organiser',
  'department-head',
  'department-reviewer',
  'vice-secretary',
  'ratifier',
]

const drafters: readonly Role[] = ['organiser', 'department-head', 'department-reviewer']

const unitPeople: readonly Role[] = ['unit-clerk', 'unit-head']

/** Who may do what to schemes, cycles, notices and work points. */
export const planningPolicies: readonly Policy[] = [
  { act: 'scheme.read', roles: readers, relations: ['own', 'below', 'above'] },
  { act: 'scheme.draft', roles: office, relations: ['own'] },
  { act: 'scheme.write', roles: ['organiser'], relations: ['own'] },
  {
    act: 'scheme.confirm',
    roles: ['organiser', 'vice-secretary', 'ratifier'],
    relations: ['own'],
  },
  { act: 'cycle.read', roles: readers, relations: ['own', 'below', 'above'] },
  { act: 'cycle.open', roles: ['organiser'], relations: ['own'] },
  { act: 'proposal.read', roles: office, relations: ['own'] },
  { act: 'proposal.write', roles: drafters, relations: ['own'] },
  { act: 'proposal.hand', roles: ['department-head'], relations: ['own'] },
  { act: 'proposal.decide', roles: ['organiser'], relations: ['own'] },
  { act: 'notice.read', roles: readers, relations: ['own', 'below', 'above'] },
  { act: 'notice.send', roles: ['organiser'], relations: ['own'] },
  { act: 'notice.acknowledge', roles: unitPeople, relations: ['own'] },
  { act: 'question.ask', roles: unitPeople, relations: ['own'] },
  { act: 'ruling.record', roles: ['organiser'], relations: ['own'] },
  { act: 'plan.read', roles: readers, relations: ['own', 'below', 'above'] },
  { act: 'plan.load', roles: ['organiser'], relations: ['own'] },
  { act: 'plan.report', roles: drafters, relations: ['own'] },
]
