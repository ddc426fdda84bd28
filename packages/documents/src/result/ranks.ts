import { compare, type UnitResult } from '@kaohe/engine'
import { type CellSpec, numberOrText } from '../book/index.ts'
import type { Results } from '../exports/results.ts'
import { HEAD_ROWS, type PointsLayout, rowOf } from './layout.ts'

type Way = 'competition' | 'dense'

function rankBy(way: Way, unit: UnitResult, peers: readonly UnitResult[]): number | undefined {
  const mine = unit.total
  if (mine === undefined) return undefined
  const above = peers
    .map((p) => p.total)
    .filter((t) => t !== undefined && compare(t, mine) > 0)
    .map((t) => (t === undefined ? '' : `${numberOrText(t)}`))
  return (way === 'dense' ? new Set(above).size : above.length) + 1
}

/** The group of ranks and the way of counting that the results show: all together, or by group. */
function plan(units: readonly UnitResult[]): { grouped: boolean; way: Way } | undefined {
  const known = units.filter((u) => u.rank !== undefined)
  if (known.length !== units.length || units.some((u) => u.total === undefined)) return undefined
  for (const grouped of [false, true]) {
    for (const way of ['competition', 'dense'] as const) {
      const fits = units.every(
        (u) =>
          rankBy(way, u, grouped ? units.filter((p) => p.group === u.group) : units) === u.rank,
      )
      if (fits) return { grouped, way }
    }
  }
  return undefined
}

function formulaFor(
  row: number,
  last: number,
  layout: PointsLayout,
  grouped: boolean,
  way: Way,
): string {
  const t = layout.totalColumn
  const totals = `$${t}$${HEAD_ROWS + 1}:$${t}$${last}`
  const groups = `$D$${HEAD_ROWS + 1}:$D$${last}`
  if (way === 'dense') {
    const same = grouped ? `(${groups}=D${row})*` : ''
    const count = grouped
      ? `COUNTIFS(${groups},${groups},${totals},${totals})`
      : `COUNTIF(${totals},${totals})`
    return `SUMPRODUCT(${same}(${totals}>${t}${row})/${count})+1`
  }
  return grouped
    ? `COUNTIFS(${groups},D${row},${totals},">"&${t}${row})+1`
    : `RANK(${t}${row},${totals},0)`
}

/** The ranks as formulas over the totals; plain numbers where ties are broken by something else. */
export function rankCells(results: Results, layout: PointsLayout): CellSpec[] {
  const { units } = layout
  const found = plan(units)
  const last = HEAD_ROWS + units.length
  return units.map((unit, i): CellSpec => {
    if (unit.rank === undefined || found === undefined)
      return { value: unit.rank ?? null, style: 'strong' }
    return {
      value: {
        formula: formulaFor(rowOf(i), last, layout, found.grouped, found.way),
        result: unit.rank,
      },
      style: 'strong',
    }
  })
}
