import type { Rational } from '../number/index.ts'

/**
 * A reported value. `{ na: true }` says that the thing does not apply to the unit, which is neither
 * zero nor unknown; what was not reported has no entry at all.
 */
export type Value =
  | { readonly number: Rational }
  | { readonly truth: boolean }
  | { readonly word: string }
  | { readonly date: string }
  | { readonly text: string }
  | { readonly na: true }

/** Where an entry was found and who stands behind it; every part optional, none invented. */
export interface Provenance {
  /** Such as `数据.xlsx!数据!D7` or `facts.csv:12`. */
  readonly origin?: string
  readonly by?: string
  readonly at?: string
  readonly evidence?: readonly string[]
}

export interface Unit {
  readonly id: string
  readonly name: string
  /** The kind of assessee, or null for a unit that only supplies facts (a county, a school). */
  readonly type: string | null
  readonly level?: string
  readonly parent?: string
  readonly group?: string
  readonly attributes: Readonly<Record<string, Value>>
}

export interface FactEntry extends Provenance {
  readonly unit: string
  readonly fact: string
  /** null for a fact of the whole year; else the period: `2023-04`, `2023-Q2`, `2023-H1`, `7`. */
  readonly period: string | null
  readonly value: Value
  /** For marks: the party that gave it. */
  readonly evaluator?: string
  /** For marks: why it was given, in the evaluator's words; points never depend on it. */
  readonly reason?: string
}

export interface EventEntry extends Provenance {
  readonly id: string
  readonly unit: string
  readonly event: string
  readonly date: string | null
  readonly attributes: Readonly<Record<string, Value>>
}

/** A ratified result of an earlier year, for streaks and growth. */
export interface PastResult {
  readonly unit: string
  readonly year: number
  readonly total?: Rational
  readonly rank?: number
  readonly grade?: string
  /** Ids of consequences or selections that the unit met in that year. */
  readonly met: readonly string[]
}

/** `unit` of this year continues `from` of an earlier one (renamed, merged, split). */
export interface Lineage {
  readonly unit: string
  readonly from: string
  readonly since: number
}

/**
 * What people decided of a unit where the scheme leaves it to them (由会议定, 会议, 决定), and on what
 * ground: a document, a reason, or both.
 */
export interface Decision extends Provenance {
  readonly unit: string
  /** `grade`, `grade-tie:<grade>`, `tie:<consequence>` or `consequence:<consequence>`; see `mattersOf`. */
  readonly on: string
  /** The id of a grade; the place among units level on a cut, from 1; whether a consequence is granted. */
  readonly value: string | number | boolean
  /** The id of a party of the scheme, or the name of a body that it does not list. */
  readonly body: string
  /** The day on which it was decided. */
  readonly date: string
  /** The number of the document that says so. */
  readonly number?: string
  readonly reason?: string
}

/**
 * What is known about the units of one assessment.
 * Events of a kind are complete for every unit when the kind is listed in `reported`, except for the
 * units listed in `pending`: a unit without rows then has none. A kind absent from `reported` is unknown.
 */
export interface Dataset {
  readonly units: readonly Unit[]
  readonly facts: readonly FactEntry[]
  readonly events: readonly EventEntry[]
  readonly reported: readonly string[]
  readonly pending: readonly { readonly unit: string; readonly event: string }[]
  readonly history: readonly PastResult[]
  readonly lineage: readonly Lineage[]
  /** Facts of the year before, for growth. */
  readonly previous: readonly FactEntry[]
  /** Absent: nothing was decided yet. */
  readonly decisions?: readonly Decision[]
}
