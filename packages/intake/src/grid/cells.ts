import type { Plain, Raw, RichCell } from './cell.ts'
import { Texts } from './texts.ts'
import { Words } from './words.ts'

/** Cells in a page: a power of two, so that a place is split by a shift. */
const SHIFT = 12
const SIZE = 1 << SHIFT
const WITHIN = SIZE - 1

/** What the number kept of a cell stands for: itself, a place among words, texts or others, or nothing. */
const NUMBER = 0
const WORD = 1
const TEXT = 2
const OTHER = 3
const NO = 4
const YES = 5

interface Page {
  readonly columns: Uint16Array
  readonly sorts: Uint8Array
  readonly numbers: Float64Array
}

const newPage = (): Page => ({
  columns: new Uint16Array(SIZE),
  sorts: new Uint8Array(SIZE),
  numbers: new Float64Array(SIZE),
})

/** Cells one after another, each with its column: eleven bytes and its text, and no object. */
export class Cells {
  readonly #pages: Page[] = []
  readonly #words = new Words()
  readonly #texts = new Texts()
  readonly #others: (string | RichCell)[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  push(column: number, raw: Plain | RichCell): void {
    if (typeof raw === 'number') this.#set(column, NUMBER, raw)
    else if (typeof raw === 'boolean') this.#set(column, raw ? YES : NO, 0)
    else if (typeof raw === 'string') this.#pushText(column, raw)
    else this.#set(column, OTHER, this.#others.push(raw) - 1)
  }

  #pushText(column: number, text: string): void {
    const word = this.#words.keep(text)
    const place = word < 0 ? this.#texts.keep(text) : -1
    if (word >= 0) this.#set(column, WORD, word)
    else if (place >= 0) this.#set(column, TEXT, place)
    else this.#set(column, OTHER, this.#others.push(text) - 1)
  }

  #set(column: number, sort: number, number: number): void {
    const within = this.#length & WITHIN
    if (within === 0) this.#pages.push(newPage())
    const page = this.#pages.at(-1) as Page
    page.columns[within] = column
    page.sorts[within] = sort
    page.numbers[within] = number
    this.#length += 1
  }

  columnAt(index: number): number {
    return this.#pages[index >>> SHIFT]?.columns[index & WITHIN] ?? -1
  }

  at(index: number): Raw {
    const page = this.#pages[index >>> SHIFT]
    if (page === undefined) return undefined
    const number = page.numbers[index & WITHIN] as number
    switch (page.sorts[index & WITHIN]) {
      case NUMBER:
        return number
      case WORD:
        return this.#words.at(number)
      case TEXT:
        return this.#texts.at(number)
      case OTHER:
        return this.#others[number]
      case YES:
        return true
      default:
        return false
    }
  }
}
