import { DatabaseError } from 'pg'

/** The connection was lost while the database was asked to commit: nobody knows whether it did. */
export class CommitLost extends Error {
  constructor(cause: unknown) {
    super('the connection was lost at the commit', { cause })
  }
}

// What the database says when it goes away itself is no answer to what it was asked.
const GOING = /^(08|57P0|25P03)/

/** Is it the database's own answer, so that one knows what became of the transaction? */
function isAnswer(error: unknown): boolean {
  return error instanceof DatabaseError && !GOING.test(error.code ?? '')
}

/** What is to be told of a commit that failed: as the database answered, or that it did not. */
export function ofCommit(error: unknown): unknown {
  return isAnswer(error) ? error : new CommitLost(error)
}
