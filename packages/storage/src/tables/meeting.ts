import type { ColumnType, Generated, JSONColumnType } from 'kysely'

export interface MeetingTables {
  meeting: MeetingTable
  speaker: SpeakerTable
  judge: JudgeTable
  judge_conflict: JudgeConflictTable
  judge_problem: JudgeProblemTable
  turnout: TurnoutTable
  ballot: BallotTable
  sealed_ballot: SealedBallotTable
  sheet: SheetTable
  sheet_entry: SheetEntryTable
}

/** What stands on a ballot, by the field of the scheme's event. */
export type BallotMarks = Readonly<Record<string, string>>

export interface MeetingTable {
  org: string
  id: Generated<string>
  cycle: string
  event: string
  fields: JSONColumnType<object[]>
  groups: JSONColumnType<string[]>
  group_field: string | null
  name: string
  held_on: string
  place: string
  state: Generated<'preparing' | 'running' | 'closed'>
  seed: Generated<string | null>
  order_because: Generated<string | null>
  closed_at: Generated<string | null>
  version: Generated<number>
  person: string
  at: string
}

export interface SpeakerTable {
  org: string
  id: Generated<string>
  meeting: string
  unit: string
  name: string
  position: number
  state: Generated<'waiting' | 'scoring' | 'sealed' | 'absent'>
  because: Generated<string | null>
  summary: Generated<string | null>
  sealed_at: Generated<string | null>
  digest: Generated<string | null>
}

export interface JudgeTable {
  org: string
  id: Generated<string>
  meeting: string
  number: number
  name: string
  judge_group: string
  unit: string | null
  affiliation: string
  paper: Generated<boolean>
  token: Generated<Buffer | null>
  issued_at: Generated<string | null>
}

export interface JudgeConflictTable {
  org: string
  judge: string
  speaker: string
  because: string
}

export interface JudgeProblemTable {
  org: string
  id: Generated<string>
  meeting: string
  judge: string
  client: string
  text: string
  at: string
  dealt_at: Generated<string | null>
  dealt_by: Generated<string | null>
  answer: Generated<string | null>
}

export interface TurnoutTable {
  org: string
  speaker: string
  judge: string
}

export interface BallotTable {
  org: string
  speaker: string
  box: Buffer
  judge_group: string
  marks: ColumnType<BallotMarks, string, string>
  client: string
  turn: number
}

export interface SealedBallotTable {
  org: string
  speaker: string
  box: Buffer
  judge_group: string
  marks: ColumnType<BallotMarks, string, never>
}

export interface SheetTable {
  org: string
  id: Generated<string>
  speaker: string
  number: string
  judge_group: string
  state: Generated<'once' | 'differs' | 'settled'>
  marks: ColumnType<BallotMarks | null, string | null, string | null>
  settled_by: string | null
  because: string | null
}

export interface SheetEntryTable {
  org: string
  sheet: string
  person: string
  marks: ColumnType<BallotMarks, string, never>
  at: string
}
