import type { Generated, JSONColumnType } from 'kysely'

export interface IdentityTables {
  person: PersonTable
  post: PostTable
  credential: CredentialTable
  failed_sign_in: FailedSignInTable
  session: SessionTable
  installation: InstallationTable
  invitation: InvitationTable
  answered: AnsweredTable
}

export interface PersonTable {
  org: string
  id: Generated<string>
  name: string
  ended_at: string | null
  version: Generated<number>
}

export interface PostTable {
  org: string
  id: Generated<string>
  person: string
  role: string
  department: string | null
  from_on: Generated<string>
  to_on: string | null
  stands_in_for: string | null
}

export interface CredentialTable {
  person: string
  login: string
  password_hash: string | null
  totp_secret: Buffer | null
  totp_last_step: number | null
  recovery_hashes: Generated<Buffer[]>
  changed_at: Generated<string>
}

export interface FailedSignInTable {
  login_hash: Buffer
  address_hash: Buffer
  failures: number
  last_at: string
}

export interface SessionTable {
  id: Generated<string>
  token_hash: Buffer
  person: string
  post: string | null
  factors: number
  agent: Generated<string>
  created_at: Generated<string>
  seen_at: Generated<string>
  expires_at: string
}

export interface InstallationTable {
  empty: boolean
}

export interface InvitationTable {
  org: string
  id: Generated<string>
  person: string
  token_hash: Buffer
  expires_at: string
  used_at: string | null
}

export interface AnsweredTable {
  person: string
  key: string
  request_hash: Buffer
  status: number
  body: JSONColumnType<object> | null
  at: Generated<string>
}
