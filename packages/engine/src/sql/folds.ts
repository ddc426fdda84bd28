import { periodWindow } from '../compile/index.ts'
import type { Fold, RowInput } from '../core/index.ts'
import { type Dialect, quoted } from './dialect.ts'
import { type Arithmetic, type Fixed, type Fraction, isFixed } from './fraction.ts'
import { Layers } from './layers.ts'
import { type Scales, scaleKey } from './tables.ts'

/** The common table expressions of a fold, and its value for each unit. */
export interface FoldSql {
  readonly tables: readonly string[]
  readonly name: string
  readonly value: Fraction
}

interface Source {
  readonly fold: Fold
  readonly name: string
  readonly arithmetic: Arithmetic
  readonly scales: Scales
}

const pivot = (condition: string, column: string, dialect: Dialect) =>
  `CAST(max(CASE WHEN ${condition} THEN ${column} END) AS ${dialect.integer})`

function inputColumn(input: RowInput, i: number, { arithmetic }: Source): string[] {
  const { dialect } = arithmetic
  if (input.from === 'attribute')
    return [`${pivot(`a.attribute = ${quoted(input.attribute)}`, 'a.value', dialect)} AS r${i}`]
  if (input.from === 'fact')
    return [
      `${pivot(`f.fact = ${quoted(input.fact)} AND f.period = ${quoted(input.period ?? '')}`, 'f.value', dialect)} AS r${i}`,
    ]
  return []
}

function eventRows(source: Source, over: Extract<Fold['over'], { rows: 'events' }>): string {
  const keys = (source.fold.once?.by ?? []).map(
    (id, i) => `max(CASE WHEN a.attribute = ${quoted(id)} THEN a.words END) AS k${i}`,
  )
  const columns = [
    ...source.fold.rows.inputs.flatMap((input, i) => inputColumn(input, i, source)),
    ...keys,
  ]
  const within = (w: { from: string; to: string }, loose: boolean) =>
    `${loose ? 'e.date IS NULL OR ' : ''}e.date BETWEEN ${quoted(w.from)} AND ${quoted(w.to)}`
  const period =
    over.period === null ? undefined : (periodWindow(over.period) ?? { from: '1', to: '0' })
  const conditions = [
    `e.event = ${quoted(over.event)}`,
    ...(over.window === null ? [] : [`(${within(over.window, true)})`]),
    ...(period === undefined ? [] : [`(${within(period, false)})`]),
  ]
  return `SELECT ${['e.unit', 'e.id', 'e.date', ...columns].join(', ')} FROM kaohe_events e LEFT JOIN kaohe_event_attributes a ON a.id = e.id WHERE ${conditions.join(' AND ')} GROUP BY e.unit, e.id, e.date`
}

function unitRows(source: Source, over: Extract<Fold['over'], { rows: 'units' }>): string {
  const { inputs } = source.fold.rows
  const used = inputs.flatMap((i) =>
    i.from === 'fact'
      ? [`(f.fact = ${quoted(i.fact)} AND f.period = ${quoted(i.period ?? '')} AND f.applies = 0)`]
      : [],
  )
  const exempt = used.length === 0 ? '0' : `max(CASE WHEN ${used.join(' OR ')} THEN 1 ELSE 0 END)`
  const columns = inputs.flatMap((input, i) => inputColumn(input, i, source))
  return `SELECT ${['b.above AS unit', 'u.id', 'CAST(NULL AS TEXT) AS date', ...columns].join(', ')} FROM kaohe_units u JOIN kaohe_above b ON b.unit = u.id LEFT JOIN kaohe_facts f ON f.unit = u.id WHERE u.level = ${quoted(over.level)} GROUP BY b.above, u.id HAVING ${exempt} = 0`
}

function readInput(source: Source, i: number): Fraction | undefined {
  const { fold, scales } = source
  const input = fold.rows.inputs[i] as RowInput
  if (input.from === 'ordinal') return { num: 'ordinal', den: 1n }
  // Events of subordinate units are left to the exact evaluator.
  if (input.from === 'open' || input.from === 'fold') return undefined
  const key =
    input.from === 'fact'
      ? scaleKey('fact', input.fact)
      : scaleKey(
          'event',
          `${fold.over.rows === 'events' ? fold.over.event : ''}.${input.attribute}`,
        )
  return { num: `r${i}`, den: scales.get(key) ?? 1n }
}

/** Reduction of the column v over a common denominator; NULL as soon as one row is not known. */
function reduced(
  fold: Fold,
  value: Fixed,
  source: Source,
): { columns: string; value: Fraction; rows: (from: string) => string } {
  const { dialect } = source.arithmetic
  const known = 'count(*) = count(CASE WHEN w = 1 THEN v END)'
  const all = (from: string) => from
  const total = { num: 'n', den: value.den }
  const mean = { num: 'n', den: `(d * ${source.arithmetic.literal(value.den)})` }
  const sum = `CASE WHEN ${known} THEN CAST(sum(v) AS ${dialect.integer}) END AS n, CAST(count(*) AS ${dialect.integer}) AS d`
  const { how } = fold
  const placed = (from: string) =>
    `(SELECT *, row_number() OVER (PARTITION BY unit ORDER BY v, id) AS place, count(*) OVER (PARTITION BY unit) AS among FROM ${from}) placed`
  switch (how.as) {
    case 'sum':
      return { columns: sum, value: total, rows: all }
    case 'count':
      return {
        columns: `CASE WHEN count(*) = count(CASE WHEN w = 1 THEN 1 END) THEN CAST(count(*) AS ${dialect.integer}) END AS n, 1 AS d`,
        value: { num: 'n', den: 1n },
        rows: all,
      }
    case 'mean':
    case 'share':
      return { columns: sum, value: mean, rows: all }
    case 'run':
      throw new RangeError('runs of events are left to the exact evaluator')
    case 'max':
    case 'min':
    case 'all':
      return {
        columns: `CASE WHEN ${known} THEN ${how.as === 'max' ? 'max' : 'min'}(v) END AS n, 1 AS d`,
        value: total,
        rows: all,
      }
    case 'median':
      return {
        columns: sum,
        value: mean,
        rows: (from) => `${placed(from)} WHERE place * 2 IN (among, among + 1, among + 2)`,
      }
    case 'trimmed':
      return {
        columns: sum,
        value: mean,
        rows: (from) =>
          `${placed(from)} WHERE place > ${how.drop} AND place <= among - ${how.drop}`,
      }
  }
}

/** What the table of a fold's rows has: whose row it is, its figures, and what makes it the same as another. */
function columnsOf({ rows, once }: Fold): string[] {
  const figures = rows.inputs.flatMap(({ from }, i) =>
    from === 'attribute' || from === 'fact' ? [`r${i}`] : [],
  )
  return ['unit', 'id', 'date', ...figures, ...(once?.by ?? []).map((_, i) => `k${i}`)]
}

const IN_TIME = 'ORDER BY date NULLS LAST, id'

const sameAs = ({ once }: Fold): string =>
  ['unit', ...(once?.by ?? []).map((_, i) => `k${i}`)].join(', ')

interface Sifted {
  readonly from: string
  /** 1 or 0 for each row. */
  readonly where: string
  readonly arithmetic: Arithmetic
}

// The rows that are kept, and which time each is: the same thing told again is not another time.
function keptRows(
  fold: Fold,
  columns: readonly string[],
  { from, where, arithmetic }: Sifted,
): string {
  const list = columns.join(', ')
  const rows = `FROM ${from} WHERE ${where} IS DISTINCT FROM 0`
  const each = `row_number() OVER (PARTITION BY unit ${IN_TIME})`
  if (fold.once === null) return `SELECT ${list}, ${where} AS w, ${each} AS ordinal ${rows}`
  const { integer } = arithmetic.dialect
  const opens = `CASE WHEN row_number() OVER (PARTITION BY ${sameAs(fold)} ${IN_TIME}) = 1 THEN 1 ELSE 0 END`
  const first = `SELECT ${list}, ${where} AS w, ${opens} AS opens ${rows}`
  const counted = `SELECT *, CAST(sum(opens) OVER (PARTITION BY unit ${IN_TIME} ROWS UNBOUNDED PRECEDING) AS ${integer}) AS times FROM (${first}) AS told`
  return `SELECT ${list}, w, min(times) OVER (PARTITION BY ${sameAs(fold)}) AS ordinal FROM (${counted}) AS counted`
}

/** The SQL of a fold, or undefined where its rows cannot be computed exactly in integers. */
export function foldSql(source: Source): FoldSql | undefined {
  const { fold, name, arithmetic } = source
  const { over } = fold
  if (fold.how.as === 'run') return undefined
  const { dialect } = arithmetic
  const read = (i: number) => readInput(source, i)
  const first = new Layers(fold.rows.nodes, read, arithmetic, `${name}w`)
  const where = first.value(fold.where)
  const second = new Layers(fold.rows.nodes, read, arithmetic, `${name}v`)
  const value =
    fold.how.as === 'count' ? arithmetic.constant({ num: 1n, den: 1n }) : second.value(fold.value)
  if (where === undefined || value === undefined || !isFixed(value) || !isFixed(where))
    return undefined
  const columns = columnsOf(fold)
  const sieve = first.tables(`${name}_rows`, columns, [...columns, where.num])
  const keptColumns = [...columns, 'w', 'ordinal']
  const worth = second.tables(`${name}_kept`, keptColumns, [...columns, 'w', value.num])
  const kept = keptRows(fold, columns, { from: sieve.last, where: where.num, arithmetic })
  const best =
    fold.once === null
      ? '1'
      : `row_number() OVER (PARTITION BY ${sameAs(fold)} ORDER BY ${value.num} ${fold.once.keep === 'highest' ? 'DESC' : 'ASC'}, date NULLS LAST, id)`
  const { columns: answers, value: answer, rows } = reduced(fold, value, source)
  const tables = [
    `${name}_rows AS ${dialect.kept}(${over.rows === 'events' ? eventRows(source, over) : unitRows(source, over)})`,
    ...sieve.text,
    `${name}_kept AS ${dialect.kept}(${kept})`,
    ...worth.text,
    `${name}_once AS ${dialect.kept}(SELECT unit, id, w, ${value.num} AS v, ${best} AS best FROM ${worth.last})`,
    `${name}_best AS (SELECT * FROM ${name}_once WHERE best = 1)`,
    `${name} AS (SELECT unit, ${answers} FROM ${rows(`${name}_best`)} GROUP BY unit)`,
  ]
  return { tables, name, value: answer }
}
