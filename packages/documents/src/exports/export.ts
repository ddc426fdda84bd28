import type { Results } from './results.ts'
import type { Table } from './table.ts'

/** One way of giving results out; every format writes every export. */
export interface Export {
  readonly name: string
  make(results: Results): Table
}
