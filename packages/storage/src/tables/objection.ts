import type { Generated } from 'kysely'

export interface ObjectionTable {
  org: string
  id: Generated<string>
  committee: string
  cycle: string
  release: string
  snapshot: string
  figure: string
  figure_name: string
  was: string
  text: string
  state: Generated<'draft' | 'filed' | 'replied' | 'ruled' | 'withdrawn'>
  person: string
  at: string
  filed_by: Generated<string | null>
  filed_at: Generated<string | null>
  reply: Generated<string | null>
  replied_by: Generated<string | null>
  replied_at: Generated<string | null>
  ruling: Generated<'upheld' | 'partly' | 'rejected' | null>
  ruling_reason: Generated<string | null>
  ruling_body: Generated<string | null>
  ruled_on: Generated<string | null>
  ruling_number: Generated<string | null>
  ruled_by: Generated<string | null>
  ruled_at: Generated<string | null>
  carried: Generated<string | null>
  became: Generated<string | null>
  carried_on: Generated<string | null>
  version: Generated<number>
}
