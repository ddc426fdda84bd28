import type { Proof, Rational, UnitResult } from '@kaohe/engine'
import {
  type CellSpec,
  letters,
  numberOrText,
  type RowSpec,
  type SheetSpec,
} from '../book/index.ts'
import {
  type Results,
  groupName,
  itemCell,
  nameIn,
  partCell,
  totalCell,
  words,
} from '../exports/results.ts'
import { FormulaWriter } from './formula.ts'
import { HEAD_ROWS, LEAD, type PointsLayout, rowOf } from './layout.ts'
import { rankCells } from './ranks.ts'

// Only cells to the left: a part may be the same step as the part inside it, and must not refer to itself.
function cellsByStep(
  proof: Proof,
  layout: PointsLayout,
  row: number,
  before: number,
): Map<number, string[]> {
  const cells = new Map<number, string[]>()
  const add = (step: number, column: number): void =>
    void (
      column < before && cells.set(step, [...(cells.get(step) ?? []), `${letters(column)}${row}`])
    )
  layout.items.forEach((item, i) =>
    proof.items.filter((p) => p.id === item.id).forEach((p) => add(p.step, LEAD + i)),
  )
  layout.parts.forEach((part, i) =>
    proof.parts
      .filter((p) => p.id === part.id)
      .forEach((p) => add(p.step, LEAD + layout.items.length + i)),
  )
  return cells
}

function cellOf(shown: Rational | string, style: NonNullable<CellSpec['style']>): CellSpec {
  return { value: typeof shown === 'string' ? shown : numberOrText(shown), style }
}

// Sums of binary numbers are rounded far behind the last digit that a score has.
const settle = (formula: string): string =>
  formula.startsWith('ROUND(') && /,\d\)$/.test(formula) ? formula : `ROUND(${formula},10)`

function live(
  proof: Proof | undefined,
  layout: PointsLayout,
  row: number,
  before: number,
  step: number | undefined,
  value: Rational | undefined,
): CellSpec['value'] | undefined {
  const result = value === undefined ? undefined : numberOrText(value)
  if (proof === undefined || step === undefined || typeof result !== 'number') return undefined
  const formula = new FormulaWriter(proof, cellsByStep(proof, layout, row, before), step).write()
  return formula === undefined ? undefined : { formula: settle(formula), result }
}

function unitRow(
  unit: UnitResult,
  position: number,
  layout: PointsLayout,
  results: Results,
  rank: CellSpec,
): RowSpec {
  const proof = results.proofs?.find((p) => p.unit.id === unit.unit)
  const row = rowOf(position)
  const items = layout.items.map(({ id }): CellSpec => {
    const item = unit.items.find((i) => i.id === id)
    return item === undefined
      ? { value: null, style: 'plain' }
      : cellOf(itemCell(item, results), 'plain')
  })
  const parts = layout.parts.map(({ id }, i): CellSpec => {
    const part = unit.parts.find((p) => p.id === id)
    const value = live(
      proof,
      layout,
      row,
      LEAD + layout.items.length + i,
      proof?.parts.find((p) => p.id === id)?.step,
      part?.points,
    )
    return part === undefined
      ? { value: null, style: 'plain' }
      : {
          ...cellOf(partCell(part, results), 'plain'),
          ...(value === undefined ? {} : { value }),
        }
  })
  const total = live(
    proof,
    layout,
    row,
    LEAD + layout.items.length + layout.parts.length,
    proof?.total.step,
    unit.total,
  )
  const totalSpec: CellSpec = {
    ...cellOf(totalCell(unit, results), 'strong'),
    ...(total === undefined ? {} : { value: total }),
  }
  const type = nameIn(results.scheme.assessees, unit.type)
  const group = groupName(unit, results.scheme)
  const lead = [unit.unit, unit.name, type, group].map(
    (value): CellSpec => ({ value, style: 'fixed' }),
  )
  return { cells: [...lead, ...items, ...parts, totalSpec, rank] }
}

function headRows(layout: PointsLayout, results: Results): RowSpec[] {
  const say = words(results)
  const lead = [
    say('单位编号', 'Id'),
    say('单位', 'Unit'),
    say('类别', 'Kind'),
    say('分组', 'Group'),
  ]
  const names = [
    ...lead,
    ...layout.items.map((i) => i.name),
    ...layout.parts.map((p) => p.name),
    say('总分', 'Total'),
    say('名次', 'Rank'),
  ]
  const full = (value: Rational | undefined): string =>
    value === undefined ? '' : `${numberOrText(value)}${say('分', '')}`
  const hints = [
    ...lead.map(() => ''),
    ...layout.items.map((i) =>
      [i.clause, full(i.full)].filter((t) => t !== undefined && t !== '').join('　'),
    ),
    ...layout.parts.map((p) =>
      p.weight === undefined ? '' : `${Number((p.weight.num * 10_000n) / p.weight.den) / 100}%`,
    ),
    '',
    '',
  ]
  const cells = (values: readonly string[], style: 'heading' | 'hint'): CellSpec[] =>
    values.map((value) => ({ value, style }))
  return [
    { cells: cells(names, 'heading'), height: 48 },
    { cells: cells(hints, 'hint'), height: 26 },
  ]
}

/** 得分: the points of all items, with parts and totals as live formulas where a sheet can carry them. */
export function pointsSheet(results: Results, layout: PointsLayout, name: string): SheetSpec {
  const ranks = rankCells(results, layout)
  const width = (i: number): number => (i === 1 ? 28 : 13)
  return {
    name,
    columns: Array.from(
      { length: LEAD + layout.items.length + layout.parts.length + 2 },
      (_, i) => ({ width: width(i), input: false }),
    ),
    rows: [
      ...headRows(layout, results),
      ...layout.units.map((u, i) => unitRow(u, i, layout, results, ranks[i] ?? { value: null })),
    ],
    freeze: { rows: HEAD_ROWS, columns: 2 },
    titleRows: HEAD_ROWS,
  }
}
