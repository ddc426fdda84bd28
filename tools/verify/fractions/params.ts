/**
 * The parameters of random schemes as plain data: what Python recomputes from. Every figure is a text that
 * Python's `Fraction` reads, in the unit as written (120 of %, not 6/5).
 */

export type Unit = '%' | '人' | '分' | '小时'

export interface Fact {
  readonly id: string
  readonly unit: Unit
}

export interface Band {
  readonly from?: string | undefined
  readonly fromIn?: boolean | undefined
  readonly to?: string | undefined
  readonly toIn?: boolean | undefined
  readonly points: string
}

export type Mode = 'half-up' | 'half-even' | 'up' | 'down' | 'floor' | 'ceiling'

export interface Rounding {
  readonly to: string
  readonly mode: Mode
}

/** What stands beside a rule, in the order in which it applies. */
export interface Beside {
  readonly coefficient?: string | undefined
  readonly round?: Rounding | undefined
  readonly cap?: string | undefined
  readonly floor?: string | undefined
  readonly mostLoss?: string | undefined
}

export interface Bands {
  readonly kind: 'bands'
  readonly fact: string
  readonly reading: 'one' | 'sum' | 'best' | 'worst'
  readonly bands: readonly Band[]
  /** The points of everything that no band names. */
  readonly rest?: string | undefined
}

export interface Proportional {
  readonly kind: 'proportional'
  readonly fact: string
  readonly goal: { readonly fact: string } | { readonly value: string }
  readonly most: string
  readonly beyond: 'cap' | 'count'
  readonly gate?: string | undefined
}

export interface External {
  readonly kind: 'external'
  readonly fact: string
  readonly times?: string | undefined
  readonly theirs?: string | undefined
  readonly ours?: string | undefined
  readonly loss: boolean
}

export interface Slope {
  readonly kind: 'slope'
  readonly fact: string
  /** Within the two no step is counted; equal for a single base. */
  readonly low: string
  readonly high: string
  readonly start: string
  readonly per: string
  /** Points for each step below and above, with their sign. */
  readonly below: string
  readonly above: string
  readonly partial: 'drop' | 'prorate' | 'raise'
}

export interface Weighted {
  readonly kind: 'weighted'
  readonly parts: readonly { readonly weight: string; readonly rule: Rule }[]
}

export interface Together {
  readonly kind: 'sum' | 'average' | 'best' | 'worst'
  readonly rules: readonly Rule[]
}

export interface Deduct {
  readonly kind: 'deduct'
  readonly start: string
  readonly rules: readonly Rule[]
  readonly floored: boolean
}

export type Rule = (Bands | Proportional | External | Slope | Weighted | Together | Deduct) & Beside

export interface Item {
  readonly id: string
  readonly full: string
  readonly weight?: string | undefined
  readonly nature?: 'base' | 'bonus' | 'penalty' | undefined
  /** The category or the source that the item is in. */
  readonly group?: string | undefined
  readonly rounding?: Rounding | undefined
  readonly rule: Rule
}

/** A category, or a source of evaluation with its weight. */
export interface Group {
  readonly id: string
  readonly as: 'category' | 'source'
  readonly nature: 'base' | 'bonus' | 'penalty'
  readonly combine: 'sum' | 'average' | 'best' | 'worst' | 'weighted'
  readonly full?: string | undefined
  readonly weight?: string | undefined
  readonly cap?: string | undefined
  readonly floor?: string | undefined
  readonly rounding?: Rounding | undefined
}

export interface Total {
  readonly start?: string | undefined
  readonly full?: string | undefined
  readonly floor?: string | undefined
  readonly cap?: string | undefined
  readonly bonusCap?: string | undefined
  readonly rounding?: Rounding | undefined
}

export interface Params {
  readonly seed: number
  /** Whether 以上 and 以下 hold the figure itself; decides only how ranges are worded. */
  readonly inclusion: 'inclusive' | 'exclusive' | 'above-only'
  readonly facts: readonly Fact[]
  readonly groups: readonly Group[]
  readonly items: readonly Item[]
  readonly total: Total
  /** By unit, by fact: the figure. */
  readonly units: readonly Readonly<Record<string, string>>[]
}
