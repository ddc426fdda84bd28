import type { Generated, JSONColumnType } from 'kysely'

export interface MessageTables {
  message: MessageTable
  message_seen: MessageSeenTable
  message_channel: MessageChannelTable
  message_choice: MessageChoiceTable
  message_sent: MessageSentTable
}

export interface MessageTable {
  org: string
  id: Generated<string>
  roles: string[]
  person: string | null
  kind: string
  title: string
  text: string | null
  cycle: string | null
  page: string
  key: string | null
  at: string
  announced: Generated<boolean>
}

export interface MessageSeenTable {
  person: string
  org: string
  message: string
  at: Generated<string>
}

export interface MessageChannelTable {
  person: string
  channel: 'mail' | 'wecom' | 'dingtalk' | 'feishu'
  address: Buffer
  secret: Buffer | null
  verified_at: string | null
  code_hash: Buffer | null
  code_until: string | null
  code_sent_at: string | null
  wrong_codes: Generated<number>
  off_because: string | null
}

export interface MessageChoiceTable {
  person: string
  choice: JSONColumnType<object>
}

export interface MessageSentTable {
  person: string
  channel: string
  org: string
  message: string
  at: Generated<string>
}
