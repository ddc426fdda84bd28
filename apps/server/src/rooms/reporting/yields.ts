import type { Yield } from '@kaohe/contract'
import { grillesOf } from '@kaohe/domain'
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

const PLAIN = { lines: [], grilles: [], lacks: [] }

function pointsOf({ range, status }: ItemResult): Pick<Yield, 'points' | 'settled'> {
  const without = POINTLESS[status]
  return {
    points: without ?? sayPoints(range),
    settled: without !== undefined || exactly(range) !== undefined,
  }
}

const OPEN: Yield = { points: '未定', settled: false, ...PLAIN }

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

/** Of a unit that is not assessed: what it supplies yields points to others, not to itself. */
export const SUPPLIED: Yields = {
  of: () => ({ points: '汇总后计分', settled: true, ...PLAIN }),
  total: { points: '汇总后计分', settled: true, ...PLAIN },
}

/** Evaluates one unit's report. What is compared with other units stays open here. */
export function yieldsOf(program: Program, dataset: Dataset): Yields {
  const [unit] = dataset.units
  if (unit === undefined || unit.type === null) return SUPPLIED
  const evaluation = evaluate(program, dataset)
  const result = evaluation.result(unit.id)
  const proof = prove(evaluation, unit.id)
  const reading = evaluation.readings.find((one) => one.unit.id === unit.id)
  const items = new Map(result.items.map((item) => [item.id, item]))
  const programs = new Map(program.items.map((one) => [one.item.id, one]))
  // Who takes no part has no total; the page says only that it is open.
  const total = result.range ?? { lo: null, hi: null }
  return {
    of: (id) => {
      const [item, one] = [items.get(id), programs.get(id)]
      if (item === undefined || one === undefined) return OPEN
      const grilles = reading === undefined ? [] : grillesOf(one, reading.values)
      const shown = grilles.map(({ of, rows }) => ({ of, rows: rows.map((row) => ({ ...row })) }))
      return { ...pointsOf(item), lines: linesOf(proof, id), grilles: shown, lacks: [] }
    },
    total: { points: sayPoints(total), settled: exactly(total) !== undefined, ...PLAIN },
  }
}
