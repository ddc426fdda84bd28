import { type Evaluation, prove, ranksOf } from '@kaohe/engine'
import { digestOf } from './digest.ts'
import { takingPart } from './evaluated.ts'

/**
 * What a program that knows nothing of schemes needs to compute results again: the proofs of some units
 * (all when none are named), each with its fingerprint, why others take no part, and the ranks of all;
 * null where nobody is ranked.
 */
export function papersOf(evaluation: Evaluation, units?: readonly string[]) {
  const asked = new Set(units ?? evaluation.readings.map(({ unit }) => unit.id))
  const proofs = takingPart(evaluation)
    .filter((unit) => asked.has(unit))
    .map((unit) => {
      const proof = prove(evaluation, unit)
      return { ...proof, digest: digestOf(proof) }
    })
  const out = evaluation
    .results()
    .filter(({ unit, eligible }) => eligible === 'no' && asked.has(unit))
    .map(({ unit, name, ineligibility }) => ({ unit, name, reasons: [...ineligibility] }))
  return { proofs, out, ranks: ranksOf(evaluation) ?? null }
}
