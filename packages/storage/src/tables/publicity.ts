import type { Generated, JSONColumnType } from 'kysely'

export interface PublicityTable {
  org: string
  id: Generated<string>
  cycle: string
  snapshot: string
  title: string
  note: string
  parts: string[]
  audience: string[]
  shown: JSONColumnType<object>
  days: number
  working: boolean
  event: string | null
  starts_on: string | null
  ends_on: string | null
  behind_days: number
  asked_by: string
  asked_at: string
  consent_body: Generated<string | null>
  consent_number: Generated<string | null>
  consent_on: Generated<string | null>
  confirmed_by: Generated<string | null>
  confirmed_at: Generated<string | null>
  withdrawn_because: Generated<string | null>
  link: Generated<Buffer | null>
  version: Generated<number>
}
