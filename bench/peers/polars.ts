/** Polars through its Node binding, two threads, lazy, narrow integers: one `select` for points, totals and grade, then the rank. */
import type { Data } from '../workload/data.ts'
import { type Expr, read, type Reading, type Rule } from '../workload/expr.ts'
import { FACT_NAMES, rangeOf } from '../workload/facts.ts'
import { sumsOf } from '../workload/checksum.ts'
import { endSize, GANZHOU_BASE, GRADES, WEIGHTS } from '../workload/outcome.ts'
import { GANZHOU, GUIYANG, RULES, TARGET } from '../workload/rules.ts'
import { type Peer, reason } from './peer.ts'

// Read by the library when it starts its threads.
process.env.POLARS_MAX_THREADS = '2'

type Pl = typeof import('nodejs-polars').default
// The binding's expression type is not exported under a stable name; every method used returns another one.
type E = any

/** Narrow signed integers throughout: a literal in the binding is a float unless it is cast. */
function reading(pl: Pl): Reading<E> {
  const small = (v: number): E => pl.lit(v).cast(Math.abs(v) < 128 ? pl.Int8 : pl.Int16)
  return {
    constant: small,
    fact: (name) => pl.col(name),
    sum: (parts) => parts.reduce((a: E, b: E) => a.plus(b)),
    times: (f, of) => (f === 1 ? of : of.multiplyBy(small(f))),
    least: (parts) => parts.reduce((a: E, b: E) => pl.when(a.lt(b)).then(a).otherwise(b)),
    greatest: (parts) => parts.reduce((a: E, b: E) => pl.when(a.gt(b)).then(a).otherwise(b)),
    atLeast: (x, at, then, otherwise) =>
      pl
        .when(x.gtEq(small(at)))
        .then(then)
        .otherwise(otherwise),
    percent: (a, t, full) => share(pl, a.cast(pl.Float32), t.cast(pl.Float32), full),
  }
}

/** Whole division in float32 is exact here: everything is below 2^24. */
function share(pl: Pl, a: E, t: E, full: number): E {
  const f = (v: number): E => pl.lit(v).cast(pl.Float32)
  const q = a
    .multiplyBy(f(2 * full))
    .plus(t)
    .div(t.multiplyBy(f(2)))
    .floor()
    .cast(pl.Int32)
    .cast(pl.Int16)
  const top = pl.lit(full).cast(pl.Int16)
  return pl.when(q.lt(top)).then(q).otherwise(top)
}

const wide = (pl: Pl, name: string): E => pl.col(name).cast(pl.Int32)

function lazily(pl: Pl, facts: any, n: number) {
  const r = reading(pl)
  const points = (rule: Rule): E => read<E>(rule.points as Expr, r).alias(rule.id)
  const total = (name: string, list: readonly Rule[], base: number): E =>
    list
      .map((x): E => pl.col(x.id).cast(pl.Int16))
      .reduce((a: E, b: E) => a.plus(b))
      .plus(pl.lit(base).cast(pl.Int16))
      .alias(name)
  const times = (name: string, weight: number): E =>
    wide(pl, name).multiplyBy(pl.lit(weight).cast(pl.Int32))
  const composite = times('ganzhou', WEIGHTS.ganzhou)
    .plus(times('guiyang', WEIGHTS.guiyang))
    .plus(wide(pl, TARGET.id))
    .alias('composite')
  const grade = GRADES.map(
    (g): E => pl.col('composite').gtEq(pl.lit(g).cast(pl.Int32)).cast(pl.Int8),
  )
    .reduce((a: E, b: E) => a.plus(b))
    .alias('grade')
  const scored = facts
    .lazy()
    .select(...RULES.map(points))
    .withColumns(total('ganzhou', GANZHOU, GANZHOU_BASE), total('guiyang', GUIYANG, 0))
    .withColumns(composite)
    .withColumns(grade)
  return { scored, ranked: (t: any) => withRank(pl, t, n) }
}

/**
 * Ranks by a histogram of the composites joined back in their order, which is faster here than two calls of `rank`
 * (minimum and maximum of the ties, for the two ends).
 */
function withRank(pl: Pl, t: any, n: number): any {
  const end = endSize(n)
  const i8 = (v: number): E => pl.lit(v).cast(pl.Int8)
  const ladder = t
    .lazy()
    .select('composite')
    .groupBy('composite')
    .agg(pl.col('composite').count().cast(pl.Int32).alias('units'))
    .sort('composite', true)
    .withColumns((pl.col('units') as E).cumSum().alias('upto'))
    .withColumns(
      (pl.col('upto') as E).minus(pl.col('units')).plus(pl.lit(1).cast(pl.Int32)).alias('rank'),
    )
    .withColumns(
      pl
        .when((pl.col('rank') as E).ltEq(end))
        .then(i8(1))
        .when((pl.col('upto') as E).gt(n - end))
        .then(i8(2))
        .otherwise(i8(0))
        .alias('place'),
    )
    .select('composite', 'rank', 'place')
  return t.lazy().join(ladder, { on: 'composite', how: 'left' }).collect()
}

export default {
  name: 'polars',
  label: 'Polars, 2 threads',
  threads: 2,
  maxUnits: 1_000_000,
  async prepare(data: Data) {
    try {
      const { default: pl } = await import('nodejs-polars')
      const typed = FACT_NAMES.map((n) =>
        pl.Series(n, data.facts[n]!).cast(rangeOf(n)[1] < 128 ? pl.Int8 : pl.Int16),
      )
      const plan = lazily(pl, pl.DataFrame(typed), data.units)
      let out: any
      return {
        async run() {
          out = await plan.ranked(await plan.scored.collect())
        },
        sums: () =>
          sumsOf(
            Object.fromEntries(out.columns.map((c: string) => [c, out.getColumn(c).toArray()])),
            data.units,
          ),
      }
    } catch (e) {
      return { skip: reason(e) }
    }
  },
} satisfies Peer
