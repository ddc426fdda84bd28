import type { Generated, JSONColumnType } from 'kysely'
import type { SurveyReopeningTable, SurveyTable } from './survey.ts'

export interface ReviewTables {
  desk: DeskTable
  mark: MarkTable
  opinion: OpinionTable
  claim_ruling: ClaimRulingTable
  evidence_verdict: EvidenceVerdictTable
  finding: FindingTable
  inspection_sheet: InspectionSheetTable
  survey: SurveyTable
  survey_reopening: SurveyReopeningTable
}

export interface FindingTable {
  org: string
  id: string
  cycle: string
  unit: string
  subject: string
  text: string
  note: string | null
  noted_at: string
  person: string
  at: string
}

export interface InspectionSheetTable {
  org: string
  cycle: string
  unit: string
  handed: boolean
  person: string
  at: string
}

export interface EvidenceVerdictTable {
  org: string
  cycle: string
  unit: string
  item: string
  file: string
  party: string
  verdict: 'accepted' | 'returned' | 'doubtful' | 'open'
  reason: string | null
  person: string
  at: string
  version: Generated<number>
}

export interface ClaimRulingTable {
  org: string
  cycle: string
  unit: string
  happening: string
  of_version: number
  attributes: JSONColumnType<Record<string, string>>
  reason: string
  person: string
  at: string
  version: Generated<number>
}

export interface DeskTable {
  org: string
  cycle: string
  party: string
  state: Generated<'draft' | 'handed' | 'returned' | 'approved'>
  because: string | null
  handed_by: string | null
  handed_at: string | null
  decided_by: string | null
  decided_at: string | null
  reopen_by: Generated<string | null>
  reopen_because: Generated<string | null>
  reopen_at: Generated<string | null>
  version: Generated<number>
}

export interface MarkTable {
  org: string
  cycle: string
  unit: string
  item: string
  party: string
  text: string
  reason: string | null
  person: string
  at: string
  version: Generated<number>
}

export interface OpinionTable {
  org: string
  cycle: string
  unit: string
  party: string
  grade: string | null
  comment: string
  returned_because: string | null
  person: string
  at: string
  version: Generated<number>
}
