import type { KindsSaid } from '@kaohe/domain'
import type { Generated, JSONColumnType } from 'kysely'

export interface PlanningTables {
  scheme: SchemeTable
  cycle: CycleTable
  assessee: AssesseeTable
  assessee_correction: AssesseeCorrectionTable
  item_department: ItemDepartmentTable
  proposal: ProposalTable
  notice: NoticeTable
  receipt: ReceiptTable
  question: QuestionTable
  ruling: RulingTable
  plan: PlanTable
  plan_step: PlanStepTable
  plan_file: PlanFileTable
  holiday_year: HolidayYearTable
  holiday: HolidayTable
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
  behind_days: Generated<number>
  kinds: JSONColumnType<KindsSaid, string | undefined, string>
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

export interface AssesseeCorrectionTable {
  org: string
  id: Generated<string>
  cycle: string
  unit: string
  kind: 'added' | 'removed'
  type: string
  peer_group: string | null
  reason: string
  person: string
  person_name: string
  at: string
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

export interface PlanFileTable {
  org: string
  id: Generated<string>
  plan: string
  task: string
  step: string | null
  sha256: string
  name: string
  type: string
  size: number
  person: string
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
