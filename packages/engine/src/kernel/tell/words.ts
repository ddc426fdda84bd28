import { type NodeId, holds } from '../../core/index.ts'
import type { Segment, Telling } from '../../kinds/kind.ts'
import { type Rational, exactly, point, ratio } from '../../number/index.ts'
import { NO_CASE, OR, UNKNOWN_YET, sayFigure } from '../../proof/tell.ts'
import type { Plan } from '../plan.ts'
import type { Store } from '../store.ts'
import { sayDecimal } from './decimal.ts'
import { exactOf } from './exact.ts'
import { fractionOf } from './fraction.ts'
import { Memory, type Phrase, joined, literal } from './memory.ts'
import { readOf } from './read.ts'

interface Figure {
  readonly unit: string
  readonly signed?: boolean
}

/** A node's exact value for the row at hand; undefined where it is not known. */
interface Known {
  readonly value: (base: number, row: number) => Rational | undefined
  readonly rests: ReadonlySet<number>
}

/** Sentences as functions of a row, built once for all units. */
export class Wording {
  readonly #plan: Plan
  readonly #store: Store
  readonly #memory: Memory

  constructor(plan: Plan, store: Store) {
    this.#plan = plan
    this.#store = store
    this.#memory = new Memory(plan, store)
  }

  /** Phrases one after another, as one that is remembered. */
  together(parts: readonly Phrase[]): Phrase {
    return this.#memory.remembered(joined(parts))
  }

  /** A telling in words; undefined where it speaks of what the kernel does not hold. */
  telling(of: Telling): Phrase | undefined {
    const parts: Phrase[] = []
    for (const segment of of) {
      const phrase = this.#segment(segment)
      if (phrase === undefined) return undefined
      parts.push(phrase)
    }
    return this.together(parts)
  }

  #segment(segment: Segment): Phrase | undefined {
    if (typeof segment === 'string') return literal(segment)
    return 'value' in segment ? this.figure(segment.value, segment) : this.#cases(segment)
  }

  /** The value of a node in words. */
  figure(id: NodeId, as: Figure): Phrase | undefined {
    const value = this.#plan.lowering.lower(id)
    if (value === undefined || value.by !== undefined) return this.#exactFigure(id, as)
    const { int, scale } = value
    const quick = as.signed === true ? undefined : sayDecimal(scale, as.unit)
    const say =
      quick ?? ((whole: number) => sayFigure(as, point(ratio(BigInt(whole), BigInt(scale)))))
    const read = readOf(int, this.#store)
    const words = (base: number, row: number) => say(read(base, row))
    return this.#memory.remembered({ words, rests: this.#memory.restsOf(int) })
  }

  #exactFigure(id: NodeId, as: Figure): Phrase | undefined {
    const exact = exactOf(this.#plan, this.#store, id)
    if (exact === undefined) return undefined
    const quick = fractionOf(this.#plan, this.#store, id)
    const words = (base: number, row: number): string => {
      const found = quick?.(base, row)
      if (found === undefined) return sayFigure(as, exact.value(base, row))
      return sayFigure(as, point({ num: BigInt(found.num), den: BigInt(found.den) }))
    }
    return this.#memory.remembered({ words, rests: exact.rests })
  }

  #known(id: NodeId): Known | undefined {
    const value = this.#plan.lowering.lower(id)
    if (value !== undefined && value.by === undefined) {
      const [read, scale] = [readOf(value.int, this.#store), BigInt(value.scale)]
      const rests = this.#memory.restsOf(value.int)
      return { value: (base, row) => ratio(BigInt(read(base, row)), scale), rests }
    }
    const exact = exactOf(this.#plan, this.#store, id)
    if (exact === undefined) return undefined
    return { value: (base, row) => exactly(exact.value(base, row)), rests: exact.rests }
  }

  #cases({ by, cases }: Exclude<Segment, string | { value: NodeId }>): Phrase | undefined {
    const [known, says] = [this.#known(by), cases.map((c) => this.telling(c.say))]
    if (known === undefined || !says.every((s) => s !== undefined)) return undefined
    const words = (base: number, row: number): string => {
      const value = known.value(base, row)
      if (value === undefined) return UNKNOWN_YET
      const found = cases.flatMap((c, k) =>
        holds(c.piece, value) ? [says[k]?.words(base, row)] : [],
      )
      return found.length === 0 ? NO_CASE : found.join(OR)
    }
    const rests = says.reduce((all, s) => all.union(s.rests), known.rests)
    return this.#memory.remembered({ words, rests })
  }
}
