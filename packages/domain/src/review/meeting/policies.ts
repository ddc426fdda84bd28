import type { Policy } from '../../access/policy.ts'

/** Who convenes the debrief, and who gives a ballot in it. Nobody else learns anything of it. */
export const meetingPolicies: readonly Policy[] = [
  // Counts while a speaker is scored, afterwards the figure and how the ballots are spread; never whose is which.
  { act: 'meeting.read', roles: ['organiser'], relations: ['own'] },
  { act: 'meeting.prepare', roles: ['organiser'], relations: ['own'] },
  { act: 'meeting.chair', roles: ['organiser'], relations: ['own'] },
  { act: 'meeting.enter', roles: ['organiser'], relations: ['own'] },
  // By private link alone: his own ballots, and the agenda.
  { act: 'ballot.read', roles: ['judge'], relations: ['own'] },
  { act: 'ballot.cast', roles: ['judge'], relations: ['own'] },
  { act: 'problem.tell', roles: ['judge'], relations: ['own'] },
]
