import { type Chance, chanceFrom, randomDataset, randomScheme } from '@kaohe/scheme'
import { type Program, compile } from '../../src/compile/index.ts'
import { type Evaluation, evaluate } from '../../src/evaluate/index.ts'
import type { Dataset, Scheme } from '../../src/model/index.ts'
import { hide } from './hide.ts'

/** A random scheme with all its facts, and with some of them hidden; everything follows from the seed. */
export interface Case {
  readonly seed: number
  readonly scheme: Scheme
  readonly program: Program
  readonly dataset: Dataset
  readonly evaluation: Evaluation
  readonly partly: Evaluation
  /** Chance of a property's own, the same for the same seed and name. */
  chance(name: string): Chance
}

const UNITS = 4

function chanceOf(seed: number, name: string): Chance {
  return chanceFrom([...name].reduce((all, c) => Math.imul(all, 31) + c.charCodeAt(0), seed))
}

export function caseOf(seed: number): Case {
  const chance = chanceOf(seed, 'case')
  const scheme = randomScheme(chance, { items: 4 })
  const dataset = randomDataset(chance, scheme, { units: UNITS })
  const program = compile(scheme)
  return {
    seed,
    scheme,
    program,
    dataset,
    evaluation: evaluate(program, dataset),
    partly: evaluate(program, hide(dataset, scheme, chance)),
    chance: (name) => chanceOf(seed, name),
  }
}

/** What must hold of every case. */
export interface Property {
  readonly name: string
  /** Throws where it does not hold. @returns how many things were compared, so that none is vacuous */
  holds(of: Case): number
}
