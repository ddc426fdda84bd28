import type { Dataset, Met, Scheme, Unit, UnitResult } from '../model/index.ts'
import type { Interval, Rational } from '../number/index.ts'

/** What evaluation knows of one assessed unit before any order is made. */
export interface Standing {
  /** Its `type` is the kind of assessee; null stands for none and makes no condition apply. */
  readonly unit: Unit
  /** The total, deductions of vetoes already in it. */
  readonly total: Interval
  /** The full score, for 得分率. */
  readonly full: Rational | undefined
  /** The tie-breakers of the ranking, in order, the higher first. */
  readonly breakers: readonly Interval[]
  /** Whether the condition of each of `scheme.overrides` holds, in their order. */
  readonly overrides: readonly Met[]
  /** By id of consequence, where its selection has a 条件: whether it holds. */
  readonly conditions: ReadonlyMap<string, Met>
  /** By id of consequence, where it has a 金额. */
  readonly amounts: ReadonlyMap<string, Interval>
}

/** The part of a scheme that says what comes after the points. */
export type Outcome = Pick<
  Scheme,
  | 'issue'
  | 'period'
  | 'inclusion'
  | 'attributes'
  | 'assessees'
  | 'parties'
  | 'calendar'
  | 'ranking'
  | 'grading'
  | 'overrides'
  | 'consequences'
>

/** What is on record besides facts: earlier years, and what people decided. */
export type Past = Pick<Dataset, 'history' | 'lineage' | 'decisions'>

/** What is concluded of one unit; see `conclude`. */
export type Conclusion = Pick<
  UnitResult,
  | 'unit'
  | 'eligible'
  | 'ineligibility'
  | 'rank'
  | 'rankRange'
  | 'grade'
  | 'adjusted'
  | 'gradeOpen'
  | 'gradeReasons'
  | 'vetoes'
  | 'consequences'
  | 'decisions'
>

/** The rank range of a unit that is not ranked: it does not take part, or the scheme ranks nobody. */
export const NOT_RANKED: readonly [number, number] = [0, 0]
