import { type Values, readArena } from '../core/index.ts'
import type { Program } from '../compile/index.ts'
import type { Met, Unit } from '../model/index.ts'
import { EVERYTHING, type Interval } from '../number/index.ts'
import { eligibilityOf } from '../order/eligibility.ts'
import { readInput } from './columns.ts'
import type { Data } from './data.ts'
import { isMaybe, measurePeers, membersOf, peersOf } from './peers.ts'

/** Everything known of one unit: its columns, and every node of the program by demand. */
export interface Reading {
  readonly unit: Unit
  /** Whether it takes part (资格): who surely does not is nobody's peer. */
  readonly eligible: Met
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
  const members = units.map((unit) => ({
    unit,
    eligible: eligibilityOf(unit, program.scheme).met,
  }))
  const fresh = () => columns.map((known) => readArena(program.unit, known))
  inputs.forEach((input, index) => {
    if (input.from !== 'peers') return
    const read = fresh()
    const all = read.map((values) => values.of(input.of))
    const compared = membersOf(
      input,
      members.map((member, u) => ({ ...member, values: read[u] as Values })),
    )
    compared.forEach((member, u) => {
      const peers = peersOf(member, compared, input.group).map((i) => ({
        value: all[i] ?? EVERYTHING,
        maybe: isMaybe(member, compared[i] ?? member),
      }))
      const column = columns[u]
      if (column !== undefined)
        column[index] = measurePeers(input.measure, all[u] ?? EVERYTHING, peers)
    })
  })
  const values = fresh()
  return members.map((member, u) => ({
    ...member,
    inputs: columns[u] ?? [],
    values: values[u] ?? readArena(program.unit, []),
  }))
}
