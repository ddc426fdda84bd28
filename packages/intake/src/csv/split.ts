import { Refusal } from '../container/refusal.ts'
import { Rows } from '../grid/index.ts'
import { fault, say } from '../report/index.ts'

const MOST_COLUMNS = 16_384
const QUOTE = 34
const LF = 10
const CR = 13

function unpaired(line: number): Refusal {
  const expected = say(
    '引号要成对，格子里的引号要写两个',
    'quotes come in pairs; a quote inside a cell is doubled',
  )
  const why = say(
    `第 ${line} 行附近引号不成对，分不清格子`,
    `unpaired quotes near line ${line}: the cells cannot be told apart`,
  )
  return new Refusal(fault('bad-csv', why, { expected }))
}

function tooWide(line: number): Refusal {
  const expected = say('请删去多余的格子后再交', 'remove what is not needed and send it again')
  const why = say(`第 ${line} 行的格子太多`, `too many cells in line ${line}`)
  return new Refusal(fault('too-large', why, { expected }))
}

/** Splits a text table into cells as it goes through it; nothing but the cells is kept. */
export class Splitter {
  readonly rows = new Rows()
  readonly #text: string
  readonly #delimiter: number
  #at = 0
  #line = 1
  #begun = 1
  #column = 0

  constructor(text: string, delimiter: string) {
    this.#text = text
    this.#delimiter = delimiter.charCodeAt(0)
  }

  /** @throws Refusal when quotes are not paired, or a line has too many cells. */
  split(): Rows {
    while (this.#at < this.#text.length) {
      const quoted = this.#text.charCodeAt(this.#at) === QUOTE
      this.#put(quoted ? this.#quoted() : this.#bare())
      this.#after()
    }
    this.#endRow()
    return this.rows
  }

  #put(cell: string): void {
    if (cell !== '') this.rows.put(this.#column, cell)
    this.#column += 1
    if (this.#column > MOST_COLUMNS) throw tooWide(this.#begun)
  }

  // A quoted cell; afterwards `#at` stands behind the closing quote.
  #quoted(): string {
    let cell = ''
    for (;;) {
      const close = this.#text.indexOf('"', this.#at + 1)
      if (close < 0) throw unpaired(this.#begun)
      cell += this.#text.slice(this.#at + 1, close)
      this.#at = close + 1
      if (this.#text.charCodeAt(this.#at) !== QUOTE) break
      cell += '"'
    }
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) this.#line += 1
    return cell
  }

  #bare(): string {
    const from = this.#at
    for (; this.#at < this.#text.length; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === this.#delimiter || code === LF || code === CR) break
      if (code === QUOTE) throw unpaired(this.#line)
    }
    return this.#text.slice(from, this.#at)
  }

  // Behind a cell: a delimiter, the end of the line, or the end of the text.
  #after(): void {
    const code = this.#text.charCodeAt(this.#at)
    if (Number.isNaN(code)) return
    if (code !== this.#delimiter && code !== LF && code !== CR) throw unpaired(this.#line)
    this.#at += 1
    if (code === this.#delimiter) return
    if (code === CR && this.#text.charCodeAt(this.#at) === LF) this.#at += 1
    this.#endRow()
    this.#line += 1
    this.#begun = this.#line
  }

  // A record that spans lines is known by its first, which is what people look for.
  #endRow(): void {
    this.rows.end(this.#begun, false)
    this.#column = 0
  }
}
