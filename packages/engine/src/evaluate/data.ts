import { EVENT_DATE } from '../compile/index.ts'
import type { Dataset, EventEntry, FactEntry, Unit } from '../model/index.ts'

function keyed<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const list = map.get(key)
    if (list === undefined) map.set(key, [entry])
    else list.push(entry)
  }
  return map
}

const factKey = (unit: string, fact: string, period: string | null, evaluator?: string) =>
  `${unit}\n${fact}\n${period ?? ''}\n${evaluator ?? ''}`

/** Events in the order in which they count: by date, those without one last, then by id. */
function byDate(a: EventEntry, b: EventEntry): number {
  const [x, y] = [a.date ?? '9999', b.date ?? '9999']
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Everything of a dataset that is found by name. */
interface Index {
  readonly facts: Map<string, FactEntry[]>
  readonly previous: Map<string, FactEntry[]>
  readonly events: Map<string, EventEntry[]>
  readonly children: Map<string, Unit[]>
  readonly units: Map<string, Unit>
  readonly reported: ReadonlySet<string>
  readonly pending: ReadonlySet<string>
}

function keyOfFact(f: FactEntry): string {
  return factKey(f.unit, f.fact, f.period, f.evaluator)
}

/** An event with its day among its attributes, unless the scheme has declared another of that name. */
export function withDate(event: EventEntry): EventEntry {
  if (event.date === null || event.attributes[EVENT_DATE.id] !== undefined) return event
  return { ...event, attributes: { ...event.attributes, [EVENT_DATE.id]: { date: event.date } } }
}

function indexOf(dataset: Dataset): Index {
  const events = keyed(dataset.events.map(withDate), (e) => `${e.unit}\n${e.event}`)
  for (const list of events.values()) list.sort(byDate)
  return {
    facts: keyed(dataset.facts, keyOfFact),
    previous: keyed(dataset.previous, (f) => factKey(f.unit, f.fact, f.period)),
    events,
    children: keyed(dataset.units, (u) => u.parent ?? ''),
    units: new Map(dataset.units.map((u) => [u.id, u])),
    reported: new Set(dataset.reported),
    pending: new Set(dataset.pending.map((p) => `${p.unit}\n${p.event}`)),
  }
}

/** A dataset with everything found by name, built once and shared by all units. */
export class Data {
  readonly #base: Dataset
  readonly #index: Index
  /** Facts changed since the index was built. */
  readonly #changed: ReadonlyMap<string, FactEntry>

  constructor(dataset: Dataset, index = indexOf(dataset), changed = new Map<string, FactEntry>()) {
    this.#base = dataset
    this.#index = index
    this.#changed = changed
  }

  /** The same data with one fact reported otherwise, or for the first time; nothing is indexed again. */
  with(entry: FactEntry): Data {
    const changed = new Map(this.#changed).set(keyOfFact(entry), entry)
    return new Data(this.#base, this.#index, changed)
  }

  get dataset(): Dataset {
    if (this.#changed.size === 0) return this.#base
    const kept = this.#base.facts.filter((f) => !this.#changed.has(keyOfFact(f)))
    return { ...this.#base, facts: [...kept, ...this.#changed.values()] }
  }

  /** Ratified results of earlier years, and what people decided in this one. */
  get past(): Pick<Dataset, 'history' | 'lineage' | 'decisions'> {
    return this.#base
  }

  #reportedFact(key: string): FactEntry | undefined {
    return this.#changed.get(key) ?? this.#index.facts.get(key)?.[0]
  }

  /** The units whose columns may read a fact of this unit: itself, those above, and those below. */
  related(unit: string): ReadonlySet<string> {
    const found = new Set<string>()
    for (
      let at = this.unit(unit);
      at !== undefined;
      at = at.parent === undefined ? undefined : this.unit(at.parent)
    ) {
      if (found.has(at.id)) break
      found.add(at.id)
    }
    const below = (id: string): void =>
      (this.#index.children.get(id) ?? []).forEach((child) => {
        if (found.has(child.id)) return
        found.add(child.id)
        below(child.id)
      })
    below(unit)
    return found
  }

  unit(id: string): Unit | undefined {
    return this.#index.units.get(id)
  }

  fact(unit: string, fact: string, period: string | null): FactEntry | undefined {
    return this.#reportedFact(factKey(unit, fact, period))
  }

  /** The mark that an evaluator gave; null asks for the one that names no evaluator. */
  mark(unit: string, item: string, evaluator: string | null): FactEntry | undefined {
    const fact = `mark:${item}`
    const named = this.#reportedFact(factKey(unit, fact, null, evaluator ?? undefined))
    return named ?? this.#reportedFact(factKey(unit, fact, null))
  }

  previous(unit: string, fact: string, period: string | null): FactEntry | undefined {
    return this.#index.previous.get(factKey(unit, fact, period))?.[0]
  }

  events(unit: string, event: string): readonly EventEntry[] {
    return this.#index.events.get(`${unit}\n${event}`) ?? []
  }

  /** Whether the unit's events of a kind are all in. */
  complete(unit: string, event: string): boolean {
    return this.#index.reported.has(event) && !this.#index.pending.has(`${unit}\n${event}`)
  }

  /** The units of a level below a unit, at any depth; a unit without a level counts as any. */
  below(unit: string, level: string): readonly Unit[] {
    const children = this.#index.children.get(unit) ?? []
    return children.flatMap((child) =>
      child.level === level || (child.level === undefined && child.type === null)
        ? [child]
        : this.below(child.id, level),
    )
  }

  /** The unit of a level above a unit. */
  above(unit: Unit, level: string): Unit | undefined {
    let current = unit.parent === undefined ? undefined : this.unit(unit.parent)
    while (current !== undefined && current.level !== level && current.level !== undefined) {
      current = current.parent === undefined ? undefined : this.unit(current.parent)
    }
    return current
  }
}
