import type { ItemStatus, Missing } from '../model/index.ts'

/**
 * A proof 得分说明 as data: every arithmetic step from the facts to the total, so that a program that
 * knows nothing of schemes can add it up again. Values are texts: `2.5`, `-4`, `1/3`; a value that is
 * not known exactly is a range of two ends, null where there is no bound.
 */
export interface Proof {
  readonly format: 'kaohe-proof/1'
  readonly scheme: { readonly id: string; readonly version: string }
  readonly unit: { readonly id: string; readonly name: string; readonly type: string }
  /** Each step refers only to steps before it, by position. */
  readonly steps: readonly ProofStep[]
  readonly items: readonly ItemProof[]
  readonly parts: readonly PartProof[]
  readonly total: TotalProof
  /** Only there where people decided something of the unit. */
  readonly decisions?: readonly DecisionProof[]
}

/** A decision of people: on what, what, who and when and why, and whether it was used. */
export interface DecisionProof {
  readonly on: string
  readonly matter: string
  readonly value: string
  readonly said: string
  readonly used: boolean
  readonly note: string
  readonly origin: string | null
  readonly by: string | null
  readonly at: string | null
  readonly evidence: readonly string[]
}

/** How the parts make the total, besides adding them: where it starts, and what holds it. */
export interface TotalProof {
  readonly step: number
  readonly points: ProofValue
  readonly start: string | null
  /** What vetoes take off; null where the scheme has none that do. */
  readonly deducted: ProofValue | null
  /** In words: `总分不低于0分`, `四舍五入到0.01`. */
  readonly held: readonly string[]
}

export type ProofValue = string | readonly [string | null, string | null]

/** The points of a source, a category, or of all base, bonus or penalty items together. */
export interface PartProof {
  /** Only there where the points do not come into what the part lies in (计入总分: 否). */
  readonly counts?: false
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly clause: string | null
  /** Its share, as a fraction of one, of the total or of the part that it lies in. */
  readonly weight: string | null
  readonly within: string | null
  /** False where the unit is not assessed by it; `absent` says what becomes of its share. */
  readonly applies: boolean
  readonly absent: string | null
  readonly full: string | null
  readonly step: number
  readonly points: ProofValue
  /** Only there where its parts were not simply added up: `80.2×60%＋8÷10×100×10%`. */
  readonly formula?: string
  /** Only there where something holds the points: `最多20分`. */
  readonly limits?: readonly string[]
}

export interface ItemProof {
  readonly id: string
  /** Only there where the points do not come into the total (计入总分: 否). */
  readonly counts?: false
  /** Only there where the item does not apply: what it gives all the same. */
  readonly exempt?: string
  /** Only there where the scheme rounds the points of the item: how, in words. */
  readonly rounded?: string
  readonly name: string
  readonly clause: string | null
  readonly rule: string | null
  readonly full: string | null
  readonly status: ItemStatus
  readonly step: number
  readonly points: ProofValue
  /** The step that says whether a target is reached. */
  readonly reached: number | null
  /** Told in sentences: first the whole rule, then the parts of it, each with its depth. */
  readonly told: readonly {
    readonly depth: number
    readonly text: string
    /** That this says why the item does not apply. */
    readonly whyNot?: boolean
  }[]
  readonly missing: readonly Missing[]
}

export type ProofStep = { readonly value: ProofValue } & (
  | { readonly op: 'constant' }
  | { readonly op: 'sum' | 'product' | 'least' | 'greatest'; readonly of: readonly number[] }
  | { readonly op: 'quotient'; readonly of: number; readonly by: number }
  | Piecewise
  | { readonly op: 'round'; readonly of: number; readonly to: string; readonly mode: string }
  | { readonly op: 'undecided'; readonly of: readonly number[]; readonly question: string }
  | { readonly op: 'fact'; readonly fact: FactProof }
  | { readonly op: 'fold'; readonly fold: FoldProof }
  | { readonly op: 'peers'; readonly peers: PeersProof }
)

/** `whole`: the argument only takes whole values, so that between 5 and 6 there is nothing. */
interface Piecewise {
  readonly op: 'piecewise'
  readonly of: number
  readonly whole: boolean
  readonly pieces: readonly ProofPiece[]
}

/**
 * A piece that was looked at. In a step of the unit `then` is null where the piece does not hold the
 * argument; where the argument may lie in no piece any of them may be meant, and none is null.
 */
export interface ProofPiece {
  readonly from: string | null
  readonly fromInclusive: boolean
  readonly to: string | null
  readonly toInclusive: boolean
  readonly then: number | null
}

/** Where a given value came from. `value` null: not reported. */
export interface FactProof {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly period: string | null
  /** Only there where the period is called with its year, for periods of several years are told. */
  readonly withYear?: true
  readonly reported: string | null
  readonly unit: string
  readonly origin: string | null
  readonly by: string | null
  readonly at: string | null
  readonly evidence: readonly string[]
  /** Only there where a mark was given with one (理由). */
  readonly reason?: string
}

/** A fold with the program of its rows and every row that it read. */
export interface FoldProof {
  readonly over: string
  readonly name: string
  readonly how: string
  readonly drop: number
  readonly empty: 'zero' | 'unknown'
  readonly complete: boolean
  /** What any row may be worth: one that may still be reported, or the mean of none. */
  readonly any: ProofValue
  readonly once: { readonly by: readonly string[]; readonly keep: string } | null
  /** Steps of one row: `input` takes the row's input of that position. */
  readonly program: readonly RowStep[]
  readonly where: number
  readonly rowValue: number
  readonly rows: readonly RowProof[]
}

export type RowStep =
  | { readonly op: 'constant'; readonly value: string }
  | { readonly op: 'input'; readonly input: number; readonly name: string }
  | {
      readonly op: 'sum' | 'product' | 'least' | 'greatest' | 'undecided'
      readonly of: readonly number[]
    }
  | { readonly op: 'quotient'; readonly of: number; readonly by: number }
  | Piecewise
  | { readonly op: 'round'; readonly of: number; readonly to: string; readonly mode: string }

export interface RowProof {
  readonly id: string
  readonly name: string
  readonly date: string | null
  readonly origin: string | null
  readonly evidence: readonly string[]
  /** Its attributes in words: `级别 市级`. */
  readonly about: readonly string[]
  /** What makes rows the same thing, for 就高不重复; null where it was not reported. */
  readonly key: readonly (string | null)[]
  /** True where a fact of a subordinate unit does not apply to it, so that it is not kept. */
  readonly exempt: boolean
  readonly inputs: readonly ProofValue[]
  /** Only there for subordinate units whose events are folded: by the position of the input. */
  readonly folds?: readonly { readonly input: number; readonly fold: FoldProof }[]
  readonly kept: ProofValue
  readonly value: ProofValue
  readonly counted: boolean
}

export interface PeersProof {
  readonly measure: string
  readonly first: string | null
  readonly ties: string | null
  readonly unit: string
  /** The name and the unit of what is compared, where it is one fact. */
  readonly of?: string
  readonly ofUnit?: string
  /** `maybe`: whether this one takes part is not decided. */
  readonly all: readonly {
    readonly unit: string
    readonly value: ProofValue
    readonly maybe?: true
  }[]
}
