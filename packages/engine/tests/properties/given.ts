import {
  type Evaluation,
  NOTHING_TO_FOLD,
  ZERO_DIVISOR,
  evaluate,
} from '../../src/evaluate/index.ts'
import type { Dataset, FactEntry, Missing, Unit } from '../../src/model/index.ts'
import { compare } from '../../src/number/index.ts'
import { type Case, type Property } from './case.ts'
import { comparesUnits } from './others.ts'

const same = (a: string | null, b: string | null) => (a ?? '') === (b ?? '')

/** Whether an entry is what a unit was told to be missing. */
function asked(entry: FactEntry, unit: string, { what, id, period, units }: Missing): boolean {
  if (what === 'mark')
    return entry.unit === unit && entry.fact === `mark:${id}` && markBy(entry, units)
  const who = units.length === 0 ? [unit] : units
  return entry.fact === id && same(entry.period, period) && who.includes(entry.unit)
}

const markBy = (entry: FactEntry, by: readonly string[]) =>
  by.length === 0 || entry.evaluator === undefined || by.includes(entry.evaluator)

interface Known {
  readonly given: Dataset
  readonly all: Dataset
}

function entriesOf(what: Missing['what'], of: Dataset): readonly FactEntry[] {
  return what === 'previous' ? of.previous : what === 'fact' || what === 'mark' ? of.facts : []
}

/** Nothing is asked for that was given. */
function expectHidden(unit: Unit, missing: Missing, { given, all }: Known): number {
  const entry = (of: Dataset) =>
    entriesOf(missing.what, of).filter((e) => asked(e, unit.id, missing))
  const found = entry(given)
  if (found.length > 0) throw new Error(`${unit.id}: given and missing: ${JSON.stringify(missing)}`)
  if (missing.what === 'attribute') return 1
  if (missing.what === 'event') return expectOpen(unit, missing, given)
  if (entry(all).length === 0)
    throw new Error(`${unit.id}: nobody could give ${JSON.stringify(missing)}`)
  return 1
}

function expectOpen(unit: Unit, { id }: Missing, given: Dataset): number {
  const open =
    !given.reported.includes(id) || given.pending.some((p) => p.unit === unit.id && p.event === id)
  if (!open) throw new Error(`${unit.id}: ${id} is complete, and missing`)
  return 1
}

/** What is missing is given, and nothing else. */
function filled(unit: Unit, missing: readonly Missing[], { given, all }: Known): Dataset {
  const wanted = (what: readonly Missing['what'][], e: FactEntry) =>
    missing.some((m) => what.includes(m.what) && asked(e, unit.id, m))
  const kinds = new Set(missing.flatMap((m) => (m.what === 'event' ? [m.id] : [])))
  const awaited = (of: { event: string; unit: string }) =>
    missing.some(
      ({ what, id, units }) =>
        what === 'event' &&
        id === of.event &&
        (units.length === 0 ? of.unit === unit.id : units.includes(of.unit)),
    )
  const attributes = missing.filter((m) => m.what === 'attribute')
  const eventIds = new Set(attributes.flatMap((m) => m.units))
  // Events of the units below are asked for too, where a rule counts them.
  const whole = (event: { id: string; event: string; unit: string }) =>
    awaited(event) || eventIds.has(event.id)
  const own = attributes.some((m) => m.units.length === 0)
  return {
    ...given,
    units: given.units.map((u) =>
      own && u.id === unit.id ? (all.units.find((a) => a.id === u.id) ?? u) : u,
    ),
    facts: [...given.facts, ...all.facts.filter((e) => wanted(['fact', 'mark'], e))],
    previous: [...given.previous, ...all.previous.filter((e) => wanted(['previous'], e))],
    events: [...given.events.filter((e) => !whole(e)), ...all.events.filter(whole)],
    reported: [...new Set([...given.reported, ...kinds])],
    pending: given.pending.filter((p) => !awaited(p)),
  }
}

function expectFull(unit: string, after: Evaluation, evaluation: Evaluation): number {
  const [is, was] = [after.result(unit), evaluation.result(unit)]
  if (is.missing.length > 0) throw new Error(`${unit}: still missing ${JSON.stringify(is.missing)}`)
  if (was.questions.length > 0) return 0
  if (is.total === undefined || was.total === undefined)
    throw new Error(`${unit}: not exact, with nothing missing and no question`)
  if (compare(is.total, was.total) !== 0)
    throw new Error(`${unit}: another total than with everything given`)
  return 1
}

function eachUnit({ partly, dataset }: Case, check: (unit: Unit, known: Known) => number): number {
  const known = { given: partly.data.dataset, all: dataset }
  return partly.readings.map((r) => check(r.unit, known)).reduce((a, b) => a + b, 0)
}

export const given: readonly Property[] = [
  {
    name: 'only what was not given is missing',
    holds: (of) =>
      eachUnit(of, (unit, known) =>
        of.partly
          .result(unit.id)
          .missing.filter((m) => m.what !== 'peers')
          .map((m) => expectHidden(unit, m, known))
          .reduce((a, b) => a + b, 0),
      ),
  },
  {
    name: 'points are exact where nothing is missing and no question is open, and only there',
    holds: (of) =>
      eachUnit(of, ({ id }) => {
        for (const item of of.partly.result(id).items) {
          const open = item.missing.length > 0 || item.questions.length > 0
          if (item.status !== 'not-applicable' && (item.points === undefined) !== open)
            throw new Error(`${id}: ${item.id} ${item.status} ${JSON.stringify(item.missing)}`)
        }
        return of.program.items.length
      }),
  },
  {
    name: 'giving what is missing, and nothing else, makes everything exact',
    holds: (of) =>
      comparesUnits(of)
        ? 0
        : eachUnit(of, (unit, known) => {
            const { missing } = of.partly.result(unit.id)
            if (missing.length === 0) return 0
            const after = evaluate(of.program, filled(unit, missing, known))
            return expectFull(unit.id, after, of.evaluation)
          }),
  },
  {
    name: 'with everything given only divisions by zero and means of nothing stay open',
    holds: (of) =>
      eachUnit({ ...of, partly: of.evaluation }, ({ id }) => {
        const { missing, questions, total } = of.evaluation.result(id)
        if (missing.some((m) => m.what !== 'peers'))
          throw new Error(`${id}: missing ${JSON.stringify(missing)}`)
        if (questions.some((q) => q !== ZERO_DIVISOR && q !== NOTHING_TO_FOLD))
          throw new Error(`${id}: open ${questions.join()}`)
        return total === undefined ? 0 : 1
      }),
  },
]
