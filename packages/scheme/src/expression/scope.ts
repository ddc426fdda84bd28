/** What is known of something that can be measured or asked. */
export interface Measure {
  readonly id: string
  readonly name: string
  readonly type: 'number' | 'truth' | 'choice' | 'date' | 'text' | 'unknown'
  readonly unit: string | undefined
  readonly words: readonly string[]
}

/** The names that an expression may use, and where it stands. */
export interface Scope {
  readonly facts: ReadonlyMap<string, Measure>
  readonly attributes: ReadonlyMap<string, Measure>
  readonly events: ReadonlyMap<string, ReadonlyMap<string, Measure>>
  readonly items: ReadonlySet<string>
  /** Steps of the calendar, whose last day 期限(…) means. */
  readonly steps: ReadonlySet<string>
  /** The event whose attributes a bare name means, in a rule over events. */
  readonly event: string | undefined
}

/** The event at hand counts its occurrences in order of date (累犯). */
const ORDINAL: Measure = { id: 'ordinal', name: '第几次', type: 'number', unit: '次', words: [] }

/** The day of the event at hand, which every event has. */
const DATE: Measure = { id: 'date', name: '日期', type: 'date', unit: undefined, words: [] }

const OF_EVERY_EVENT = [ORDINAL, DATE]

/** An attribute of an event; `ordinal` and `date` are known of every event. */
export function eventAttribute(scope: Scope, event: string, id: string): Measure | undefined {
  return (
    scope.events.get(event)?.get(id) ??
    (scope.events.has(event) ? OF_EVERY_EVENT.find((one) => one.id === id) : undefined)
  )
}

/** What a bare name means: an attribute of the event at hand, a fact, an attribute of the unit. */
export function lookUp(
  scope: Scope,
  id: string,
): { readonly as: 'fact' | 'attribute'; readonly measure: Measure } | undefined {
  const ofEvent = scope.event === undefined ? undefined : eventAttribute(scope, scope.event, id)
  if (ofEvent) return { as: 'attribute', measure: ofEvent }
  const fact = scope.facts.get(id)
  if (fact) return { as: 'fact', measure: fact }
  const attribute = scope.attributes.get(id)
  return attribute && { as: 'attribute', measure: attribute }
}

/** Every name that could stand alone here. */
export function namesIn(scope: Scope): string[] {
  const ofEvent =
    scope.event === undefined ? [] : [...(scope.events.get(scope.event)?.keys() ?? [])]
  return [...ofEvent, ...scope.facts.keys(), ...scope.attributes.keys()]
}
