import type { Generated } from 'kysely'

export interface OrganisationTables {
  unit: UnitTable
  unit_place: UnitPlaceTable
  unit_lineage: UnitLineageTable
  unit_attribute: UnitAttributeTable
  unit_ending: UnitEndingTable
  department: DepartmentTable
  contact: ContactTable
  answers_for: AnswersForTable
}

export interface UnitTable {
  id: Generated<string>
  path: string[]
  parent: string | null
  kind: string
  name: string
  short_name: string | null
  founded_on: string | null
  ended_on: string | null
  peer_group: Generated<string | null>
  version: Generated<number>
}

export interface UnitPlaceTable {
  org: string
  from_on: string
  to_on: string | null
  parent: string | null
  name: string
  kind: string
}

export interface UnitLineageTable {
  org: string
  earlier: string
  happened_on: string
  kind: 'merged' | 'split'
}

export interface UnitAttributeTable {
  org: string
  attribute: string
  known_on: string
  value: string
  source: string
  version: Generated<number>
}

export interface DepartmentTable {
  org: string
  id: Generated<string>
  name: string
  ended_on: string | null
  version: Generated<number>
}

export interface UnitEndingTable {
  ending: string
  org: string
}

export interface ContactTable {
  org: string
  id: Generated<string>
  name: string
  duty: string
  phone: string
  ended_on: string | null
  version: Generated<number>
}

export interface AnswersForTable {
  org: string
  id: Generated<string>
  body: string | null
  name: string | null
  capacity: string
  from_on: string
  to_on: string | null
  version: Generated<number>
}
