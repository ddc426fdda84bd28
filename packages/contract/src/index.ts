/** The shapes of the HTTP API, one file a room: the server validates by them, the browser calls by them. */
export { type Answer, type Endpoint, endpoint, type Received, type Sent } from './endpoint.ts'
export { canRehearse, endpoints } from './endpoints.ts'
export { openApi } from './openapi.ts'
export { Problem } from './problem.ts'
export { identity, log, organisation, planning, reporting } from './rooms/index.ts'
export type { ApiToken, Me, Person, SetUpProgress, SignedIn, Slip } from './rooms/identity/index.ts'
export type { ImportFault, ImportPreview, Unit, UnitPage, UnitRow } from './rooms/organisation.ts'
export type {
  Assessee,
  Assignments,
  Burden,
  Calendar,
  Change,
  Check,
  Conflict,
  Cycle,
  Deadline,
  Department,
  Evaluated,
  Finding,
  Notice,
  Plan,
  PlanPage,
  PlanStep,
  PlanTask,
  Proposal,
  Proposals,
  Question,
  Ruling,
  Scheme,
  SchemeCategory,
  SchemeChanges,
  SchemeItem,
  SchemePage,
  SchemePages,
  SchemeReading,
  Trial,
} from './rooms/planning.ts'
export type {
  Attribute,
  Cell,
  Changed,
  Contest,
  Due,
  Entry,
  EvidenceFile,
  Fact,
  Happening,
  Happenings,
  Observation,
  Report,
  ReportItem,
  Standing,
  Submission,
  UnitProgress,
  WorkbookPreview,
  Yield,
} from './rooms/reporting.ts'
export type { Act } from './rooms/log.ts'
