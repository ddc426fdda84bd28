import type { Place } from '../layout.ts'
import type { Plan } from '../plan.ts'
import type { Store } from '../store.ts'
import { type Int, operands } from '../whole/int.ts'
import type { Read } from './read.ts'

/** A text for the row at hand, see `Store.locate`, and the columns of inputs that it rests on. */
export interface Phrase {
  readonly words: (base: number, row: number) => string
  readonly rests: ReadonlySet<number>
}

/** A phrase that rests on so few different facts is put into words once for each of them. */
const FEW = 1 << 10

/** Remembers phrases by the facts they rest on: most lines rest on one or two that take few values. */
export class Memory {
  readonly #plan: Plan
  readonly #store: Store
  readonly #inputs = new Map<number, ReadonlySet<number>>()

  constructor(plan: Plan, store: Store) {
    this.#plan = plan
    this.#store = store
    for (const { column } of plan.columns.inputs.values())
      this.#inputs.set(column, new Set([column]))
    for (const { to, value } of plan.assigns) this.#inputs.set(to, this.restsOf(value))
  }

  /** The columns of inputs that an expression rests on, through what is stored. */
  restsOf(e: Int): ReadonlySet<number> {
    if (e.op === 'column') return this.#inputs.get(e.column) ?? new Set()
    return operands(e).reduce<ReadonlySet<number>>(
      (all, x) => all.union(this.restsOf(x)),
      new Set(),
    )
  }

  // The position of the facts at hand among all that the columns can hold; undefined where those are many.
  #key(rests: ReadonlySet<number>): { readonly read: Read; readonly size: number } | undefined {
    const store = this.#store
    const parts: { readonly place: Place; readonly lo: number; readonly step: number }[] = []
    let size = 1
    for (const column of rests) {
      const { lo, hi } = this.#plan.columns.ranges[column] as { lo: number; hi: number }
      parts.push({ place: store.layout.places[column] as Place, lo, step: size })
      size *= hi - lo + 1
      if (size > FEW) return undefined
    }
    const [first] = parts
    if (first === undefined) return { read: () => 0, size }
    if (parts.length === 1)
      return { read: (base, row) => store.at(base, row, first.place) - first.lo, size }
    const read = (base: number, row: number): number => {
      let at = 0
      for (const { place, lo, step } of parts) at += (store.at(base, row, place) - lo) * step
      return at
    }
    return { read, size }
  }

  /** The same phrase, remembered where it rests on little. */
  remembered(phrase: Phrase): Phrase {
    const key = this.#key(phrase.rests)
    if (key === undefined) return phrase
    const said: (string | undefined)[] = Array.from({ length: key.size }, () => undefined)
    const { read } = key
    const words = (base: number, row: number): string => {
      const at = read(base, row)
      const known = said[at]
      if (known !== undefined) return known
      const fresh = phrase.words(base, row)
      said[at] = fresh
      return fresh
    }
    return { words, rests: phrase.rests }
  }
}

/** A phrase that is the same for every unit. */
export function literal(text: string): Phrase {
  return { words: () => text, rests: new Set() }
}

/** Several phrases as one. */
export function joined(parts: readonly Phrase[]): Phrase {
  const rests = parts.reduce<ReadonlySet<number>>((all, p) => all.union(p.rests), new Set())
  const all = parts.map((p) => p.words)
  const words = (base: number, row: number): string => {
    let text = ''
    for (const part of all) text += part(base, row)
    return text
  }
  return { words, rests }
}
