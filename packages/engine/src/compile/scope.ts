import type { Domain } from '../core/index.ts'
import type {
  AttributeDeclaration,
  EventDeclaration,
  FactDeclaration,
  Scheme,
  UnitAttribute,
  Window,
} from '../model/index.ts'
import { DATE_UNIT, EVERYTHING, ZERO, int, point, sayPeriod } from '../number/index.ts'
import type { Namespace } from '../shape/index.ts'
import { isDated, periodsIn } from './periods.ts'
import { countsWhole } from './units.ts'

type Valued = Pick<FactDeclaration, 'type' | 'unit' | 'words' | 'least' | 'most'> & {
  readonly whole?: boolean | undefined
}

/** The day of an event, which every event has. */
export const EVENT_DATE: AttributeDeclaration = {
  id: 'date',
  name: '日期',
  type: 'date',
  unit: undefined,
  words: undefined,
  whole: undefined,
  least: undefined,
  most: undefined,
  ruled: undefined,
}

/** The values that a declaration allows. */
export function domainOf(d: Valued): Domain {
  if (d.type === 'truth')
    return { range: { lo: ZERO, hi: int(1) }, whole: true, unit: '', words: null }
  if (d.type === 'choice') {
    const words = d.words ?? []
    return {
      range: { lo: ZERO, hi: int(Math.max(0, words.length - 1)) },
      whole: true,
      unit: '',
      words,
    }
  }
  if (d.type === 'date') return { range: EVERYTHING, whole: true, unit: DATE_UNIT, words: null }
  if (d.type !== 'number') return { range: point(ZERO), whole: true, unit: '', words: null }
  const range = { lo: d.least?.value ?? ZERO, hi: d.most?.value ?? null }
  return { range, whole: d.whole ?? countsWhole(d.unit), unit: d.unit ?? '', words: null }
}

/** Names of a scheme looked up, and the questions about it that lowering asks. */
export class Scope {
  readonly scheme: Scheme
  readonly #facts: Map<string, FactDeclaration>
  readonly #events: Map<string, EventDeclaration>
  readonly #attributes: Map<string, UnitAttribute>
  readonly #depth = new Map<string, number>()

  constructor(scheme: Scheme) {
    this.scheme = scheme
    this.#facts = new Map((scheme.facts ?? []).map((f) => [f.id, f]))
    this.#events = new Map((scheme.events ?? []).map((e) => [e.id, e]))
    this.#attributes = new Map((scheme.attributes ?? []).map((a) => [a.id, a]))
    for (const level of scheme.levels ?? [])
      this.#depth.set(
        level.id,
        level.above === undefined ? 0 : (this.#depth.get(level.above) ?? 0) + 1,
      )
  }

  fact(id: string): FactDeclaration | undefined {
    return this.#facts.get(id)
  }

  event(id: string): EventDeclaration | undefined {
    return this.#events.get(id)
  }

  attribute(id: string): UnitAttribute | undefined {
    return this.#attributes.get(id)
  }

  /** An attribute of an event; each has its date, which need not be declared. */
  eventAttribute(event: string, id: string): AttributeDeclaration | undefined {
    const declared = this.event(event)
    const found = declared?.attributes?.find((a) => a.id === id)
    return found ?? (id === EVENT_DATE.id && declared !== undefined ? EVENT_DATE : undefined)
  }

  /** Where a fact arises, seen from the assessees: their own level, below it, or above it. */
  standing(level: string | undefined): 'own' | 'below' | 'above' {
    if (level === undefined) return 'own'
    const levels = this.scheme.assessees.map((a) => a.level).filter((l) => l !== undefined)
    if (levels.length === 0 || levels.includes(level)) return 'own'
    const own = Math.max(...levels.map((l) => this.#depth.get(l) ?? 0))
    return (this.#depth.get(level) ?? 0) > own ? 'below' : 'above'
  }

  /**
   * The periods of a fact or an event inside a window, or null when it has none or the scheme leaves
   * their number open.
   */
  periodsOf(id: string, window: Window | undefined = this.scheme.period): readonly string[] | null {
    const fact = this.fact(id)
    const periodicity = fact?.period ?? this.event(id)?.per
    if (periodicity === undefined) return null
    return periodsIn(periodicity, window, fact?.times)
  }

  /** Whether a fact has a value for each of several periods, and not one for all of the time. */
  isDated(fact: string): boolean {
    const declared = this.fact(fact)
    return declared !== undefined && isDated(declared, this.scheme.period)
  }

  /**
   * Whether a month, quarter or week is called with its year: where the assessment goes over several
   * years, and where the period is of another year than it.
   */
  saysYear(period: string): boolean {
    const { period: window } = this.scheme
    const [year] = /^\d{4}(?=-)/.exec(period) ?? []
    if (year === undefined || window === undefined) return false
    return [window.from, window.to].some((day) => !day.startsWith(year))
  }

  /** A period as it is called in this scheme: `4月`, `2023年4月`. */
  sayPeriod(period: string): string {
    return sayPeriod(period, this.saysYear(period))
  }

  /** Whether a period is one of a fact or event; true when nobody knows its periods. */
  hasPeriod(id: string, period: string): boolean {
    return this.periodsOf(id)?.includes(period) ?? true
  }

  /** Until when on its last day a step of the calendar may be done (时刻); undefined until midnight. */
  hourOf(step: string): string | undefined {
    return this.scheme.calendar?.find(({ id }) => id === step)?.hour
  }

  /** The declared name of something, or its identifier when it has none. */
  nameOf(to: Namespace, id: string): string {
    const { scheme } = this
    const lists: Partial<
      Record<Namespace, readonly { readonly id: string; readonly name: string }[] | undefined>
    > = {
      party: scheme.parties,
      assessee: scheme.assessees,
      level: scheme.levels,
      attribute: scheme.attributes,
      fact: scheme.facts,
      event: scheme.events,
      source: scheme.sources,
      category: scheme.categories,
      item: scheme.items,
      step: scheme.calendar,
      text: scheme.texts,
      grade: scheme.grading?.grades,
    }
    return lists[to]?.find((entry) => entry.id === id)?.name ?? id
  }
}
