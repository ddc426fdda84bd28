import { type Column, type Place, viewOf } from '../layout.ts'
import type { Machine, Setup } from '../machine.ts'
import type { Store } from '../store.ts'
import { type Block, Passage } from './passage.ts'

/** The block at hand: views are made when a pass asks for them. */
class At implements Block {
  readonly #store: Store
  readonly #lines: Int32Array
  #base = 0
  #from = 0
  units = 0

  constructor(store: Store) {
    this.#store = store
    this.#lines = new Int32Array(store.buffer, 0, 8)
  }

  move(base: number, from: number, to: number): this {
    this.#base = base
    this.#from = from
    this.units = to - from
    return this
  }

  column(at: number): Column {
    const place = this.#store.layout.places[at] as Place
    const from = this.#base + this.#from * place.bytes
    return viewOf(this.#store.buffer, from, place, this.units)
  }

  line(slot: number): number {
    return this.#lines[slot] as number
  }
}

function counter({ total, table }: Setup, store: Store, at: At) {
  if (total === undefined || table === undefined) return () => {}
  return (base: number, from: number, to: number): void => {
    const totals = at.move(base, from, to).column(total)
    const counts = new Int32Array(store.buffer, table.address)
    for (let i = 0; i < totals.length; i++) {
      const slot = (totals[i] as number) - table.lo
      counts[slot] = (counts[slot] as number) + 1
    }
  }
}

function ranker({ plan, total, table }: Setup, store: Store, at: At) {
  const rank = plan.order?.rank
  if (total === undefined || table === undefined || rank === undefined) return () => {}
  return (base: number, from: number, to: number): void => {
    const [totals, ranks] = [at.move(base, from, to).column(total), at.column(rank)]
    const known = new Int32Array(store.buffer, table.address)
    for (let i = 0; i < totals.length; i++) ranks[i] = known[(totals[i] as number) - table.lo] ?? 0
  }
}

/** A machine that needs no generated code. */
export function plain(setup: Setup, store: Store): Machine {
  const at = new At(store)
  const { block } = setup.layout
  const scoring = new Passage(setup.loops.flat(), block)
  const single = new Map<number, Passage>()
  const loop = (k: number): Passage => {
    const known = single.get(k) ?? new Passage(setup.loops[k] ?? [], block)
    single.set(k, known)
    return known
  }
  const { ends } = setup.plan.order ?? {}
  const ending = new Passage(
    ends === undefined ? [] : [{ to: ends.column, value: ends.value }],
    block,
  )
  const ranked = ranker(setup, store, at)
  return {
    score: (base, from, to) => scoring.run(at.move(base, from, to)),
    only(loops, base, from, to) {
      at.move(base, from, to)
      for (const k of loops) loop(k).run(at)
    },
    count: counter(setup, store, at),
    place(base, from, to) {
      ranked(base, from, to)
      ending.run(at.move(base, from, to))
    },
  }
}
