import type { Place } from '../layout.ts'
import type { Assign } from '../plan.ts'
import { type Int, visit } from '../whole/int.ts'
import { Body, type Lanes, SIMD } from './body.ts'
import { loadColumn, storeColumn } from './column.ts'
import type { Func } from './module.ts'

/** Locals 0 to 2 are chunk, from, to; 3 to 5 the address of the unit at hand in columns of 1, 2, 4 bytes. */
const POINTERS = [3, 4, 5] as const
const FIRST = 6

/** Where the lines stand that are only known while scoring: one every four bytes, from address 0. */
export const lineAddress = (slot: number): number => slot * 4

/** The vectors of one loop; a value used twice is kept in a local. */
class Vectors {
  readonly #uses = new Map<Int, number>()
  readonly #locals = new Map<Int, number>()
  readonly #body: Body
  readonly #places: readonly Place[]
  readonly #lanes: Lanes
  next = FIRST

  constructor(body: Body, places: readonly Place[], lanes: Lanes, assigns: readonly Assign[]) {
    this.#body = body
    this.#places = places
    this.#lanes = lanes
    for (const a of assigns) this.#count(a.value)
  }

  readonly #count = (e: Int): void => {
    const n = this.#uses.get(e) ?? 0
    this.#uses.set(e, n + 1)
    if (n === 0) visit(e, this.#count)
  }

  assign({ to, value }: Assign): void {
    const place = this.#places[to] as Place
    this.#body.get(pointerTo(place))
    this.emit(value)
    if (storeColumn(this.#body, place, this.#lanes, this.next)) this.next++
  }

  readonly emit = (e: Int): void => {
    const local = this.#locals.get(e)
    if (local !== undefined) return this.#body.get(local)
    this.#fresh(e)
    if (e.op === 'constant' || (this.#uses.get(e) ?? 0) < 2) return
    this.#locals.set(e, this.next)
    this.#body.tee(this.next++)
  }

  #fresh(e: Int): void {
    const b = this.#body
    const lanes = this.#lanes
    switch (e.op) {
      case 'column': {
        const place = this.#places[e.column] as Place
        b.get(pointerTo(place))
        return loadColumn(b, place, lanes)
      }
      case 'constant':
        return b.splat(e.value, lanes)
      case 'line':
        return b.splatAt(lineAddress(e.slot), lanes)
      case 'scale':
        return lanes === 8 ? this.#doubled(e.by, e.a) : this.#scaled(e.by, e.a)
      case 'divide':
        return this.#divide(e.a, e.b)
      case 'mask':
        this.emit(e.x)
        b.splat(e.at - 1, lanes)
        return b.lanewise('over', lanes)
      case 'choose':
        this.emit(e.then)
        this.emit(e.otherwise)
        this.emit(e.mask)
        return b.simd(SIMD.select)
      default:
        visit(e, this.emit)
        return e.op === 'and' ? b.simd(SIMD.and) : b.lanewise(e.op, lanes)
    }
  }

  #divide(a: Int, by: Int): void {
    for (const x of [a, by]) {
      this.emit(x)
      this.#body.simd(SIMD.toFloat)
    }
    this.#body.simd(SIMD.divFloat)
    this.#body.simd(SIMD.fromFloat)
  }

  #scaled(by: number, a: Int): void {
    this.emit(a)
    this.#body.splat(by, this.#lanes)
    this.#body.lanewise('mul', this.#lanes)
  }

  // There is no multiplication of bytes: doubling and adding.
  #doubled(by: number, a: Int): void {
    const b = this.#body
    const one = this.next++
    const sum = this.next++
    if (by < 0) b.splat(0, 8)
    this.emit(a)
    b.tee(one)
    for (const bit of Math.abs(by).toString(2).slice(1)) {
      b.tee(sum)
      b.get(sum)
      b.lanewise('add', 8)
      if (bit === '0') continue
      b.get(one)
      b.lanewise('add', 8)
    }
    if (by < 0) b.lanewise('sub', 8)
  }
}

const pointerTo = (place: Place): number => POINTERS[place.bytes >> 1] as number

/** `name(chunk, from, to)`: assigns over [from, to), both multiples of 16. */
export function loopOf(name: string, places: readonly Place[], assigns: readonly Assign[]): Func {
  const lanes = Math.max(...assigns.map((a) => a.value.bits)) as Lanes
  const body = new Body()
  const vectors = new Vectors(body, places, lanes, assigns)
  for (const [shift, local] of POINTERS.entries()) body.address(local, 0, 1, shift)
  body.address(2, 0, 2, 0)
  body.open()
  for (const a of assigns) vectors.assign(a)
  for (const [shift, local] of POINTERS.entries()) body.advance(local, (128 / lanes) << shift)
  body.again(POINTERS[0], 2)
  return { name, i32s: POINTERS.length, vectors: vectors.next - FIRST + 1, body }
}
