import { expect } from 'vitest'
import type { Program } from '../../src/compile/index.ts'
import { type Evaluation, evaluate } from '../../src/evaluate/index.ts'
import {
  type By,
  type Kernel,
  type Rows,
  type Teller,
  columnsOf,
  kernelOf,
} from '../../src/kernel/index.ts'
import type { Dataset } from '../../src/model/index.ts'
import { exactly } from '../../src/number/index.ts'
import type { StoryLine } from '../../src/proof/line.ts'

export interface Scored {
  readonly kernel: Kernel
  readonly rows: Rows
  readonly evaluation: Evaluation
}

/** A dataset through the kernel and through the exact evaluator. */
export function scored(program: Program, dataset: Dataset, by: By): Scored {
  const kernel = kernelOf(program, { by })
  const rows = columnsOf(kernel, dataset)
  kernel.load(rows.columns, rows.units.length)
  kernel.score()
  return { kernel, rows, evaluation: evaluate(program, dataset) }
}

const positions = ({ evaluation }: Scored): ReadonlyMap<string, number> =>
  new Map(evaluation.readings.map((r, i) => [r.unit.id, i]))

/** Points, parts and totals of every unit in the columns, to the last digit. */
export function expectPoints(s: Scored): number {
  const { kernel, rows, evaluation } = s
  const { program } = kernel.plan
  const at = positions(s)
  let compared = 0
  for (const [row, unit] of rows.units.entries()) {
    const values = evaluation.readings[at.get(unit.id) ?? -1]?.values
    const same = (name: string, node: number, found: () => { of(unit: number): unknown }) => {
      if (kernel.exact.includes(name)) return
      expect([name, found().of(row)]).toEqual([name, values && exactly(values.of(node))])
      compared += 1
    }
    for (const { item, points } of program.items)
      same(`指标/${item.id}`, points, () => kernel.points(item.id))
    for (const part of program.parts)
      same(`部分/${part.id}`, part.points, () => kernel.part(part.id))
    same('总分', program.total, () => kernel.total())
  }
  return compared
}

/** Ranks, grades and ends where they stand in columns and no unit is apart. */
export function expectOrder({ kernel, rows, evaluation }: Scored): number {
  const { order, program } = kernel.plan
  if (order === undefined || rows.apart.length > 0) return 0
  const { conclusions } = evaluation
  if (order.rank !== undefined) expect([...kernel.ranks()]).toEqual(conclusions.map((c) => c.rank))
  const grades = program.scheme.grading?.grades ?? []
  if (order.grade !== undefined)
    expect([...kernel.grades()].map((g) => grades[g]?.id)).toEqual(conclusions.map((c) => c.grade))
  const ends = order.ends === undefined ? undefined : [...kernel.ends()]
  for (const [k, { id }] of order.cuts.entries())
    expect(ends?.map((e) => ((e >> k) & 1 ? 'yes' : 'no'))).toEqual(
      conclusions.map((c) => c.consequences.find((one) => one.id === id)?.met),
    )
  return (order.rank === undefined ? 0 : 1) + (ends === undefined ? 0 : 2)
}

/** A unit is told in these lines, twice: what is remembered says the same as what is said for the first time. */
export function expectSaid(
  teller: Teller | undefined,
  row: number,
  name: string,
  lines: readonly StoryLine[],
): void {
  const text = lines.map((l) => `${'  '.repeat(l.depth)}${l.text}`).join('\n')
  for (const _ of [1, 2]) {
    expect(teller?.tell(row, name)).toEqual(lines)
    expect(teller?.text(row, name)).toBe(text)
  }
}
