import { type Picked, take } from './gather.ts'
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
  readonly #i8: Int8Array
  readonly #u8: Uint8Array
  readonly #i16: Int16Array
  readonly #i32: Int32Array
  readonly #shift: number

  constructor(layout: Layout, units: number, buffer: ArrayBuffer, origin: number) {
    this.layout = layout
    this.units = units
    this.buffer = buffer
    this.origin = origin
    this.#shift = Math.log2(layout.chunk)
    this.#i8 = new Int8Array(buffer)
    this.#u8 = new Uint8Array(buffer)
    this.#i16 = new Int16Array(buffer)
    this.#i32 = new Int32Array(buffer)
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
    const { layout, origin } = this
    const place = layout.places[column] as Place
    const base = origin + (unit >>> this.#shift) * layout.chunkBytes
    return this.at(base, unit & (layout.chunk - 1), place)
  }

  /** Takes columns of a unit at once: they lie far apart, so each is a wait. */
  gather(unit: number, { i8, u8, i16, i32 }: Picked, to: Int32Array): Int32Array {
    const base = this.origin + (unit >>> this.#shift) * this.layout.chunkBytes
    const row = unit & (this.layout.chunk - 1)
    take(i8, this.#i8, base + row, to)
    take(u8, this.#u8, base + row, to)
    take(i16, this.#i16, (base >> 1) + row, to)
    take(i32, this.#i32, (base >> 2) + row, to)
    return to
  }

  /** The value of a row of the chunk at `base`. */
  at(base: number, row: number, place: Place): number {
    const start = base + place.offset
    if (place.bytes === 1)
      return (place.signed ? this.#i8[start + row] : this.#u8[start + row]) as number
    if (place.bytes === 2) return this.#i16[(start >> 1) + row] as number
    return this.#i32[(start >> 2) + row] as number
  }

  write(column: number, unit: number, value: number): void {
    const { layout, origin } = this
    const { offset, bytes } = layout.places[column] as Place
    const start = origin + (unit >>> this.#shift) * layout.chunkBytes + offset
    const row = unit & (layout.chunk - 1)
    if (bytes === 1) this.#i8[start + row] = value
    else if (bytes === 2) this.#i16[(start >> 1) + row] = value
    else this.#i32[(start >> 2) + row] = value
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
    if (this.units === values.length && this.chunks === 1) return this.view(0, place).set(values)
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
