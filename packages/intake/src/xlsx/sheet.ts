import { Refusal } from '../container/refusal.ts'
import type { Zip } from '../container/zip.ts'
import { type Merge, type Plain, type Raw, Rows } from '../grid/index.ts'
import { columnLetters, fault, say } from '../report/index.ts'
import type { SheetEntry } from './book.ts'
import { CELL } from './cell.ts'
import type { Shown } from './formats.ts'
import { Line } from './line.ts'
import type { SharedStrings } from './strings.ts'
import { type Attributes, readXml, type XmlHandler } from './xml.ts'

export interface SheetContext {
  readonly strings: SharedStrings
  readonly formats: ReadonlyMap<number, Shown>
}

export interface SheetContent {
  readonly rows: Rows
  readonly merges: readonly Merge[]
  readonly hiddenColumns: ReadonlySet<number>
}

/** The column, counted from 0, that these letters name. */
function columnOf(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column - 1
}

/** Column (from 0) and row (from 1) of a reference such as `AB12`. */
export function readReference(reference: string): { column: number; row: number } {
  let end = 0
  while (reference.charCodeAt(end) >= 65 && reference.charCodeAt(end) <= 90) end += 1
  return { column: columnOf(reference.slice(0, end)), row: Number(reference.slice(end)) }
}

const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576

/** Rows that merged blocks may cover, each block counted for itself. */
const MOST_COVERED = 2_000_000

const RESAVE = say(
  '请用表格软件打开、另存后再交',
  'open it in a spreadsheet program, save it and send that',
)

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'

type Inside = 'value' | 'formula' | 'inline' | 'guide' | undefined

/** Takes the XML of one sheet apart; formulas keep their stored values. */
class SheetHandler implements XmlHandler {
  readonly rows = new Rows()
  readonly merges: Merge[] = []
  readonly hiddenColumns = new Set<number>()
  readonly #context: SheetContext
  readonly #name: string
  readonly #line = new Line()
  #row = 0
  #column = -1
  #hidden = false
  #type: string | undefined
  #style: string | undefined
  #value: string | undefined
  #formula: string | undefined
  #inside: Inside
  // Between two cells of a row, where the next one may be taken without the parser.
  #between = false

  constructor(context: SheetContext, name: string) {
    this.#context = context
    this.#name = name
  }

  readonly skimmed = '<c '

  forget(): void {
    this.#between = false
  }

  skim(text: string, from: number): number {
    if (!this.#between) return from
    let at = from
    for (;;) {
      CELL.lastIndex = at
      const cell = CELL.exec(text)
      if (cell === null) break
      at = CELL.lastIndex
      this.#column = columnOf(cell[1] as string)
      this.#style = cell[2]
      this.#type = cell[3]
      this.#formula = cell[4]
      this.#value = cell[5] ?? cell[6]
      this.#keep()
    }
    this.#between = false
    return at
  }

  open(name: string, a: Attributes): void {
    this.#between = name === 'row'
    switch (name) {
      case 'c':
        this.#cell(a)
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

  #cell(a: Attributes): void {
    const reference = a['r']
    this.#column = reference === undefined ? this.#column + 1 : readReference(reference).column
    this.#type = a['t']
    this.#style = a['s']
    this.#value = this.#formula = undefined
  }

  #openOther(name: string, a: Attributes): void {
    if (name === 'row') this.#beginRow(a)
    else if (name === 'mergeCell') this.#merge(a['ref'] ?? '')
    else if (name === 'col') this.#hideColumns(a)
  }

  #beginRow(a: Attributes): void {
    const number = a['r']
    this.#row = number === undefined ? this.#row + 1 : Number(number)
    if (!Number.isInteger(this.#row) || this.#row < 1 || this.#row > MOST_ROWS)
      throw this.#broken(`有一行的行号是 ${this.#row}`, `has a row numbered ${this.#row}`)
    this.#column = -1
    this.#hidden = isTrue(a['hidden'])
  }

  #hideColumns(a: Attributes): void {
    if (!isTrue(a['hidden']) || this.hiddenColumns.size >= MOST_COLUMNS) return
    const last = Math.min(Number(a['max']), MOST_COLUMNS)
    for (let c = Math.max(1, Number(a['min'])); c <= last; c += 1) this.hiddenColumns.add(c - 1)
  }

  #begin(inside: 'value' | 'inline'): void {
    this.#inside = inside
    this.#value ??= ''
  }

  #merge(reference: string): void {
    if (this.merges.length > MOST_COVERED) return
    const [first = '', last = first] = reference.split(':')
    const [from, to] = [readReference(first), readReference(last)]
    this.merges.push({
      top: from.row,
      left: from.column,
      bottom: Math.min(to.row, MOST_ROWS),
      right: Math.min(to.column, MOST_COLUMNS - 1),
    })
  }

  /** Blocks do not overlap: together they cover no more than the columns do. @throws Refusal when they do. */
  checkMerges(): void {
    const { lastNumber } = this.rows
    let covered = 0
    for (const { top, bottom } of this.merges)
      covered += Math.max(0, Math.min(bottom, lastNumber) - top + 1)
    if (covered > MOST_COVERED || this.merges.length > MOST_COVERED)
      throw this.#broken('合并的单元格太多', 'has too many merged cells')
  }

  text(text: string): void {
    if (this.#inside === 'value' || this.#inside === 'inline')
      this.#value = (this.#value ?? '') + text
    else if (this.#inside === 'formula') this.#formula = (this.#formula ?? '') + text
  }

  close(name: string): void {
    this.#between = name === 'c'
    if (name === 'c') this.#keep()
    else if (name === 'row') this.#keepRow()
    else if (name === 'v' || name === 't' || name === 'f' || name === 'rPh')
      this.#inside = undefined
  }

  #keep(): void {
    const raw = this.#raw()
    if (raw === undefined || this.#column < 0 || this.#column >= MOST_COLUMNS) return
    this.#line.put(this.#column, raw)
    if (this.#line.length > MOST_COLUMNS)
      throw this.#broken(`第 ${this.#row} 行的格子太多`, `has too many cells in row ${this.#row}`)
  }

  #keepRow(): void {
    if (this.rows.length >= MOST_ROWS) throw this.#broken('行太多', 'has too many rows')
    this.#line.end(this.rows, this.#row, this.#hidden)
  }

  #broken(zh: string, en: string): Refusal {
    return new Refusal(
      fault('damaged', say(`工作表“${this.#name}”${zh}`, `the sheet “${this.#name}” ${en}`), {
        expected: RESAVE,
      }),
    )
  }

  #raw(): Raw {
    const formula = this.#formula
    if (this.#type === 'e') return { error: this.#value ?? '#VALUE!', formula }
    const value = this.#plain()
    if (formula === undefined && typeof value !== 'number') return value
    const shown =
      this.#style === undefined || typeof value !== 'number'
        ? undefined
        : this.#context.formats.get(Number(this.#style))
    if (formula !== undefined) return { value, formula, ...shown }
    return shown === undefined ? value : { value, ...shown }
  }

  #plain(): Plain | undefined {
    const text = this.#value
    const type = this.#type
    if (text === undefined || text === '') return undefined
    if (type === 's') return this.#shared(text)
    if (type === 'b') return text === '1'
    if (type === 'str' || type === 'inlineStr' || type === 'd') return text
    const number = Number(text)
    return Number.isNaN(number) ? text : number
  }

  #shared(index: string): string | undefined {
    const text = this.#context.strings.at(Number(index))
    if (text !== undefined) return text === '' ? undefined : text
    const cell = `${columnLetters(this.#column)}${this.#row}`
    throw this.#broken(
      `的 ${cell} 指向不存在的文字`,
      `refers at ${cell} to a text that is not there`,
    )
  }
}

/** The cells of a sheet, without rows that hold nothing: a million formatted empty rows cost nothing. */
export function readSheet(zip: Zip, sheet: SheetEntry, context: SheetContext): SheetContent {
  const handler = new SheetHandler(context, sheet.name)
  const entry = zip.entries.get(sheet.part)
  if (entry !== undefined) readXml(zip, entry, handler)
  handler.checkMerges()
  return handler
}
