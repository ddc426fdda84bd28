import type { Key } from './key.ts'
import { type Made, type Phrase, partsOf, restsOfAll } from './phrase.ts'
import { Piece, type Run } from './piece.ts'
import type { Read, Row } from './read.ts'
import type { Columns, Sources } from './sources.ts'

/** So many cases are remembered of what is put together only because it stands side by side. */
const TOGETHER = 1 << 8

/** Remembers what is made of facts: most lines rest on one or two that take few values. */
export class Memory {
  readonly #sources: Sources

  constructor(sources: Sources) {
    this.#sources = sources
  }

  /** The same, remembered where it rests on little. */
  remembered<T>({ of, rests }: Made<T>): Made<T> {
    const key = this.#sources.keyOf(rests)
    return key === undefined ? { of, rests } : { of: rememberedBy(key, of), rests }
  }

  /** What is made of a value, remembered; where it takes many values, from one unit's sentence to the next. */
  ofValue<T>(read: Read, rests: Columns, make: (whole: number) => T): Made<T> {
    const key = this.#sources.keyOf(rests)
    if (key !== undefined) return { of: rememberedBy(key, (row) => make(read(row))), rests }
    let last: { readonly value: number; readonly made: T } | undefined
    const of = (row: Row): T => {
      const value = read(row)
      if (last?.value !== value) last = { value, made: make(value) }
      return last.made
    }
    return { of, rests }
  }

  /** Phrases one after another, in as few pieces as can be remembered. */
  pieces(all: readonly Phrase[]): readonly Piece[] {
    const runs: Run[] = []
    for (const phrase of all.flatMap(partsOf)) {
      const { rests } = phrase
      const own: Run = { parts: [phrase], rests, key: this.#sources.keyOf(rests) }
      const joint = this.#joint(runs.at(-1), own)
      if (joint === undefined) runs.push(own)
      else runs[runs.length - 1] = joint
    }
    return runs.map((run) => new Piece(run))
  }

  // Two runs as one, where that takes no more cases than either, or few.
  #joint(a: Run | undefined, b: Run): Run | undefined {
    if (a?.key === undefined || b.key === undefined) return undefined
    const rests = a.rests.union(b.rests)
    const key = this.#sources.keyOf(rests)
    const most = Math.max(TOGETHER, a.key.size, b.key.size)
    if (key === undefined || key.size > most) return undefined
    return { parts: [...a.parts, ...b.parts], rests, key }
  }

  /** Several phrases as one. What is remembered is put together at once, so that no text of it is left in pieces. */
  joined(parts: readonly Phrase[]): Phrase {
    const rests = restsOfAll(parts)
    const key = this.#sources.keyOf(rests)
    if (key !== undefined) {
      const all = parts.map((p) => p.of)
      return { of: rememberedBy(key, (row) => all.map((say) => say(row)).join('')), rests }
    }
    let pieces: readonly Piece[] | undefined
    const of = (row: Row): string => {
      pieces ??= this.pieces(parts)
      let text = ''
      for (const piece of pieces) text += piece.known(row) ?? piece.learn(row)
      return text
    }
    return { of, rests, parts: parts.flatMap(partsOf) }
  }
}

function rememberedBy<T>(key: Key, make: (row: Row) => T): (row: Row) => T {
  let made: (T | undefined)[] | undefined
  return (row) => {
    made ??= Array.from({ length: key.size })
    const at = key.at(row)
    const known = made[at]
    if (known !== undefined) return known
    const fresh = make(row)
    made[at] = fresh
    return fresh
  }
}
