import type { Interval, Rational } from '../number/index.ts'
import type { Decision } from './dataset.ts'

/**
 * What may be said of an item's points:
 * scored 已定; provisional 暂定 (facts missing); open 待定口径 (a clause not settled);
 * not-applicable 不适用; target-only 只有目标 (no points, a state); no-rule 无规则.
 */
export type ItemStatus =
  | 'scored'
  | 'provisional'
  | 'open'
  | 'not-applicable'
  | 'target-only'
  | 'no-rule'

/** A fact that is needed and was not supplied. */
export interface Missing {
  readonly what: 'fact' | 'event' | 'mark' | 'previous' | 'peers' | 'attribute'
  readonly id: string
  readonly period: string | null
  /** The units that have not reported, where that is not the unit itself: its subordinate units, or its peers. */
  readonly units: readonly string[]
}

export interface ItemResult {
  readonly id: string
  /** Known exactly, else undefined and `range` says between what. */
  readonly points: Rational | undefined
  readonly range: Interval
  readonly full: Rational | undefined
  readonly status: ItemStatus
  readonly clause: string | undefined
  /** For rules with a target: whether it is reached; undefined when not known, or there is none. */
  readonly reached: boolean | undefined
  readonly missing: readonly Missing[]
  /** Questions left open by the scheme on which these points depend. */
  readonly questions: readonly string[]
}

/** The points of a source, a category or the bonus part. */
export interface PartResult {
  readonly id: string
  readonly kind: 'source' | 'category' | 'base' | 'bonus' | 'penalty'
  /** False where the unit is not assessed by it: it then has no points. */
  readonly applies: boolean
  readonly points: Rational | undefined
  readonly range: Interval
}

/** A selection met, not met, or not decidable with what is known. */
export type Met = 'yes' | 'no' | 'undecided'

export interface ConsequenceResult {
  readonly id: string
  readonly met: Met
  readonly reasons: readonly string[]
  readonly amount?: Rational | undefined
}

/** A decision of people on a unit, and what became of it. */
export interface DecisionResult {
  readonly decision: Decision
  /** What it is on, in words: `等次`, `同分：优秀`, `结果运用：表彰`. */
  readonly matter: string
  /** What was decided, in words: `优秀`, `先后第1`, `给予`. */
  readonly value: string
  /** Who decided, when, under which number, why. */
  readonly said: string
  readonly used: boolean
  /** Why it was not used; empty where it was. */
  readonly note: string
}

/** A grade that a meeting put in place of the computed one, by their ids. */
export interface Adjusted {
  /** Null where the computed one was still open, or none. */
  readonly from: string | null
  readonly to: string
}

export interface UnitResult {
  readonly unit: string
  readonly name: string
  readonly type: string
  readonly group: string
  readonly eligible: Met
  readonly ineligibility: readonly string[]
  /** Undefined where the total is not known exactly, and where the unit takes no part. */
  readonly total: Rational | undefined
  /** Undefined where the unit takes no part (资格): it then has no points, parts, rank or grade. */
  readonly range: Interval | undefined
  readonly rank: number | undefined
  /** The best and the worst rank still possible. */
  readonly rankRange: readonly [number, number]
  readonly grade: string | undefined
  /** Whether a grade, or none, is still to be settled: by facts, readings, or the meeting. */
  readonly gradeOpen: boolean
  /** Only where a meeting adjusted the grade: the computed one beside it. */
  readonly adjusted?: Adjusted | undefined
  /** Why the grade is what it is: line, quota, veto, downgrade, or left to the meeting. */
  readonly gradeReasons: readonly string[]
  readonly items: readonly ItemResult[]
  readonly parts: readonly PartResult[]
  readonly missing: readonly Missing[]
  readonly questions: readonly string[]
  readonly vetoes: readonly string[]
  readonly consequences: readonly ConsequenceResult[]
  /** What people decided of the unit, in the order of the dataset. */
  readonly decisions: readonly DecisionResult[]
}
