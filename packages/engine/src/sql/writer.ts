import type { Program } from '../compile/index.ts'
import type { Input } from '../core/index.ts'
import { quoted } from './dialect.ts'
import { type FoldSql, foldSql } from './folds.ts'
import { type Arithmetic, type Fraction, isFixed } from './fraction.ts'
import type { Layers } from './layers.ts'
import { type Scales, scaleKey } from './tables.ts'

interface OneFact {
  readonly fact: string
  readonly period: string | null
}

function picked(fact: string, column: string, condition: string): string {
  return `max(CASE WHEN fact = ${quoted(fact)} AND ${condition} THEN ${column} END)`
}

// Of the unit above at a level, whose fact it is.
function ofAbove({ fact, period }: OneFact, level: string, column: string): string {
  return `(SELECT max(s.${column}) FROM kaohe_above b JOIN kaohe_units p ON p.id = b.above AND p.level = ${quoted(level)} JOIN kaohe_facts s ON s.unit = p.id WHERE b.unit = u.id AND s.fact = ${quoted(fact)} AND s.period = ${quoted(period ?? '')})`
}

/** A long table laid out with one row for each unit and a column for each input, read in one pass. */
class Pivot {
  readonly #table: string
  readonly #key: string
  readonly #keys = new Set<string>()
  readonly #columns: string[] = []

  constructor(table: string, key: string) {
    this.#table = table
    this.#key = key
  }

  get name(): string {
    return `${this.#table}_wide`
  }

  /** @returns the column, for the query over the units */
  add(key: string, text: string, i: number): string {
    this.#keys.add(quoted(key))
    this.#columns.push(`${text} AS c${i}`)
    return `${this.name}.c${i}`
  }

  get tables(): string[] {
    if (this.#columns.length === 0) return []
    const columns = this.#columns.join(', ')
    return [
      `${this.name} AS (SELECT unit, ${columns} FROM ${this.#table} WHERE ${this.#key} IN (${[...this.#keys].join(', ')}) GROUP BY unit)`,
    ]
  }

  get joins(): string[] {
    return this.#columns.length === 0 ? [] : [joined(this.name)]
  }
}

const joined = (table: string) => `LEFT JOIN ${table} ON ${table}.unit = u.id`

/** Writes the columns of the inputs that the query asks for, and collects what they need. */
export class Writer {
  readonly columns: string[] = []
  /** What the columns are called. */
  readonly names: string[] = []
  readonly #folds: FoldSql[] = []
  readonly #facts = new Pivot('kaohe_facts', 'fact')
  readonly #previous = new Pivot('kaohe_previous', 'fact')
  readonly #attributes = new Pivot('kaohe_attributes', 'attribute')
  readonly #program: Program
  readonly #arithmetic: Arithmetic
  readonly #scales: Scales
  readonly #known = new Map<number, Fraction | undefined>()
  layers!: Layers

  constructor(program: Program, arithmetic: Arithmetic, scales: Scales) {
    this.#program = program
    this.#arithmetic = arithmetic
    this.#scales = scales
  }

  get #pivots(): readonly Pivot[] {
    return [this.#facts, this.#previous, this.#attributes]
  }

  /** The tables that the columns are read from. */
  get tables(): readonly string[] {
    return [...this.#pivots, ...this.#folds].flatMap((one) => one.tables)
  }

  /** Brings those tables to the units. */
  get joins(): readonly string[] {
    return [...this.#pivots.flatMap((p) => p.joins), ...this.#folds.map((f) => joined(f.name))]
  }

  input(i: number): Fraction | undefined {
    if (!this.#known.has(i))
      this.#known.set(i, this.#read(this.#program.unit.inputs[i] as Input, i))
    return this.#known.get(i)
  }

  #put(name: string, text: string): void {
    this.columns.push(`CAST(${text} AS ${this.#arithmetic.dialect.integer}) AS ${name}`)
    this.names.push(name)
  }

  #column(i: number, text: string, den: bigint): Fraction {
    this.#put(`c${i}`, text)
    return { num: `c${i}`, den }
  }

  #read(input: Input, i: number): Fraction | undefined {
    const scale = (kind: 'fact' | 'attribute', id: string) =>
      this.#scales.get(scaleKey(kind, id)) ?? 1n
    switch (input.from) {
      case 'fact':
        return this.#column(i, this.#ofFact(input, i, 'value'), scale('fact', input.fact))
      case 'previous':
        return this.#column(i, this.#ofPrevious(input, i, 'value'), scale('fact', input.fact))
      case 'applies':
        return this.#column(i, `coalesce(${this.#applies(input, i)}, 1)`, 1n)
      case 'hadPrevious':
        return this.#column(i, this.#ofPrevious(input, i, 'applies'), 1n)
      case 'mark':
        return this.#column(
          i,
          this.#ofMark(input.item, input.evaluator, i),
          scale('fact', `mark:${input.item}`),
        )
      case 'type':
        return this.#column(
          i,
          `CASE WHEN u.type IN (${input.types.map(quoted).join(', ')}) THEN 1 ELSE 0 END`,
          1n,
        )
      case 'attribute':
        return this.#column(
          i,
          this.#attributes.add(
            input.attribute,
            `max(CASE WHEN attribute = ${quoted(input.attribute)} THEN value END)`,
            i,
          ),
          scale('attribute', input.attribute),
        )
      case 'shared':
        return this.#column(i, ofAbove(input, input.level, 'value'), scale('fact', input.fact))
      case 'fold':
        return this.#fold(input, i)
      case 'peers':
        return this.#peers(input, i)
      case 'open':
        return undefined
    }
  }

  #ofFact({ fact, period }: OneFact, i: number, column: string): string {
    return this.#facts.add(fact, picked(fact, column, `period = ${quoted(period ?? '')}`), i)
  }

  #applies(input: Extract<Input, { from: 'applies' }>, i: number): string {
    return input.level === null
      ? this.#ofFact(input, i, 'applies')
      : ofAbove(input, input.level, 'applies')
  }

  #ofPrevious({ fact, period }: OneFact, i: number, column: string): string {
    return this.#previous.add(fact, picked(fact, column, `period = ${quoted(period ?? '')}`), i)
  }

  #ofMark(item: string, evaluator: string | null, i: number): string {
    const mark = `mark:${item}`
    const by = (who: string) => picked(mark, 'value', `evaluator = ${quoted(who)}`)
    const text = evaluator === null ? by('') : `coalesce(${by(evaluator)}, ${by('')})`
    return this.#facts.add(mark, text, i)
  }

  #fold(input: Extract<Input, { from: 'fold' }>, i: number): Fraction | undefined {
    const { fold } = input
    const sql = foldSql({ fold, name: `e${i}`, arithmetic: this.#arithmetic, scales: this.#scales })
    if (sql === undefined) return undefined
    this.#folds.push(sql)
    const own = (text: string) => text.replaceAll(/\b([nd])\b/g, `${sql.name}.$1`)
    const empty = (text: string, none: string) =>
      fold.empty === 'zero'
        ? `CASE WHEN ${sql.name}.unit IS NULL THEN ${none} ELSE ${text} END`
        : text
    const complete =
      fold.over.rows === 'units'
        ? undefined
        : `EXISTS (SELECT 1 FROM kaohe_reported r WHERE r.event = ${quoted(fold.over.event)}) AND NOT EXISTS (SELECT 1 FROM kaohe_pending p WHERE p.unit = u.id AND p.event = ${quoted(fold.over.event)})`
    const num = empty(own(sql.value.num), '0')
    const value = this.#column(
      i,
      complete === undefined ? num : `CASE WHEN ${complete} THEN ${num} END`,
      1n,
    )
    if (typeof sql.value.den === 'bigint') return { ...value, den: sql.value.den }
    this.#put(`c${i}_d`, empty(own(sql.value.den), '1'))
    return { num: value.num, den: `c${i}_d` }
  }

  #peers(input: Extract<Input, { from: 'peers' }>, i: number): Fraction | undefined {
    const { measure } = input
    // Who takes part is not in the tables.
    if (this.#program.scheme.assessees.some((a) => (a.eligibility ?? []).length > 0))
      return undefined
    const among = this.#program.unit.nodes[input.among]
    if (among?.op !== 'constant' || among.value.num !== 1n) return undefined
    const partition = { all: '', type: 'PARTITION BY type', group: 'PARTITION BY grp' }[input.group]
    let den: bigint | string = 1n
    const name = this.layers.over(input.of, `c${i}`, (value) => {
      if (!isFixed(value)) return undefined
      den = measure.as === 'rank' || measure.as === 'count' ? 1n : value.den
      const known = `count(*) OVER (${partition}) = count(${value.num}) OVER (${partition})`
      return `CASE WHEN ${known} THEN ${measured(measure, value.num, partition)} END`
    })
    if (name === undefined) return undefined
    if (measure.as !== 'mean') return { num: name, den }
    const count = this.layers.over(
      input.of,
      `c${i}_d`,
      (value) =>
        `CAST(count(*) OVER (${partition}) AS ${this.#arithmetic.dialect.integer}) * ${this.#arithmetic.literal(value.den as bigint)}`,
    )
    return count === undefined ? undefined : { num: name, den: count }
  }
}

function measured(
  measure: Extract<Input, { from: 'peers' }>['measure'],
  value: string,
  partition: string,
): string {
  switch (measure.as) {
    case 'count':
      return `count(*) OVER (${partition})`
    case 'sum':
    case 'mean':
      return `sum(${value}) OVER (${partition})`
    case 'max':
    case 'min':
      return `${measure.as}(${value}) OVER (${partition})`
    case 'rank':
      return `${measure.ties === 'dense' ? 'dense_rank' : 'rank'}() OVER (${partition} ORDER BY ${value} ${measure.first === 'highest' ? 'DESC' : 'ASC'})`
  }
}
