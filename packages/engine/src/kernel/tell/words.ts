import { type NodeId, holds } from '../../core/index.ts'
import type { Segment, Telling } from '../../kinds/kind.ts'
import { type Rational, exactly, point, ratio } from '../../number/index.ts'
import { NO_CASE, OR, UNKNOWN_YET, sayFigure } from '../../proof/tell.ts'
import type { Plan } from '../plan.ts'
import type { Int } from '../whole/int.ts'
import { sayDecimal, sayFraction, saySignedFraction } from './decimal.ts'
import { exactOf } from './exact.ts'
import { fractionOf } from './fraction.ts'
import { Memory } from './memory.ts'
import { type Made, type Phrase, literal, restsOfAll } from './phrase.ts'
import type { Piece } from './piece.ts'
import type { Row } from './read.ts'
import { Sources } from './sources.ts'

interface Figure {
  readonly unit: string
  readonly signed?: boolean
}

type Says = readonly Phrase['of'][]

/** Sentences as functions of a row, built once for all units. */
export class Wording {
  readonly #plan: Plan
  readonly #memory: Memory
  readonly sources: Sources

  constructor(plan: Plan) {
    this.#plan = plan
    this.sources = new Sources(plan)
    this.#memory = new Memory(this.sources)
  }

  /** What is made of facts, remembered where those are few. */
  remembered<T>(made: Made<T>): Made<T> {
    return this.#memory.remembered(made)
  }

  /** Phrases one after another, as one that is remembered. */
  together(parts: readonly Phrase[]): Phrase {
    return this.#memory.joined(parts)
  }

  /** Phrases one after another, as they are said of one unit after another. */
  pieces(all: readonly Phrase[]): readonly Piece[] {
    return this.#memory.pieces(all)
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
    if ('absent' in segment) return literal(segment.absent)
    return 'value' in segment ? this.figure(segment.value, segment) : this.#cases(segment)
  }

  /** Whether a telling says why the rule leaves the unit out; undefined where the kernel does not hold it. */
  whyNot(of: Telling): Made<boolean> | undefined {
    const found = of.flatMap((segment) => {
      if (typeof segment === 'string' || 'value' in segment) return []
      return ['absent' in segment ? literal(segment.absent) : this.#whyNot(segment)]
    })
    if (!found.every((one) => one !== undefined)) return undefined
    const all = found as readonly Made<boolean | string>[]
    return { of: (row) => all.some((one) => one.of(row) !== false), rests: restsOfAll(all) }
  }

  #whyNot({ by, cases }: Extract<Segment, { by: NodeId }>): Made<boolean> | undefined {
    const told = cases.map((c) => this.whyNot(c.say))
    if (!told.every((one) => one !== undefined)) return undefined
    const holding = this.#ofValue(by, (value) =>
      told.filter((_, k) => value !== undefined && cases[k] && holds(cases[k].piece, value)),
    )
    if (holding === undefined) return undefined
    const of = (row: Row): boolean => holding.of(row).some((one) => one.of(row))
    return { of, rests: restsOfAll([holding, ...told]) }
  }

  /** Reads a truth of a row; undefined where the kernel does not hold it. */
  truth(id: NodeId): Made<number> | undefined {
    const value = this.#plan.lowering.lower(id)
    if (value === undefined || value.by !== undefined) return undefined
    const { read, rests } = this.sources.of(value.int)
    return { of: read, rests }
  }

  /** Whether a truth holds of whatever unit. */
  always(id: NodeId): boolean {
    const value = this.#plan.lowering.lower(id)
    return value !== undefined && value.by === undefined && value.int.lo > 0
  }

  /** The value of a node in words. */
  figure(id: NodeId, as: Figure): Phrase | undefined {
    const value = this.#plan.lowering.lower(id)
    if (value === undefined || value.by !== undefined) return this.#exactFigure(id, as)
    const { int, scale } = value
    const quick = as.signed === true ? undefined : sayDecimal(scale, as.unit)
    const say =
      quick ?? ((whole: number) => sayFigure(as, point(ratio(BigInt(whole), BigInt(scale)))))
    return this.#of(int, say)
  }

  #of<T>(int: Int, make: (whole: number) => T): Made<T> {
    const { read, rests } = this.sources.of(int)
    return this.#memory.ofValue(read, rests, make)
  }

  #exactFigure(id: NodeId, as: Figure): Phrase | undefined {
    const exact = exactOf(this.#plan, id)
    if (exact === undefined) return undefined
    const quick = fractionOf(this.#plan, id, this.sources)
    const of = (row: Row): string => {
      const found = quick?.of(row)
      const said = found && (as.signed ? saySignedFraction(found) : sayFraction(found, as.unit))
      return said ?? sayFigure(as, exact.of(row))
    }
    return this.remembered({ of, rests: exact.rests.union(quick?.rests ?? new Set()) })
  }

  // What is made of a node's value; undefined where the kernel does not hold what the node rests on.
  #ofValue<T>(id: NodeId, make: (value: Rational | undefined) => T): Made<T> | undefined {
    const value = this.#plan.lowering.lower(id)
    if (value !== undefined && value.by === undefined) {
      const scale = BigInt(value.scale)
      return this.#of(value.int, (whole) => make(ratio(BigInt(whole), scale)))
    }
    const exact = exactOf(this.#plan, id)
    return exact && { of: (row) => make(exactly(exact.of(row))), rests: exact.rests }
  }

  #cases({ by, cases, unknown }: Extract<Segment, { by: NodeId }>): Phrase | undefined {
    const told = cases.map((c) => this.telling(c.say))
    if (!told.every((s) => s !== undefined)) return undefined
    const open = this.telling(unknown ?? [UNKNOWN_YET])
    if (open === undefined) return undefined
    const holding = this.#ofValue(by, (value): Says => {
      if (value === undefined) return [open.of]
      const found = told.flatMap((say, k) =>
        cases[k] && holds(cases[k].piece, value) ? [say.of] : [],
      )
      return found.length === 0 ? [() => NO_CASE] : found
    })
    if (holding === undefined) return undefined
    const of = (row: Row): string => {
      const [first, ...others] = holding.of(row)
      return others.reduce((text, say) => `${text}${OR}${say(row)}`, first?.(row) ?? '')
    }
    return this.remembered({ of, rests: restsOfAll([holding, open, ...told]) })
  }
}
