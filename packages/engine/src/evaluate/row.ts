import type { EventEntry, FactEntry, Unit } from '../model/index.ts'
import type { Interval } from '../number/index.ts'

/** One row of a fold, as it was read. */
export interface FoldRow {
  readonly event: EventEntry | undefined
  readonly unit: Unit | undefined
  /** For subordinate units: the facts read; undefined entries were not reported. */
  readonly facts: readonly (FactEntry | undefined)[]
  /** True where a fact of a subordinate unit does not apply to it: such a unit is never kept. */
  readonly exempt: boolean
  readonly inputs: readonly Interval[]
  readonly kept: Interval
  readonly value: Interval
}
