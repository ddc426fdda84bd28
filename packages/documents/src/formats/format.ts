import type { Table } from '../exports/table.ts'

/** One way of writing tables; every format writes every export. */
export interface Format {
  readonly name: string
  /** Ending of a file of this format, without dot. */
  readonly ending: string
  write(tables: readonly Table[]): string | Promise<Uint8Array>
}
