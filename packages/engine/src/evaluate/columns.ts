import type { Input } from '../core/index.ts'
import type { FactEntry, Unit } from '../model/index.ts'
import { type Interval, ONE, ZERO, point } from '../number/index.ts'
import type { Data } from './data.ts'
import { readFold } from './fold.ts'
import { intervalOf } from './value.ts'

function ofEntry(entry: FactEntry | undefined, input: Input): Interval {
  return entry === undefined ? input.domain.range : intervalOf(entry.value, input.domain)
}

const truth = (yes: boolean): Interval => point(yes ? ONE : ZERO)

// A fact of the unit itself, or of the unit above it at a level.
function factOf(
  { fact, period, level }: Pick<Extract<Input, { from: 'applies' }>, 'fact' | 'period' | 'level'>,
  unit: Unit,
  data: Data,
): FactEntry | undefined {
  const owner = level === null ? unit : data.above(unit, level)
  return owner === undefined ? undefined : data.fact(owner.id, fact, period)
}

/** The entry that an input reads from a dataset, when it reads just one. */
export function entryOf(input: Input, unit: Unit, data: Data): FactEntry | undefined {
  switch (input.from) {
    case 'fact':
      return data.fact(unit.id, input.fact, input.period)
    case 'applies':
    case 'shared':
      return factOf(input, unit, data)
    case 'mark':
      return data.mark(unit.id, input.item, input.evaluator)
    case 'previous':
    case 'hadPrevious':
      return data.previous(unit.id, input.fact, input.period)
    default:
      return undefined
  }
}

/**
 * What is known of one input of a unit: a point when it was reported, its whole domain when not.
 * Figures over peers are filled in by a later pass.
 */
export function readInput(input: Input, unit: Unit, data: Data): Interval {
  switch (input.from) {
    case 'type':
      return truth(unit.type !== null && input.types.includes(unit.type))
    case 'attribute': {
      const value = unit.attributes[input.attribute]
      return value === undefined ? input.domain.range : intervalOf(value, input.domain)
    }
    case 'fold':
      return readFold(input.fold, unit, data).value
    case 'applies': {
      const entry = entryOf(input, unit, data)
      return truth(entry === undefined || !('na' in entry.value))
    }
    case 'hadPrevious': {
      const entry = entryOf(input, unit, data)
      return entry === undefined ? input.domain.range : truth(!('na' in entry.value))
    }
    case 'open':
    case 'peers':
      return input.domain.range
    default:
      return ofEntry(entryOf(input, unit, data), input)
  }
}
