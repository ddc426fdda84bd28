import { digest } from './digest.ts'
import { possible, valueOfFact } from './fact.ts'
import { type Fault, text } from './fault.ts'
import { type Tell, refold } from './fold.ts'
import { remeasure } from './peers.ts'
import { type Range, ANY, exact, readRange, writeRange } from './range.ts'
import { Replay, type Step, earlier } from './step.ts'

export interface Report {
  readonly ok: boolean
  readonly faults: readonly Fault[]
  /** How many steps and rows were evaluated again. */
  readonly steps: number
  readonly rows: number
}

class Check {
  readonly faults: Fault[] = []
  readonly #proof: Step
  readonly #steps: readonly Step[]
  readonly #stated: Range[] = []
  rows = 0

  readonly #of = (position: number): Range => this.#stated[position] ?? ANY

  constructor(proof: Step) {
    this.#proof = proof
    this.#steps = proof.steps as readonly Step[]
  }

  readonly #tell: Tell = (at, found, expected) => {
    this.faults.push({ at, found: text(found), expected: text(expected) })
  }

  // Whatever is malformed is a fault of the place where it stands, never an exception.
  #try(at: string, check: () => void): void {
    try {
      check()
    } catch (error) {
      this.#tell(at, error instanceof Error ? error.message : error, 'a well formed proof')
    }
  }

  steps(): void {
    const replay = new Replay(this.#steps, this.#of)
    for (const [i, step] of this.#steps.entries()) {
      this.#stated.push(ANY)
      this.#try(`steps/${i}`, () => {
        this.#stated[i] = readRange(step.value)
        const expected = this.#value(i, step, replay)
        if (expected) this.#same(`steps/${i}/value`, step.value, expected)
      })
    }
  }

  #same(at: string, found: unknown, expected: Range): void {
    const wanted = writeRange(expected)
    if (JSON.stringify(found) !== JSON.stringify(wanted)) this.#tell(at, found, wanted)
  }

  /** What a step comes to; undefined where the proof does not carry what it takes to tell. */
  #value(i: number, step: Step, replay: Replay): Range | undefined {
    const at = `steps/${i}/${String(step.op)}`
    const stated = this.#of(i)
    switch (step.op) {
      case 'constant':
        if (!exact(stated)) this.#tell(`steps/${i}/value`, step.value, 'one number')
        return undefined
      case 'fact': {
        const fact = step.fact as Step
        const told = valueOfFact(fact)
        if (!told && !possible(fact, stated))
          this.#tell(`steps/${i}/value`, step.value, fact.reported)
        return told
      }
      case 'fold':
        this.rows += ((step.fold as Step).rows as readonly unknown[]).length
        return refold(step.fold as Step, at, this.#tell)
      case 'peers':
        return remeasure(step.peers as Step)
      case 'piecewise':
        if (!replay.picked(i, this.#of)) this.#tell(at, step.pieces, 'only the pieces that hold')
        return replay.at(i, this.#of)
      default:
        if (!replay.known(step.op)) throw new RangeError(`operation ${JSON.stringify(step.op)}`)
        return replay.at(i, this.#of)
    }
  }

  /** Items, parts and the total say the points of their steps. */
  claims(): void {
    const all = [
      ...(this.#proof.items as readonly Step[]).map((of, i) => ({ at: `items/${i}`, of })),
      ...(this.#proof.parts as readonly Step[]).map((of, i) => ({ at: `parts/${i}`, of })),
      { at: 'total', of: this.#proof.total as Step },
    ]
    for (const { at, of } of all)
      this.#try(at, () => {
        const points = this.#of(earlier(of.step, this.#steps.length))
        this.#same(`${at}/points`, of.points, points)
        if (of.status === 'scored' && !exact(points))
          this.#tell(`${at}/status`, of.status, 'one number')
      })
  }

  /** The total rests on its parts: none of those with points is left out of it. */
  together(): void {
    this.#try('total', () => {
      const seen = new Set<unknown>()
      const visit = (position: unknown): void => {
        if (seen.has(position)) return
        seen.add(position)
        for (const inner of references(this.#steps[position as number] ?? {})) visit(inner)
      }
      visit((this.#proof.total as Step).step)
      for (const [i, part] of (this.#proof.parts as readonly Step[]).entries()) {
        const counts = part.kind === 'base' || part.kind === 'bonus' || part.kind === 'penalty'
        if (counts && part.points !== '0' && !seen.has(part.step))
          this.#tell(`parts/${i}`, part.step, 'a step under the total')
      }
    })
  }
}

function references(step: Step): readonly unknown[] {
  if (step.op === 'piecewise')
    return [step.of, ...(step.pieces as readonly Step[]).map((p) => p.then)]
  if (step.op === 'quotient') return [step.of, step.by]
  return Array.isArray(step.of) ? step.of : step.of === undefined ? [] : [step.of]
}

/** Adds up every step of a proof again, without its digest. */
export function readd(proof: unknown): Omit<Report, 'ok'> {
  const given = proof as Step | null
  const lists = ['steps', 'items', 'parts'].filter((key) => !Array.isArray(given?.[key]))
  if (lists.length > 0 || typeof given !== 'object' || given === null) {
    return { faults: [{ at: lists.join(), found: '', expected: 'a list' }], steps: 0, rows: 0 }
  }
  const check = new Check(given)
  check.steps()
  check.claims()
  check.together()
  return { faults: check.faults, steps: (given.steps as unknown[]).length, rows: check.rows }
}

function sealOf(proof: Step): string {
  try {
    return digest(proof)
  } catch (error) {
    return text(error instanceof Error ? error.message : error)
  }
}

/**
 * Checks one proof: its format, its digest, and every figure in it.
 * @param proof parsed JSON, from anyone
 * @example
 * checkProof(JSON.parse(text).proofs[0]).faults // [] when every figure follows from the facts
 */
export function checkProof(proof: unknown): Report {
  const { digest: claimed, ...rest } = (proof ?? {}) as Step
  const [found, format] = [sealOf(rest), 'kaohe-proof/1']
  const faults: Fault[] = []
  if (rest.format !== format)
    faults.push({ at: 'format', found: text(rest.format), expected: format })
  if (found !== claimed) faults.push({ at: 'digest', found: text(claimed), expected: found })
  const again = readd(rest)
  faults.push(...again.faults)
  return { ...again, faults, ok: faults.length === 0 }
}
