/** What every peer is: one file, one default export. */
import type { Data } from '../workload/data.ts'
import type { Sums } from '../workload/checksum.ts'

export type Ready = {
  /**
   * One complete scoring of all units. This alone is timed; a peer in a process of its own
   * answers with the milliseconds by its own clock.
   */
  run(): void | number | Promise<void | number>
  /** Sums of the output columns of the last run; not timed. */
  sums(): Sums | Promise<Sums>
  close?(): void | Promise<void>
}

export type Peer = {
  readonly name: string
  /** As printed, with what matters about how it is used. */
  readonly label: string
  readonly threads: number
  /** Slow engines score fewer units and are compared per unit-period. */
  readonly maxUnits: number
  /** Reads the columns it is given where they lie, without a copy of its own. */
  readonly sharesFacts?: boolean
  /** Loads, compiles and feeds once. Answers with a reason where it cannot run here. */
  prepare(data: Data): Ready | Promise<Ready> | { skip: string } | Promise<Ready | { skip: string }>
}

/** Why something failed, in one line. */
export const reason = (e: unknown): string =>
  String(e instanceof Error ? e.message : e).split('\n')[0]!
