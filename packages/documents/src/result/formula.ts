import type { Proof, ProofStep } from '@kaohe/engine'

/** Cells that hold the value of a step of the proof. */
export type CellsByStep = ReadonlyMap<number, readonly string[]>

const ROUNDINGS: Readonly<Record<string, string>> = {
  'half-up': 'ROUND',
  up: 'ROUNDUP',
  down: 'ROUNDDOWN',
}
const MOST_LENGTH = 7000

function numeral(text: string): string {
  return text.includes('/') ? `(${text})` : text
}

/** Digits of a rounding to 0.01, 1 or 10; undefined for other steps. */
function digitsOf(to: string): number | undefined {
  const match = /^(?:0\.(0*)1|1(0*))$/.exec(to)
  if (match === null) return undefined
  return match[1] === undefined ? -(match[2]?.length ?? 0) : match[1].length + 1
}

/** Writes what a step of a proof computes as a formula over the cells of items and parts. */
export class FormulaWriter {
  readonly #proof: Proof
  readonly #cells: CellsByStep
  readonly #used = new Map<number, number>()
  readonly #root: number
  #budget = 2000
  #mentions = false

  constructor(proof: Proof, cells: CellsByStep, root: number) {
    this.#proof = proof
    this.#cells = cells
    this.#root = root
  }

  /** @returns undefined when a cell cannot carry the step as a formula, or it would mention no cell. */
  write(): string | undefined {
    const text = this.#step(this.#root)
    return text === undefined || !this.#mentions || text.length > MOST_LENGTH ? undefined : text
  }

  // Items with equal points share a step: each mention takes the next of their cells.
  #cell(position: number): string | undefined {
    const cells = this.#cells.get(position)
    if (cells === undefined) return undefined
    const used = this.#used.get(position) ?? 0
    this.#used.set(position, used + 1)
    this.#mentions = true
    return cells[Math.min(used, cells.length - 1)]
  }

  #step(position: number): string | undefined {
    this.#budget -= 1
    const step = this.#proof.steps[position]
    if (step === undefined || this.#budget < 0) return undefined
    return this.#cell(position) ?? this.#operation(step)
  }

  #operation(step: ProofStep): string | undefined {
    switch (step.op) {
      case 'sum':
        return this.#call('SUM', step.of)
      case 'least':
        return this.#call('MIN', step.of)
      case 'greatest':
        return this.#call('MAX', step.of)
      case 'product':
        return this.#join(step.of, '*')
      case 'quotient':
        return this.#join([step.of, step.by], '/')
      case 'round':
        return this.#rounded(step)
      case 'piecewise':
        return this.#chosen(step)
      default:
        return typeof step.value === 'string' ? numeral(step.value) : undefined
    }
  }

  #all(of: readonly number[]): string[] | undefined {
    const parts = of.map((position) => this.#step(position))
    return parts.includes(undefined) ? undefined : (parts as string[])
  }

  #call(name: string, of: readonly number[]): string | undefined {
    const parts = this.#all(of)
    return parts === undefined ? undefined : `${name}(${parts.join(',')})`
  }

  #join(of: readonly number[], sign: string): string | undefined {
    return this.#all(of)?.join(sign)
  }

  #rounded(step: Extract<ProofStep, { op: 'round' }>): string | undefined {
    const [name, digits] = [ROUNDINGS[step.mode], digitsOf(step.to)]
    const inner = name === undefined || digits === undefined ? undefined : this.#step(step.of)
    return inner === undefined ? undefined : `${name}(${inner},${digits})`
  }

  // The piece that held when the proof was made.
  #chosen(step: Extract<ProofStep, { op: 'piecewise' }>): string | undefined {
    const held = step.pieces.filter((p) => p.then !== null)
    return held.length === 1 && held[0]?.then != null ? this.#step(held[0].then) : undefined
  }
}
