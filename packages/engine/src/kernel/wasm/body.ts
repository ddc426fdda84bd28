import { Bytes } from './bytes.ts'

/** Bits of a lane. */
export type Lanes = 8 | 16 | 32

/** Vector operations by what they do and how wide their lanes are. */
const BY_LANE = {
  add: { 8: 0x6e, 16: 0x8e, 32: 0xae },
  sub: { 8: 0x71, 16: 0x91, 32: 0xb1 },
  min: { 8: 0x76, 16: 0x96, 32: 0xb6 },
  max: { 8: 0x78, 16: 0x98, 32: 0xb8 },
  over: { 8: 0x27, 16: 0x31, 32: 0x3b },
  mul: { 8: 0, 16: 0x95, 32: 0xb5 },
  splatAt: { 8: 0x07, 16: 0x08, 32: 0x09 },
} as const

export const SIMD = {
  load: 0,
  load8x8s: 1,
  load8x8u: 2,
  load16x4s: 3,
  load16x4u: 4,
  store: 11,
  constant: 12,
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

export const CODE = {
  end: 0x0b,
  loop: 0x03,
  again: 0x0d,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  load32: 0x28,
  load8s: 0x2c,
  load8u: 0x2d,
  load16s: 0x2e,
  store32: 0x36,
  i32: 0x41,
  below: 0x49,
  add: 0x6a,
  shift: 0x74,
  simd: 0xfd,
} as const

/** Instructions of one function. */
export class Body extends Bytes {
  get(local: number): void {
    this.all.push(CODE.get)
    this.unsigned(local)
  }

  set(local: number): void {
    this.all.push(CODE.set)
    this.unsigned(local)
  }

  tee(local: number): void {
    this.all.push(CODE.tee)
    this.unsigned(local)
  }

  i32(n: number): void {
    this.all.push(CODE.i32)
    this.signed(n)
  }

  simd(op: number): void {
    this.all.push(CODE.simd)
    this.unsigned(op)
  }

  lanewise(name: keyof typeof BY_LANE, lanes: Lanes): void {
    this.simd(BY_LANE[name][lanes])
  }

  /** A vector load or store at an address on the stack. */
  at(op: number, offset: number): void {
    this.simd(op)
    this.all.push(0)
    this.unsigned(offset)
  }

  /** All lanes the value that stands at an address. */
  splatAt(address: number, lanes: Lanes): void {
    this.i32(address)
    this.at(BY_LANE.splatAt[lanes], 0)
  }

  /** Stores the first part of a vector. */
  storeLane(op: number, offset: number): void {
    this.at(op, offset)
    this.all.push(0)
  }

  /** A scalar load or store. */
  word(op: number, offset: number): void {
    this.all.push(op, 0)
    this.unsigned(offset)
  }

  splat(value: number, lanes: Lanes): void {
    const a = value & 255
    const b = lanes === 8 ? a : (value >> 8) & 255
    const [c, d] = lanes === 32 ? [(value >> 16) & 255, (value >> 24) & 255] : [a, b]
    this.all.push(CODE.simd, SIMD.constant, a, b, c, d, a, b, c, d, a, b, c, d, a, b, c, d)
  }

  /** local = local + n */
  advance(local: number, n: number): void {
    this.get(local)
    this.i32(n)
    this.all.push(CODE.add)
    this.set(local)
  }

  /** local = base + (index << shift) */
  address(local: number, base: number, index: number, shift: number): void {
    this.get(base)
    this.get(index)
    this.i32(shift)
    this.all.push(CODE.shift, CODE.add)
    this.set(local)
  }

  open(): void {
    this.all.push(CODE.loop, 0x40)
  }

  /** Again while local a is under local b, both addresses. */
  again(a: number, b: number): void {
    this.get(a)
    this.get(b)
    this.all.push(CODE.below, CODE.again, 0, CODE.end)
  }
}
