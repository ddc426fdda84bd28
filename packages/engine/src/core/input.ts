import type { Arena, Domain, NodeId } from './node.ts'

/**
 * Where a column of a unit's program comes from. Preparation fills the columns from a dataset;
 * everything after that is arithmetic.
 */
export type Input = { readonly domain: Domain } & (
  | { readonly from: 'fact'; readonly fact: string; readonly period: string | null }
  /** What an evaluator gave to an item; null stands for the only evaluator there is. */
  | { readonly from: 'mark'; readonly item: string; readonly evaluator: string | null }
  /** 1 unless the fact was declared not applicable (不适用) to the unit, or to that above it at the level. */
  | {
      readonly from: 'applies'
      readonly fact: string
      readonly period: string | null
      readonly level: string | null
    }
  /** The same fact of the year before. */
  | { readonly from: 'previous'; readonly fact: string; readonly period: string | null }
  /** 1 when the unit has a value of the fact for the year before, 0 when it was declared to have none. */
  | { readonly from: 'hadPrevious'; readonly fact: string; readonly period: string | null }
  /** A figure that the notice leaves open altogether; `question` is the path of the silent field. */
  | { readonly from: 'open'; readonly question: string }
  /** A fact of a unit above (a district's fact on a community). */
  | {
      readonly from: 'shared'
      readonly fact: string
      readonly period: string | null
      readonly level: string
    }
  /** 1 when the unit is of one of the types. */
  | { readonly from: 'type'; readonly types: readonly string[] }
  | { readonly from: 'attribute'; readonly attribute: string }
  | { readonly from: 'fold'; readonly fold: Fold }
  /** A figure of the unit's peers, known when every peer's `of` is known (second pass). */
  | {
      readonly from: 'peers'
      readonly of: NodeId
      /** 1 for a unit that is compared at all: what does not apply to a unit makes it nobody's peer. */
      readonly among: NodeId
      readonly group: PeerGroup
      readonly measure: PeerMeasure
    }
)

export type PeerMeasure =
  | { readonly as: 'sum' | 'mean' | 'max' | 'min' | 'count' }
  /** 1 for the first; equal values share a rank (`competition` 1 1 3, `dense` 1 1 2). */
  | {
      readonly as: 'rank'
      readonly first: 'highest' | 'lowest'
      readonly ties: 'competition' | 'dense'
    }

/** Whom a unit is compared with: all, its own type, or its own peer group. */
export type PeerGroup = 'all' | 'type' | 'group'

/**
 * A reduction over the events of a unit, over its subordinate units, or over ballots.
 * `rows.inputs` name the attributes of a row; `where` (1 or 0) keeps rows, `value` is what is folded.
 */
export interface Fold {
  readonly over:
    | {
        readonly rows: 'events'
        readonly event: string
        readonly period: string | null
        /** Only events of these days, both included: the item's own window. */
        readonly window: { readonly from: string; readonly to: string } | null
      }
    | { readonly rows: 'units'; readonly level: string }
  readonly rows: Arena<RowInput>
  readonly where: NodeId
  readonly value: NodeId
  /** Of rows equal in these attributes only the one with the best value counts (就高不重复). */
  readonly once: { readonly by: readonly string[]; readonly keep: 'highest' | 'lowest' } | null
  readonly how: FoldHow
  /** Answer when no row is kept; null makes the value unknown (a mean of nothing). */
  readonly empty: 'zero' | 'unknown'
}

export type FoldHow =
  | { readonly as: 'sum' | 'count' | 'mean' | 'max' | 'min' | 'median' }
  /** The mean after dropping the k highest and k lowest. */
  | { readonly as: 'trimmed'; readonly drop: number }
  /** value is 1 or 0: the part of the rows, 1 when all rows have it, or the most one after another by date. */
  | { readonly as: 'share' | 'all' | 'run' }

export type RowInput = { readonly domain: Domain } & (
  | { readonly from: 'attribute'; readonly attribute: string }
  /** 1 for the unit's first kept event by date, then 2, and so on (累犯). */
  | { readonly from: 'ordinal' }
  | { readonly from: 'open'; readonly question: string }
  /** A fact of the subordinate unit. */
  | { readonly from: 'fact'; readonly fact: string; readonly period: string | null }
  /** The events of the subordinate unit. */
  | { readonly from: 'fold'; readonly fold: Fold }
)
