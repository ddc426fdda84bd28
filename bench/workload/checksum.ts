/**
 * One exact number per output column, such that SQL can compute it where the column lies:
 * the sum of (value + 7) * weight(i), weight(i) = i * 40503 mod 65521 + 1.
 */
import { RESULTS } from './outcome.ts'
import { RULES } from './rules.ts'

export type Output = ArrayLike<number>
/** Points of each rule by id, and the results by name. */
export type Outputs = Readonly<Record<string, Output>>
export type Sums = readonly string[]

export const OUTPUT_NAMES: readonly string[] = [...RULES.map((r) => r.id), ...RESULTS]

/** Exact: a block's partial sum stays under 2^53. */
function columnSum(column: Output, units: number): bigint {
  let whole = 0n
  for (let start = 0; start < units; start += 65536) {
    let part = 0
    const end = Math.min(units, start + 65536)
    for (let i = start; i < end; i++) part += (column[i]! + 7) * (((i * 40503) % 65521) + 1)
    whole += BigInt(part)
  }
  return whole
}

/** The sums of all output columns, in their fixed order. */
export function sumsOf(outputs: Outputs, units: number): Sums {
  return OUTPUT_NAMES.map((name) => {
    const column = outputs[name]
    if (!column) throw new Error(`no output ${name}`)
    return String(columnSum(column, units))
  })
}

/** The same in SQL, over a table with an `i` column. `big` is the dialect's wide integer. */
export function sumsInSql(table: string, big: string): string {
  const weight = `((i::${big} * 40503) % 65521 + 1)`
  return `select ${OUTPUT_NAMES.map((n) => `sum((${n}::${big} + 7) * ${weight})::text as ${n}`).join(', ')} from ${table}`
}

/** Names of the columns on which two sets of sums differ. */
export function differences(a: Sums, b: Sums): string[] {
  return OUTPUT_NAMES.filter((_, k) => a[k] !== b[k])
}

/** A short name for a set of sums, to be printed. */
export function digest(sums: Sums): string {
  const h = sums.reduce((x, s) => (x * 1000003n + BigInt(s)) % 0xffffffffffffffc5n, 7n)
  return h.toString(16).padStart(16, '0')
}
