// The server going down, not up yet, lost on the way, or with no place left.
const CODES = /^(08|57P0|53300|ECONN|EPIPE|ENOENT$)/
const WORDS =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect)/

/** Did the database go away, so that what was asked may or may not have happened? */
export function isDatabaseAway(error: Error): boolean {
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && CODES.test(code))
    return code !== 'ENOENT' || (error as { syscall?: string }).syscall === 'connect'
  return WORDS.test(error.message)
}
