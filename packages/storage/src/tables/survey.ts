import type { Generated, JSONColumnType } from 'kysely'

/** One figure of one unit, as it stood in the file. */
export interface SurveyFigure {
  readonly unit: string
  /** mark:item or fact:datum/period. */
  readonly subject: string
  readonly text: string
  /** How many people of the unit answered, where the file says so. */
  readonly answers: number | null
}

export interface SurveyTable {
  org: string
  id: Generated<string>
  cycle: string
  name: string
  method: string
  source: string
  from_on: string
  to_on: string
  answers: number | null
  file: string
  sha256: string
  figures: JSONColumnType<SurveyFigure[]>
  replaces: string | null
  because: string | null
  person: string
  at: string
}

export interface SurveyReopeningTable {
  org: string
  id: Generated<string>
  cycle: string
  because: string
  asked_by: string
  asked_at: string
  agreed_by: Generated<string | null>
  agreed_at: Generated<string | null>
}
