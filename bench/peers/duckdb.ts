/**
 * DuckDB in this process, two threads, narrow integer columns, one `create table as` for points, totals and grade.
 * Two forms of the rank: a histogram of the composites joined back, and the window function.
 */
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Data } from '../workload/data.ts'
import { read } from '../workload/expr.ts'
import { FACT_NAMES, rangeOf } from '../workload/facts.ts'
import { OUTPUT_NAMES, sumsInSql } from '../workload/checksum.ts'
import { endSize, GANZHOU_BASE, GRADES, WEIGHTS } from '../workload/outcome.ts'
import { GANZHOU, GUIYANG, RULES, TARGET } from '../workload/rules.ts'
import { type Peer, type Ready, reason } from './peer.ts'
import { sql } from './text.ts'

const WINDOW = { histogram: 'rank by histogram', window: 'RANK()' } as const
type Form = keyof typeof WINDOW
/** Where the complete result lies: ranks beside the points need not copy the points. */
const WHOLE = { histogram: '(from scored join ranks using (i))', window: 'outcome' } as const

const plain = sql('//', '')
const typed = (v: number) =>
  `${v < 0 ? `(${v})` : v}::${Math.abs(v) < 128 ? 'tinyint' : 'smallint'}`
/** Facts and constants are of the narrowest signed type, so that nothing is cast on the way; what needs more says so. */
const reading = {
  ...plain,
  constant: typed,
  times: (f: number, of: string) => (f === 1 ? of : `(${of} * ${typed(f)})`),
  atLeast: (x: string, at: number, then: string, otherwise: string) =>
    `case when ${x} >= ${typed(at)} then ${then} else ${otherwise} end`,
  percent: (a: string, t: string, full: number) =>
    plain.percent(`${a}::integer`, `${t}::integer`, full),
}
const grade = GRADES.map((g) => `(composite >= ${g})::utinyint`).join(' + ')

const points = RULES.map(
  (r) => `(${read(r.points, reading)})::${r === TARGET ? 'smallint' : 'tinyint'} as ${r.id}`,
).join(',\n')
const add = (list: typeof RULES) => list.map((r) => `${r.id}::smallint`).join(' + ')
const scored = `
  with p as (select i, ${points} from facts),
  s as (select *, (${GANZHOU_BASE} + ${add(GANZHOU)})::smallint as ganzhou, (${add(GUIYANG)})::smallint as guiyang from p),
  c as (select *, (${WEIGHTS.ganzhou} * ganzhou::integer + ${WEIGHTS.guiyang} * guiyang::integer + ${TARGET.id}) as composite from s)
  select *, (${grade})::utinyint as grade from c`

const placed = (n: number) =>
  `case when rank - 1 < ${endSize(n)} then 1 when below < ${endSize(n)} then 2 else 0 end::utinyint as place`

/** Statements that leave the complete result. */
function statements(form: Form, n: number): string[] {
  if (form === 'window') {
    return [
      `create or replace table outcome as with g as (${scored}),
      r as (select *, (rank() over (order by composite desc))::integer as rank, ${n} - (count(*) over (order by composite desc)) as below from g)
      select * exclude (below), ${placed(n)} from r`,
    ]
  }
  return [
    `create or replace table scored as ${scored}`,
    `create or replace table ladder as
       select composite, (sum(units) over (order by composite desc) - units + 1)::integer as rank,
         ${n} - sum(units) over (order by composite desc) as below
       from (select composite, count(*) as units from scored group by composite)`,
    `create or replace table ranks as select s.i, l.rank, ${placed(n)} from scored s join ladder l using (composite)`,
  ]
}

const typeOf = (name: string) => (rangeOf(name)[1] < 128 ? 'tinyint' : 'smallint')

/** Feeds the facts through the appender, chunk by chunk. */
async function feed(
  db: DuckDBConnection,
  api: typeof import('@duckdb/node-api'),
  data: Data,
): Promise<void> {
  await db.run(
    `create table facts (i integer, ${FACT_NAMES.map((n) => `${n} ${typeOf(n)}`).join(', ')})`,
  )
  const types = [
    api.INTEGER,
    ...FACT_NAMES.map((n) => (typeOf(n) === 'tinyint' ? api.TINYINT : api.SMALLINT)),
  ]
  const appender = await db.createAppender('facts')
  for (let a = 0; a < data.units; a += 2048) {
    const m = Math.min(2048, data.units - a)
    const chunk = api.DuckDBDataChunk.create(types)
    chunk.setColumns([
      Array.from({ length: m }, (_, k) => a + k),
      ...FACT_NAMES.map((n) => Array.from(data.facts[n]!.subarray(a, a + m))),
    ])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

async function prepare(data: Data, form: Form): Promise<Ready | { skip: string }> {
  try {
    const api = await import('@duckdb/node-api')
    const instance = await api.DuckDBInstance.create(':memory:', {
      threads: '2',
      preserve_insertion_order: 'false',
    })
    const db = await instance.connect()
    await feed(db, api, data)
    const todo = statements(form, data.units)
    return {
      async run() {
        for (const s of todo) await db.run(s)
      },
      async sums() {
        const rows = await db.runAndReadAll(
          sumsInSql(WHOLE[form], 'hugeint').replaceAll('::text', '::varchar'),
        )
        const row = rows.getRowObjects()[0]!
        return OUTPUT_NAMES.map((n) => String(row[n]))
      },
      close() {
        db.closeSync()
        instance.closeSync()
      },
    }
  } catch (e) {
    return { skip: reason(e) }
  }
}

/** One of the two forms. */
export const duckdb = (form: Form): Peer => ({
  name: `duckdb-${form}`,
  label: `DuckDB, 2 threads, ${WINDOW[form]}`,
  threads: 2,
  maxUnits: 1_000_000,
  prepare: (data) => prepare(data, form),
})

export default duckdb('histogram')
