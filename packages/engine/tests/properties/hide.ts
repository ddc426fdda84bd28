import { type Chance, onceIn } from './chance.ts'
import type { Dataset, EventEntry, Scheme, Unit, Value } from '../../src/model/index.ts'

type Values = Readonly<Record<string, Value>>

function someOf(values: Values, oneIn: number, chance: Chance): Values {
  return Object.fromEntries(Object.entries(values).filter(() => !onceIn(chance, oneIn)))
}

/** Kinds of event that a unit has not reported in full. */
function unreported(dataset: Dataset, scheme: Scheme, chance: Chance): Dataset['pending'] {
  return dataset.units.flatMap((unit: Unit) =>
    (scheme.events ?? []).flatMap((event) =>
      unit.type !== null && onceIn(chance, 6) ? [{ unit: unit.id, event: event.id }] : [],
    ),
  )
}

/**
 * The same data with some of it not reported yet: facts, marks, figures of the year before, attributes
 * of units and of events, and events of kinds that are then not complete.
 */
export function hide(dataset: Dataset, scheme: Scheme, chance: Chance): Dataset {
  const oneIn = 2 + chance.below(8)
  const seen = <T>(entries: readonly T[]) => entries.filter(() => !onceIn(chance, oneIn))
  const pending = unreported(dataset, scheme, chance)
  const reported = dataset.reported.filter(() => !onceIn(chance, 12))
  const open = (e: EventEntry) =>
    !reported.includes(e.event) || pending.some((p) => p.unit === e.unit && p.event === e.event)
  const events = dataset.events.filter((event) => !open(event) || !onceIn(chance, 3))
  return {
    ...dataset,
    units: dataset.units.map((unit) => ({
      ...unit,
      attributes: someOf(unit.attributes, oneIn, chance),
    })),
    facts: seen(dataset.facts),
    previous: seen(dataset.previous),
    events: events.map((event) => ({
      ...event,
      attributes: someOf(event.attributes, 3 * oneIn, chance),
    })),
    reported,
    pending,
  }
}
