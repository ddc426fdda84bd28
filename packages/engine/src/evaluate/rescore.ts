import type { FactEntry } from '../model/index.ts'
import { type Evaluation, concluded } from './evaluate.ts'
import { type Reading, readColumns, readUnits } from './read.ts'
import { readArena } from '../core/index.ts'

/**
 * The evaluation with one fact changed. Only the units that can read the fact are read again; all
 * others keep what was computed, unless the scheme compares units with one another.
 * The result equals `evaluate` on the changed dataset.
 */
export function rescore(evaluation: Evaluation, entry: FactEntry): Evaluation {
  const { program, readings } = evaluation
  const data = evaluation.data.with(entry)
  const touched = data.related(entry.unit)
  const again = (reading: Reading): Reading => {
    if (!touched.has(reading.unit.id)) return reading
    const inputs = readColumns(program, reading.unit, data)
    return { ...reading, inputs, values: readArena(program.unit, inputs) }
  }
  const changed = readings.map(again)
  if (!program.unit.inputs.some((input) => input.from === 'peers'))
    return concluded(program, data, changed)
  const columns = changed.map((reading) => [...reading.inputs])
  const units = changed.map((reading) => reading.unit)
  return concluded(program, data, readUnits(program, units, columns))
}
