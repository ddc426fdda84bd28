import type { ColumnType, Generated } from 'kysely'

export interface LetterTables {
  letter_round: LetterRoundTable
  letter: LetterTable
  letter_answer: LetterAnswerTable
  letter_scan: LetterScanTable
  briefing: BriefingTable
}

export interface LetterRoundTable {
  org: string
  cycle: string
  source: string
  due_on: string
  grace_days: number
  closed_by: string | null
  closed_at: string | null
  version: Generated<number>
}

export interface LetterTable {
  org: string
  id: Generated<string>
  cycle: string
  source: string
  party: string
  unit: string
  type: string
  unit_name: string
  body: string
  leader: string
  post: string
  token_hash: Buffer | null
  issued: Generated<number>
  issued_at: string | null
  reminded: Generated<number>
  first_by: string | null
  second_by: string | null
  differs: Generated<boolean>
  answered_at: string | null
  answered_by: 'link' | 'paper' | null
  withdrawn_because: string | null
  version: Generated<number>
}

/** A mark of an answer, as typed. */
export interface AnsweredMark {
  readonly item: string
  readonly text: string
  readonly reason: string | null
}

export interface LetterAnswerTable {
  org: string
  letter: string
  way: 'link' | 'first' | 'second' | 'settled'
  // Written as text, read as what it says.
  marks: ColumnType<readonly AnsweredMark[], string, string>
  comment: string
  suggestion: string
  person: string | null
  because: string | null
  attempt: string | null
  receipt: string | null
  at: string
  counts: boolean
}

export interface BriefingTable {
  org: string
  committee: string
  cycle: string
  source: string
  held_on: string
  told: string
  text: string
  file_sha256: string | null
  file_name: string | null
  file_type: string | null
  file_size: number | null
  person: string
  at: string
  version: Generated<number>
}

export interface LetterScanTable {
  org: string
  letter: string
  file_sha256: string
  file_name: string
  file_type: string
  file_size: number
  person: string
  at: string
}
