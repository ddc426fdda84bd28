import { fold } from '../value/clean.ts'
import { nearestOf } from './nearest.ts'

interface Named {
  readonly id: string
  readonly name: string
}

const BEFORE_BRACKET = /^(.+?)\s*[（(［[\n：:].*$/s
const BEFORE_LAST_BRACKET = /^(.+?)\s*[（(][^（()）]*[)）]\s*$/s

/** The things of one sort that a scheme declares, found by identifier or by name. */
export class Register<T extends Named> {
  readonly all: readonly T[]
  readonly #byWord = new Map<string, T>()

  constructor(all: readonly T[]) {
    this.all = all
    for (const one of all) this.#byWord.set(fold(one.name), one)
    for (const one of all) this.#byWord.set(fold(one.id), one)
  }

  /** Finds by identifier or whole name; differences of width, blanks and case do not matter. */
  find(text: string): T | undefined {
    return this.#byWord.get(fold(text))
  }

  /** As `find`, also when a unit or remark follows in brackets: `参学率（%）`, `作风（减分）（组织部）`. */
  findHeading(text: string): T | undefined {
    const without = (bracket: RegExp) => this.find(bracket.exec(text)?.[1] ?? text)
    return this.find(text) ?? without(BEFORE_LAST_BRACKET) ?? without(BEFORE_BRACKET)
  }

  nearest(text: string): string | undefined {
    return nearestOf(
      text,
      this.all.flatMap((one) => [one.name, one.id]),
    )
  }
}

/** What stands in the last brackets of a heading: the evaluator of `主题团日（组织部）`. */
export function inBrackets(text: string): string | undefined {
  return /[（(]([^（()）]+)[)）]\s*$/.exec(text)?.[1]
}
