/** The binary format of WebAssembly, as little of it as a kernel needs, written straight into bytes. */

export const I32 = 0x7f
export const V128 = 0x7b
export type Lanes = 8 | 16 | 32

/** Bytes that grow. */
export class Sink {
  #bytes = new Uint8Array(1 << 12)
  length = 0
  push(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.length++] = byte
  }
  #grow(by: number): void {
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + by))
    wider.set(this.#bytes)
    this.#bytes = wider
  }
  /** Unsigned LEB128. */
  u(n: number): void {
    let rest = n >>> 0
    for (; rest > 127; rest >>>= 7) this.push((rest & 127) | 128)
    this.push(rest)
  }
  /** Signed LEB128. */
  s(n: number): void {
    let rest = n
    for (; rest > 63 || rest < -64; rest >>= 7) this.push((rest & 127) | 128)
    this.push(rest & 127)
  }
  text(t: string): void {
    this.u(t.length)
    for (let k = 0; k < t.length; k++) this.push(t.charCodeAt(k))
  }
  append(other: Sink): void {
    if (this.length + other.length > this.#bytes.length) this.#grow(other.length)
    this.#bytes.set(other.bytes(), this.length)
    this.length += other.length
  }
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length)
  }
}

/** Opcodes by what they do and how wide their lanes are. */
const OPS = {
  add: { 8: 0x6e, 16: 0x8e, 32: 0xae },
  sub: { 8: 0x71, 16: 0x91, 32: 0xb1 },
  min: { 8: 0x76, 16: 0x96, 32: 0xb6 },
  max: { 8: 0x78, 16: 0x98, 32: 0xb8 },
  gt: { 8: 0x27, 16: 0x31, 32: 0x3b },
  mul: { 8: 0, 16: 0x95, 32: 0xb5 },
} as const
export const SIMD = {
  load: 0,
  load8x8s: 1,
  load8x8u: 2,
  load16x4s: 3,
  load16x4u: 4,
  store: 11,
  load32zero: 0x5c,
  store64lane: 0x5b,
  store32lane: 0x5a,
  and: 0x4e,
  select: 0x52,
  extend8s: 0x87,
  extend8u: 0x89,
  extend16s: 0xa7,
  extend16u: 0xa9,
  narrow16s: 0x65,
  narrow16u: 0x66,
  narrow32s: 0x85,
  narrow32u: 0x86,
  toFloat: 0xfa,
  divFloat: 0xe7,
  fromFloat: 0xf8,
} as const

/** Instructions of one function. */
export class Body extends Sink {
  get(local: number): void {
    this.push(0x20)
    this.u(local)
  }
  set(local: number): void {
    this.push(0x21)
    this.u(local)
  }
  tee(local: number): void {
    this.push(0x22)
    this.u(local)
  }
  i32(n: number): void {
    this.push(0x41)
    this.s(n)
  }
  simd(op: number): void {
    this.push(0xfd)
    this.u(op)
  }
  /** A vector load or store. */
  at(op: number, offset: number): void {
    this.simd(op)
    this.push(0)
    this.u(offset)
  }
  lane(op: number, offset: number): void {
    this.at(op, offset)
    this.push(0)
  }
  /** A scalar load or store. */
  word(op: number, offset: number): void {
    this.push(op)
    this.push(0)
    this.u(offset)
  }
  op(name: keyof typeof OPS, lanes: Lanes): void {
    this.simd(OPS[name][lanes])
  }
  splat(value: number, lanes: Lanes): void {
    this.simd(12)
    for (let k = 0; k < 16; k++) this.push((value >> ((k * 8) % lanes)) & 255)
  }
  add(local: number, n: number): void {
    this.get(local)
    this.i32(n)
    this.push(0x6a)
    this.set(local)
  }
  /** local = base + (index << shift) */
  address(local: number, base: number, index: number, shift: number): void {
    this.get(base)
    this.get(index)
    this.i32(shift)
    this.push(0x74)
    this.push(0x6a)
    this.set(local)
  }
  open(): void {
    this.push(0x03)
    this.push(0x40)
  }
  /** Again while local a is under local b, both addresses. */
  again(a: number, b: number): void {
    this.get(a)
    this.get(b)
    this.push(0x49)
    this.push(0x0d)
    this.push(0)
    this.push(0x0b)
  }
}
export const LOAD16S = 0x2e
export const LOAD32 = 0x28
export const STORE32 = 0x36
export const ADD = 0x6a
export const SHL = 0x74

/** A function of three i32 (chunk, from, to); locals are i32s, then vectors. */
export type Fn = {
  readonly name: string
  readonly i32s: number
  readonly vectors: number
  readonly body: Body
}

function section(out: Sink, id: number, count: number, fill: (s: Sink) => void): void {
  const s = new Sink()
  s.u(count)
  fill(s)
  out.push(id)
  out.u(s.length)
  out.append(s)
}

function code(out: Sink, f: Fn): void {
  const s = new Sink()
  for (const n of [2, f.i32s, I32, f.vectors, V128]) s.u(n)
  s.append(f.body)
  s.push(0x0b)
  out.u(s.length)
  out.append(s)
}

/** A module of functions over the imported memory `m.memory`. */
export function moduleOf(fns: readonly Fn[]): Uint8Array<ArrayBuffer> {
  const out = new Sink()
  for (const b of [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) out.push(b)
  section(out, 1, 1, (s) => [0x60, 3, I32, I32, I32, 0].forEach((b) => s.push(b)))
  section(out, 2, 1, (s) => {
    s.text('m')
    s.text('memory')
    ;[2, 0, 1].forEach((b) => s.push(b))
  })
  section(out, 3, fns.length, (s) => fns.forEach(() => s.push(0)))
  section(out, 7, fns.length, (s) =>
    fns.forEach((f, k) => {
      s.text(f.name)
      s.push(0)
      s.u(k)
    }),
  )
  section(out, 10, fns.length, (s) => fns.forEach((f) => code(s, f)))
  return out.bytes()
}
