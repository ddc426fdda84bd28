import type { Generated, JSONColumnType } from 'kysely'

export interface JobTables {
  job: JobTable
  job_file: JobFileTable
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobTable {
  org: string
  id: Generated<string>
  person: string | null
  post: string | null
  kind: string
  title: string | null
  input: JSONColumnType<object>
  key: string | null
  request: string
  state: Generated<JobState>
  done: Generated<number>
  total: number | null
  said: string | null
  cancelling: Generated<boolean>
  attempts: Generated<number>
  not_before: Generated<string>
  ticket_hash: Buffer | null
  lease_until: string | null
  problem: string | null
  page: string | null
  asked_at: Generated<string>
  begun_at: string | null
  ended_at: string | null
}

export interface JobFileTable {
  org: string
  job: string
  part: 'input' | 'result'
  person: string
  name: string
  type: string
  content: Buffer
}
