import type { Program } from '../compile/index.ts'
import type { NodeId } from '../core/index.ts'
import { type Dialect, quoted } from './dialect.ts'
import { Arithmetic } from './fraction.ts'
import { Layers } from './layers.ts'
import type { Scales } from './tables.ts'
import { Writer } from './writer.ts'

/** A query that gives, for every assessed unit, points as numerator and denominator; NULL: not known exactly. */
export interface SqlQuery {
  readonly text: string
  readonly columns: readonly {
    readonly id: string
    readonly of: 'item' | 'part' | 'total'
    readonly num: string
    readonly den: string
  }[]
  /** Items that SQL cannot compute: open readings, overlapping bands, fractions within events or among peers, peers where some may not take part (资格). */
  readonly refused: readonly string[]
}

const ABOVE = `kaohe_above AS (SELECT id AS unit, parent AS above FROM kaohe_units WHERE parent IS NOT NULL UNION ALL SELECT a.unit, u.parent FROM kaohe_above a JOIN kaohe_units u ON u.id = a.above WHERE u.parent IS NOT NULL)`

/** What every table has of a unit, besides the columns of its inputs. */
const UNIT = ['unit', 'type', 'grp']

interface Wanted {
  readonly id: string
  readonly of: 'item' | 'part' | 'total'
  readonly node: NodeId
}

function wantedOf(program: Program): Wanted[] {
  return [
    ...program.items
      .filter((i) => !i.targetOnly)
      .map((i) => ({ id: i.item.id, of: 'item' as const, node: i.points })),
    ...program.parts.map((p) => ({ id: p.id, of: 'part' as const, node: p.points })),
    { id: 'total', of: 'total', node: program.total },
  ]
}

/**
 * The scheme as one SQL query over the tables of `TABLES`.
 * @param scales of `sqlRows`: what the integers in the tables were multiplied with
 */
export function sqlOf(program: Program, dialect: Dialect, scales: Scales): SqlQuery {
  const arithmetic = new Arithmetic(dialect)
  const writer = new Writer(program, arithmetic, scales)
  const layers = new Layers(program.unit.nodes, (i) => writer.input(i), arithmetic, 'n')
  writer.layers = layers
  const wanted = wantedOf(program).map((w) => ({ ...w, value: layers.value(w.node) }))
  const types = program.scheme.assessees.map((a) => quoted(a.id)).join(', ')
  const ofUnit = ['u.id AS unit', 'u.type', 'u.grp']
  const base = `base AS ${dialect.kept}(SELECT ${[...ofUnit, ...writer.columns].join(', ')} FROM kaohe_units u ${writer.joins.join(' ')} WHERE u.type IN (${types}))`
  const answered = wanted.flatMap((w, i) =>
    w.value === undefined
      ? []
      : [{ id: w.id, of: w.of, num: `v${i}_n`, den: `v${i}_d`, value: w.value }],
  )
  const selected = answered.flatMap(({ num, den, value }) => [
    `CAST(${value.num} AS TEXT) AS ${num}`,
    `CAST(${typeof value.den === 'bigint' ? arithmetic.literal(value.den) : value.den} AS TEXT) AS ${den}`,
  ])
  const { text, last } = layers.tables('base', [...UNIT, ...writer.names], ['unit', ...selected])
  const tables = [ABOVE, ...writer.tables, base, ...text]
  return {
    text: `WITH RECURSIVE ${tables.join(',\n')}\nSELECT ${['unit', ...selected].join(', ')} FROM ${last} ORDER BY unit`,
    columns: answered.map(({ id, of, num, den }) => ({ id, of, num, den })),
    refused: wanted.filter((w) => w.value === undefined && w.of === 'item').map((w) => w.id),
  }
}
