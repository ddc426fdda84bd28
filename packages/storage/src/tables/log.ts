import type { JSONColumnType } from 'kysely'

export interface LogTables {
  log_entry: LogEntryTable
  log_node: LogNodeTable
  log_checkpoint: LogCheckpointTable
}

export interface LogEntryTable {
  id: string
  org: string | null
  person: string | null
  at: string
  act: string
  object: string
  change: JSONColumnType<object> | null
  leaf: Buffer
  position: number | null
}

export interface LogNodeTable {
  level: number
  index: number
  hash: Buffer
}

export interface LogCheckpointTable {
  size: number
  at: string
  note: string
}
