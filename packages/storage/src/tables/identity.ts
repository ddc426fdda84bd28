import type { Generated, JSONColumnType } from 'kysely'

export interface IdentityTables {
  person: PersonTable
  post: PostTable
  credential: CredentialTable
  failed_sign_in: FailedSignInTable
  session: SessionTable
  installation: InstallationTable
  invitation: InvitationTable
  factor_release: FactorReleaseTable
  federated_login: FederatedLoginTable
  api_token: ApiTokenTable
  answered: AnsweredTable
}

export interface PersonTable {
  org: string
  id: Generated<string>
  name: string
  login: string
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
  password_hash: string | null
  totp_secret: Generated<Buffer | null>
  totp_offered: Generated<Buffer | null>
  totp_last_step: Generated<number | null>
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
  required: Generated<number>
  wrong_codes: Generated<number>
  agent: Generated<string>
  created_at: Generated<string>
  seen_at: Generated<string>
  /** As PostgreSQL writes an interval. */
  idle: string
  expires_at: string
}

export interface InstallationTable {
  empty: boolean
  demo: boolean
  setup_hashes: Buffer[]
}

export interface InvitationTable {
  org: string
  id: Generated<string>
  person: string
  token_hash: Buffer
  invited_at: Generated<string>
  expires_at: string
  used_at: Generated<string | null>
}

export interface FactorReleaseTable {
  org: string
  id: Generated<string>
  person: string
  expires_at: string
  used_at: Generated<string | null>
}

export interface FederatedLoginTable {
  org: string
  person: string
  key: Buffer
  issuer: string
  subject: string
}

export interface ApiTokenTable {
  org: string
  id: Generated<string>
  person: string
  post: string
  name: string
  scope: 'read' | 'write'
  token_hash: Buffer
  created_at: Generated<string>
  expires_at: string
  used_at: Generated<string | null>
  revoked_at: Generated<string | null>
}

export interface AnsweredTable {
  person: string
  key: string
  request_hash: Buffer
  status: number
  body: JSONColumnType<object> | null
  at: Generated<string>
}
