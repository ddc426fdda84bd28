import type { Yield } from '@kaohe/contract'
import {
  evaluate,
  exactly,
  formatRational,
  type Dataset,
  type Interval,
  type ItemResult,
  type ItemStatus,
  type Program,
  type Proof,
  prove,
  tellItem,
} from '@kaohe/engine'

function sayPoints(range: Interval): string {
  const exact = exactly(range)
  if (exact !== undefined) return formatRational(exact)
  const { lo, hi } = range
  if (lo !== null && hi !== null) return `${formatRational(lo)}～${formatRational(hi)}`
  if (lo !== null) return `至少 ${formatRational(lo)}`
  return hi === null ? '未定' : `至多 ${formatRational(hi)}`
}

// What has no points is not nought: it does not apply, is a target only, or has no rule.
const POINTLESS: Readonly<Partial<Record<ItemStatus, string>>> = {
  'not-applicable': '不适用',
  'target-only': '只有目标',
  'no-rule': '没有计分规则',
}

function yieldOf({ range, status }: ItemResult, lines: Yield['lines']): Yield {
  const without = POINTLESS[status]
  return {
    points: without ?? sayPoints(range),
    settled: without !== undefined || exactly(range) !== undefined,
    lines,
  }
}

const OPEN: Yield = { points: '未定', settled: false, lines: [] }

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
  const items = new Map(result.items.map((item) => [item.id, item]))
  // Who takes no part has no total; the page says only that it is open.
  const total = result.range ?? { lo: null, hi: null }
  return {
    of: (id) => {
      const item = items.get(id)
      return item === undefined ? OPEN : yieldOf(item, linesOf(proof, id))
    },
    total: {
      points: sayPoints(total),
      settled: exactly(total) !== undefined,
      lines: [],
    },
  }
}
