import type { EventEntry, Value } from '@kaohe/engine'
import { HashTable } from './hash-table.ts'
import { tellValue } from './tell.ts'

type Told = Omit<EventEntry, 'id'>

const tell = (value: Value | undefined): string => (value === undefined ? '' : tellValue(value))

// In one order, whatever file they came from; mostly they are in it already.
function names(attributes: Told['attributes']): readonly string[] {
  const all = Object.keys(attributes)
  return all.every((name, i) => i === 0 || (all[i - 1] as string) < name) ? all : all.toSorted()
}

/** Everything that makes two events without identifiers the same event, as one text. */
function keyOf(event: Told): string {
  const { unit, date, evidence = [] } = event
  let key = `${event.event}|${unit}|${date ?? ''}`
  for (const name of names(event.attributes)) key += `|${name}=${tell(event.attributes[name])}`
  for (const one of evidence) key += `|${one}`
  return key
}

// Begun with a number that nobody knows beforehand, so that nobody can write rows that all meet in one place.
const SEED = crypto.getRandomValues(new Uint32Array(1))[0]!

function hashOf(text: string): number {
  let hash = SEED
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Finds events that were told twice, keeping of each no more than a number and its place. */
export class Twins {
  readonly #events: readonly Told[]
  readonly #table = new HashTable()

  /** @param events Where the events are kept; what is looked for and not found is the next of them. */
  constructor(events: readonly Told[]) {
    this.#events = events
  }

  /** How many different events there are. */
  get size(): number {
    return this.#table.size
  }

  /** The event that was told before in the same words; else this one is the next to be kept. */
  find(event: Told): Told | undefined {
    const key = keyOf(event)
    const same = (at: number): boolean => keyOf(this.#events[at] as Told) === key
    const at = this.#table.find(hashOf(key), same, this.#events.length)
    return at === undefined ? undefined : this.#events[at]
  }
}
