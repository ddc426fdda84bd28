import type { Zip } from '../container/zip.ts'
import type { Merge, Plain, Raw, Row } from '../grid/index.ts'
import type { Shown } from './formats.ts'
import { type Attributes, readXml, type XmlHandler } from './xml.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  readonly formats: ReadonlyMap<number, Shown>
}

export interface SheetContent {
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: ReadonlySet<number>
}

/** Column (from 0) and row (from 1) of a reference such as `AB12`. */
export function readReference(reference: string): { column: number; row: number } {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return { column: column - 1, row: Number(reference.slice(at)) }
}

const MOST_COLUMNS = 16_384
const MOST_WORDS = 10_000

/** Takes the XML of one sheet apart; formulas keep their stored values. */
class SheetHandler implements XmlHandler {
  readonly rows: Row[] = []
  readonly merges: Merge[] = []
  readonly hiddenColumns = new Set<number>()
  readonly #context: SheetContext
  readonly #words = new Map<string, string>()
  #cells: Raw[] = []
  #row = 0
  #column = -1
  #hidden = false
  #cell: Attributes = {}
  #value: string | undefined
  #formula: string | undefined
  #inside: 'value' | 'formula' | 'inline' | 'guide' | undefined

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, a: Attributes): void {
    switch (name) {
      case 'c':
        this.#column = a['r'] === undefined ? this.#column + 1 : readReference(a['r']).column
        this.#cell = a
        this.#value = this.#formula = undefined
        break
      case 'v':
        this.#begin('value')
        break
      case 't':
        if (this.#inside !== 'guide') this.#begin('inline')
        break
      case 'f':
        this.#formula = ''
        this.#inside = 'formula'
        break
      case 'rPh':
        this.#inside = 'guide'
        break
      default:
        this.#openOther(name, a)
    }
  }

  #openOther(name: string, a: Attributes): void {
    if (name === 'row') {
      this.#row = a['r'] === undefined ? this.#row + 1 : Number(a['r'])
      this.#column = -1
      this.#hidden = a['hidden'] === '1' || a['hidden'] === 'true'
      this.#cells = []
    } else if (name === 'mergeCell') this.#merge(a['ref'] ?? '')
    else if (name === 'col' && (a['hidden'] === '1' || a['hidden'] === 'true')) {
      const last = Math.min(Number(a['max']), MOST_COLUMNS)
      for (let c = Number(a['min']); c <= last; c += 1) this.hiddenColumns.add(c - 1)
    }
  }

  #begin(inside: 'value' | 'inline'): void {
    this.#inside = inside
    this.#value ??= ''
  }

  #merge(reference: string): void {
    const [first = '', last = first] = reference.split(':')
    const [from, to] = [readReference(first), readReference(last)]
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
  }

  text(text: string): void {
    if (this.#inside === 'value' || this.#inside === 'inline')
      this.#value = (this.#value ?? '') + text
    else if (this.#inside === 'formula') this.#formula = (this.#formula ?? '') + text
  }

  close(name: string): void {
    if (name === 'c') this.#keep()
    else if (name === 'row') {
      if (this.#cells.length > 0)
        this.rows.push({ number: this.#row, cells: this.#cells.slice(), hidden: this.#hidden })
    } else if (name === 'v' || name === 't' || name === 'f' || name === 'rPh')
      this.#inside = undefined
  }

  #keep(): void {
    const raw = this.#raw()
    if (raw === undefined || this.#column < 0 || this.#column >= MOST_COLUMNS) return
    while (this.#cells.length < this.#column) this.#cells.push(undefined)
    this.#cells[this.#column] = raw
  }

  #raw(): Raw {
    const type = this.#cell['t']
    const formula = this.#formula
    if (type === 'e') return { error: this.#value ?? '#VALUE!', formula }
    const value = this.#plain(type)
    if (formula === undefined && typeof value !== 'number') return value
    const style = this.#cell['s']
    const shown =
      style === undefined || typeof value !== 'number'
        ? undefined
        : this.#context.formats.get(Number(style))
    if (formula !== undefined) return { value, formula, ...shown }
    return shown === undefined ? value : { value, ...shown }
  }

  // Names and words stand in thousands of rows; one copy of each is enough.
  #once(text: string): string {
    const known = this.#words.get(text)
    if (known === undefined && this.#words.size < MOST_WORDS) this.#words.set(text, text)
    return known ?? text
  }

  #plain(type: string | undefined): Plain | undefined {
    const text = this.#value
    if (text === undefined || (text === '' && type !== 'str' && type !== 'inlineStr'))
      return undefined
    if (type === 's') return this.#context.strings[Number(text)] ?? ''
    if (type === 'b') return text === '1'
    if (type === 'str' || type === 'inlineStr' || type === 'd')
      return text === '' ? undefined : this.#once(text)
    const number = Number(text)
    return Number.isNaN(number) ? text : number
  }
}

/** The cells of a sheet, without rows that hold nothing: a million formatted empty rows cost nothing. */
export function readSheet(zip: Zip, part: string, context: SheetContext): SheetContent {
  const handler = new SheetHandler(context)
  const entry = zip.entries.get(part)
  if (entry !== undefined) readXml(zip, entry, handler)
  return handler
}
