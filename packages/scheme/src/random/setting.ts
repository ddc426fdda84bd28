import type { Measure, Scope } from '../expression/scope.ts'
import type { Chance } from './chance.ts'
import type { Event, Stock } from './stock.ts'

/** What a measure that a rule looks at gives: the unit of its figures, or its words. */
export interface Measured {
  readonly unit: string
  readonly words: readonly string[] | undefined
}

/** Where a random value is to stand, which decides what it may speak of. */
export interface Setting {
  readonly chance: Chance
  readonly stock: Stock
  readonly place: 'unit' | 'month' | 'below' | Event
  readonly measure: Measured | undefined
  readonly then: Measured | undefined
  readonly depth: number
}

/** Everything that a bare name may stand for at a place. */
export function namesAt({ stock, place }: Setting): readonly Measure[] {
  if (typeof place === 'object') return place.attributes
  const of = (standing: string) => stock.facts.filter((fact) => fact.standing === standing)
  if (place === 'below') return of('below')
  const year = [...of('year'), ...stock.attributes]
  // Inside a series every bare fact is one of the period, so that the number of periods is known.
  return place === 'month' ? of('month') : year
}

export function scopeOf({ stock, place }: Setting): Scope {
  const map = (list: readonly Measure[]) => new Map(list.map((one) => [one.id, one]))
  return {
    facts: map(stock.facts),
    attributes: map(stock.attributes),
    events: new Map(stock.events.map((event) => [event.id, map(event.attributes)])),
    items: new Set(),
    steps: new Set(['hand-in']),
    event: typeof place === 'object' ? place.id : undefined,
  }
}
