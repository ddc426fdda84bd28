import {
  type Dataset,
  type EventEntry,
  type FactEntry,
  formatRational,
  type Lineage,
  type PastResult,
  type Value,
} from '@kaohe/engine'
import { type Catalogue, Directory } from '../names/index.ts'
import { fault, type Language, type Place, Report, say, warning } from '../report/index.ts'

/** A value as it is told in a message. */
export function tellValue(value: Value): string {
  if ('number' in value) return formatRational(value.number)
  if ('truth' in value) return value.truth ? '是' : '否'
  if ('word' in value) return value.word
  if ('date' in value) return value.date
  return 'text' in value ? value.text : '不适用'
}

/** Everything read so far; entries are checked against each other as they come. */
export class Draft {
  readonly catalogue: Catalogue
  readonly report: Report
  readonly directory = new Directory()
  readonly facts: FactEntry[] = []
  readonly previous: FactEntry[] = []
  readonly events: EventEntry[] = []
  readonly reported = new Set<string>()
  readonly pending = new Map<string, { unit: string; event: string }>()
  readonly history: PastResult[] = []
  readonly lineage: Lineage[] = []
  readonly #facts = new Map<string, FactEntry>()
  readonly #eventIds = new Map<string, string>()
  readonly #alike = new Map<string, string>()
  readonly #pasts = new Map<string, string>()

  constructor(catalogue: Catalogue, language: Language) {
    this.catalogue = catalogue
    this.report = new Report(language)
  }

  /** Keeps a fact; the same place filled twice is a warning when equal and a conflict when not. */
  addFact(entry: FactEntry, place: Place, field: string, list: 'facts' | 'previous'): void {
    const key = `${list} ${entry.unit} ${entry.fact} ${entry.period ?? ''} ${entry.evaluator ?? ''}`
    const before = this.#facts.get(key)
    if (before === undefined) {
      this.#facts.set(key, entry)
      this[list].push(entry)
      return
    }
    const [one, other] = [tellValue(before.value), tellValue(entry.value)]
    const at = before.origin ?? ''
    if (one === other)
      this.report.add(
        place,
        warning('duplicate', say(`与 ${at} 重复，只取一次`, `the same as ${at}; taken once`), {
          found: other,
        }),
        field,
      )
    else {
      const expected = say('两处只能留一个', 'keep one of the two')
      this.report.add(
        place,
        fault('conflict', say(`${at} 写的是“${one}”，两处不一致`, `${at} says “${one}”`), {
          found: other,
          expected,
        }),
        field,
      )
    }
  }

  /** Keeps an event. Equal identifiers, equal keys and equal rows are the same event told twice. */
  addEvent(
    entry: Omit<EventEntry, 'id'>,
    id: string | undefined,
    place: Place,
    field: string,
  ): void {
    if (id !== undefined && this.#repeats(this.#eventIds, id, entry.origin ?? '')) {
      const at = this.#eventIds.get(id) ?? ''
      this.report.add(
        place,
        fault(
          'duplicate-event',
          say(`编号“${id}”与 ${at} 重复`, `the identifier “${id}” is already at ${at}`),
          { expected: say('每件事的编号不能相同', 'every event has its own') },
        ),
        field,
      )
      return
    }
    if (id === undefined && this.#sameEvent(entry, place, field)) return
    this.events.push({ id: id ?? this.#newId(entry), ...entry })
  }

  #newId(entry: Omit<EventEntry, 'id'>): string {
    let number = this.#alike.size
    let id = `${entry.event}-${number}`
    while (this.#eventIds.has(id)) id = `${entry.event}-${(number += 1)}`
    this.#eventIds.set(id, entry.origin ?? '')
    return id
  }

  #sameEvent(entry: Omit<EventEntry, 'id'>, place: Place, field: string): boolean {
    const parts = Object.entries(entry.attributes).map(
      ([name, value]) => `${name}=${tellValue(value)}`,
    )
    const all = [
      entry.event,
      entry.unit,
      entry.date ?? '',
      ...parts.toSorted(),
      ...(entry.evidence ?? []),
    ].join('|')
    if (!this.#repeats(this.#alike, all, entry.origin ?? '')) return false
    const at = this.#alike.get(all) ?? ''
    const expected = say(
      '重复的请删去；确是两件事的，请在“事件编号”列写不同的编号',
      'remove one, or give the two different identifiers in the column 事件编号',
    )
    this.report.add(
      place,
      fault('duplicate-event', say(`与 ${at} 完全相同`, `exactly the same as ${at}`), { expected }),
      field,
    )
    return true
  }

  /** Keeps a result of an earlier year; a unit has one result a year. */
  addPast(past: PastResult, place: Place, origin: string): void {
    const key = `${past.unit} ${past.year}`
    if (!this.#repeats(this.#pasts, key, origin)) this.history.push(past)
    else
      this.report.add(
        place,
        fault(
          'conflict',
          say(
            `${past.year} 年的结果已在 ${this.#pasts.get(key)}`,
            `the result of ${past.year} is already at ${this.#pasts.get(key)}`,
          ),
          { expected: say('两处只能留一个', 'keep one of the two') },
        ),
      )
  }

  #repeats(seen: Map<string, string>, key: string, origin: string): boolean {
    if (seen.has(key)) return true
    seen.set(key, origin)
    return false
  }

  /** The dataset, once everything was read. */
  finish(): Dataset {
    const { facts, events, history, lineage, previous } = this
    return {
      units: this.directory.units,
      facts,
      events,
      reported: [...this.reported],
      pending: [...this.pending.values()],
      history,
      lineage,
      previous,
    }
  }
}
