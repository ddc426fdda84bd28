import type { Policy } from '../access/policy.ts'
import { letterPolicies } from './letter-policies.ts'
import { meetingPolicies } from './meeting/policies.ts'
import { surveyPolicies } from './survey-policies.ts'

/** Who evaluates, who signs it, and who sees how far it is. Units see nothing of it before a release. */
export const reviewPolicies: readonly Policy[] = [
  // How far each desk is; marks only of those whose they are (see desks.ts).
  {
    act: 'review.read',
    roles: ['organiser', 'department-head', 'department-reviewer', 'vice-secretary'],
    relations: ['own'],
  },
  { act: 'review.mark', roles: ['department-head', 'department-reviewer'], relations: ['own'] },
  { act: 'review.hand', roles: ['department-head'], relations: ['own'] },
  { act: 'review.decide', roles: ['vice-secretary'], relations: ['own'] },
  // What was agreed to is opened again by two persons (see reopening.ts).
  {
    act: 'review.reopen',
    roles: ['organiser', 'department-head', 'vice-secretary'],
    relations: ['own'],
  },
  { act: 'review.reopen-agree', roles: ['organiser', 'vice-secretary'], relations: ['own'] },
  // What is found on the spot: inspectors and departments note it, the office reads it.
  {
    act: 'inspection.read',
    roles: ['organiser', 'department-head', 'department-reviewer', 'inspector'],
    relations: ['own'],
  },
  {
    act: 'inspection.note',
    roles: ['department-head', 'department-reviewer', 'inspector'],
    relations: ['own'],
  },
  // What units claim for themselves; a department sees what it leads (see claims.ts).
  {
    act: 'claim.read',
    roles: ['organiser', 'department-head', 'department-reviewer', 'vice-secretary'],
    relations: ['own'],
  },
  {
    act: 'claim.rule',
    roles: ['organiser', 'department-head', 'department-reviewer'],
    relations: ['own'],
  },
  ...letterPolicies,
  ...meetingPolicies,
  ...surveyPolicies,
]
