import type { Column } from '../layout.ts'
import type { Assign } from '../plan.ts'
import { type Int, visit } from '../whole/int.ts'
import { PASSES, type Pass } from './passes.ts'

/** What a passage works on: the block's part of every column, and the lines. */
export interface Block {
  column(at: number): Column
  line(slot: number): number
  readonly units: number
}

type Run = (block: Block) => void

/**
 * Assignments as a row of passes over a block, each a plain loop. Nothing is generated, so it is there
 * at once and where code may not be generated at all; it is what a few units are scored with.
 */
export class Passage {
  readonly #runs: Run[] = []
  readonly #uses = new Map<Int, number>()
  readonly #held = new Map<Int, Int32Array>()
  readonly #free: Int32Array[] = []
  readonly #size: number

  constructor(assigns: readonly Assign[], size: number) {
    this.#size = size
    for (const { value } of assigns) this.#count(value)
    for (const a of assigns) this.#assign(a)
  }

  run(block: Block): void {
    for (const run of this.#runs) run(block)
  }

  readonly #count = (e: Int): void => {
    const n = this.#uses.get(e) ?? 0
    this.#uses.set(e, n + 1)
    if (n === 0) visit(e, this.#count)
  }

  #assign({ to, value }: Assign): void {
    const from = this.#emit(value)
    this.#runs.push((block) => block.column(to).set(from.subarray(0, block.units)))
    this.#done(value)
  }

  #register(): Int32Array {
    return this.#free.pop() ?? new Int32Array(this.#size)
  }

  // A value is let go when all that use it have.
  #done(e: Int): void {
    const left = (this.#uses.get(e) ?? 0) - 1
    this.#uses.set(e, left)
    const register = this.#held.get(e)
    if (left > 0 || register === undefined) return
    this.#held.delete(e)
    this.#free.push(register)
  }

  #emit(e: Int): Int32Array {
    const held = this.#held.get(e)
    if (held !== undefined) return held
    const to = this.#fresh(e)
    this.#held.set(e, to)
    return to
  }

  #pass(pass: Pass, of: readonly Int[], k = 0, l = 0): Int32Array {
    const from = of.map((x) => this.#emit(x))
    const to = this.#register()
    const [a = to, b = to, c = to] = from
    this.#runs.push(({ units }) => pass(to, a, b, c, k, l, units))
    for (const x of of) this.#done(x)
    return to
  }

  #given(fill: (to: Int32Array, block: Block) => void): Int32Array {
    const to = this.#register()
    this.#runs.push((block) => fill(to, block))
    return to
  }

  #fresh(e: Int): Int32Array {
    switch (e.op) {
      case 'column':
        return this.#given((to, block) => to.set(block.column(e.column)))
      case 'constant':
        return this.#given((to) => to.fill(e.value))
      case 'line':
        return this.#given((to, block) => to.fill(block.line(e.slot)))
      case 'scale':
        return this.#pass(PASSES.scale, [e.a], e.by)
      case 'mask':
        return this.#pass(PASSES.mask, [e.x], e.at)
      case 'choose':
        return this.#pass(PASSES.choose, [e.mask, e.then, e.otherwise])
      case 'and':
        return this.#and(e.mask, e.a)
      case 'add':
        return this.#add(e.a, e.b)
      case 'min':
      case 'max':
        return this.#extreme(e.op, e.a, e.b)
      default:
        return this.#pass(PASSES[e.op], [e.a, e.b])
    }
  }

  #extreme(op: 'min' | 'max', a: Int, b: Int): Int32Array {
    if (a.op === 'constant') return this.#pass(PASSES[`${op}Constant`], [b], a.value)
    if (b.op === 'constant') return this.#pass(PASSES[`${op}Constant`], [a], b.value)
    return this.#pass(PASSES[op], [a, b])
  }

  #and(mask: Int, a: Int): Int32Array {
    const steps = a.op === 'constant' && this.#alone(mask)
    if (steps && mask.op === 'mask') return this.#pass(PASSES.firstStep, [mask.x], mask.at, a.value)
    return this.#pass(PASSES.and, [mask, a])
  }

  #alone(e: Int): boolean {
    return this.#uses.get(e) === 1 && !this.#held.has(e)
  }

  // A step of a ladder and the sum with what is below it are one pass.
  #add(a: Int, b: Int): Int32Array {
    if (a.op === 'constant') return this.#pass(PASSES.addConstant, [b], a.value)
    if (b.op === 'constant') return this.#pass(PASSES.addConstant, [a], b.value)
    if (!this.#alone(b)) return this.#pass(PASSES.add, [a, b])
    if (b.op === 'mask') return this.#pass(PASSES.step, [a, b.x], b.at, -1)
    const { op } = b
    if (op !== 'and' || b.a.op !== 'constant' || b.mask.op !== 'mask' || !this.#alone(b.mask))
      return this.#pass(PASSES.add, [a, b])
    return this.#pass(PASSES.step, [a, b.mask.x], b.mask.at, b.a.value)
  }
}
