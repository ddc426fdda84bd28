import {
  Builder,
  type Domain,
  type Fold,
  type NodeId,
  type RowInput,
  inputKey,
  readArena,
  wholeIn,
} from '../core/index.ts'
import type { FoldSpec, Lowered, Place } from '../kinds/kind.ts'
import {
  type Expr,
  type FoldWord,
  type Rule,
  type Scheme,
  type Window,
  type Phrase,
  quoted,
  same,
} from '../model/index.ts'
import type { Namespace } from '../shape/index.ts'
import { type Interval, ONE, type Rational, ZERO, hull, int, point } from '../number/index.ts'
import { lowerExpr } from './expr.ts'
import { Fault } from './fault.ts'
import { foldOfEvents, rowsOver } from './folds.ts'
import type { ItemFrame } from './frame.ts'
import { ROW_PHRASES } from './row-phrases.ts'
import { lowerRule } from './rule.ts'
import { sayExpr } from './say.ts'
import { domainOf } from './scope.ts'
import { unitOfDeclared, unitOfExpr } from './units.ts'

/** What a row knows of the place that folds it. */
export interface Outer {
  readonly path: string
  readonly frame: ItemFrame
  readonly period: string | null
  readonly window: Window | undefined
  readonly full: Rational | undefined
  readonly evaluators: readonly string[]
  nameOf(to: Namespace, id: string): string
}

/** The place of a rule that is applied to one event, or to one subordinate unit. */
export class RowPlace implements Place {
  readonly b: Builder<RowInput>
  readonly path: string
  readonly #outer: Outer
  readonly #over: FoldSpec['over']

  constructor(
    outer: Outer,
    over: FoldSpec['over'],
    path: string = outer.path,
    b: Builder<RowInput> = new Builder<RowInput>(inputKey),
  ) {
    this.b = b
    this.path = path
    this.#outer = outer
    this.#over = over
  }

  /** The same row at another path of the scheme. */
  at(path: string): RowPlace {
    return new RowPlace(this.#outer, this.#over, path, this.b)
  }

  get scheme(): Scheme {
    return this.#outer.frame.scope.scheme
  }

  get full(): Rational | undefined {
    return this.#outer.full
  }

  get evaluators(): readonly string[] {
    return this.#outer.evaluators
  }

  expr(e: Expr): NodeId {
    return lowerExpr(e, this)
  }

  // A unit below to which a fact does not apply is no row at all.
  appliesAll(): undefined {}

  rule(r: Rule): Lowered {
    return lowerRule(r, this, this.#outer.frame.vocabulary)
  }

  unitOf(e: Expr): string {
    return unitOfExpr(e, (id) => unitOfDeclared(this.#declared(id)))
  }

  wordsOf(e: Expr): readonly string[] | undefined {
    if (e.expr !== 'fact' && e.expr !== 'attribute') return undefined
    const declared = this.#declared(e.expr === 'fact' ? e.fact : e.attribute)
    return declared?.type === 'choice' ? declared.words : undefined
  }

  #declared(id: string) {
    const { scope } = this.#outer.frame
    return 'event' in this.#over ? scope.eventAttribute(this.#over.event, id) : scope.fact(id)
  }

  named(id: string): NodeId {
    if ('event' in this.#over) return this.#attribute(this.#over.event, id)
    const fact = this.#outer.frame.scope.fact(id)
    if (fact === undefined)
      throw new Fault(this.path, same(id), {
        zh: '应是下级单位的数据',
        en: 'expected a fact of the subordinate unit',
      })
    const period = this.#outer.frame.scope.isDated(id) ? this.#outer.period : null
    return this.b.input({ from: 'fact', fact: id, period, domain: domainOf(fact) })
  }

  #attribute(event: string, id: string): NodeId {
    if (id === 'ordinal') return this.ordinal()
    const declared = this.#outer.frame.scope.eventAttribute(event, id)
    if (declared === undefined)
      throw new Fault(this.path, same(id), {
        zh: `应是事件 ${event} 的属性`,
        en: `expected an attribute of the event ${event}`,
      })
    return this.b.input({ from: 'attribute', attribute: id, domain: domainOf(declared) })
  }

  /** 1 for the unit's first event by date, 2 for the second, and so on. */
  ordinal(): NodeId {
    return this.b.input({
      from: 'ordinal',
      domain: { range: { lo: ONE, hi: null }, whole: true, unit: '次', words: null },
    })
  }

  undecided(field: string, alternatives: readonly NodeId[]): NodeId {
    return this.b.undecided(alternatives, `${this.path}/${field}`)
  }

  foldEvents(e: Extract<Expr, { expr: 'fold' }>): NodeId {
    if ('event' in this.#over) throw new Fault(this.path, quoted(this.say(e)), ROW_PHRASES.ownOnly)
    return foldOfEvents(e, this)
  }

  foldFact(how: FoldWord, fact: string): NodeId {
    const said = this.say({ expr: 'fold', how, over: { of: 'fact', fact } })
    throw new Fault(this.path, quoted(said), ROW_PHRASES.ownOnly)
  }

  foldEach(how: FoldWord, what: Expr): NodeId {
    const said = this.say({ expr: 'fold', how, over: { of: 'each', what } })
    throw new Fault(this.path, quoted(said), ROW_PHRASES.ownOnly)
  }

  result(of: 'total' | 'ratio'): NodeId {
    throw new Fault(this.path, quoted(of === 'total' ? '总分' : '得分率'), ROW_PHRASES.ownOnly)
  }

  /** The events of a subordinate unit; of an event there is nothing more to fold. */
  fold(spec: FoldSpec): NodeId {
    if ('event' in this.#over || 'level' in spec.over)
      throw new Fault(this.path, same('汇总'), ROW_PHRASES.noFolds)
    const { fold, domain } = foldOver(spec, this.#outer)
    return this.b.input({ from: 'fold', fold, domain })
  }

  get jointly(): undefined {
    return undefined
  }

  say(e: Expr): string {
    const event = 'event' in this.#over ? this.#over.event : undefined
    return sayExpr(e, this.#outer.frame.scope, null, event)
  }

  hourOf(step: string): string | undefined {
    return this.#outer.frame.scope.hourOf(step)
  }

  nameOf(to: Namespace, id: string): string {
    return this.#outer.nameOf(to, id)
  }

  sayPeriod(period: string): string {
    return this.#outer.frame.scope.sayPeriod(period)
  }

  wholeOf(e: Expr): boolean {
    return wholeIn(this.b, this.expr(e))
  }

  unknown(field: string, domain: Domain): NodeId {
    return this.b.input({ from: 'open', question: `${this.path}/${field}`, domain })
  }

  hadPrevious(fact: string): NodeId {
    throw new Fault(this.path, same(`上年(${fact})`), ROW_PHRASES.noPrevious)
  }

  isType(): NodeId {
    throw new Fault(this.path, same('类别'), ROW_PHRASES.noTypes)
  }

  periods(): null {
    return null
  }

  appliesNow(): undefined {
    return undefined
  }

  variesByPeriod(): boolean {
    return false
  }

  within(): Place {
    return this
  }

  during(): Place {
    return this
  }

  refuse(field: string, found: Phrase, expected: Phrase): never {
    throw new Fault(`${this.path}/${field}`, found, expected)
  }

  peers(): NodeId {
    throw new Fault(this.path, same('名次'), ROW_PHRASES.noPeers)
  }

  mark(): NodeId {
    throw new Fault(this.path, same('打分'), ROW_PHRASES.noMarks)
  }

  applies(): NodeId {
    return this.b.one()
  }

  /** What folding this row program over any number of rows can give. */
  domainOf(value: NodeId, spec: Pick<FoldSpec, 'how' | 'empty'>): Domain {
    const values = readArena(
      this.b,
      this.b.inputs.map((i) => i.domain.range),
    )
    const whole = wholeIn(this.b, value)
    return foldDomain(values.of(value), whole, spec)
  }
}

/** A fold as an input has it, with what it can be. */
export function foldOver(
  spec: FoldSpec,
  at: Outer,
): { readonly fold: Fold; readonly domain: Domain } {
  const rows = new RowPlace(at, spec.over)
  const where = spec.where === undefined ? rows.b.one() : rows.expr(spec.where)
  const value = spec.value(rows)
  const { once, how, empty } = spec
  const program = { inputs: rows.b.inputs, nodes: rows.b.nodes }
  const over = rowsOver(spec.over, at)
  const fold: Fold = { over, rows: program, where, value, once, how, empty }
  return { fold, domain: rows.domainOf(value, spec) }
}

function foldDomain(row: Interval, whole: boolean, spec: Pick<FoldSpec, 'how' | 'empty'>): Domain {
  const domain = (range: Interval, integral: boolean): Domain => ({
    range,
    whole: integral,
    unit: '',
    words: null,
  })
  switch (spec.how.as) {
    case 'count':
    case 'run':
      return domain({ lo: ZERO, hi: null }, true)
    case 'share':
    case 'all':
      return domain({ lo: ZERO, hi: int(1) }, spec.how.as === 'all')
    case 'sum': {
      const lo = row.lo !== null && row.lo.num >= 0n ? ZERO : null
      return domain({ lo, hi: row.hi !== null && row.hi.num <= 0n ? ZERO : null }, whole)
    }
    default:
      return domain(
        spec.empty === 'zero' ? hull(row, point(ZERO)) : row,
        whole && (spec.how.as === 'max' || spec.how.as === 'min'),
      )
  }
}
