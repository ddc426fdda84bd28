import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { type Program, compile } from '../src/compile/index.ts'
import { Values } from '../src/core/index.ts'
import { Data, GapFinder, itemResult, readColumns, readUnits } from '../src/evaluate/index.ts'
import type {
  Dataset,
  EventEntry,
  FactEntry,
  ItemResult,
  Scheme,
  Unit,
  Value,
} from '../src/model/index.ts'
import {
  type Interval,
  type Rational,
  compare,
  exactly,
  formatRational,
  multiply,
  parseDay,
  parseRational,
  ratio,
} from '../src/number/index.ts'
import { say } from '../src/proof/index.ts'
import { type ItemAround, worldWith } from './world.ts'

type Plain = string | number | boolean
type Facts = Readonly<Record<string, Plain>>

/** One line of a rule table: what is known of a unit, and the points that must come of it. */
export interface Line {
  readonly note: string
  /** fact, or `fact@period`; `不适用` for what does not apply. What is absent is unknown. */
  readonly facts?: Facts
  /** Kinds of event listed here are reported in full; the others are unknown. */
  readonly events?: Readonly<Record<string, readonly Facts[]>>
  /** evaluator -> mark; `*` for a mark without an evaluator. */
  readonly marks?: Facts
  /** Facts of the year before. */
  readonly previous?: Facts
  /** The type and the group of the unit. */
  readonly as?: Pick<Partial<Unit>, 'type' | 'group'>
  /** Other assessed units with their facts, and 类别 or 组 where they differ. */
  readonly peers?: readonly Facts[]
  /** Schools below the unit with their facts. */
  readonly schools?: readonly Facts[]
  /** `-2`, `1/3`, or between what it lies: `-2..2`, `0..`. */
  readonly points: string
  /** The fields that are silent and matter, in any order. */
  readonly open?: readonly string[]
  readonly status?: ItemResult['status']
  readonly reached?: boolean
  /** The sentence that tells the points. */
  readonly told?: string
  /** The sentences of the rules inside. */
  readonly parts?: readonly string[]
}

const SCALED: Readonly<Record<string, bigint>> = { '%': 100n, 百分点: 100n }

/** `96%`, `3次`, 5, true, `不适用`, `市级`. */
function valueOf(plain: Plain): Value {
  if (typeof plain === 'boolean') return { truth: plain }
  if (plain === '不适用') return { na: true }
  const match = /^(-?\d[\d./]*)(\D*)$/.exec(`${plain}`)
  if (parseDay(`${plain}`) !== undefined) return { date: `${plain}` }
  const number = parseRational(match?.[1] ?? '')
  if (number === undefined) return { word: `${plain}` }
  return { number: multiply(number, ratio(1n, SCALED[match?.[2] ?? ''] ?? 1n)) }
}

function factsOf(unit: string, facts: Facts = {}): FactEntry[] {
  const reported = Object.entries(facts).filter(([name]) => name !== '类别' && name !== '组')
  return reported.map(([name, plain]) => {
    const [fact = '', period = null] = name.split('@')
    return { unit, fact, period, value: valueOf(plain) }
  })
}

function eventsOf(line: Line): EventEntry[] {
  return Object.entries(line.events ?? {}).flatMap(([event, rows]) =>
    rows.map((row, i) => {
      const { date = `2023-01-${`${i + 1}`.padStart(2, '0')}`, ...rest } = row
      const attributes = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, textOr(k, v)]))
      return { id: `${event}${i}`, unit: 'u1', event, date: `${date}`, attributes }
    }),
  )
}

const TEXTS = new Set(['title', 'name', 'case'])
const textOr = (attribute: string, plain: Plain): Value =>
  TEXTS.has(attribute) ? { text: `${plain}` } : valueOf(plain)

function marksOf(marks: Facts = {}): FactEntry[] {
  return Object.entries(marks).map(([name, plain]) => {
    const [evaluator = '', part] = name.split('/')
    const fact = part === undefined ? 'mark:item' : `mark:item.${part}`
    const entry = { unit: 'u1', fact, period: null, value: valueOf(plain) }
    return evaluator === '*' ? entry : { ...entry, evaluator }
  })
}

const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  type: 'township',
  level: 'town',
  attributes: {},
  ...more,
})

const SCHOOL = { type: null, level: 'school', parent: 'u1' }

function datasetOf(line: Line): Dataset {
  const peers = (line.peers ?? []).map(({ 类别 = 'township', 组 }, i) =>
    unit(`p${i}`, { type: `${类别}`, ...(组 === undefined ? {} : { group: `${组}` }) }),
  )
  const schools = (line.schools ?? []).map((_, i) => unit(`s${i}`, SCHOOL))
  return {
    units: [unit('u1', line.as), ...peers, ...schools],
    facts: [
      ...factsOf('u1', line.facts),
      ...(line.peers ?? []).flatMap((facts, i) => factsOf(`p${i}`, facts)),
      ...(line.schools ?? []).flatMap((facts, i) => factsOf(`s${i}`, facts)),
      ...marksOf(line.marks),
    ],
    events: eventsOf(line),
    reported: Object.keys(line.events ?? {}),
    pending: [],
    history: [],
    lineage: [],
    previous: factsOf('u1', line.previous),
  }
}

/** A rule read by the real reader. @throws where the scheme is refused. */
function read(rule: string, around: ItemAround): Scheme {
  const { scheme, diagnostics } = readScheme(worldWith(rule, around))
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return scheme
}

export const compiled = (rule: string, around: ItemAround = {}): Program =>
  compile(read(rule, around))

/**
 * A rule read once and compiled for every line: what a line says of lowering is then the fault of
 * that line, which the changes of `npm run mutate` depend on.
 */
function compiler(rule: string, around: ItemAround): () => Program {
  let scheme: Scheme | undefined
  return () => {
    scheme ??= read(rule, around)
    return compile(scheme)
  }
}

export interface Scored {
  readonly item: ItemResult
  readonly told: string
  readonly parts: readonly string[]
}

/** The points of the unit under test, and the sentence that tells them. */
export function score(program: Program, line: Omit<Line, 'note' | 'points'>): Scored {
  const data = new Data(datasetOf({ note: '', points: '', ...line }))
  const units = data.dataset.units.filter((each) => each.type !== null)
  const columns = units.map((each) => readColumns(program, each, data))
  const readings = readUnits(program, units, columns)
  const [reading] = readings
  const item = program.items[0]
  if (reading === undefined || item === undefined) throw new Error('no item')
  const values = reading.values ?? new Values(program.unit.nodes, [])
  return {
    item: itemResult(item, reading, new GapFinder(program, data, readings)),
    told: say(item.lowered?.told ?? [], values),
    parts: (item.lowered?.parts ?? []).map((part) => say(part.told, values)),
  }
}

/** `-2`, or `-2..2` with nothing on an unbounded side. */
export function sayPoints(range: Interval): string {
  const exact = exactly(range)
  const end = (value: Interval['lo']) => (value === null ? '' : formatRational(value))
  return exact === undefined ? `${end(range.lo)}..${end(range.hi)}` : formatRational(exact)
}

/** Questions of open fields by their last keyword; the others (missing facts) have no path. */
const fieldsOf = (questions: readonly string[]) =>
  questions.filter((q) => !q.includes('：')).map((q) => q.split('/').at(-1) ?? q)

/** What of a line can be compared. */
type Outcome = Pick<Line, 'points' | 'open' | 'status' | 'reached' | 'told' | 'parts'>

function outcomeOf({ item, told, parts }: Scored): Outcome {
  const { range, questions, status, reached } = item
  return {
    points: sayPoints(range),
    open: fieldsOf(questions).toSorted(),
    status,
    ...(reached === undefined ? {} : { reached }),
    told,
    parts,
  }
}

function expectedOf({ points, open, status, reached, told, parts }: Line): Outcome {
  return {
    points,
    ...(open === undefined ? {} : { open: open.toSorted() }),
    ...(status === undefined ? {} : { status }),
    ...(reached === undefined ? {} : { reached }),
    ...(told === undefined ? {} : { told }),
    ...(parts === undefined ? {} : { parts }),
  }
}

/** A table of what a rule gives. */
export function scores(
  name: string,
  rule: string,
  around: ItemAround,
  lines: readonly Line[],
): void {
  describe(`scores ${name}`, () => {
    const program = compiler(rule, around)
    it.each(lines)('$note → $points', (line) => {
      expect(outcomeOf(score(program(), line))).toMatchObject(expectedOf(line))
    })
  })
}

/** Rules that are refused, by what is found wrong with them. */
export function refuses(
  rules: readonly (readonly [rule: string, found: string, around?: ItemAround])[],
): void {
  const lines = rules.map(([rule, found, around = {}]) => ({ rule, found, around }))
  it.each(lines)('refuses $rule: $found', ({ rule, found, around }) => {
    const { diagnostics, scheme } = readScheme(worldWith(rule, around))
    expect(scheme).toBeUndefined()
    expect(diagnostics.map((d) => d.message).join('\n')).toContain(found)
  })
}

/** The points of a rule as a function of facts, for properties. */
export function scorer(rule: string, around: ItemAround = {}) {
  let program: Program | undefined
  return (facts: Facts): Interval =>
    score((program ??= compiled(rule, around)), { facts }).item.range
}

/** The points of a rule that must be known. @throws where they are not. */
export function exactScorer(rule: string, around: ItemAround = {}) {
  const range = scorer(rule, around)
  return (facts: Facts): Rational => {
    const exact = exactly(range(facts))
    if (exact === undefined) throw new Error(`not exact: ${JSON.stringify(facts)}`)
    return exact
  }
}

/** A percentage written with hundredths: 9650 is 96.5%. */
export const percent = (hundredths: number) => `${formatRational(ratio(BigInt(hundredths), 100n))}%`

/** The points of one rule never fall while its fact rises, over a list of rising values. */
export function rising(values: readonly Rational[]): boolean {
  return values.every((value, i) => i === 0 || compare(values[i - 1] as Rational, value) <= 0)
}
