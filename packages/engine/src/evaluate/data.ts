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

/** A dataset with everything found by name, built once and shared by all units. */
export class Data {
  readonly dataset: Dataset
  readonly #facts: Map<string, FactEntry[]>
  readonly #previous: Map<string, FactEntry[]>
  readonly #events: Map<string, EventEntry[]>
  readonly #children: Map<string, Unit[]>
  readonly #units: Map<string, Unit>
  readonly #reported: ReadonlySet<string>
  readonly #pending: ReadonlySet<string>

  constructor(dataset: Dataset) {
    this.dataset = dataset
    this.#facts = keyed(dataset.facts, (f) => factKey(f.unit, f.fact, f.period, f.evaluator))
    this.#previous = keyed(dataset.previous, (f) => factKey(f.unit, f.fact, f.period))
    this.#events = keyed(dataset.events, (e) => `${e.unit}\n${e.event}`)
    for (const list of this.#events.values()) list.sort(byDate)
    this.#children = keyed(dataset.units, (u) => u.parent ?? '')
    this.#units = new Map(dataset.units.map((u) => [u.id, u]))
    this.#reported = new Set(dataset.reported)
    this.#pending = new Set(dataset.pending.map((p) => `${p.unit}\n${p.event}`))
  }

  unit(id: string): Unit | undefined {
    return this.#units.get(id)
  }

  fact(unit: string, fact: string, period: string | null): FactEntry | undefined {
    return this.#facts.get(factKey(unit, fact, period))?.[0]
  }

  /** The mark that an evaluator gave; null asks for the one that names no evaluator. */
  mark(unit: string, item: string, evaluator: string | null): FactEntry | undefined {
    const fact = `mark:${item}`
    const named = this.#facts.get(factKey(unit, fact, null, evaluator ?? undefined))?.[0]
    return named ?? this.#facts.get(factKey(unit, fact, null))?.[0]
  }

  previous(unit: string, fact: string, period: string | null): FactEntry | undefined {
    return this.#previous.get(factKey(unit, fact, period))?.[0]
  }

  events(unit: string, event: string): readonly EventEntry[] {
    return this.#events.get(`${unit}\n${event}`) ?? []
  }

  /** Whether the unit's events of a kind are all in. */
  complete(unit: string, event: string): boolean {
    return this.#reported.has(event) && !this.#pending.has(`${unit}\n${event}`)
  }

  /** The units of a level below a unit, at any depth; a unit without a level counts as any. */
  below(unit: string, level: string): readonly Unit[] {
    const children = this.#children.get(unit) ?? []
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
