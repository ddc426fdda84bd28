/** Characters in a page; a longer text is not kept here. */
const PAGE = 32_768

/**
 * Texts that are hardly ever repeated, kept as bare characters until someone asks: a hundred thousand
 * short texts cost a third of what they would cost as objects, and the collector does not see them.
 */
export class Texts {
  readonly #pages: Buffer[] = []
  #used = PAGE

  /** @returns The text's place, by which it is found again; -1 when it is too long. */
  keep(text: string): number {
    if (text.length >= PAGE) return -1
    if (this.#used + text.length > PAGE) {
      this.#pages.push(Buffer.alloc(PAGE * 2))
      this.#used = 0
    }
    this.#pages.at(-1)?.write(text, this.#used * 2, 'utf16le')
    const start = (this.#pages.length - 1) * PAGE + this.#used
    this.#used += text.length
    return start * PAGE + text.length
  }

  at(place: number): string {
    const length = place % PAGE
    const start = (place - length) / PAGE
    const from = start % PAGE
    const page = this.#pages[(start - from) / PAGE]
    if (page === undefined) throw new RangeError(`no text at ${place}`)
    return page.toString('utf16le', from * 2, (from + length) * 2)
  }
}
