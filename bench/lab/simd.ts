/** Emits a loop over a block for some expressions: as many lanes as their values allow. */
import { type Int, operands, width } from './ints.ts'
import { Body, type Fn, type Lanes, SIMD } from './wasm.ts'

/** Where a column lies in a chunk and how it is stored. */
export type Place = { readonly offset: number; readonly bytes: 1 | 2 | 4; readonly signed: boolean }
export type Places = Readonly<Record<string, Place>>
export type Assign = { readonly to: string; readonly value: Int }

/** Locals 0 to 2 are chunk, from, to; these hold the address of unit i in columns of 1, 2 and 4 bytes. */
export const POINTER = { 1: 3, 2: 4, 4: 5 } as const
const FIRST = 6

/** One loop's vectors; a node used twice is kept in a local. */
class Lane {
  readonly #uses = new Map<Int, number>()
  readonly #locals = new Map<Int, number>()
  readonly #body: Body
  readonly #places: Places
  readonly #lanes: Lanes
  next = FIRST

  constructor(body: Body, places: Places, lanes: Lanes, roots: readonly Int[]) {
    this.#body = body
    this.#places = places
    this.#lanes = lanes
    for (const r of roots) this.#count(r)
  }

  #count(e: Int): void {
    const n = this.#uses.get(e) ?? 0
    this.#uses.set(e, n + 1)
    if (n === 0) for (const x of operands(e)) this.#count(x)
  }

  assign(a: Assign): void {
    const p = this.#places[a.to] as Place
    this.#body.get(POINTER[p.bytes])
    this.emit(a.value)
    this.#store(p)
  }

  emit(e: Int): void {
    const local = this.#locals.get(e)
    if (local !== undefined) return this.#body.get(local)
    this.#fresh(e)
    if (e.op === 'constant' || (this.#uses.get(e) ?? 0) < 2) return
    this.#locals.set(e, this.next)
    this.#body.tee(this.next++)
  }

  #fresh(e: Int): void {
    const b = this.#body,
      n = this.#lanes
    if (e.op === 'column') return this.#load(this.#places[e.column] as Place)
    if (e.op === 'constant') return b.splat(e.value, n)
    if (e.op === 'scale') return this.#scale(e.by, e.a)
    if (e.op === 'divide') return this.#divide(e.a, e.b)
    if (e.op === 'mask') {
      this.emit(e.x)
      b.splat(e.at - 1, n)
      return b.op('gt', n)
    }
    if (e.op === 'choose') {
      this.emit(e.then)
      this.emit(e.otherwise)
      this.emit(e.mask)
      return b.simd(SIMD.select)
    }
    for (const x of operands(e)) this.emit(x)
    return e.op === 'and' ? b.simd(SIMD.and) : b.op(e.op, n)
  }

  /** Exact while both are under 2^24: no quotient of such numbers rounds up to a whole one. */
  #divide(a: Int, by: Int): void {
    for (const x of [a, by]) {
      this.emit(x)
      this.#body.simd(SIMD.toFloat)
    }
    this.#body.simd(SIMD.divFloat)
    this.#body.simd(SIMD.fromFloat)
  }

  /** There is no multiplication of bytes: doubling and adding. */
  #scale(by: number, a: Int): void {
    const b = this.#body,
      n = this.#lanes
    if (n !== 8) {
      this.emit(a)
      b.splat(by, n)
      return b.op('mul', n)
    }
    const one = this.next,
      sum = this.next + 1
    this.next += 2
    if (by < 0) b.splat(0, 8)
    this.emit(a)
    b.tee(one)
    for (const bit of Math.abs(by).toString(2).slice(1)) {
      b.tee(sum)
      b.get(sum)
      b.op('add', 8)
      if (bit === '1') {
        b.get(one)
        b.op('add', 8)
      }
    }
    if (by < 0) b.op('sub', 8)
  }

  #load(p: Place): void {
    const b = this.#body,
      n = this.#lanes,
      o = p.offset
    b.get(POINTER[p.bytes])
    if (p.bytes * 8 === n) return b.at(SIMD.load, o)
    if (p.bytes === 1 && n === 16) return b.at(p.signed ? SIMD.load8x8s : SIMD.load8x8u, o)
    if (p.bytes === 2) return b.at(p.signed ? SIMD.load16x4s : SIMD.load16x4u, o)
    b.at(SIMD.load32zero, o)
    b.simd(p.signed ? SIMD.extend8s : SIMD.extend8u)
    return b.simd(p.signed ? SIMD.extend16s : SIMD.extend16u)
  }

  /** Narrowed to how the column is stored; saturation never acts, since the range was proved. */
  #store(p: Place): void {
    const b = this.#body,
      n = this.#lanes
    if (p.bytes * 8 === n) return b.at(SIMD.store, p.offset)
    const narrow = (op: number) => {
      b.tee(this.next)
      b.get(this.next)
      b.simd(op)
    }
    const last =
      n === 32 && p.bytes === 2
        ? [SIMD.narrow32s, SIMD.narrow32u]
        : [SIMD.narrow16s, SIMD.narrow16u]
    if (n === 32 && p.bytes === 1) narrow(SIMD.narrow32s)
    narrow(last[p.signed ? 0 : 1] as number)
    this.next++
    b.lane(n === 32 && p.bytes === 1 ? SIMD.store32lane : SIMD.store64lane, p.offset)
  }
}

/** `name(chunk, from, to)`: assigns over [from, to), both multiples of 16. */
export function blockLoop(name: string, places: Places, assigns: readonly Assign[]): Fn {
  const lanes = Math.max(...assigns.map((a) => width(a.value))) as Lanes
  const body = new Body()
  const lane = new Lane(
    body,
    places,
    lanes,
    assigns.map((a) => a.value),
  )
  const per = 128 / lanes
  for (const [shift, local] of [3, 4, 5].entries()) body.address(local, 0, 1, shift)
  body.address(2, 0, 2, 0)
  body.open()
  for (const a of assigns) lane.assign(a)
  for (const [shift, local] of [3, 4, 5].entries()) body.add(local, per << shift)
  body.again(3, 2)
  return { name, i32s: 3, vectors: lane.next - FIRST + 1, body }
}
