import type { Database } from '@kaohe/storage'
import type { Operations } from './watch/operations.ts'
import type { Logger } from 'pino'
import type { FileStore } from './files/index.ts'
import type { Door } from './rooms/identity/door.ts'

/** What the rooms are given by the composition root; time is an argument everywhere below. */
export interface Services {
  readonly db: Database
  readonly log: Logger
  /** Who looks after the server, and what it tells them; tests have nobody. */
  readonly watch?: Operations
  readonly now: () => Date
  /** Where the bytes of evidence lie. */
  readonly files: FileStore
  /** The public key of the log's checkpoints, as witnesses write it down. */
  readonly logKey: string
  /** True when people arrive by HTTPS, so that cookies are marked Secure. */
  readonly secure: boolean
  readonly door: Door
}
