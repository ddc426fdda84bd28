import { canonicalJson, type Evaluation, prove, ranksOf } from '@kaohe/engine'
import type { Hash } from './identity.ts'

/** The units that take part, or may: of the others there is nothing to prove. */
export function takingPart({ conclusions }: Evaluation): readonly string[] {
  return conclusions.filter(({ eligible }) => eligible !== 'no').map(({ unit }) => unit)
}

/**
 * What a program that knows nothing of schemes needs to compute results again: the proofs of some units
 * (all when none are named), each with its fingerprint, why others take no part, and the ranks of all;
 * null where nobody is ranked.
 */
export function papersOf(evaluation: Evaluation, hash: Hash, units?: readonly string[]) {
  const asked = new Set(units ?? evaluation.readings.map(({ unit }) => unit.id))
  const proofs = takingPart(evaluation)
    .filter((unit) => asked.has(unit))
    .map((unit) => {
      const proof = prove(evaluation, unit)
      return { ...proof, digest: hash(canonicalJson(proof)) }
    })
  const out = evaluation
    .results()
    .filter(({ unit, eligible }) => eligible === 'no' && asked.has(unit))
    .map(({ unit, name, ineligibility }) => ({ unit, name, reasons: [...ineligibility] }))
  return { proofs, out, ranks: ranksOf(evaluation) ?? null }
}
