import {
  type Dataset,
  type Decision,
  type EventEntry,
  type FactEntry,
  formatRational,
  type PastResult,
  type Scheme,
  type Unit,
  type Value,
} from '@kaohe/engine'
import { Catalogue } from '../names/index.ts'
import { writeQuantity } from '../value/index.ts'

type Plain = string | boolean | null
type Attributes = Readonly<Record<string, Value>>
interface Declared {
  readonly id: string
  readonly unit?: string | undefined
}

function plainOf(value: Value, unit: string | undefined): Plain {
  if ('number' in value) return writeQuantity(value.number, unit)
  if ('truth' in value) return value.truth
  if ('word' in value) return value.word
  if ('date' in value) return value.date
  return 'text' in value ? value.text : '不适用'
}

function attributesOf(attributes: Attributes, declared: readonly Declared[]) {
  const units = new Map(declared.map(({ id, unit }) => [id, unit]))
  const plain = Object.entries(attributes).map(([id, value]) => [id, plainOf(value, units.get(id))])
  return Object.fromEntries(plain) as Readonly<Record<string, Plain>>
}

/** What of an entry is written besides its value; keys that are undefined are left out by JSON. */
const provenance = ({ origin, by, at, evidence }: FactEntry | EventEntry | Decision) => ({
  origin,
  by,
  at,
  evidence,
})

class Writer {
  readonly #names: Catalogue

  constructor(scheme: Scheme) {
    this.#names = new Catalogue(scheme)
  }

  unit({ id, name, type, level, parent, group, attributes }: Unit) {
    const declared = this.#names.attributes.all
    const written = attributesOf(attributes, declared)
    return { id, name, type, level, parent, group, attributes: written }
  }

  fact(entry: FactEntry) {
    const { unit, fact, period, value, evaluator, reason } = entry
    const measured = fact.startsWith('mark:') ? '分' : this.#names.facts.find(fact)?.unit
    const when = period === null ? undefined : period
    const plain = plainOf(value, measured)
    return { unit, fact, period: when, value: plain, evaluator, reason, ...provenance(entry) }
  }

  event(entry: EventEntry) {
    const { id, unit, event, date, attributes } = entry
    const declared = this.#names.eventAttributes(event).all
    const written = attributesOf(attributes, declared)
    return { id, unit, event, date, attributes: written, ...provenance(entry) }
  }

  past({ unit, year, total, rank, grade, met }: PastResult) {
    const points = total && formatRational(total)
    return { unit, year, total: points, rank, grade, met }
  }

  decision(entry: Decision) {
    const { unit, on, value, body, date, number, reason } = entry
    return { unit, on, value, body, date, number, reason, ...provenance(entry) }
  }
}

/**
 * A dataset in the form of schemes/dataset.schema.json: what `readFacts` reads from it, with the same scheme,
 * is the same dataset. Exact values are texts with their unit; the same dataset gives the same bytes.
 */
export function writeDataset(dataset: Dataset, scheme: Scheme): string {
  const writer = new Writer(scheme)
  const { units, facts, events, reported, pending, history, lineage, previous, decisions } = dataset
  const whole = {
    units: units.map((one) => writer.unit(one)),
    facts: facts.map((one) => writer.fact(one)),
    events: events.map((one) => writer.event(one)),
    reported,
    pending,
    history: history.map((one) => writer.past(one)),
    lineage,
    previous: previous.map((one) => writer.fact(one)),
    decisions: (decisions ?? []).map((one) => writer.decision(one)),
  }
  return `${JSON.stringify(whole, null, 1)}\n`
}
