import type { Program } from '../compile/index.ts'
import type { NodeId } from '../core/index.ts'
import type { Met } from '../model/index.ts'
import { type Interval, exactly } from '../number/index.ts'
import type { Standing } from '../order/standing.ts'
import type { Reading } from './read.ts'

/** Whether a truth holds: yes, no, or not decidable with what is known. */
export function metOf(truth: Interval): Met {
  const known = exactly(truth)
  return known === undefined ? 'undecided' : known.num === 0n ? 'no' : 'yes'
}

/** What the orders need to know of a unit. */
export function standingOf(program: Program, reading: Reading): Standing {
  const value = (id: NodeId) => reading.values.of(id)
  const conditions = program.consequences.flatMap(({ consequence, when }) =>
    when === undefined ? [] : [[consequence.id, metOf(value(when))] as const],
  )
  const amounts = program.consequences.flatMap(({ consequence, amount }) =>
    amount === undefined ? [] : [[consequence.id, value(amount)] as const],
  )
  return {
    unit: reading.unit,
    total: value(program.total),
    full: program.full ?? program.fulls.get(reading.unit.type ?? ''),
    breakers: program.breakers.map(value),
    overrides: program.overrides.map(({ when }) => metOf(value(when))),
    conditions: new Map(conditions),
    amounts: new Map(amounts),
  }
}
