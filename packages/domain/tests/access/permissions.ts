import type { Role } from '../../src/access/index.ts'

/**
 * Who may do what, written a second time and the other way round (SEC-01): from what each role is there for
 * (docs/roles.md has the rows of the policies), where the policies go from the act. Neither is made of the other.
 */
export interface Permissions {
  readonly own?: readonly string[]
  readonly below?: readonly string[]
  readonly above?: readonly string[]
}

// One's own work in the background and one's messages; and where one's organisation stands.
const ACCOUNT = [
  'job.read',
  'job.cancel',
  'message.read',
  'message.mark',
  'message.choose',
  'unit.read',
]
const LENDS = ['post.lend']
const TREE = ['unit.read']
// What everybody must know who assesses or is assessed: the scheme, the year, the notice, the plan it serves.
const YEAR = ['scheme.read', 'cycle.read', 'notice.read', 'plan.read']
const COLLEAGUE = [...ACCOUNT, ...LENDS, ...YEAR, 'unit.details']
const ABOVE = [...TREE, ...YEAR]
const BELOW = [...TREE, ...YEAR, 'unit.details']

const READS_REPORTS = ['report.read', 'report.progress', 'evidence.read']
// Those who mark units see what was reported, and say what they themselves have to supply.
const MARKER_OWN = [
  ...READS_REPORTS,
  'fact.share',
  'observation.read',
  'observation.write',
  'proposal.read',
  'proposal.write',
  'plan.report',
  'scheme.draft',
  'review.read',
  'inspection.read',
  'claim.read',
  'claim.rule',
  'followup.track',
  'followup.close',
  'followup.carried',
]
const MARKER_BELOW = [...READS_REPORTS, 'report.enter', 'report.answer']
const DEPARTMENT_OWN = [...COLLEAGUE, ...MARKER_OWN, 'review.mark', 'inspection.note']
const MANAGES_UNITS = ['unit.change', 'unit.describe', 'department.change']

const UNIT_OWN = [
  ...COLLEAGUE,
  'unit.describe',
  'notice.acknowledge',
  'question.ask',
  'report.read',
  'report.enter',
  'report.contest',
  'evidence.attach',
  'evidence.read',
  'briefing.read',
  'briefing.write',
  'result.receive',
  'objection.write',
  'publicity.receive',
  'suggestion.write',
  'rectification.report',
]
const UNIT_BELOW = [...BELOW, 'report.read', 'report.enter', 'evidence.attach', 'evidence.read']

export const PERMISSIONS: Readonly<Record<Role, Permissions>> = {
  organiser: {
    own: [
      ...COLLEAGUE,
      ...MARKER_OWN,
      ...MANAGES_UNITS,
      'person.read',
      // Has the scheme right, and the year on time.
      'scheme.write',
      'scheme.confirm',
      'proposal.decide',
      'cycle.open',
      'notice.send',
      'ruling.record',
      'plan.load',
      'report.remind',
      'review.reopen',
      'review.reopen-agree',
      // Sends, collects and convenes.
      'letter.read',
      'letter.make',
      'letter.issue',
      'letter.close',
      'letter.type',
      'letter.settle',
      'meeting.read',
      'meeting.prepare',
      'meeting.chair',
      'meeting.enter',
      'survey.read',
      'survey.hand',
      'survey.reopen',
      'survey.reopen-agree',
      // Concludes, tells and follows up, but never ratifies.
      'result.read',
      'result.freeze',
      'result.resolve',
      'result.release',
      'result.print',
      'result.book',
      'objection.read',
      'objection.reply',
      'publicity.read',
      'publicity.ask',
      'suggestion.read',
      'followup.read',
      'followup.decide',
      'followup.assign',
    ],
    below: [
      ...BELOW,
      ...MARKER_BELOW,
      ...MANAGES_UNITS,
      'person.read',
      'report.return',
      'report.excuse',
    ],
    above: ABOVE,
  },
  'department-head': {
    own: [...DEPARTMENT_OWN, 'proposal.hand', 'report.remind', 'review.hand', 'review.reopen'],
    below: [...BELOW, ...MARKER_BELOW, 'report.return'],
    above: ABOVE,
  },
  'department-reviewer': {
    own: DEPARTMENT_OWN,
    below: [...BELOW, ...MARKER_BELOW],
    above: ABOVE,
  },
  'vice-secretary': {
    own: [
      ...COLLEAGUE,
      ...READS_REPORTS,
      'scheme.draft',
      'scheme.confirm',
      'proposal.read',
      'observation.read',
      // Signs what departments hand in; opens it again as one of two.
      'review.read',
      'review.decide',
      'review.reopen',
      'review.reopen-agree',
      'claim.read',
      'letter.read',
      'letter.type',
      'letter.settle',
      'followup.track',
      'followup.close',
      'followup.carried',
    ],
    below: [...BELOW, ...READS_REPORTS],
    above: ABOVE,
  },
  ratifier: {
    own: [
      ...COLLEAGUE,
      ...READS_REPORTS,
      'scheme.draft',
      'scheme.confirm',
      'proposal.read',
      'observation.read',
      'letter.read',
      'letter.settle',
      'survey.read',
      'survey.reopen-agree',
      // The whole picture, and the decision.
      'result.read',
      'result.ratify',
      'result.book',
      'objection.read',
      'objection.rule',
      'publicity.read',
      'publicity.confirm',
      'followup.read',
      'followup.decide',
      'followup.carried',
    ],
    below: [...BELOW, ...READS_REPORTS],
    above: ABOVE,
  },
  'unit-clerk': { own: UNIT_OWN, below: UNIT_BELOW, above: ABOVE },
  'unit-head': {
    own: [...UNIT_OWN, 'person.read', 'report.confirm', 'objection.file'],
    below: [...UNIT_BELOW, 'person.read'],
    above: ABOVE,
  },
  'subordinate-clerk': {
    own: [...COLLEAGUE, 'report.read', 'report.enter', 'evidence.attach', 'evidence.read'],
    below: [...BELOW, 'report.read'],
    above: ABOVE,
  },
  inspector: {
    own: [
      ...COLLEAGUE,
      'evidence.read',
      'observation.read',
      'observation.write',
      'inspection.read',
      'inspection.note',
      'followup.close',
      'followup.carried',
    ],
    below: BELOW,
    above: ABOVE,
  },
  // They draw and call, and see no score, no unit's particulars, no telephone number of a contact.
  'survey-agency': { own: [...ACCOUNT, ...LENDS], below: TREE, above: TREE },
  interviewer: { own: [...ACCOUNT, ...LENDS], below: TREE, above: TREE },
  // The three: accounts, posts, the log; nothing of the work itself.
  'system-administrator': {
    own: [
      ...ACCOUNT,
      'unit.details',
      ...MANAGES_UNITS,
      'person.read',
      'person.invite',
      'person.change',
    ],
    below: [
      ...TREE,
      'unit.details',
      ...MANAGES_UNITS,
      'person.read',
      'person.invite',
      'person.change',
    ],
    above: TREE,
  },
  'security-administrator': {
    own: [...ACCOUNT, 'unit.details', 'person.read', 'post.grant', 'factor.release'],
    below: [...TREE, 'unit.details', 'person.read', 'post.grant', 'factor.release'],
    above: TREE,
  },
  'audit-administrator': {
    own: [...ACCOUNT, 'unit.details', 'log.read'],
    below: [...TREE, 'unit.details', 'log.read'],
    above: TREE,
  },
  observer: {
    own: [...COLLEAGUE, ...READS_REPORTS, 'log.read'],
    below: [...BELOW, ...READS_REPORTS, 'log.read'],
    above: ABOVE,
  },
  // By a private link, and only for what the link is about.
  'party-leader': { own: ['letter.answer', 'publicity.hold'] },
  judge: { own: ['ballot.read', 'ballot.cast', 'problem.tell'] },
  // Nothing, until there is a page for them.
  'party-office': {},
  respondent: {},
  public: {},
}
