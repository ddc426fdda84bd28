import type { Builder, Domain, Input, Node, NodeId, RowInput } from '../core/index.ts'
import { Builder as NewBuilder, readArena, wholeIn } from '../core/index.ts'
import { vocabulary } from '../compile/compile.ts'
import { evaluatorsOf } from '../compile/items.ts'
import { UnitPlace } from '../compile/place.ts'
import { RowPlace } from '../compile/row.ts'
import { Scope } from '../compile/scope.ts'
import type { Lowered, Place } from '../kinds/kind.ts'
import type { Expr, Item, Rule, Scheme } from '../model/index.ts'
import { type Interval, SOME_PERIOD } from '../number/index.ts'
import type { Line } from './line.ts'

/** Where an expression or a rule stands. */
export interface Spot {
  readonly path: string
  readonly item: Item | undefined
  /** Inside 逐期: facts mean those of a period. */
  readonly inPeriod: boolean
  /** Over the events of a kind, or over the units of a level below. */
  readonly over: { readonly event: string } | { readonly level: string } | undefined
}

/** Something lowered by itself, with the arena in which it stands. */
export interface Lifted {
  readonly nodes: readonly Node[]
  readonly inputs: readonly (Input | RowInput)[]
  readonly ids: readonly NodeId[]
}

/** A scope in which one period stands for all, where nobody says how many there are. */
class OnePeriodScope extends Scope {
  override periodsOf(id: string): readonly string[] | null {
    const periodic = (this.fact(id)?.period ?? this.event(id)?.per) !== undefined
    return super.periodsOf(id) ?? (periodic ? [SOME_PERIOD] : null)
  }

  override hasPeriod(): boolean {
    return true
  }
}

/**
 * Lowers single expressions and rules of a scheme to look at what they can be. Where the number of
 * periods is not said, a rule over periods stands for one period only.
 */
export class Bench {
  readonly scope: Scope

  constructor(scheme: Scheme) {
    this.scope = new OnePeriodScope(scheme)
  }

  #place(spot: Spot): { readonly at: Place; readonly b: Pick<Builder<never>, 'nodes' | 'inputs'> } {
    const b = new NewBuilder<Input>()
    const evaluators = spot.item === undefined ? [] : evaluatorsOf(spot.item, this.scope)
    const frame = {
      scope: this.scope,
      vocabulary,
      b,
      item: spot.item,
      sheet: b.one(),
      evaluators,
      itemPoints: new Map(),
      itemApplies: new Map(),
      marks: new Map(),
    }
    const period = spot.inPeriod ? SOME_PERIOD : null
    const unit = new UnitPlace(frame, spot.path, period)
    if (spot.over === undefined) return { at: unit, b: b as never }
    const row = new RowPlace(
      {
        path: spot.path,
        frame,
        period,
        window: unit.window,
        full: spot.item?.full,
        evaluators,
        nameOf: (to, id) => unit.nameOf(to, id),
      },
      spot.over,
    )
    return { at: row, b: row.b as never }
  }

  /** Several expressions in one arena, so that equal facts are one. @throws Fault */
  exprs(of: readonly Expr[], spot: Spot): Lifted {
    const { at, b } = this.#place(spot)
    const ids = of.map((e) => at.expr(e))
    return { nodes: b.nodes, inputs: b.inputs, ids }
  }

  /** A rule by itself. @throws Fault */
  rule(of: Rule, spot: Spot): Lifted & { readonly lowered: Lowered } {
    const { at, b } = this.#place(spot)
    const lowered = at.rule(of)
    return { nodes: b.nodes, inputs: b.inputs, ids: [lowered.points], lowered }
  }

  /** All that an expression can be. @throws Fault */
  lineOf(e: Expr, spot: Spot): Line {
    const lifted = this.exprs([e], spot)
    const id = lifted.ids[0] as NodeId
    const whole = wholeIn(lifted, id)
    return { range: reachOf(lifted, id), whole }
  }

  wordsOf(e: Expr, spot: Spot): readonly string[] | undefined {
    return this.#place(spot).at.wordsOf(e)
  }

  /** The name of an expression, of any period. */
  say(e: Expr, spot: Spot): string {
    const event = spot.over !== undefined && 'event' in spot.over ? spot.over.event : undefined
    const named = event === undefined ? e : withNames(e, event, this.scope)
    if (named.expr === 'attribute') return named.attribute
    return this.#place({ ...spot, inPeriod: false }).at.say(named)
  }

  unitOf(e: Expr, spot: Spot): string {
    return this.#place(spot).at.unitOf(e)
  }
}

// The attributes of an event by their names, which is how they are then said.
function withNames<T>(value: T, event: string, scope: Scope): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: unknown) => withNames(one, event, scope)) as T
  const e = value as unknown as Expr
  if (e.expr === 'attribute')
    return { ...e, attribute: scope.eventAttribute(event, e.attribute)?.name ?? e.attribute } as T
  const entries = Object.entries(value).map(([key, one]) => [key, withNames(one, event, scope)])
  return Object.fromEntries(entries) as T
}

/** The value of a node over the domains of its inputs. */
export function reachOf(
  lifted: Lifted,
  id: NodeId,
  domainOf: (input: Input | RowInput) => Domain = (input) => input.domain,
): Interval {
  const values = readArena(
    lifted,
    lifted.inputs.map((input) => domainOf(input).range),
  )
  return values.of(id)
}
