import type { Generated, JSONColumnType } from 'kysely'

export interface ReportingTables {
  entry: EntryTable
  submission: SubmissionTable
  contest: ContestTable
  happening: HappeningTable
  happening_file: HappeningFileTable
  declared_complete: DeclaredCompleteTable
  item_return: ItemReturnTable
  evidence_return: EvidenceReturnTable
  deadline_exception: DeadlineExceptionTable
  reminder: ReminderTable
  evidence_file: EvidenceFileTable
  evidence_item: EvidenceItemTable
  upload: UploadTable
  observation: ObservationTable
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
  shared: Generated<boolean>
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

export interface HappeningFileTable {
  org: string
  happening: string
  file: string
  shows: string
  removed_at: string | null
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

export interface EvidenceReturnTable extends InReport {
  id: Generated<string>
  item: string
  file: string
  reason: string
  at: Generated<string>
  settled_at: string | null
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
