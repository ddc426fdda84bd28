import {
  type Dataset,
  type Decision,
  type EventEntry,
  type FactEntry,
  type Lineage,
  type PastResult,
} from '@kaohe/engine'
import { type Catalogue, Directory } from '../names/index.ts'
import { fault, type Language, type Place, Report, say, warning } from '../report/index.ts'
import { EventIds } from './event-ids.ts'
import { Shared } from './shared.ts'
import { tellValue } from './tell.ts'
import { Twins } from './twins.ts'

// The usual shapes are written out: spread, each of a hundred thousand events would take half as much again.
function withId(id: string, entry: Omit<EventEntry, 'id'>): EventEntry {
  const { unit, event, date, attributes, origin, by, at, evidence } = entry
  if (at !== undefined || origin === undefined || evidence === undefined) return { id, ...entry }
  return by === undefined
    ? { id, unit, event, date, attributes, origin, evidence }
    : { id, unit, event, date, attributes, origin, by, evidence }
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
  /** Where 否 was written for 报齐; a null unit stands for all. */
  readonly denied: { readonly event: string; readonly unit: string | null }[] = []
  readonly pending = new Map<string, { unit: string; event: string }>()
  readonly history: PastResult[] = []
  readonly lineage: Lineage[] = []
  readonly decisions: Decision[] = []
  readonly shared = new Shared()
  // By what is told, then by unit.
  readonly #facts = new Map<string, Map<string, FactEntry>>()
  readonly #ids = new EventIds(this.events)
  readonly #twins = new Twins(this.events)
  readonly #pasts = new Map<string, string>()

  /** Whether marks of which the scheme asks a reason are refused without one. */
  readonly asksReasons: boolean

  constructor(catalogue: Catalogue, language: Language, asksReasons: boolean) {
    this.catalogue = catalogue
    this.report = new Report(language)
    this.asksReasons = asksReasons
  }

  /** Keeps a fact; the same place filled twice is a warning when equal and a conflict when not. */
  addFact(entry: FactEntry, place: Place, field: string, list: 'facts' | 'previous'): void {
    const key = `${list} ${entry.fact} ${entry.period ?? ''} ${entry.evaluator ?? ''}`
    const told = this.#facts.get(key) ?? new Map<string, FactEntry>()
    const before = told.get(entry.unit)
    if (before === undefined) {
      this.#facts.set(key, told.set(entry.unit, entry))
      this[list].push(entry)
      return
    }
    const unit = this.catalogue.facts.find(entry.fact)?.unit
    const tell = ({ value, reason }: FactEntry): string =>
      tellValue(value, unit) + (reason === undefined ? '' : `，理由：${reason}`)
    const [one, other] = [tell(before), tell(entry)]
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

  /** Keeps an event. Equal identifiers and equal rows are the same event told twice. */
  addEvent(
    entry: Omit<EventEntry, 'id'>,
    id: string | undefined,
    place: Place,
    field: string,
  ): void {
    const at = id === undefined ? undefined : this.#ids.take(id, entry.origin ?? '')
    if (at !== undefined) {
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
    const twin = id === undefined ? this.#twins.find(entry) : undefined
    if (twin !== undefined) this.#complainTwin(twin.origin ?? '', place, field)
    else this.events.push(withId(id ?? this.#ids.make(entry, this.#twins.size), entry))
  }

  #complainTwin(at: string, place: Place, field: string): void {
    const expected = say(
      '重复的请删去；确是两件事的，请在“事件编号”列写不同的编号',
      'remove one, or give the two different identifiers in the column 事件编号',
    )
    this.report.add(
      place,
      fault('duplicate-event', say(`与 ${at} 完全相同`, `exactly the same as ${at}`), { expected }),
      field,
    )
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

  /** Keeps a decision; one thing is decided once of a unit. */
  addDecision(decision: Decision, place: Place, field: string): void {
    const { on, unit, value } = decision
    const before = this.decisions.find((one) => one.on === on && one.unit === unit)
    if (before === undefined) return void this.decisions.push(decision)
    const at = before.origin ?? ''
    const same = before.value === value && before.date === decision.date
    const remark = same
      ? warning('duplicate', say(`与 ${at} 重复，只取一次`, `the same as ${at}; taken once`))
      : fault('conflict', say(`同一件事在 ${at} 另有决定`, `${at} decides the same otherwise`), {
          expected: say('两处只能留一个，留下有效的', 'keep the one that is in force'),
        })
    this.report.add(place, remark, field)
  }

  #repeats(seen: Map<string, string>, key: string, origin: string): boolean {
    if (seen.has(key)) return true
    seen.set(key, origin)
    return false
  }

  /** The dataset, once everything was read. */
  finish(): Dataset {
    const { facts, events, history, lineage, previous, decisions } = this
    return {
      units: this.directory.units,
      facts,
      events,
      reported: [...this.reported],
      pending: [...this.pending.values()],
      history,
      lineage,
      previous,
      ...(decisions.length === 0 ? {} : { decisions }),
    }
  }
}
