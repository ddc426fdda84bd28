import type { StoryLine } from '../../proof/line.ts'
import { unitHead } from '../../proof/story.ts'
import { type Picked, picked } from '../gather.ts'
import type { Kernel } from '../kernel.ts'
import { type ItemTold, before, tellItem } from './items.ts'
import { literal } from './phrase.ts'
import type { Piece } from './piece.ts'
import type { Row } from './read.ts'
import type { Sources } from './sources.ts'
import { type Together, togetherOf } from './together.ts'
import { Wording } from './words.ts'

/** Explains single units of a scored kernel, when somebody asks: nothing is kept for it while scoring. */
export class Teller {
  readonly #kernel: Kernel
  readonly #items: readonly ItemTold[]
  readonly #together: Together
  readonly #sources: Sources
  readonly #pieces: readonly Piece[]
  readonly #all: Picked
  /** What is read where everything was said before. */
  readonly #known: Picked
  readonly #row: Row

  constructor(kernel: Kernel, items: readonly ItemTold[], together: Together, wording: Wording) {
    const [{ layout }, { sources }] = [kernel, wording]
    this.#kernel = kernel
    this.#items = items
    this.#together = together
    this.#sources = sources
    this.#pieces = wording.pieces([
      ...items.map((item) => item.text),
      ...together.lines.flatMap((line) => [literal(before(1)), line]),
    ])
    this.#all = picked(layout, [...layout.places.keys()])
    const known = new Set([...together.total.rests, ...sources.under])
    for (const { reads } of this.#pieces) for (const column of reads) known.add(column)
    this.#known = picked(layout, [...known])
    this.#row = new Int32Array(sources.size)
  }

  #gather(unit: number, columns: Picked): Row {
    const row = this.#kernel.store.gather(unit, columns, this.#row)
    this.#sources.compute(row)
    return row
  }

  /** The lines that `tellProof` writes for the same unit at depth 2. */
  tell(unit: number, name: string): readonly StoryLine[] {
    const row = this.#gather(unit, this.#all)
    const { total, lines } = this.#together
    return [
      { depth: 0, text: unitHead(name, total.of(row)) },
      ...this.#items.flatMap((item) => item.lines(row)),
      ...lines.map((line): StoryLine => ({ depth: 1, text: line.of(row) })),
    ]
  }

  /** The same as one text, two spaces further in for each depth. */
  text(unit: number, name: string): string {
    const row = this.#gather(unit, this.#known)
    let [all, whole] = [unitHead(name, this.#together.total.of(row)), false]
    for (const piece of this.#pieces) {
      const known = piece.known(row)
      if (known === undefined && !whole) {
        this.#gather(unit, this.#all)
        whole = true
      }
      all += known ?? piece.learn(row)
    }
    return all
  }
}

/**
 * The teller of a scored kernel; undefined where an item or the total is computed exactly, or an item
 * speaks of what the kernel does not hold: then proofs of the exact evaluator tell it.
 */
export function tellerOf(kernel: Kernel): Teller | undefined {
  const { plan } = kernel
  const wording = new Wording(plan)
  const together = togetherOf(plan, wording)
  const items = plan.program.items.map((item) =>
    plan.items.has(item.item.id) ? tellItem(item, wording) : undefined,
  )
  const told = items.every((i) => i !== undefined)
  return together && told ? new Teller(kernel, items, together, wording) : undefined
}
