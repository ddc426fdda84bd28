import * as fc from 'fast-check'
import { Builder, type Input, type NodeId, Values } from '../../src/core/index.ts'
import { type Rational, exactly, int, point, ratio } from '../../src/number/index.ts'

/** Facts that the arenas below read. */
export const FACTS = ['a', 'b', 'c'] as const

const domain = { range: { lo: int(-9), hi: int(9) }, whole: true, unit: '', words: null }

export interface Arena {
  readonly b: Builder<Input>
  readonly root: NodeId
}

function grow(
  b: Builder<Input>,
  made: readonly NodeId[],
  [op, i, j, k]: readonly [number, number, number, number],
): NodeId {
  const at = (n: number) => made[n % made.length] as NodeId
  switch (op) {
    case 0:
      return b.sum([at(i), at(j)])
    case 1:
      return b.product([b.constant(ratio(BigInt(k - 5), BigInt((j % 6) + 1))), at(i)])
    case 2:
      return b.least([at(i), at(j)])
    case 3:
      return b.greatest([at(i), at(j)])
    case 4:
      return b.compare(at(i), 'less', at(j))
    case 5:
      return b.quotient(at(i), b.constant(int((k % 7) + 1)))
    case 6:
      return b.round(at(i), { to: ratio(1n, 10n), mode: 'half-up' })
    default:
      return b.choose(b.compare(at(i), 'atMost', b.constant(int(k - 5))), at(j), b.constant(int(k)))
  }
}

/** Random arenas over three facts, built as kinds build theirs. */
export const arenas: fc.Arbitrary<Arena> = fc
  .array(fc.tuple(fc.nat(7), fc.nat(30), fc.nat(30), fc.nat(10)), { minLength: 1, maxLength: 10 })
  .map((steps) => {
    const b = new Builder<Input>()
    const facts = FACTS.map((fact) => b.input({ from: 'fact', fact, period: null, domain }))
    const made = steps.reduce<readonly NodeId[]>(
      (so, step) => [...so, grow(b, so, step)],
      [...facts, b.one()],
    )
    return { b, root: made.at(-1) as NodeId }
  })

export const figures = fc.tuple(...FACTS.map(() => fc.integer({ min: -9, max: 9 })))

/** The value of an arena's root for given facts. */
export function valueOf({ b, root }: Arena, facts: readonly number[]): Rational {
  const inputs = b.inputs.map((input) =>
    point(int(input.from === 'fact' ? (facts[FACTS.indexOf(input.fact as 'a')] ?? 0) : 0)),
  )
  const value = exactly(new Values(b.nodes, inputs).of(root))
  if (value === undefined) throw new Error('every fact is known')
  return value
}
