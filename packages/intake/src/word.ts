import { Refusal } from './container/refusal.ts'
import { Zip } from './container/zip.ts'
import { readXml } from './xlsx/xml.ts'

/** A piece of a document as plain text: nothing of it can run or load anything. */
export type Block =
  | { readonly kind: 'text'; readonly heading: boolean; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** The text of a Word document; `cut` when only its beginning is given. */
export interface WordText {
  readonly blocks: readonly Block[]
  readonly cut: boolean
}

const BODY = 'word/document.xml'
const UNPACKED = 50_000_000
const MOST_BLOCKS = 2000
const MOST_CHARACTERS = 200_000

/** Builds blocks out of the elements of a document, in the order in which they come. */
class Builder {
  readonly blocks: Block[] = []
  cut = false
  #characters = 0
  #text = ''
  #heading = false
  #inText = false
  // A table inside a cell is told as the text of that cell.
  #tables = 0
  #rows: string[][] = []
  #cell = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 't') this.#inText = true
    else if (name === 'tab') this.#text += '\t'
    else if (name === 'br' || name === 'cr') this.#text += '\n'
    else if (name === 'pStyle')
      this.#heading = /^(?:heading|title|[1-9]$)/i.test(attributes['w:val'] ?? '')
    else if (name === 'tbl') {
      this.#tables += 1
      if (this.#tables === 1) this.#rows = []
    } else if (this.#tables === 1 && name === 'tr') this.#rows.push([])
    else if (this.#tables === 1 && name === 'tc') this.#cell = ''
  }

  text(text: string): void {
    if (!this.#inText) return
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS) this.cut = true
    else this.#text += text
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tc' && this.#tables === 1) this.#rows.at(-1)?.push(this.#cell.trim())
    else if (name === 'tbl') this.#endTable()
  }

  #endParagraph(): void {
    const text = this.#text
    if (this.#tables > 0) this.#cell += `${text}\n`
    else if (text.trim() !== '') this.#put({ kind: 'text', heading: this.#heading, text })
    this.#text = ''
    this.#heading = false
  }

  #endTable(): void {
    this.#tables -= 1
    if (this.#tables === 0 && this.#rows.length > 0) this.#put({ kind: 'table', rows: this.#rows })
  }

  #put(block: Block): void {
    if (this.blocks.length < MOST_BLOCKS) this.blocks.push(block)
    else this.cut = true
  }
}

/** The text of a .docx, to be read before it is opened; undefined when it cannot be read. */
export function readWord(bytes: Uint8Array): WordText | undefined {
  try {
    const zip = new Zip(bytes, UNPACKED)
    const entry = zip.entries.get(BODY)
    if (entry === undefined) return undefined
    const { builder, handler } = handlerFor()
    readXml(zip, entry, handler)
    return { blocks: builder.blocks, cut: builder.cut }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function handlerFor() {
  const builder = new Builder()
  const handler = {
    open: (name: string, attributes: Readonly<Record<string, string>>) =>
      builder.open(name, attributes),
    text: (text: string) => builder.text(text),
    close: (name: string) => builder.close(name),
  }
  return { builder, handler }
}
