import { ownCopy } from './own-copy.ts'

const MOST = 10_000
/** Words are short; a long text is hardly written twice. */
const LONGEST = 40

/** Names and words that stand in thousands of rows, kept once. */
export class Words {
  readonly #places = new Map<string, number>()
  readonly #list: string[] = []

  /** @returns The word's place; -1 when it is long, or when there are too many different ones already. */
  keep(text: string): number {
    if (text.length > LONGEST) return -1
    const known = this.#places.get(text)
    if (known !== undefined || this.#list.length >= MOST) return known ?? -1
    const own = ownCopy(text)
    this.#places.set(own, this.#list.length)
    return this.#list.push(own) - 1
  }

  at(place: number): string | undefined {
    return this.#list[place]
  }
}
