import { checkProof, digest, readd } from '@kaohe/checker'
import { type Path, leaves, other, valueAt, withLeaf } from '../../../../tools/testing/mutate.ts'
import { prove } from '../../src/proof/index.ts'
import type { Case, Property } from './case.ts'

const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const sealed = (proof: unknown) => ({ ...(proof as object), digest: digest(proof) })

/** Every proof of a case, with all facts and with some hidden. */
function proofsOf({ evaluation, partly }: Case): unknown[] {
  return [evaluation, partly].flatMap((all) =>
    all.readings.map((reading) => written(prove(all, reading.unit.id))),
  )
}

interface Written {
  readonly op: string
  readonly of?: unknown
  readonly fact?: { readonly reported: unknown }
  readonly fold?: { readonly complete: boolean; readonly once: unknown }
  readonly value: unknown
}

/** Figures that follow from other figures: no digest is needed to see that they are wrong. */
function isFigure(proof: unknown, [list, i, field, ...rest]: Path): boolean {
  if (list === 'total' || list === 'parts' || list === 'items')
    return [field, ...rest].includes('points')
  if (list !== 'steps' || field !== 'value') return false
  const { op } = valueAt(proof, [list, i as number]) as Written
  return op !== 'constant' && op !== 'fact' && op !== 'fold'
}

const CHANGES = 6

export const proofs: readonly Property[] = [
  {
    name: 'the checker accepts every proof',
    holds(of) {
      const all = proofsOf(of)
      for (const proof of all) {
        const { faults } = checkProof(sealed(proof))
        if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 3)))
      }
      return all.length
    },
  },
  {
    name: 'the checker refuses a proof with any leaf changed',
    holds(of) {
      const chance = of.chance('leaf')
      const proof = written(prove(of.evaluation, 't0'))
      const seal = sealed(proof)
      const all = leaves(proof)
      for (let i = 0; i < CHANGES; i += 1) {
        const path = all[chance.below(all.length)] as Path
        if (checkProof(withLeaf(seal, path, other(valueAt(proof, path)))).ok)
          throw new Error(`accepted with another ${path.join('/')}`)
      }
      return CHANGES
    },
  },
  {
    name: 'the checker refuses a proof with any figure changed, though its digest fits',
    holds(of) {
      const chance = of.chance('figure')
      const [full, partly] = [of.evaluation, of.partly].map((e) => written(prove(e, 't1')))
      return [full, partly]
        .map((proof) => {
          const figures = leaves(proof).filter((path) => isFigure(proof, path))
          for (let i = 0; i < CHANGES; i += 1) {
            const path = figures[chance.below(figures.length)] as Path
            const changed = withLeaf(proof, path, other(valueAt(proof, path)))
            if (readd(changed).faults.length === 0)
              throw new Error(`accepted with another ${path.join('/')}`)
          }
          return CHANGES
        })
        .reduce((a, b) => a + b, 0)
    },
  },
]
