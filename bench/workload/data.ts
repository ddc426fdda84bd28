/** Seeded facts in columns: the first n units are the same whatever the total. */
import { FACTS, type Fact } from './facts.ts'

export type Column = Uint8Array | Int8Array | Int16Array | Int32Array
export type Data = { readonly units: number; readonly facts: Readonly<Record<string, Column>> }

/** A 32-bit mix of three numbers; the same on every machine. */
function mix(seed: number, fact: number, unit: number): number {
  let x = (Math.imul(unit, 0x9e3779b1) ^ Math.imul(fact + 1, 0x85ebca77) ^ seed) | 0
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return (x ^ (x >>> 16)) >>> 0
}

function value(f: Fact, draw: number): number {
  const span = f.max - f.min + 1
  const first = (draw & 0xffff) % span
  if (f.spread === 'even') return f.min + first
  if (f.spread === 'mostly') return (draw & 0xffff) % 5 === 0 ? 0 : 1
  return f.min + Math.min(first, (draw >>> 16) % span)
}

/** Columns that start at the same offset in a page evict one another: each next one is shifted by a cache line. */
export class Columns {
  #next = 0
  readonly shared: boolean
  constructor(shared = true) {
    this.shared = shared
  }
  #buffer(bytes: number): { buffer: ArrayBuffer; offset: number } {
    const shift = (this.#next++ % 61) * 64
    const size = bytes + shift + 64
    const buffer = (
      this.shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size)
    ) as ArrayBuffer
    return { buffer, offset: shift }
  }
  u8(n: number): Uint8Array {
    const b = this.#buffer(n)
    return new Uint8Array(b.buffer, b.offset, n)
  }
  i8(n: number): Int8Array {
    const b = this.#buffer(n)
    return new Int8Array(b.buffer, b.offset, n)
  }
  i16(n: number): Int16Array {
    const b = this.#buffer(n * 2)
    return new Int16Array(b.buffer, b.offset, n)
  }
  i32(n: number): Int32Array {
    const b = this.#buffer(n * 4)
    return new Int32Array(b.buffer, b.offset, n)
  }
  /** The narrowest column for a range. */
  fit(min: number, max: number, n: number): Column {
    if (min >= 0 && max <= 255) return this.u8(n)
    if (min >= -128 && max <= 127) return this.i8(n)
    return min >= -32768 && max <= 32767 ? this.i16(n) : this.i32(n)
  }
}

/** Facts of `units` unit-periods. */
export function generate(units: number, seed = 20231114): Data {
  const columns = new Columns()
  const facts: Record<string, Column> = {}
  FACTS.forEach((f, k) => {
    const column = columns.fit(f.min, f.max, units)
    for (let i = 0; i < units; i++) column[i] = value(f, mix(seed, k, i))
    facts[f.name] = column
  })
  return { units, facts }
}

/** The first units of a data set, without copying. */
export function head(data: Data, units: number): Data {
  const cut = Object.entries(data.facts).map(([name, c]) => [name, c.subarray(0, units)] as const)
  return { units, facts: Object.fromEntries(cut) }
}

/** One unit as an object, for engines that take one at a time. */
export function unitAt(data: Data, i: number): Record<string, number> {
  const unit: Record<string, number> = {}
  for (const name of Object.keys(data.facts)) unit[name] = data.facts[name]![i]!
  return unit
}
