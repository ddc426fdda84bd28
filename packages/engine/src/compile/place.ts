import {
  type Builder,
  type Domain,
  type Fold,
  type Input,
  type NodeId,
  type PeerGroup,
  type PeerMeasure,
  isWhole,
} from '../core/index.ts'
import type { Combine, FoldSpec, Lowered, Place } from '../kinds/kind.ts'
import type { Expr, FoldWord, Item, Rule } from '../model/index.ts'
import { EVERYTHING, ONE, type Rational, ZERO } from '../number/index.ts'
import { type Vocabulary, namesIn } from './collect.ts'
import { lowerExpr } from './expr.ts'
import { Fault } from './fault.ts'
import type { ItemFrame } from './frame.ts'
import { lowerRule } from './rule.ts'
import { sayExpr } from './say.ts'
import { RowPlace } from './row.ts'
import type { Namespace } from '../shape/index.ts'
import { type Scope, domainOf } from './scope.ts'
import { typesNode } from './types.ts'
import { unitOfExpr } from './units.ts'

const TRUTH: Domain = { range: { lo: ZERO, hi: ONE }, whole: true, unit: '', words: null }
const UNKNOWN_DOMAIN: Domain = { range: EVERYTHING, whole: false, unit: '', words: null }

/** The place of a rule in the program of an assessed unit. */
export class UnitPlace implements Place {
  readonly frame: ItemFrame
  readonly path: string
  readonly #period: string | null

  constructor(frame: ItemFrame, path: string, period: string | null = null) {
    this.frame = frame
    this.path = path
    this.#period = period
  }

  get b(): Builder<Input> {
    return this.frame.b
  }

  get full(): Rational | undefined {
    return this.frame.item?.full
  }

  get evaluators(): readonly string[] {
    return this.frame.evaluators
  }

  get jointly(): Combine | undefined {
    return this.frame.item?.jointly
  }

  at(path: string): UnitPlace {
    return new UnitPlace(this.frame, path, this.#period)
  }

  within(period: string): UnitPlace {
    return new UnitPlace(this.frame, this.path, period)
  }

  expr(e: Expr): NodeId {
    return lowerExpr(e, this)
  }

  rule(r: Rule): Lowered {
    return lowerRule(r, this.at(r.path), this.frame.vocabulary)
  }

  unitOf(e: Expr): string {
    return unitOfExpr(e, (id) => this.#unitOfName(id))
  }

  #unitOfName(id: string): string {
    const { scope } = this.frame
    const [event, attribute] = id.split('.')
    if (attribute !== undefined) return scope.eventAttribute(event ?? '', attribute)?.unit ?? ''
    if (this.frame.itemPoints.has(id)) return '分'
    return scope.fact(id)?.unit ?? scope.attribute(id)?.unit ?? ''
  }

  wordsOf(e: Expr): readonly string[] | undefined {
    if (e.expr !== 'fact' && e.expr !== 'attribute') return undefined
    const id = e.expr === 'fact' ? e.fact : e.attribute
    const declared = this.frame.scope.fact(id) ?? this.frame.scope.attribute(id)
    return declared?.type === 'choice' ? declared.words : undefined
  }

  undecided(field: string, alternatives: readonly NodeId[]): NodeId {
    return this.b.undecided(alternatives, `${this.path}/${field}`)
  }

  periods(of: Rule | Expr): readonly string[] | null {
    const { scope, vocabulary } = this.frame
    const names = namesIn(of, vocabulary)
    const found = [...names.facts, ...names.events]
      .map((id) => scope.periodsOf(id))
      .filter((p) => p !== null)
    return found.reduce<readonly string[] | null>(
      (longest, p) => (longest === null || p.length > longest.length ? p : longest),
      null,
    )
  }

  peers(of: NodeId, measure: PeerMeasure, group: PeerGroup): NodeId {
    return this.b.input({ from: 'peers', of, group, measure, domain: UNKNOWN_DOMAIN })
  }

  mark(evaluator: string | null, domain: Domain, part?: string): NodeId {
    const item = this.frame.item
    if (item === undefined) throw new Fault(this.path, '打分', '打分只能用在指标里')
    return this.b.input({
      from: 'mark',
      item: part === undefined ? item.id : `${item.id}.${part}`,
      evaluator,
      domain,
    })
  }

  say(e: Expr): string {
    return sayExpr(e, this.frame.scope, this.#period)
  }

  nameOf(to: Namespace, id: string): string {
    return this.frame.scope.nameOf(to, id)
  }

  wholeOf(e: Expr): boolean {
    return isWhole(this.b.nodes, this.expr(e), (i) => this.b.inputs[i]?.domain.whole ?? false)
  }

  unknown(field: string, domain: Domain): NodeId {
    return this.b.input({ from: 'open', question: `${this.path}/${field}`, domain })
  }

  hadPrevious(fact: string): NodeId {
    return this.b.input({ from: 'hadPrevious', fact, period: this.#periodOf(fact), domain: TRUTH })
  }

  isType(types: readonly string[]): NodeId {
    return typesNode(types, this.frame.scope, this.b)
  }

  ordinal(): NodeId {
    throw new Fault(this.path, '累犯', '只能用在逐条计分的事件里')
  }

  applies(fact: string): NodeId {
    const declared = this.frame.scope.fact(fact)
    if (declared?.mayNotApply !== true) return this.b.one()
    const period = this.#periodOf(fact)
    return this.b.input({ from: 'applies', fact, period, domain: TRUTH })
  }

  #periodOf(fact: string): string | null {
    const declared = this.frame.scope.fact(fact)
    if (declared?.period === undefined || declared.period === 'year') return null
    return this.#period
  }

  named(id: string): NodeId {
    const { scope, itemPoints } = this.frame
    const fact = scope.fact(id)
    if (fact !== undefined) return this.#factInput(id)
    const attribute = scope.attribute(id)
    if (attribute !== undefined)
      return this.b.input({
        from: 'attribute',
        attribute: id,
        domain: domainOf({ ...attribute, least: undefined, most: undefined }),
      })
    const points = itemPoints.get(id)
    if (points !== undefined) return points
    throw new Fault(this.path, id, '应是已声明的数据、单位属性或前面的指标')
  }

  #factInput(id: string): NodeId {
    const { scope } = this.frame
    const fact = scope.fact(id)
    if (fact === undefined) throw new Fault(this.path, id, '应是已声明的数据')
    const standing = scope.standing(fact.level)
    if (standing === 'below')
      throw new Fault(this.path, id, `是下级的数据，要先汇总，如 合计(${id})、占比(${id})`)
    const period = this.#periodOf(id)
    if (fact.period !== undefined && fact.period !== 'year' && period === null)
      throw new Fault(this.path, id, `分期的数据要放在“逐期”里，或先汇总，如 合计(${id})`)
    if (standing === 'above' && fact.level !== undefined)
      return this.b.input({
        from: 'shared',
        fact: id,
        period,
        level: fact.level,
        domain: domainOf(fact),
      })
    return this.b.input({ from: 'fact', fact: id, period, domain: domainOf(fact) })
  }

  foldEvents(e: Extract<Expr, { expr: 'fold' }>): NodeId {
    if (e.over.of !== 'event') throw new Fault(this.path, e.how, '应是事件')
    const { event, attribute, where } = e.over
    const as = e.how === 'previous' ? 'sum' : e.how
    return this.fold({
      over: { event },
      where,
      how: { as },
      once: null,
      empty: as === 'sum' || as === 'count' ? 'zero' : 'unknown',
      value: (row) =>
        attribute === undefined || as === 'count'
          ? row.b.one()
          : row.expr({ expr: 'attribute', attribute }),
    })
  }

  foldFact(how: FoldWord, id: string): NodeId {
    const { scope } = this.frame
    const fact = scope.fact(id)
    if (fact === undefined) throw new Fault(this.path, id, '应是已声明的数据')
    if (how === 'previous')
      return this.b.input({
        from: 'previous',
        fact: id,
        period: this.#periodOf(id),
        domain: domainOf(fact),
      })
    if (scope.standing(fact.level) === 'below' && fact.level !== undefined)
      return this.#foldSubordinates(how, id, fact.level)
    return this.#foldPeriods(how, id)
  }

  #foldSubordinates(how: Exclude<FoldWord, 'previous'>, fact: string, level: string): NodeId {
    const as = how === 'count' ? 'sum' : how
    return this.fold({
      over: { level },
      where: undefined,
      how: { as },
      once: null,
      empty: as === 'sum' ? 'zero' : 'unknown',
      value: (row) => row.expr({ expr: 'fact', fact }),
    })
  }

  #foldPeriods(how: Exclude<FoldWord, 'previous'>, id: string): NodeId {
    const periods = this.frame.scope.periodsOf(id)
    if (periods === null || periods.length === 0) return this.unknown(`期数`, UNKNOWN_DOMAIN)
    const values = periods.map((period) => this.within(period).named(id))
    const applies = periods.map((period) => this.within(period).applies(id))
    const b = this.b
    const weighted = values.map((v, i) => b.product([v, applies[i] as NodeId]))
    switch (how) {
      case 'sum':
      case 'count':
        return b.sum(weighted)
      case 'mean':
      case 'share':
        return b.quotient(b.sum(weighted), b.sum(applies))
      case 'max':
        return b.greatest(values)
      case 'min':
      case 'all':
        return b.least(values)
      case 'median':
        throw new Fault(this.path, `中位(${id})`, '分期的数据没有中位数的写法，请用事件')
    }
  }

  fold(spec: FoldSpec): NodeId {
    const rows = new RowPlace(this, spec.over)
    const where = spec.where === undefined ? rows.b.one() : rows.expr(spec.where)
    const value = spec.value(rows)
    const fold: Fold = {
      over:
        'event' in spec.over
          ? {
              rows: 'events',
              event: spec.over.event,
              period:
                this.frame.scope.event(spec.over.event)?.per === undefined ? null : this.#period,
              window: this.frame.item?.window ?? this.frame.scope.scheme.period ?? null,
            }
          : { rows: 'units', level: spec.over.level },
      rows: { inputs: rows.b.inputs, nodes: rows.b.nodes },
      where,
      value,
      once: spec.once,
      how: spec.how,
      empty: spec.empty,
    }
    return this.b.input({ from: 'fold', fold, domain: rows.domainOf(value, spec) })
  }

  get period(): string | null {
    return this.#period
  }
}
