import type { Policy } from '../access/policy.ts'

/**
 * The office sends letters to leaders and collects them; a leader answers his own, by link or on paper, which two
 * type and, where they differ, a third settles. Marks stay sealed until the collection is closed. Of all this a
 * unit sees its own briefing.
 */
export const letterPolicies: readonly Policy[] = [
  {
    act: 'letter.read',
    roles: ['organiser', 'vice-secretary', 'ratifier'],
    relations: ['own'],
  },
  { act: 'letter.make', roles: ['organiser'], relations: ['own'] },
  { act: 'letter.issue', roles: ['organiser'], relations: ['own'] },
  { act: 'letter.close', roles: ['organiser'], relations: ['own'] },
  { act: 'letter.type', roles: ['organiser', 'vice-secretary'], relations: ['own'] },
  { act: 'letter.settle', roles: ['organiser', 'vice-secretary', 'ratifier'], relations: ['own'] },
  { act: 'letter.answer', roles: ['party-leader'], relations: ['own'] },
  { act: 'briefing.read', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
  { act: 'briefing.write', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
]
