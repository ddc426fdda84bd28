import { type Phrase } from '../model/phrase.ts'
import type {
  Builder,
  Domain,
  Fold,
  Input,
  NodeId,
  PeerGroup,
  PeerMeasure,
  Piece,
  RowInput,
} from '../core/index.ts'
import type { Expr, Range, Rule } from '../syntax/index.ts'
import type { Rational } from '../number/index.ts'
import type { Namespace, Shape } from '../shape/index.ts'
import type { Window } from '../model/people.ts'
import type { COMBINE } from '../model/words.ts'

/**
 * A way of turning facts into points, as an official writes it. One file holds all of it: the
 * keyword, what may be written under it (`params`), what it means (`lower`), and how it is told.
 * Combiners are kinds whose params hold rules.
 */
export interface Kind<P = unknown> {
  /** English identifier, as in the glossary of the code. */
  readonly name: string
  /** The Chinese keyword of the scheme language. */
  readonly keyword: string
  /** One Chinese sentence for the language reference. */
  readonly summary: string
  readonly params: Shape<P>
  /** Rules written with this kind, as YAML under `规则:`; documented, tested and offered by editors. */
  readonly examples: readonly string[]
  /**
   * The question that the silence of an optional field leaves where it matters, by keyword: a field
   * whose silence always matters is `open` in the shape and says so there.
   */
  readonly silences?: Readonly<Record<string, string>>
  /** A kind that gives a state, reached (1) or not (0), and no points: 只有目标无分值. */
  readonly state?: true
  /** A combiner whose rules count where they apply: one that does not is left out, the others stay. */
  readonly leavesOut?: true
  lower(params: P, at: Place): Lowered
  /** What is wrong with the params that the shape cannot say: mixed units, empty tables. */
  check?(params: P, ask: Ask): readonly Complaint[]
}

/** A rule lowered: the node that holds its points, and how to tell them. */
export interface Lowered {
  readonly points: NodeId
  /** 1 where the rule applies to the unit, else 0; absent when it always does. */
  readonly applies?: NodeId
  /** For a target: 1 where it is reached, else 0. */
  readonly reached?: NodeId
  readonly told: Telling
  /** For combiners: the rules inside, told one level deeper. */
  readonly parts: readonly Lowered[]
}

/** A sentence as data, so that the evaluator, the kernel and other languages tell the same. */
export type Telling = readonly Segment[]
export type Segment =
  | string
  /** The value of a node in a unit: `人`, `%`, `分`; points are written with their sign when `signed`. */
  | { readonly value: NodeId; readonly unit: string; readonly signed?: boolean }
  /** Why the rule leaves the unit out: all that is told of an item that does not apply. */
  | { readonly absent: string }
  /** The sentence of the piece that holds the node's value. */
  | {
      readonly by: NodeId
      readonly cases: readonly { readonly piece: Omit<Piece, 'then'>; readonly say: Telling }[]
      /** What is said while the value is not known; where nothing is written, that it is not. */
      readonly unknown?: Telling
    }

/** Everything a kind may ask for while it lowers. */
export interface Place {
  readonly b: Builder<Input> | Builder<RowInput>
  /** The item's full score (分值), when it has one. */
  readonly full: Rational | undefined
  /** Path of the kind's params (`…/规则/分段`), for questions of open fields. */
  readonly path: string
  expr(e: Expr): NodeId
  rule(r: Rule): Lowered
  /** The unit of an expression: `%`, `人`, `分`, or '' when it is a bare number. */
  unitOf(e: Expr): string
  /** The words of a choice fact or attribute, in order; undefined when the expression is not a choice. */
  wordsOf(e: Expr): readonly string[] | undefined
  /** True when the expression only takes whole values. */
  wholeOf(e: Expr): boolean
  /** The expression in Chinese, with the names of its facts and the period at hand, or of the attributes of an event: `第3期参学率`. */
  say(e: Expr, event?: string): string
  /** The declared name of a party, an event, a level, a fact and so on. */
  nameOf(to: Namespace, id: string): string
  /** A period as it is called in the scheme: `4月`, `2023年4月`. */
  sayPeriod(period: string): string
  /** Until when on its last day a step of the calendar may be done (时刻); undefined until midnight. */
  hourOf(step: string): string | undefined
  /** One lowered alternative for each answer to a silent field of this rule. */
  undecided(field: string, alternatives: readonly NodeId[]): NodeId
  /** A figure that the silence of a field leaves open altogether, within its domain. */
  unknown(field: string, domain: Domain): NodeId
  /** Folds rows: the events of a kind, or subordinate units; `lower` writes the row's own program. */
  fold(spec: FoldSpec): NodeId
  /** The same rule once for each period of the facts in it; null when the periods are not known. */
  periods(of: Rule | Expr): readonly string[] | null
  /** Whether anything in a rule has a value of its own for each period. */
  variesByPeriod(of: Rule | Expr): boolean
  /** 1 where everything that a rule reads of the period at hand applies; absent where it always does. */
  appliesNow(of: Rule | Expr): NodeId | undefined
  /** Lowering inside one period: bare facts mean that period's, events are those of its days. */
  within(period: string): Place
  /** Lowering inside a part of the time: only its periods and days count. */
  during(window: Window): Place
  /** Says that the rule cannot be computed as it is written, and what to write. */
  refuse(field: string, found: Phrase, expected: Phrase): never
  /** A figure over the unit's peers, but for those of whom `except` is 1: they have none to compare. */
  peers(of: NodeId, measure: PeerMeasure, group: PeerGroup, except?: NodeId): NodeId
  /** The mark that an evaluator gives to this item, or to one part of it, as an input. */
  mark(evaluator: string | null, domain: Domain, part?: string): NodeId
  /** Who evaluates the item: its lead departments, or the evaluators of its source. */
  readonly evaluators: readonly string[]
  /** How the marks of several evaluators come together, when the item says it (多部门). */
  readonly jointly: Combine | undefined
  /** 1 where every fact that a rule reads applies, in one of its periods at least; absent where they always do. */
  appliesAll(of: Rule): NodeId | undefined
  /** 1 where the fact applies to the unit, 0 where it was declared not applicable. */
  applies(fact: string): NodeId
  /** 1 where the unit has a value of the fact for the year before, 0 where it was declared to have none. */
  hadPrevious(fact: string): NodeId
  /** 1 where the unit is of one of the kinds of assessee. */
  isType(types: readonly string[]): NodeId
  /** In a row of events: 1 for the unit's first event by date, 2 for the second, and so on. */
  ordinal(): NodeId
}

export type Combine = (typeof COMBINE)[keyof typeof COMBINE]

export interface FoldSpec {
  readonly over: { readonly event: string } | { readonly level: string }
  readonly where: Expr | undefined
  readonly how: Fold['how']
  readonly once: Fold['once']
  readonly empty: Fold['empty']
  /** The value of one row, lowered with attributes of the row (or facts of the subordinate unit). */
  value(row: Place): NodeId
}

/** What a kind may ask while its params are checked. */
export interface Ask {
  /** The item's full score (分值), when it has one. */
  readonly full: Rational | undefined
  unitOf(e: Expr): string
  wordsOf(e: Expr): readonly string[] | undefined
  /** The same questions where expressions speak of the attributes of an event. */
  inEvent(event: string): Ask
}

/** `path` is inside the params, such as `bands[2].range`. */
export interface Complaint {
  readonly path: string
  readonly found: Phrase
  readonly expected: Phrase
}

/** The piece of the core that a range stands for; an end whose inclusion is not said counts in both. */
export function pieceOf(range: Range, then: NodeId): Piece {
  return {
    from: range.from?.at.value ?? null,
    fromInclusive: range.from?.inclusive ?? range.from !== undefined,
    to: range.to?.at.value ?? null,
    toInclusive: range.to?.inclusive ?? range.to !== undefined,
    then,
  }
}

/** Gives a kind its precise parameter type while lists keep kinds of every type. */
export function kind<P>(definition: Kind<NoInfer<P>> & { readonly params: Shape<P> }): Kind {
  return definition
}
