import type { Policy } from '../access/policy.ts'

/** Who takes in what a survey came to. Those who conclude read it; units learn of it by a release. */
export const surveyPolicies: readonly Policy[] = [
  { act: 'survey.read', roles: ['organiser', 'ratifier'], relations: ['own'] },
  { act: 'survey.hand', roles: ['organiser'], relations: ['own'] },
  // After a result was frozen it takes two: one asks, another agrees.
  { act: 'survey.reopen', roles: ['organiser'], relations: ['own'] },
  { act: 'survey.reopen-agree', roles: ['organiser', 'ratifier'], relations: ['own'] },
]
