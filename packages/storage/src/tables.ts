import type { Generated, JSONColumnType } from 'kysely'

/** The tables as the application reads and writes them; the truth about them is in migrations/. */
export interface Tables {
  unit: UnitTable
  unit_place: UnitPlaceTable
  unit_lineage: UnitLineageTable
  unit_attribute: UnitAttributeTable
  department: DepartmentTable
  person: PersonTable
  post: PostTable
  credential: CredentialTable
  failed_sign_in: FailedSignInTable
  session: SessionTable
  installation: InstallationTable
  invitation: InvitationTable
  log_entry: LogEntryTable
  log_node: LogNodeTable
  log_checkpoint: LogCheckpointTable
  answered: AnsweredTable
  scheme: SchemeTable
  cycle: CycleTable
  assessee: AssesseeTable
  entry: EntryTable
  submission: SubmissionTable
  contest: ContestTable
  happening: HappeningTable
  declared_complete: DeclaredCompleteTable
  item_return: ItemReturnTable
  deadline_exception: DeadlineExceptionTable
  reminder: ReminderTable
  evidence_file: EvidenceFileTable
  evidence_item: EvidenceItemTable
  upload: UploadTable
  observation: ObservationTable
}

export interface UnitTable {
  id: Generated<string>
  path: string[]
  parent: string | null
  kind: string
  name: string
  short_name: string | null
  founded_on: string | null
  ended_on: string | null
  version: Generated<number>
}

export interface UnitPlaceTable {
  org: string
  from_on: string
  to_on: string | null
  parent: string | null
  name: string
  kind: string
}

export interface UnitLineageTable {
  org: string
  earlier: string
  happened_on: string
  kind: 'merged' | 'split'
}

export interface UnitAttributeTable {
  org: string
  attribute: string
  known_on: string
  value: string
  source: string
}

export interface DepartmentTable {
  org: string
  id: Generated<string>
  name: string
  ended_on: string | null
  version: Generated<number>
}

export interface PersonTable {
  org: string
  id: Generated<string>
  name: string
  ended_at: string | null
  version: Generated<number>
}

export interface PostTable {
  org: string
  id: Generated<string>
  person: string
  role: string
  department: string | null
  from_on: Generated<string>
  to_on: string | null
  stands_in_for: string | null
}

export interface CredentialTable {
  person: string
  login: string
  password_hash: string | null
  totp_secret: Buffer | null
  totp_last_step: number | null
  recovery_hashes: Generated<Buffer[]>
  changed_at: Generated<string>
}

export interface FailedSignInTable {
  login_hash: Buffer
  address_hash: Buffer
  failures: number
  last_at: string
}

export interface SessionTable {
  id: Generated<string>
  token_hash: Buffer
  person: string
  post: string | null
  factors: number
  agent: Generated<string>
  created_at: Generated<string>
  seen_at: Generated<string>
  expires_at: string
}

export interface InstallationTable {
  empty: boolean
}

export interface InvitationTable {
  org: string
  id: Generated<string>
  person: string
  token_hash: Buffer
  expires_at: string
  used_at: string | null
}

export interface LogEntryTable {
  id: string
  org: string | null
  person: string | null
  at: string
  act: string
  object: string
  change: JSONColumnType<object> | null
  leaf: Buffer
  position: number | null
}

export interface LogNodeTable {
  level: number
  index: number
  hash: Buffer
}

export interface LogCheckpointTable {
  size: number
  at: string
  note: string
}

export interface AnsweredTable {
  person: string
  key: string
  request_hash: Buffer
  status: number
  body: JSONColumnType<object> | null
  at: Generated<string>
}

export interface SchemeTable {
  org: string
  id: Generated<string>
  title: string
  text: string
  readings: string | null
  state: Generated<'draft' | 'published'>
  bases: JSONColumnType<{ path: string; text: string }[], string | undefined, string>
  derives: string | null
  corrects: string | null
  reason: string | null
  proposed_by: string | null
  proposed_at: string | null
  confirmed_by: string | null
  published_at: string | null
  changed_at: Generated<string>
  version: Generated<number>
}

export interface CycleTable {
  org: string
  id: Generated<string>
  scheme: string
  title: string
  starts_on: string
  ends_on: string
  state: Generated<'preparing' | 'open' | 'closed'>
  version: Generated<number>
}

export interface AssesseeTable {
  org: string
  cycle: string
  unit: string
  type: string
  peer_group: string | null
  excluded_because: string | null
  undecided_because: string | null
}

export interface EntryTable {
  org: string
  committee: string
  cycle: string
  fact: string
  period: Generated<string>
  state: 'value' | 'blank' | 'inapplicable'
  text: string | null
  reason: string | null
  source: string
  person: string
  at: Generated<string>
  version: Generated<number>
}

export interface SubmissionTable {
  org: string
  committee: string
  cycle: string
  state: 'draft' | 'confirmed' | 'returned'
  confirmed_by: string | null
  confirmed_at: string | null
  deadline: string | null
  late_days: number | null
  version: Generated<number>
}

interface InReport {
  org: string
  committee: string
  cycle: string
  person: string
}

export interface ContestTable extends InReport {
  id: Generated<string>
  fact: string
  period: Generated<string>
  reason: string
  at: Generated<string>
  answer: string | null
  answered_by: string | null
  answered_at: string | null
}

export interface HappeningTable extends InReport {
  id: Generated<string>
  event: string
  happened_on: string
  attributes: JSONColumnType<Readonly<Record<string, string>>>
  source: string
  at: Generated<string>
  voided_because: string | null
  version: Generated<number>
}

export interface DeclaredCompleteTable extends InReport {
  event: string
  complete: boolean
  at: Generated<string>
}

export interface ItemReturnTable extends InReport {
  id: Generated<string>
  item: string
  reason: string
  at: Generated<string>
  settled_at: string | null
}

export interface DeadlineExceptionTable extends InReport {
  due_on: string
  reason: string
  at: Generated<string>
}

export interface ReminderTable extends InReport {
  id: Generated<string>
  text: string
  at: Generated<string>
}

export interface EvidenceFileTable {
  org: string
  id: Generated<string>
  cycle: string
  sha256: string
  name: string
  type: string
  size: number
  shows_on: string | null
  person: string
  at: Generated<string>
}

export interface EvidenceItemTable {
  org: string
  file: string
  item: string
  removed_at: string | null
}

export interface UploadTable {
  org: string
  id: Generated<string>
  cycle: string
  item: string
  name: string
  size: number
  received: Generated<number>
  shows_on: string | null
  person: string
  at: Generated<string>
}

export interface ObservationTable {
  org: string
  id: Generated<string>
  cycle: string
  unit: string
  item: string
  observed_on: string
  text: string
  person: string
  at: Generated<string>
  voided_because: string | null
  version: Generated<number>
}

export interface ItemDepartmentTable {
  org: string
  cycle: string
  item: string
  department: string
}

export interface ProposalTable {
  org: string
  id: Generated<string>
  scheme: string
  department: string
  kind: 'item' | 'survey'
  subject: string | null
  text: string
  state: Generated<'draft' | 'handed' | 'accepted' | 'returned'>
  because: string | null
  person: string
  changed_at: Generated<string>
  version: Generated<number>
}

export interface NoticeTable {
  org: string
  id: Generated<string>
  cycle: string
  title: string
  text: string
  sent_at: string
  sent_by: string
}

export interface ReceiptTable {
  org: string
  notice: string
  unit: string
  acknowledged_at: string | null
  acknowledged_by: string | null
}

export interface QuestionTable {
  org: string
  id: Generated<string>
  cycle: string
  unit: string
  clause: string
  item: string | null
  text: string
  asked_at: string
}

export interface RulingTable {
  org: string
  id: Generated<string>
  cycle: string
  question: string | null
  clause: string
  asked: string
  answer: string
  body: string
  decided_on: string
  reading: string
  draft: string
  recorded_at: string
}

export interface PlanTable {
  org: string
  id: Generated<string>
  cycle: string | null
  title: string
  text: string
  loaded_at: string
}

export interface PlanStepTable {
  org: string
  id: Generated<string>
  plan: string
  task: string
  target: number | null
  kind: 'report' | 'reminder' | 'closing' | 'reopening'
  text: string
  evidence: string | null
  reached: string | null
  person: string
  person_name: string
  at: string
}

export interface HolidayYearTable {
  year: number
  source: string
}

export interface HolidayTable {
  year: number
  from_on: string
  to_on: string
  kind: 'off' | 'worked'
  name: string
}
