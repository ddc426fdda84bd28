import type { Policy } from '../access/policy.ts'

/** Who computes, concludes, ratifies and releases. Units read what was released to them, and nothing else. */
export const resultPolicies: readonly Policy[] = [
  { act: 'result.read', roles: ['organiser', 'ratifier'], relations: ['own'] },
  { act: 'result.freeze', roles: ['organiser'], relations: ['own'] },
  // What a meeting decided is written down by the office; that it stands is said by the body itself.
  { act: 'result.resolve', roles: ['organiser'], relations: ['own'] },
  { act: 'result.ratify', roles: ['ratifier'], relations: ['own'] },
  { act: 'result.release', roles: ['organiser'], relations: ['own'] },
  // What leaves the office is printed by it; the book of scores is for those who conclude as well.
  { act: 'result.print', roles: ['organiser'], relations: ['own'] },
  { act: 'result.book', roles: ['organiser', 'ratifier'], relations: ['own'] },
  { act: 'result.receive', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
  // The clerk writes, the head stands for it; those who collect reply, those who ratify rule.
  { act: 'objection.write', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
  { act: 'objection.file', roles: ['unit-head'], relations: ['own'] },
  { act: 'objection.read', roles: ['organiser', 'ratifier'], relations: ['own'] },
  { act: 'objection.reply', roles: ['organiser'], relations: ['own'] },
  { act: 'objection.rule', roles: ['ratifier'], relations: ['own'] },
  // Who asks for something to be made public is not who consents.
  { act: 'publicity.read', roles: ['organiser', 'ratifier'], relations: ['own'] },
  { act: 'publicity.ask', roles: ['organiser'], relations: ['own'] },
  { act: 'publicity.confirm', roles: ['ratifier'], relations: ['own'] },
  { act: 'publicity.receive', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
  { act: 'publicity.hold', roles: ['party-leader'], relations: ['own'] },
  { act: 'suggestion.write', roles: ['unit-clerk', 'unit-head'], relations: ['own'] },
  { act: 'suggestion.read', roles: ['organiser'], relations: ['own'] },
]
