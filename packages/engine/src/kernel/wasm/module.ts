import type { Body } from './body.ts'
import { Bytes } from './bytes.ts'

const I32 = 0x7f
const V128 = 0x7b

/** A function of three i32: chunk, from, to. Its locals are i32s, then vectors. */
export interface Func {
  readonly name: string
  readonly i32s: number
  readonly vectors: number
  readonly body: Body
}

function section(out: Bytes, id: number, count: number, fill: (s: Bytes) => void): void {
  const s = new Bytes()
  s.unsigned(count)
  fill(s)
  out.push(id)
  out.unsigned(s.length)
  out.append(s)
}

function code(out: Bytes, f: Func): void {
  const s = new Bytes(f.body.length + 32)
  for (const n of [2, f.i32s, I32, f.vectors, V128]) s.unsigned(n)
  s.append(f.body)
  s.push(0x0b)
  out.unsigned(s.length)
  out.append(s)
}

function exported(out: Bytes, name: string, index: number): void {
  out.text(name)
  out.push(0)
  out.unsigned(index)
}

/** A module of functions over the imported memory `kernel.memory`. */
export function moduleOf(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const out = new Bytes()
  for (const b of [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) out.push(b)
  section(out, 1, 1, (s) => [0x60, 3, I32, I32, I32, 0].forEach((b) => s.push(b)))
  section(out, 2, 1, (s) => {
    s.text('kernel')
    s.text('memory')
    for (const b of [2, 0, 1]) s.push(b)
  })
  section(out, 3, functions.length, (s) => functions.forEach(() => s.push(0)))
  section(out, 7, functions.length, (s) => functions.forEach((f, k) => exported(s, f.name, k)))
  section(out, 10, functions.length, (s) => functions.forEach((f) => code(s, f)))
  return out.bytes()
}
