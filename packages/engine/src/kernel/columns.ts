import { assessedUnits } from '../evaluate/evaluate.ts'
import { Data, readInput } from '../evaluate/index.ts'
import type { Input } from '../core/index.ts'
import type { Dataset, Unit } from '../model/index.ts'
import { exactly } from '../number/index.ts'
import type { Kernel } from './kernel.ts'
import { type Range, wholeIn } from './ranges.ts'

/** A dataset in columns: the units that fit in whole numbers, and those that do not. */
export interface Rows {
  /** In the order of the rows. */
  readonly units: readonly Unit[]
  /** Units of which something the kernel reads is unknown or out of its range: for the exact evaluator. */
  readonly apart: readonly Unit[]
  /** By input of the program; undefined where the kernel does not read it. */
  readonly columns: readonly (Int32Array | undefined)[]
}

function wholesOf(
  unit: Unit,
  inputs: readonly (readonly [Input, Range])[],
  data: Data,
): readonly number[] | undefined {
  const found: number[] = []
  for (const [input, range] of inputs) {
    const value = exactly(readInput(input, unit, data))
    const whole = value && wholeIn(range, value)
    if (whole === undefined) return undefined
    found.push(whole)
  }
  return found
}

/**
 * The columns of a dataset for a kernel. Ranks among all hold only where no unit is apart.
 * @example
 * const rows = columnsOf(kernel, dataset)
 * kernel.load(rows.columns, rows.units.length)
 */
export function columnsOf({ plan }: Pick<Kernel, 'plan'>, dataset: Dataset): Rows {
  const { program, columns } = plan
  const data = new Data(dataset)
  const read = [...columns.inputs].map(([input, { range }]) => {
    const declared = program.unit.inputs[input] as Input
    return { input, of: [declared, range] as const }
  })
  const all = assessedUnits(program, dataset).map((unit) => {
    return {
      unit,
      wholes: wholesOf(
        unit,
        read.map((r) => r.of),
        data,
      ),
    }
  })
  const fitting = all.flatMap(({ unit, wholes }) => (wholes ? [{ unit, wholes }] : []))
  const filled = program.unit.inputs.map((): Int32Array | undefined => undefined)
  for (const [k, { input }] of read.entries())
    filled[input] = Int32Array.from(fitting, ({ wholes }) => wholes[k] as number)
  return {
    units: fitting.map(({ unit }) => unit),
    apart: all.flatMap(({ unit, wholes }) => (wholes ? [] : [unit])),
    columns: filled,
  }
}
