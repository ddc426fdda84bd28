import type { Rational } from '../number/index.ts'

/** A number with its unit. Percentages and percentage points are kept as parts of one: 120 % is 6/5. */
export interface Quantity {
  readonly value: Rational
  /** The unit as written (`人`, `次`, `%`, `百分点`, `分`, `万元`); undefined for a bare number. */
  readonly unit: string | undefined
}

/** One end of a range. `inclusive` is undefined where the text does not say (以上, 以下, 以内). */
export interface RangeEnd {
  readonly at: Quantity
  readonly inclusive: boolean | undefined
}

/** A stretch of values; an end that is undefined is unbounded. `text` is how it was written. */
export interface Range {
  readonly from: RangeEnd | undefined
  readonly to: RangeEnd | undefined
  readonly text: string
}

/**
 * What a scheme measures or asks, before lowering. Truth values are 1 and 0.
 * `fact` inside a series means the fact of the period at hand; `attribute` is an attribute of the
 * event at hand (in a rule over events) or of the assessee.
 */
export type Expr =
  | { readonly expr: 'number'; readonly quantity: Quantity }
  | { readonly expr: 'word'; readonly word: string }
  /** `2024-12-10`; a date is the number of its day. */
  | { readonly expr: 'date'; readonly date: string }
  /** `期限(report)`: the last day of a step of the calendar. */
  | { readonly expr: 'due'; readonly step: string }
  /** `工作日(a, b)`: the working days after the day a, up to and with the day b. */
  | { readonly expr: 'workdays'; readonly from: Expr; readonly to: Expr }
  /** `总分`, and `得分率`, its part of the full score; only where results are used. */
  | { readonly expr: 'result'; readonly of: 'total' | 'ratio' }
  | { readonly expr: 'fact'; readonly fact: string }
  | { readonly expr: 'attribute'; readonly attribute: string }
  | { readonly expr: 'fold'; readonly how: FoldWord; readonly over: FoldTarget }
  | { readonly expr: 'unary'; readonly op: 'negate' | 'not' | 'absolute'; readonly of: Expr }
  | { readonly expr: 'binary'; readonly op: BinaryOp; readonly left: Expr; readonly right: Expr }
  | { readonly expr: 'choose'; readonly when: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly expr: 'extreme'; readonly how: 'least' | 'greatest'; readonly of: readonly Expr[] }

export type BinaryOp =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'and'
  | 'or'
  | 'less'
  | 'atMost'
  | 'more'
  | 'atLeast'
  | 'equals'
  | 'differs'

/** 次数 合计 平均 最高 最低 中位 占比 个数 全部 连续 (the longest run) 上年 (last year's value of a fact). */
export type FoldWord =
  | 'count'
  | 'sum'
  | 'mean'
  | 'max'
  | 'min'
  | 'median'
  | 'share'
  | 'all'
  | 'run'
  | 'previous'

export type FoldTarget =
  | {
      readonly of: 'event'
      readonly event: string
      readonly attribute: string | undefined
      readonly where: Expr | undefined
    }
  | { readonly of: 'fact'; readonly fact: string }
  /** Anything that has a value in each period, or in each unit of the level below. */
  | { readonly of: 'each'; readonly what: Expr }

/** A rule as an official writes it: one kind (or combiner) with its parameters, and modifiers around it. */
export interface Rule {
  readonly kind: string
  readonly params: unknown
  /** In the order in which they apply, innermost first, whatever the order in the file. */
  readonly modifiers: readonly AppliedModifier[]
  /** Where the rule stands, as a path of ids from the root of the scheme, for messages and readings. */
  readonly path: string
}

export interface AppliedModifier {
  readonly modifier: string
  readonly params: unknown
}
