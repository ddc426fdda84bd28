import { CommitLost, isOutdated } from '@kaohe/storage'

// The server going down, not up yet, lost on the way, or with no place left.
const CODES = /^(08|57P0|25P03|53300|ECONN|EPIPE|ENOENT$)/
const WORDS =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect)/

/** The database went away before it was asked to store anything: nothing has changed. */
export class Undone extends Error {
  constructor(cause: Error) {
    super('the database went away, nothing was stored', { cause })
  }
}

/** What became of work in one transaction: an error is told as it is, or known to have left nothing. */
export function orUndone(error: unknown): unknown {
  const isKnown = error instanceof Error && !(error instanceof CommitLost) && isDatabaseAway(error)
  return isKnown ? new Undone(error) : error
}

// PostgreSQL's disk_full, and the file system's own word.
const FULL: readonly unknown[] = ['53100', 'ENOSPC', 'EDQUOT']

/** Did the disk have no room, of the database or of the files? What was asked was then undone. */
export const isStorageFull = (error: Error): boolean =>
  FULL.includes((error as { code?: unknown }).code)

/** Did whoever asks break off in the middle of what he sent? Nobody waits for an answer then. */
export const isBrokenOff = (error: Error): boolean =>
  error.message === 'aborted' && (error as { code?: unknown }).code === 'ECONNRESET'

/** Did the database go away, so that what was asked may or may not have happened? */
export function isDatabaseAway(error: Error): boolean {
  if (error instanceof CommitLost || error instanceof Undone) return true
  // Another server has changed the schema this moment.
  if (isOutdated(error)) return true
  if (isBrokenOff(error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && CODES.test(code))
    return code !== 'ENOENT' || (error as { syscall?: string }).syscall === 'connect'
  return WORDS.test(error.message)
}
