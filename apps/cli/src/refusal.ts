/** Text in the two languages of the tool. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** 0 fine, 1 findings or refused input, 2 misuse. */
export type Exit = 0 | 1 | 2

/** Refused input: told to the user as it is, with exit code 1 (or 2 for misuse). */
export class Refusal extends Error {
  readonly exit: Exit

  constructor(message: string, exit: Exit = 1) {
    super(message)
    this.exit = exit
  }
}
