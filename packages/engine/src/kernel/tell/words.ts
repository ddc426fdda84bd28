import type { NodeId } from '../../core/index.ts'
import { holds } from '../../core/index.ts'
import type { Segment, Telling } from '../../kinds/kind.ts'
import { exactly, point, ratio } from '../../number/index.ts'
import { NO_CASE, OR, UNKNOWN_YET, sayFigure } from '../../proof/tell.ts'
import type { Plan } from '../plan.ts'
import type { Store } from '../store.ts'
import { exactOf } from './exact.ts'
import { readOf } from './read.ts'

/** The words for the row at hand. */
export type Words = (base: number, row: number) => string

/** So many different values of one figure are remembered. */
const REMEMBERED = 1 << 12

/** What is said of whole numbers from `lo` to `hi`, worked out once for each that occurs. */
function remembered<T>(lo: number, hi: number, say: (whole: number) => T): (whole: number) => T {
  if (hi - lo >= REMEMBERED) return say
  const said: (T | undefined)[] = Array.from({ length: hi - lo + 1 }, () => undefined)
  return (whole) => {
    const known = said[whole - lo]
    if (known !== undefined) return known
    const fresh = say(whole)
    said[whole - lo] = fresh
    return fresh
  }
}

/** Sentences as functions of a row, built once for all units. */
export class Wording {
  readonly #plan: Plan
  readonly #store: Store

  constructor(plan: Plan, store: Store) {
    this.#plan = plan
    this.#store = store
  }

  /** A telling in words; undefined where it speaks of what the kernel does not hold. */
  telling(of: Telling): Words | undefined {
    const parts: Words[] = []
    for (const segment of of) {
      const words = this.#segment(segment)
      if (words === undefined) return undefined
      parts.push(words)
    }
    const [only] = parts
    if (only !== undefined && parts.length === 1) return only
    return (base, row) => {
      let text = ''
      for (const part of parts) text += part(base, row)
      return text
    }
  }

  #segment(segment: Segment): Words | undefined {
    if (typeof segment === 'string') return () => segment
    return 'value' in segment ? this.figure(segment.value, segment) : this.#cases(segment)
  }

  /** The value of a node in words. */
  figure(id: NodeId, as: { readonly unit: string; readonly signed?: boolean }): Words | undefined {
    const value = this.#plan.lowering.lower(id)
    if (value === undefined || value.by !== undefined) {
      const exact = exactOf(this.#plan, this.#store, id)
      return exact && ((base, row) => sayFigure(as, exact(base, row)))
    }
    const { int, scale } = value
    const say = (whole: number) => sayFigure(as, point(ratio(BigInt(whole), BigInt(scale))))
    const [read, said] = [readOf(int, this.#store), remembered(int.lo, int.hi, say)]
    return (base, row) => said(read(base, row))
  }

  #cases({ by, cases }: Exclude<Segment, string | { value: NodeId }>): Words | undefined {
    const says = cases.map((c) => this.telling(c.say))
    if (!says.every((s) => s !== undefined)) return undefined
    const found = (value: Parameters<typeof holds>[1]): readonly Words[] =>
      says.filter((_, k) => holds((cases[k] as (typeof cases)[number]).piece, value))
    const held = this.#heldBy(by, found)
    return (
      held &&
      ((base, row) => {
        const now = held(base, row)
        const [only] = now
        if (only === undefined) return NO_CASE
        return now.length === 1 ? only(base, row) : now.map((say) => say(base, row)).join(OR)
      })
    )
  }

  #heldBy(
    by: NodeId,
    found: (value: Parameters<typeof holds>[1]) => readonly Words[],
  ): ((base: number, row: number) => readonly Words[]) | undefined {
    const value = this.#plan.lowering.lower(by)
    if (value !== undefined && value.by === undefined) {
      const { int, scale } = value
      const of = (whole: number) => found(ratio(BigInt(whole), BigInt(scale)))
      const [read, known] = [readOf(int, this.#store), remembered(int.lo, int.hi, of)]
      return (base, row) => known(read(base, row))
    }
    const exact = exactOf(this.#plan, this.#store, by)
    if (exact === undefined) return undefined
    return (base, row) => {
      const now = exactly(exact(base, row))
      return now === undefined ? [() => UNKNOWN_YET] : found(now)
    }
  }
}
