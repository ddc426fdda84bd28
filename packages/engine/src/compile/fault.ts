/**
 * A scheme that cannot be computed: what was found, what was expected, and where. The scheme
 * package turns it into a message with file, line and column.
 */
export class Fault extends Error {
  readonly path: string
  readonly found: string
  readonly expected: string

  constructor(path: string, found: string, expected: string) {
    super(`${path}: ${found}；${expected}`)
    this.path = path
    this.found = found
    this.expected = expected
  }
}
