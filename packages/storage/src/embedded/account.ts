import { readFileSync } from 'node:fs'

export interface Account {
  readonly uid: number
  readonly gid: number
}

const PREFERRED = ['postgres', 'nobody']

/** The first of the accounts without privileges that a list like /etc/passwd knows. */
export function pickAccount(passwd: string): Account | undefined {
  const lines = passwd.split('\n').map((line) => line.split(':'))
  const found = PREFERRED.map((name) => lines.find(([user]) => user === name))
  const [, , uid, gid] = found.find((line) => line !== undefined) ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** PostgreSQL refuses to run as root: then it runs as an account without privileges; else as ourselves. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const account = pickAccount(readFileSync('/etc/passwd', 'utf8'))
  if (account === undefined)
    throw new Error('以 root 运行时，数据库要用 postgres 或 nobody 账户，本机两者都没有')
  return account
}
