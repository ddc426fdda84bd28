import type { Generated } from 'kysely'

export interface FollowupTables {
  followup: FollowupTable
  followup_ground: FollowupGroundTable
  followup_step: FollowupStepTable
}

export interface FollowupTable {
  org: string
  id: Generated<string>
  cycle: string
  snapshot: string
  unit: string
  origin: 'consequence' | 'item'
  source: string
  kind: string
  name: string
  clause: string | null
  state: 'declined' | 'open' | 'done' | 'closed'
  reason: string
  body: string | null
  number: string | null
  decided_on: string | null
  decided_by: string
  decided_at: string
  owner: string | null
  due_on: string | null
  copies: string[]
  places: string | null
  persons: string | null
  amount: string | null
  closing: Generated<string | null>
  closed_by: Generated<string | null>
  closed_at: Generated<string | null>
  version: Generated<number>
}

export interface FollowupGroundTable {
  org: string
  measure: string
  facts: string[]
  points_lost: string | null
}

export interface FollowupStepTable {
  org: string
  id: Generated<string>
  measure: string
  kind: 'progress' | 'minutes' | 'recheck'
  side: 'office' | 'unit'
  text: string
  person: string
  at: string
}
