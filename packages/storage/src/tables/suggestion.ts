import type { Generated } from 'kysely'

export interface SuggestionTable {
  org: string
  id: Generated<string>
  committee: string
  cycle: string
  unit: string | null
  letter: string | null
  text: string
  person: string
  at: string
  outcome: 'answered' | 'noted' | null
  answer: string | null
  settled_by: string | null
  settled_at: string | null
  version: Generated<number>
}
