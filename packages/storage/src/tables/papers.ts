import type { Generated } from 'kysely'

export interface PaperTables {
  paper_template: PaperTemplateTable
  paper_detail: PaperDetailTable
}

export interface PaperTemplateTable {
  org: string
  id: Generated<string>
  cycle: string
  paper: string
  sha256: string
  name: string
  size: number
  person: string
  at: string
  removed_at: Generated<string | null>
}

export interface PaperDetailTable {
  org: string
  snapshot: string
  paper: string
  number: string
  signed_on: string | null
  copies: string
  contact: string
}
