import { type Column, type Layout, type Place, viewOf } from './layout.ts'

/** Room before the columns: the lines of cuts. */
export const LINES = 64

/** The columns of all units in one memory: lines, then the table of ranks, then the chunks. */
export class Store {
  readonly layout: Layout
  readonly units: number
  readonly buffer: ArrayBuffer
  /** Where the first chunk starts. */
  readonly origin: number
  readonly #bytes: readonly [Int8Array, Uint8Array, Int16Array, Int32Array]
  readonly #shift: number

  constructor(layout: Layout, units: number, buffer: ArrayBuffer, origin: number) {
    this.layout = layout
    this.units = units
    this.buffer = buffer
    this.origin = origin
    this.#shift = Math.log2(layout.chunk)
    this.#bytes = [
      new Int8Array(buffer),
      new Uint8Array(buffer),
      new Int16Array(buffer),
      new Int32Array(buffer),
    ]
  }

  get chunks(): number {
    return Math.ceil(this.units / this.layout.chunk)
  }

  base(chunk: number): number {
    return this.origin + chunk * this.layout.chunkBytes
  }

  /** Units of a chunk that are in use. */
  filled(chunk: number): number {
    return Math.min(this.layout.chunk, this.units - chunk * this.layout.chunk)
  }

  view(chunk: number, place: Place): Column {
    return viewOf(this.buffer, this.base(chunk), place, this.filled(chunk))
  }

  /** Address of the column in the chunk of a unit, and the unit's number in it. */
  locate(unit: number): { readonly base: number; readonly row: number } {
    return { base: this.base(unit >>> this.#shift), row: unit & (this.layout.chunk - 1) }
  }

  read(column: number, unit: number): number {
    const { base, row } = this.locate(unit)
    return this.at(base, row, this.layout.places[column] as Place)
  }

  /** The value of a row of the chunk at `base`. */
  at(base: number, row: number, { offset, bytes, signed }: Place): number {
    const start = base + offset
    const [i8, u8, i16, i32] = this.#bytes
    if (bytes === 1) return (signed ? i8[start + row] : u8[start + row]) as number
    return (bytes === 2 ? i16[(start >> 1) + row] : i32[(start >> 2) + row]) as number
  }

  write(column: number, unit: number, value: number): void {
    const { base, row } = this.locate(unit)
    const { offset, bytes } = this.layout.places[column] as Place
    const start = base + offset
    const [i8, , i16, i32] = this.#bytes
    if (bytes === 1) i8[start + row] = value
    else if (bytes === 2) i16[(start >> 1) + row] = value
    else i32[(start >> 2) + row] = value
  }

  /** All values of a column, in the order of the units. */
  copy(column: number): Int32Array {
    const all = new Int32Array(this.units)
    const place = this.layout.places[column] as Place
    for (let c = 0; c < this.chunks; c++) all.set(this.view(c, place), c * this.layout.chunk)
    return all
  }

  /** Fills a column from values in the order of the units. */
  fill(column: number, values: ArrayLike<number>): void {
    const place = this.layout.places[column] as Place
    for (let c = 0; c < this.chunks; c++) {
      const from = c * this.layout.chunk
      this.view(c, place).set(part(values, from, from + this.filled(c)))
    }
  }
}

function part(values: ArrayLike<number>, from: number, to: number): ArrayLike<number> {
  return ArrayBuffer.isView(values)
    ? (values as unknown as Column).subarray(from, to)
    : Array.prototype.slice.call(values, from, to)
}
