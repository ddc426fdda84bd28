/** What differs between the two databases. */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres'
  /** The type in which integers are computed. */
  readonly integer: string
  /**
   * Keeps a table expression from being pasted into the next one: PostgreSQL would paste a layer into
   * every column that uses it, and the statement would grow without end; DuckDB is faster without.
   */
  readonly kept: '' | 'MATERIALIZED '
  /** Quotient of two integers, towards zero. */
  divide(a: string, b: string): string
  greatestCommonDivisor(a: string, b: string): string
}

/** HUGEINT has 38 digits; beyond them DuckDB refuses, it never answers wrongly. */
export const duckdb: Dialect = {
  name: 'duckdb',
  integer: 'HUGEINT',
  kept: '',
  divide: (a, b) => `((${a}) // (${b}))`,
  greatestCommonDivisor: (a, b) => `gcd(${a}, ${b})`,
}

/** NUMERIC has all digits that are needed; div() is its exact quotient. */
export const postgres: Dialect = {
  name: 'postgres',
  integer: 'NUMERIC',
  kept: 'MATERIALIZED ',
  divide: (a, b) => `div(${a}, ${b})`,
  greatestCommonDivisor: (a, b) => `gcd(${a}, ${b})`,
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
