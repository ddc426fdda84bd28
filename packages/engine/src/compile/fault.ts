import type { Phrase } from '../model/index.ts'

/**
 * A scheme that cannot be computed: what was found, what was expected, and where. The scheme
 * package turns it into a message with file, line and column.
 */
export class Fault extends Error {
  readonly path: string
  readonly found: Phrase
  readonly expected: Phrase

  constructor(path: string, found: Phrase, expected: Phrase) {
    super(`${path}: ${found.zh}；${expected.zh}`)
    this.path = path
    this.found = found
    this.expected = expected
  }
}
