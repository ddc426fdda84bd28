import type { Exit, Words } from './refusal.ts'
import type { Session } from './session.ts'

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

export { type Exit, Refusal, type Words } from './refusal.ts'
