import type { Session } from './session.ts'

/** Text in the two languages of the tool. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** What stands for the value in the usage line, such as `文件`. */
  readonly value?: Words
  readonly about: Words
}

/** What was given on the command line, after parsing. */
export interface Given {
  readonly positionals: readonly string[]
  text(option: string): string | undefined
  texts(option: string): readonly string[]
  flag(option: string): boolean
}

/** 0 fine, 1 findings or refused input, 2 misuse. */
export type Exit = 0 | 1 | 2

export interface Command {
  readonly name: string
  readonly about: Words
  /** The positionals of the usage line. */
  readonly usage: Words
  /** How many positionals there must be. */
  readonly positionals: readonly [least: number, most: number]
  readonly options: Readonly<Record<string, OptionSpec>>
  run(given: Given, session: Session): Promise<Exit>
}

/** Refused input: told to the user as it is, with exit code 1 (or 2 for misuse). */
export class Refusal extends Error {
  readonly exit: Exit

  constructor(message: string, exit: Exit = 1) {
    super(message)
    this.exit = exit
  }
}
