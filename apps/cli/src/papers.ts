import { type Evaluation, prove, ranksOf } from '@kaohe/engine'
import { digestOf } from './digest.ts'

/**
 * What a program that knows nothing of schemes needs to compute results again: the proofs of some units
 * (all when none are named), each with its fingerprint, and the ranks of all; null where nobody is ranked.
 */
export function papersOf(evaluation: Evaluation, units?: readonly string[]) {
  const proofs = (units ?? evaluation.readings.map(({ unit }) => unit.id)).map((unit) => {
    const proof = prove(evaluation, unit)
    return { ...proof, digest: digestOf(proof) }
  })
  return { proofs, ranks: ranksOf(evaluation) ?? null }
}
