/** What leaves the application: text, and nothing that is anybody's. */
export interface Letter {
  /** The same for the same messages, so that a second copy can be known as one. */
  readonly id: string
  readonly subject: string
  readonly text: string
}

/** Something outside did not answer: another try may go well. */
export class TryLater extends Error {}
