import type { EventEntry } from '@kaohe/engine'

// Joined, it is one text; added, it would be a tree of texts for each of a hundred thousand.
const joined = (event: string, number: number): string => [event, number].join('-')

/** The identifiers of events: those that were written, and those that are made for the others. */
export class EventIds {
  readonly #events: readonly EventEntry[]
  // Where each written identifier stands.
  readonly #written = new Map<string, string>()
  readonly #last = new Map<string, number>()
  // Made identifiers are looked up only when one of their form is written, which is rare.
  #made: Map<string, string> | undefined

  /** @param events Where the events are kept. */
  constructor(events: readonly EventEntry[]) {
    this.#events = events
  }

  /** Takes an identifier that is written. @returns Where it already stands, or undefined. */
  take(id: string, origin: string): string | undefined {
    const before = this.#written.get(id) ?? (this.#mayBeMade(id) ? this.#madeAt(id) : undefined)
    if (before === undefined) this.#written.set(id, origin)
    return before
  }

  /** An identifier of the event's kind that is not taken, counted from `number`. */
  make(entry: Omit<EventEntry, 'id'>, number: number): string {
    let free = Math.max(number, (this.#last.get(entry.event) ?? 0) + 1)
    while (this.#written.has(joined(entry.event, free))) free += 1
    this.#last.set(entry.event, free)
    const id = joined(entry.event, free)
    this.#made?.set(id, entry.origin ?? '')
    return id
  }

  #mayBeMade(id: string): boolean {
    const [, event = '', number] = /^(.*)-(\d+)$/s.exec(id) ?? []
    return Number(number) <= (this.#last.get(event) ?? 0)
  }

  #madeAt(id: string): string | undefined {
    this.#made ??= new Map(this.#events.map((e) => [e.id, e.origin ?? '']))
    return this.#made.get(id)
  }
}
