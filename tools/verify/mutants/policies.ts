import type { Change, Changes } from './change.ts'

const SRC = 'packages/domain/src'
const TESTS = ['packages/domain/tests/access/policy.test.ts']

const of = (file: string, changes: readonly Change[]): Changes => {
  return { file: `${SRC}/${file}`, tests: TESTS, changes }
}

/** Rows of the policies that allow too much, or what they should no more. */
export const POLICIES: readonly Changes[] = [
  of('policies.ts', [
    ['  ...accessPolicies,\n', ''],
    ['  ...resultPolicies,\n', ''],
    ['  ...messagePolicies,\n', ''],
  ]),
  of('access/policies.ts', [
    [
      "'security-administrator', 'unit-head'],",
      "'security-administrator', 'unit-head', 'unit-clerk'],",
    ],
    [
      "'person.invite', roles: ['system-administrator']",
      "'person.invite', roles: ['security-administrator']",
    ],
    ["'person.change', roles: ['system-administrator']", "'person.change', roles: ['organiser']"],
    [
      "'factor.release', roles: ['security-administrator']",
      "'factor.release', roles: ['system-administrator']",
    ],
    [
      "'post.grant', roles: ['security-administrator'], relations: ['own', 'below']",
      "'post.grant', roles: ['security-administrator'], relations: ['own', 'below', 'above']",
    ],
    [
      "'post.grant', roles: ['security-administrator']",
      "'post.grant', roles: ['security-administrator', 'organiser']",
    ],
    ['accountRoles.filter((role) => !administrators.includes(role))', 'accountRoles'],
    ["    relations: ['own'],\n", "    relations: ['own', 'below'],\n"],
  ]),
  of('organisation/policies.ts', [
    ["role !== 'survey-agency' && role !== 'interviewer'", "role !== 'survey-agency'"],
    ["role !== 'survey-agency' && role !== 'interviewer'", 'role !== "public"'],
    [
      "'unit.details', roles: insiders, relations: ['own', 'below']",
      "'unit.details', roles: insiders, relations: ['own', 'below', 'above']",
    ],
    [
      "roles: ['unit-head', 'unit-clerk'], relations: ['own']",
      "roles: ['unit-head', 'unit-clerk'], relations: ['own', 'below']",
    ],
    [
      "'log.read', roles: ['audit-administrator', 'observer']",
      "'log.read', roles: ['audit-administrator', 'observer', 'organiser']",
    ],
    [
      "'log.read', roles: ['audit-administrator', 'observer'], relations: ['own', 'below']",
      "'log.read', roles: ['audit-administrator', 'observer'], relations: ['own']",
    ],
  ]),
  of('planning/policies.ts', [
    [
      "  'inspector',\n  'observer',\n]",
      "  'inspector',\n  'observer',\n  'audit-administrator',\n]",
    ],
    ["'scheme.draft', roles: office", "'scheme.draft', roles: readers"],
    ["'scheme.write', roles: ['organiser']", "'scheme.write', roles: office"],
    [
      "'scheme.write', roles: ['organiser'], relations: ['own']",
      "'scheme.write', roles: ['organiser'], relations: ['own', 'below']",
    ],
    [
      "roles: ['organiser', 'vice-secretary', 'ratifier'],",
      "roles: ['organiser', 'vice-secretary', 'ratifier', 'department-head'],",
    ],
    ["'cycle.open', roles: ['organiser']", "'cycle.open', roles: ['organiser', 'unit-head']"],
    ["'proposal.hand', roles: ['department-head']", "'proposal.hand', roles: drafters"],
    ["'proposal.decide', roles: ['organiser']", "'proposal.decide', roles: drafters"],
    [
      "'notice.acknowledge', roles: unitPeople, relations: ['own']",
      "'notice.acknowledge', roles: unitPeople, relations: ['own', 'below']",
    ],
    ["'ruling.record', roles: ['organiser']", "'ruling.record', roles: office"],
    ["'plan.report', roles: drafters", "'plan.report', roles: office"],
  ]),
  of('reporting/policies.ts', [
    [
      "'report.enter', roles: committee, relations: ['below']",
      "'report.enter', roles: committee, relations: ['own', 'below']",
    ],
    [
      "'report.enter', roles: ['subordinate-clerk'], relations: ['own']",
      "'report.enter', roles: ['subordinate-clerk'], relations: ['own', 'below']",
    ],
    [
      "'report.confirm', roles: ['unit-head']",
      "'report.confirm', roles: ['unit-head', 'unit-clerk']",
    ],
    [
      "'report.confirm', roles: ['unit-head'], relations: ['own']",
      "'report.confirm', roles: ['unit-head'], relations: ['own', 'below']",
    ],
    [
      "'report.return', roles: ['organiser', 'department-head']",
      "'report.return', roles: committee",
    ],
    ["'report.excuse', roles: ['organiser']", "'report.excuse', roles: ['organiser', 'unit-head']"],
    [
      "'report.contest', roles: ['unit-clerk', 'unit-head'], relations: ['own']",
      "'report.contest', roles: ['unit-clerk', 'unit-head'], relations: ['own', 'above']",
    ],
    [
      "'evidence.read', roles: ['subordinate-clerk', 'inspector'], relations: ['own']",
      "'evidence.read', roles: ['subordinate-clerk', 'inspector'], relations: ['own', 'below']",
    ],
    [
      "'observation.write', roles: [...committee, 'inspector']",
      "'observation.write', roles: [...committee, 'inspector', 'vice-secretary']",
    ],
    [
      "roles: [...committee, 'vice-secretary', 'ratifier', 'inspector'],",
      "roles: [...committee, 'vice-secretary', 'ratifier', 'inspector', 'unit-head'],",
    ],
  ]),
  of('review/policies.ts', [
    [
      "'review.mark', roles: ['department-head', 'department-reviewer']",
      "'review.mark', roles: ['department-head', 'department-reviewer', 'organiser']",
    ],
    [
      "'review.mark', roles: ['department-head', 'department-reviewer'], relations: ['own']",
      "'review.mark', roles: ['department-head', 'department-reviewer'], relations: ['own', 'below']",
    ],
    [
      "'review.hand', roles: ['department-head']",
      "'review.hand', roles: ['department-head', 'department-reviewer']",
    ],
    [
      "'review.decide', roles: ['vice-secretary']",
      "'review.decide', roles: ['vice-secretary', 'department-head']",
    ],
    [
      "'review.reopen-agree', roles: ['organiser', 'vice-secretary']",
      "'review.reopen-agree', roles: ['organiser', 'vice-secretary', 'department-head']",
    ],
    ['  ...letterPolicies,\n', ''],
  ]),
  of('review/letter-policies.ts', [
    [
      "'letter.answer', roles: ['party-leader']",
      "'letter.answer', roles: ['party-leader', 'organiser']",
    ],
    ["'letter.answer', roles: ['party-leader']", "'letter.answer', roles: ['judge']"],
    [
      "'letter.type', roles: ['organiser', 'vice-secretary']",
      "'letter.type', roles: ['organiser', 'vice-secretary', 'unit-clerk']",
    ],
    [
      "'letter.close', roles: ['organiser']",
      "'letter.close', roles: ['organiser', 'vice-secretary']",
    ],
    [
      "'briefing.read', roles: ['unit-clerk', 'unit-head'], relations: ['own']",
      "'briefing.read', roles: ['unit-clerk', 'unit-head'], relations: ['above']",
    ],
  ]),
  of('review/meeting/policies.ts', [
    ["'meeting.read', roles: ['organiser']", "'meeting.read', roles: ['organiser', 'unit-head']"],
    [
      "'meeting.chair', roles: ['organiser'], relations: ['own']",
      "'meeting.chair', roles: ['organiser'], relations: ['own', 'below']",
    ],
    ["'ballot.cast', roles: ['judge']", "'ballot.cast', roles: ['judge', 'organiser']"],
    ["'ballot.read', roles: ['judge']", "'ballot.read', roles: ['judge', 'party-leader']"],
  ]),
  of('review/survey-policies.ts', [
    ["'survey.hand', roles: ['organiser']", "'survey.hand', roles: ['organiser', 'survey-agency']"],
    [
      "'survey.reopen-agree', roles: ['organiser', 'ratifier']",
      "'survey.reopen-agree', roles: ['organiser']",
    ],
  ]),
  of('result/policies.ts', [
    [
      "'result.read', roles: ['organiser', 'ratifier']",
      "'result.read', roles: ['organiser', 'ratifier', 'observer']",
    ],
    [
      "'result.read', roles: ['organiser', 'ratifier'], relations: ['own']",
      "'result.read', roles: ['organiser', 'ratifier'], relations: ['own', 'below']",
    ],
    ["'result.ratify', roles: ['ratifier']", "'result.ratify', roles: ['ratifier', 'organiser']"],
    [
      "'result.release', roles: ['organiser']",
      "'result.release', roles: ['organiser', 'unit-head']",
    ],
    ["'result.resolve', roles: ['organiser']", "'result.resolve', roles: ['ratifier']"],
    [
      "'objection.file', roles: ['unit-head']",
      "'objection.file', roles: ['unit-head', 'unit-clerk']",
    ],
    ["'objection.rule', roles: ['ratifier']", "'objection.rule', roles: ['ratifier', 'organiser']"],
    [
      "'publicity.confirm', roles: ['ratifier']",
      "'publicity.confirm', roles: ['ratifier', 'organiser']",
    ],
    [
      "'result.receive', roles: ['unit-clerk', 'unit-head'], relations: ['own']",
      "'result.receive', roles: ['unit-clerk', 'unit-head'], relations: ['own', 'below']",
    ],
  ]),
  of('followup/policies.ts', [
    ["'followup.assign', roles: ['organiser']", "'followup.assign', roles: office"],
    ["'followup.decide', roles: ['organiser', 'ratifier']", "'followup.decide', roles: office"],
    [
      "'rectification.report', roles: ['unit-clerk', 'unit-head'], relations: ['own']",
      "'rectification.report', roles: ['unit-clerk', 'unit-head'], relations: ['own', 'above']",
    ],
  ]),
  of('jobs/policies.ts', [
    [
      "'job.read', roles: accountRoles, relations: ['own']",
      "'job.read', roles: accountRoles, relations: ['own', 'below']",
    ],
    ["'job.cancel', roles: accountRoles", "'job.cancel', roles: ['organiser']"],
  ]),
  of('messages/policies.ts', [
    [
      "'message.read', roles: accountRoles, relations: ['own']",
      "'message.read', roles: accountRoles, relations: ['own', 'above']",
    ],
  ]),
]
