import type { Plan } from '../plan.ts'
import { type Int, operands } from '../whole/int.ts'
import type { Read, Row } from './read.ts'

/** What is made of a row, and the columns of inputs that it rests on. */
export interface Made<T> {
  readonly of: (row: Row) => T
  readonly rests: ReadonlySet<number>
}

/** A text for a row. */
export type Phrase = Made<string>

/** What takes so few different values, or rests on so few different facts, is put into words once for each. */
const FEW = 1 << 13

/** A number for each of so many things that can be. */
interface Key {
  readonly of: Read
  readonly size: number
}

function rememberedBy<T>({ of, size }: Key, make: (row: Row) => T): (row: Row) => T {
  let made: (T | undefined)[] | undefined
  return (row) => {
    made ??= Array.from({ length: size })
    const at = of(row)
    const known = made[at]
    if (known !== undefined) return known
    const fresh = make(row)
    made[at] = fresh
    return fresh
  }
}

/** What is made of one value, remembered where the value has a small range. */
export function ofValue<T>(
  read: Read,
  { lo, hi }: Int,
  make: (whole: number) => T,
): (row: Row) => T {
  const of = (row: Row): T => make(read(row))
  const size = hi - lo + 1
  return size > FEW ? of : rememberedBy({ of: (row) => read(row) - lo, size }, of)
}

/** Remembers what is made of facts: most lines rest on one or two that take few values. */
export class Memory {
  readonly #plan: Plan
  readonly #inputs = new Map<number, ReadonlySet<number>>()

  constructor(plan: Plan) {
    this.#plan = plan
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
  #key(rests: ReadonlySet<number>): Key | undefined {
    const parts: { readonly column: number; readonly lo: number; readonly step: number }[] = []
    let size = 1
    for (const column of rests) {
      const { lo, hi } = this.#plan.columns.ranges[column] as { lo: number; hi: number }
      parts.push({ column, lo, step: size })
      size *= hi - lo + 1
      if (size > FEW) return undefined
    }
    const [first] = parts
    if (first === undefined) return { of: () => 0, size }
    if (parts.length === 1) return { of: (row) => (row[first.column] as number) - first.lo, size }
    const of = (row: Row): number => {
      let at = 0
      for (const { column, lo, step } of parts) at += ((row[column] as number) - lo) * step
      return at
    }
    return { of, size }
  }

  /** The same, remembered where it rests on little. */
  remembered<T>({ of, rests }: Made<T>): Made<T> {
    const key = this.#key(rests)
    return key === undefined ? { of, rests } : { of: rememberedBy(key, of), rests }
  }

  /** Several phrases as one. What is remembered is put together at once, so that no text of it is left in pieces. */
  joined(parts: readonly Phrase[]): Phrase {
    const [all, rests] = [parts.map((p) => p.of), restsOfAll(parts)]
    const key = this.#key(rests)
    if (key !== undefined)
      return { of: rememberedBy(key, (row) => all.map((say) => say(row)).join('')), rests }
    const of = (row: Row): string => {
      let text = ''
      for (const say of all) text += say(row)
      return text
    }
    return { of, rests }
  }
}

/** A phrase that is the same for every unit. */
export function literal(text: string): Phrase {
  return { of: () => text, rests: new Set() }
}

/** What several things rest on together. */
export function restsOfAll(parts: readonly Made<unknown>[]): ReadonlySet<number> {
  return parts.reduce<ReadonlySet<number>>((all, p) => all.union(p.rests), new Set())
}
