import type { Scheme, shape } from '@kaohe/engine'

/** Where the name of an id is looked up: in one list, or among what an expression may measure. */
export type To = shape.Namespace | 'measure'

/** What a bare id in an expression may mean, in the order of the compiler. */
const MEASURES: readonly shape.Namespace[] = ['fact', 'attribute', 'item']

/** What every event has without declaring it. */
const OF_EVERY_EVENT: Readonly<Record<string, string>> = { date: '日期', ordinal: '第几次' }

type Named = { readonly id: string; readonly name: string }

function listsOf(scheme: Scheme): Partial<Record<shape.Namespace, readonly Named[] | undefined>> {
  return {
    party: scheme.parties,
    level: scheme.levels,
    attribute: scheme.attributes,
    assessee: scheme.assessees,
    source: scheme.sources,
    category: scheme.categories,
    fact: scheme.facts,
    event: scheme.events,
    item: scheme.items,
    step: scheme.calendar,
    grade: scheme.grading?.grades,
  }
}

/** The names of a scheme: two things of different kinds may have one id, so each is asked by its kind. */
export class Names {
  readonly #names: ReadonlyMap<string, string>
  readonly #units: ReadonlyMap<string, string | undefined>

  constructor(scheme: Scheme) {
    const lists = Object.entries(listsOf(scheme)).flatMap(([to, list]) =>
      (list ?? []).map(({ id, name }) => [`${to}/${id}`, name] as const),
    )
    const events = (scheme.events ?? []).flatMap((event) =>
      (event.attributes ?? []).map(({ id, name }) => [`of ${event.id}/${id}`, name] as const),
    )
    this.#names = new Map([...lists, ...events])
    const measures = [...(scheme.attributes ?? []), ...(scheme.facts ?? [])]
    this.#units = new Map(measures.map(({ id, unit }) => [id, unit]))
  }

  /** The declared name; the id where there is none. Within an event its attributes come first. */
  of(id: string, to: To, event?: string): string {
    const own = to === 'measure' || to === 'eventAttribute' ? event : undefined
    const attribute = own === undefined ? undefined : this.#names.get(`of ${own}/${id}`)
    const given = own === undefined ? undefined : OF_EVERY_EVENT[id]
    const named = (to === 'measure' ? MEASURES : [to]).map((one) => this.#names.get(`${one}/${id}`))
    return attribute ?? given ?? named.find((name) => name !== undefined) ?? id
  }

  /** The unit in which a fact or an attribute of a unit is counted. */
  unitOf(id: string): string | undefined {
    return this.#units.get(id)
  }
}
