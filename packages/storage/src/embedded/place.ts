import { createHash } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, serverAccount } from './account.ts'

// A path of a Unix socket has at most 107 bytes, and PostgreSQL adds its own name to the folder.
const LONGEST_SOCKET_FOLDER = 85

/** Where a cluster lives, and as whom. */
export interface Place {
  readonly home: string
  readonly data: string
  readonly socket: string
  readonly log: string
  readonly account: Account | undefined
}

function ownedFolder(path: string, account: Account | undefined): string {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if (account !== undefined) chownSync(path, account.uid, account.gid)
  return path
}

function socketFolder(home: string): string {
  const near = join(home, 'run')
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER) return near
  const digest = createHash('sha256').update(home).digest('hex').slice(0, 16)
  return join(tmpdir(), `kaohe-${digest}`)
}

/** The folders of a cluster below `home`, made when they are missing. */
export function placeOf(home: string): Place {
  const account = serverAccount()
  ownedFolder(home, account)
  const socket = ownedFolder(socketFolder(home), account)
  return { home, data: join(home, 'data'), socket, log: join(home, 'postgres.log'), account }
}

export function urlOf(place: Place, user: string, database: string): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(place.socket)}`
}
