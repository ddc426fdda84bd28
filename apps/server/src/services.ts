import type { Database } from '@kaohe/storage'
import type { Operations } from './watch/operations.ts'
import type { Space } from './watch/space.ts'
import type { Logger } from 'pino'
import type { FileStore } from './files/index.ts'
import type { Outside } from './outside/index.ts'
import type { Typesetter } from '@kaohe/typeset'
import type { Door } from './rooms/identity/door.ts'

/** What the rooms are given by the composition root; time is an argument everywhere below. */
export interface Services {
  readonly db: Database
  readonly log: Logger
  /** Who looks after the server, and what it tells them; tests have nobody. */
  readonly watch?: Operations
  readonly now: () => Date
  /** Whether there is room to write. */
  readonly space: Space
  /** Where the bytes of evidence lie. */
  readonly files: FileStore
  /** Makes PDFs. */
  readonly typesetter: Typesetter
  /** The public key of the log's checkpoints, as witnesses write it down. */
  readonly logKey: string
  /** True when people arrive by HTTPS, so that cookies are marked Secure. */
  readonly secure: boolean
  readonly door: Door
  /** For how many days messages are kept. */
  readonly messageDays: number
  /** The ways out of the application, for messages. */
  readonly outside: Outside
  /** Where people reach it, ending with a slash. */
  readonly address: () => string
}
