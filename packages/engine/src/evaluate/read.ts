import { type Values, readArena } from '../core/index.ts'
import type { Program } from '../compile/index.ts'
import type { Unit } from '../model/index.ts'
import { EVERYTHING, type Interval } from '../number/index.ts'
import { readInput } from './columns.ts'
import type { Data } from './data.ts'
import { measurePeers, peersOf } from './peers.ts'

/** Everything known of one unit: its columns, and every node of the program by demand. */
export interface Reading {
  readonly unit: Unit
  readonly inputs: readonly Interval[]
  readonly values: Values
}

/** Reads the columns of one unit; figures over peers are still open. */
export function readColumns(program: Program, unit: Unit, data: Data): Interval[] {
  return program.unit.inputs.map((input) => readInput(input, unit, data))
}

/**
 * Fills in the figures over peers, in the order in which they depend on one another, and gives every
 * unit its values. `columns` is changed in place.
 */
export function readUnits(
  program: Program,
  units: readonly Unit[],
  columns: Interval[][],
): Reading[] {
  const { inputs } = program.unit
  const fresh = () => columns.map((known) => readArena(program.unit, known))
  inputs.forEach((input, index) => {
    if (input.from !== 'peers') return
    const all = fresh().map((values) => values.of(input.of))
    units.forEach((unit, u) => {
      const peers = peersOf(unit, units, input.group).map((i) => all[i] ?? EVERYTHING)
      const column = columns[u]
      if (column !== undefined)
        column[index] = measurePeers(input.measure, all[u] ?? EVERYTHING, peers)
    })
  })
  const values = fresh()
  return units.map((unit, u) => ({
    unit,
    inputs: columns[u] ?? [],
    values: values[u] ?? readArena(program.unit, []),
  }))
}
