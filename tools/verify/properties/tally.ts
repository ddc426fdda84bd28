/** Something that must hold of every case made from a seed. */
export interface Property<Case> {
  readonly name: string
  /** Throws where it does not hold. @returns how many things were compared */
  holds(of: Case): number
}

export interface Failure {
  readonly seed: number
  readonly message: string
}

/** What came of one property: how much was compared, and the first seeds at which it did not hold. */
export interface Outcome {
  readonly name: string
  readonly compared: number
  readonly failures: readonly Failure[]
}

/** After so many failures a property is not tried any more. */
export const ENOUGH = 5

/** The name under which cases that cannot be made at all are counted. */
export const MAKING = 'every seed makes a case'

const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? ''

class Count {
  compared = 0
  readonly failures: Failure[] = []

  attempt<T>(seed: number, run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      this.failures.push({ seed, message: messageOf(error) })
      return undefined
    }
  }
}

const failureLine = (name: string, { seed, message }: Failure) =>
  `${name}: seed ${seed}: ${message}`

/** Tries properties with cases made from seeds. */
export class Trial<Case> {
  readonly #caseOf: (seed: number) => Case
  readonly #properties: readonly Property<Case>[]
  readonly #counts: ReadonlyMap<string, Count>

  constructor(caseOf: (seed: number) => Case, properties: readonly Property<Case>[]) {
    this.#caseOf = caseOf
    this.#properties = properties
    const names = [MAKING, ...properties.map((p) => p.name)]
    this.#counts = new Map(names.map((name) => [name, new Count()]))
  }

  #count(name: string): Count {
    return this.#counts.get(name) as Count
  }

  #try(seed: number, of: Case): void {
    for (const property of this.#properties) {
      const count = this.#count(property.name)
      if (count.failures.length >= ENOUGH) continue
      count.compared += count.attempt(seed, () => property.holds(of)) ?? 0
    }
  }

  /** @returns the properties that do not hold of this seed, a line each */
  run(seed: number): string[] {
    const making = this.#count(MAKING)
    if (making.failures.length >= ENOUGH) return []
    const made = making.attempt(seed, () => [this.#caseOf(seed)] as const)
    if (made !== undefined) {
      making.compared += 1
      this.#try(seed, made[0])
    }
    return [...this.#counts].flatMap(([name, { failures }]) =>
      failures.filter((f) => f.seed === seed).map((f) => failureLine(name, f)),
    )
  }

  outcomes(): Outcome[] {
    return [...this.#counts].map(([name, { compared, failures }]) => {
      return { name, compared, failures: [...failures] }
    })
  }
}

/** The same trials run on several parts of the seeds, as one. */
export function joined(all: readonly (readonly Outcome[])[]): Outcome[] {
  const [first = [], ...others] = all
  return first.map((outcome, i) => {
    const parts = [outcome, ...others.map((other) => other[i] as Outcome)]
    const failures = parts.flatMap((p) => p.failures).toSorted((a, b) => a.seed - b.seed)
    const compared = parts.reduce((sum, p) => sum + p.compared, 0)
    return { name: outcome.name, compared, failures: failures.slice(0, ENOUGH) }
  })
}

/** What is wrong, a line each: a seed at which a property does not hold, or a property that compared nothing. */
export function faultsOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ name, compared, failures }) => [
    ...failures.map((failure) => failureLine(name, failure)),
    ...(compared === 0 ? [`${name}: nothing was compared`] : []),
  ])
}
