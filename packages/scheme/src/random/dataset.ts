import {
  type Dataset,
  type EventEntry,
  type FactEntry,
  type Scheme,
  type Unit,
  type Value,
  compile,
  multiply,
  int,
  ratio,
} from '@kaohe/engine'
import { scaleOf } from '../expression/quantity.ts'
import { type Chance, onceIn, pick, several } from './chance.ts'
import { randomDate } from './literal.ts'

export interface DatasetOptions {
  /** How many assessed units; 6 when absent. */
  readonly units?: number
  /** One entry in so many is left out as not yet reported; none when absent. */
  readonly missing?: number
}

interface Valued {
  readonly type: string
  readonly unit?: string | undefined
  readonly words?: readonly string[] | undefined
}

const MONTHS = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`)

// Steps that a table is likely to cut at, so that ends of ranges are hit.
function figure(chance: Chance, unit: string | undefined) {
  if (unit === '%') return multiply(int(5 * chance.below(41)), scaleOf('%'))
  return unit === '小时' || unit === '分'
    ? ratio(BigInt(chance.below(81)), 2n)
    : int(chance.below(25))
}

function valueOf(chance: Chance, of: Valued): Value {
  if (of.type === 'truth') return { truth: onceIn(chance, 2) }
  if (of.type === 'choice') return { word: pick(chance, of.words ?? ['']) }
  return of.type === 'date' ? { date: randomDate(chance) } : { number: figure(chance, of.unit) }
}

function townsOf(chance: Chance, scheme: Scheme, count: number): Unit[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `t${i}`,
    name: `乡镇${i}`,
    type: pick(chance, scheme.assessees).id,
    level: 'town',
    group: pick(chance, ['a', 'b']),
    attributes: Object.fromEntries(
      (scheme.attributes ?? []).map((one) => [one.id, valueOf(chance, one)]),
    ),
  }))
}

function schoolsOf(chance: Chance, towns: readonly Unit[]): Unit[] {
  return towns.flatMap((town) =>
    several(chance, 1, 3, (i) => ({
      id: `${town.id}s${i}`,
      name: `学校${i}`,
      type: null,
      level: 'school',
      parent: town.id,
      attributes: {},
    })),
  )
}

function factsOf(
  chance: Chance,
  scheme: Scheme,
  towns: readonly Unit[],
  schools: readonly Unit[],
): FactEntry[] {
  return (scheme.facts ?? []).flatMap((fact) => {
    const units = fact.level === 'school' ? schools : towns
    const periods = fact.period === 'month' ? MONTHS : [null]
    return units.flatMap((unit) =>
      periods.map((period) => ({
        unit: unit.id,
        fact: fact.id,
        period,
        value: valueOf(chance, fact),
      })),
    )
  })
}

function marksOf(chance: Chance, scheme: Scheme, towns: readonly Unit[]): FactEntry[] {
  return compile(scheme).unit.inputs.flatMap((input) => {
    if (input.from !== 'mark') return []
    const highest = input.domain.range.hi ?? int(10)
    const evaluator = input.evaluator === null ? {} : { evaluator: input.evaluator }
    return towns.map((unit) => ({
      unit: unit.id,
      fact: `mark:${input.item}`,
      period: null,
      value: { number: pick(chance, [highest, input.domain.range.lo ?? int(0)]) },
      ...evaluator,
    }))
  })
}

function eventsOf(chance: Chance, scheme: Scheme, units: readonly Unit[]): EventEntry[] {
  return (scheme.events ?? []).flatMap((event) =>
    units.flatMap((unit) =>
      several(chance, 1, 5, (i) => ({
        id: `${event.id}-${unit.id}-${i}`,
        unit: unit.id,
        event: event.id,
        date: randomDate(chance),
        attributes: Object.fromEntries(
          (event.attributes ?? []).map((one) => [one.id, valueOf(chance, one)]),
        ),
      })),
    ),
  )
}

/**
 * Random data for a random scheme: units of two levels, their facts, marks and events.
 * @example
 * randomDataset(chanceFrom(7), randomScheme(chanceFrom(7)), { units: 3 }).units.length >= 3 // true
 */
export function randomDataset(
  chance: Chance,
  scheme: Scheme,
  { units = 6, missing }: DatasetOptions = {},
): Dataset {
  const towns = townsOf(chance, scheme, units)
  const schools = schoolsOf(chance, towns)
  const reported = (entries: FactEntry[]) =>
    missing === undefined ? entries : entries.filter(() => !onceIn(chance, missing))
  const previous = factsOf(chance, scheme, towns, schools).filter((entry) => entry.period === null)
  return {
    units: [...towns, ...schools],
    facts: reported([
      ...factsOf(chance, scheme, towns, schools),
      ...marksOf(chance, scheme, towns),
    ]),
    events: eventsOf(chance, scheme, [...towns, ...schools]),
    reported: (scheme.events ?? []).map((event) => event.id),
    pending: [],
    history: [],
    lineage: [],
    previous: reported(previous),
  }
}
