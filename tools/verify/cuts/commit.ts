/** Finds the commit among what a client sends: its text, or the name under which the text was prepared. */

const QUERY = 0x51
const PARSE = 0x50
const BIND = 0x42
const HEAD = 5

/** The two texts, each ended by a zero, with which the messages Query, Parse and Bind begin. */
function texts(message: Buffer): [string, string] {
  const [first = '', second = ''] = message.subarray(HEAD).toString('latin1').split('\0', 2)
  return [first, second]
}

export class CommitFinder {
  private readonly names = new Set<string>()

  /** Is it the first message of a commit? */
  isBegun(message: Buffer): boolean {
    const [first, second] = texts(message)
    if (message[0] === QUERY) return first === 'commit'
    if (message[0] === PARSE) {
      if (second !== 'commit') return false
      if (first !== '') this.names.add(first)
      return true
    }
    // Bound by a name that this connection heard before; what was parsed this moment has begun already.
    return message[0] === BIND && this.names.has(second)
  }
}
