import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { ObjectionTable } from './objection.ts'
import type { PublicityTable } from './publicity.ts'
import type { SuggestionTable } from './suggestion.ts'

export interface ResultTables {
  objection: ObjectionTable
  publicity: PublicityTable
  suggestion: SuggestionTable
  snapshot: SnapshotTable
  resolution: ResolutionTable
  release: ReleaseTable
  comprehensive_opinion: ComprehensiveOpinionTable
}

export interface SnapshotTable {
  org: string
  cycle: string
  id: Generated<string>
  name: string
  scheme: string
  content: JSONColumnType<object>
  digest: string
  person: string
  at: string
  ratified_body: Generated<string | null>
  ratified_on: Generated<string | null>
  ratified_number: Generated<string | null>
  ratified_minutes: Generated<string | null>
  ratified_by: Generated<string | null>
  ratified_at: Generated<string | null>
  outcome: ColumnType<object | null, never, string>
  replaces: Generated<string | null>
  because: Generated<string | null>
  version: Generated<number>
}

export interface ResolutionTable {
  org: string
  id: Generated<string>
  snapshot: string
  unit: string
  matter: string
  value: ColumnType<string | number | boolean | null, string, string>
  body: string
  decided_on: string
  number: string | null
  mover: string
  reason: string
  votes_for: number | null
  votes_against: number | null
  abstained: number | null
  person: string
  at: string
}

export interface ReleaseTable {
  org: string
  id: Generated<string>
  committee: string
  cycle: string
  snapshot: string
  shown: JSONColumnType<object>
  parts: string[]
  consent: string
  released_on: string
  objection_until: string | null
  withdrawn_because: string | null
  person: string
  at: string
}

export interface ComprehensiveOpinionTable {
  org: string
  snapshot: string
  unit: string
  text: string
  person: string
  at: string
  version: Generated<number>
}
