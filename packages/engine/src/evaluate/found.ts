import type { Missing } from '../model/index.ts'

/** Why a value is not known exactly: what was not reported, and which clauses are open. */
export interface Gaps {
  readonly missing: readonly Missing[]
  readonly questions: readonly string[]
}

export const NO_GAPS: Gaps = { missing: [], questions: [] }

/** Collects what is missing: the same thing once, with all the units that lack it. */
export class Found {
  readonly #missing = new Map<string, { first: Missing; units: Set<string> }>()
  readonly #questions = new Set<string>()

  ask(question: string): void {
    this.#questions.add(question)
  }

  lacks(what: Missing['what'], id: string, period: string | null, units: readonly string[]): void {
    // What the unit itself lacks is told apart from what others lack.
    const key = JSON.stringify([what, id, period, units.length === 0])
    const known = this.#missing.get(key) ?? { first: { what, id, period, units }, units: new Set() }
    for (const unit of units) known.units.add(unit)
    this.#missing.set(key, known)
  }

  /** What other units lack, of a figure that compares units. */
  fromPeer(unit: string, { missing, questions }: Gaps): void {
    for (const { id, period } of missing) this.lacks('peers', id, period, [unit])
    for (const question of questions) this.ask(question)
  }

  all(gaps: Gaps): void {
    for (const { what, id, period, units } of gaps.missing) this.lacks(what, id, period, units)
    for (const question of gaps.questions) this.ask(question)
  }

  gaps(): Gaps {
    const missing = [...this.#missing.values()]
    return {
      missing: missing.map(({ first, units }) => ({ ...first, units: [...units] })),
      questions: [...this.#questions],
    }
  }
}
