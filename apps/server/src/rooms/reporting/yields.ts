import type { Yield } from '@kaohe/contract'
import {
  evaluate,
  exactly,
  formatRational,
  type Dataset,
  type Interval,
  type Program,
  type Proof,
  prove,
  tellItem,
} from '@kaohe/engine'

function sayPoints(range: Interval): string {
  const exact = exactly(range)
  if (exact !== undefined) return formatRational(exact)
  const [least, most] = [range.lo, range.hi].map((end) =>
    end === null ? '不限' : formatRational(end),
  )
  return `${least}～${most}`
}

function linesOf(proof: Proof, id: string): Yield['lines'] {
  const item = proof.items.find((one) => one.id === id)
  return item === undefined
    ? []
    : tellItem(item, proof, 2).map(({ depth, text }) => ({ depth, text }))
}

/** What a unit's report yields so far, item by item and in all. */
export interface Yields {
  of(item: string): Yield
  readonly total: Yield
}

/** Evaluates one unit's report. What is compared with other units stays open here. */
export function yieldsOf(program: Program, dataset: Dataset): Yields {
  const evaluation = evaluate(program, dataset)
  const [unit] = dataset.units
  const result = evaluation.result(unit!.id)
  const proof = prove(evaluation, unit!.id)
  const ranges = new Map(result.items.map((item) => [item.id, item.range]))
  // Who takes no part has no total; the page says only that it is open.
  const total = result.range ?? { lo: null, hi: null }
  return {
    of: (item) => {
      const range = ranges.get(item) ?? { lo: null, hi: null }
      return {
        points: sayPoints(range),
        settled: exactly(range) !== undefined,
        lines: linesOf(proof, item),
      }
    },
    total: {
      points: sayPoints(total),
      settled: exactly(total) !== undefined,
      lines: [],
    },
  }
}
