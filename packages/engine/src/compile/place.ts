import {
  type Builder,
  type Domain,
  type Input,
  type NodeId,
  type PeerGroup,
  type PeerMeasure,
  wholeIn,
} from '../core/index.ts'
import type { Combine, FoldSpec, Lowered, Place } from '../kinds/kind.ts'
import {
  type Expr,
  type FoldWord,
  type Rule,
  type Scheme,
  type Window,
  type Phrase,
  same,
} from '../model/index.ts'
import type { Rational } from '../number/index.ts'
import { among } from './among.ts'
import { appliesAll, appliesNow } from './applies.ts'
import { refuseBelow } from './below.ts'
import { namesIn } from './collect.ts'
import { lowerExpr } from './expr.ts'
import { Fault } from './fault.ts'
import { foldOfEach, foldOfEvents, foldOfFact } from './folds.ts'
import type { ItemFrame } from './frame.ts'
import { TRUTH, appliesInput, namedInput, periodOf } from './inputs.ts'
import { peerDomain } from './peers.ts'
import { resultOf } from './result.ts'
import { lowerRule } from './rule.ts'
import { sayExpr } from './say.ts'
import { foldOver } from './row.ts'
import type { Namespace } from '../shape/index.ts'
import { typesNode } from './types.ts'
import { unitOfDeclared, unitOfExpr } from './units.ts'

/** The place of a rule in the program of an assessed unit. */
export class UnitPlace implements Place {
  readonly frame: ItemFrame
  readonly path: string
  readonly #period: string | null
  readonly #lowered = new Map<Expr, NodeId>()
  /** The days that count here: those of the assessment, of the item, or of a part of its periods. */
  readonly window: Window | undefined
  /** The rules in which this place is, the innermost last. */
  readonly #rules: readonly Rule[]

  constructor(
    frame: ItemFrame,
    path: string,
    period: string | null = null,
    window: Window | undefined = frame.item?.window ?? frame.scope.scheme.period,
    rules: readonly Rule[] = [],
  ) {
    this.frame = frame
    this.path = path
    this.#period = period
    this.window = window
    this.#rules = rules
  }

  get b(): Builder<Input> {
    return this.frame.b
  }

  get scheme(): Scheme {
    return this.frame.scope.scheme
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

  // The same place but for what is said.
  #moved({
    path = this.path,
    period = this.#period,
    window = this.window,
    rules = this.#rules,
  }: Partial<Pick<UnitPlace, 'path' | 'period' | 'window'> & { rules: readonly Rule[] }>) {
    return new UnitPlace(this.frame, path, period, window, rules)
  }

  at(path: string): UnitPlace {
    return this.#moved({ path })
  }

  within(period: string): UnitPlace {
    return this.#moved({ period })
  }

  during(window: Window): UnitPlace {
    return this.#moved({ window })
  }

  refuse(field: string, found: Phrase, expected: Phrase): never {
    throw new Fault(`${this.path}/${field}`, found, expected)
  }

  // What is said of a measure, and how it counts, ask for it again.
  expr(e: Expr): NodeId {
    const known = this.#lowered.get(e)
    if (known !== undefined) return known
    const made = lowerExpr(e, this)
    this.#lowered.set(e, made)
    return made
  }

  rule(r: Rule): Lowered {
    return lowerRule(
      r,
      this.#moved({ path: r.path, rules: [...this.#rules, r] }),
      this.frame.vocabulary,
    )
  }

  unitOf(e: Expr): string {
    return unitOfExpr(e, (id) => this.#unitOfName(id))
  }

  #unitOfName(id: string): string {
    const { scope } = this.frame
    const [event, attribute] = id.split('.')
    if (attribute !== undefined) return unitOfDeclared(scope.eventAttribute(event ?? '', attribute))
    if (this.frame.itemPoints.has(id)) return '分'
    return unitOfDeclared(scope.fact(id) ?? scope.attribute(id))
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
      .map((id) => scope.periodsOf(id, this.window))
      .filter((p) => p !== null)
    return found.reduce<readonly string[] | null>(
      (longest, p) => (longest === null || p.length > longest.length ? p : longest),
      null,
    )
  }

  variesByPeriod(of: Rule | Expr): boolean {
    const { facts, events } = namesIn(of, this.frame.vocabulary)
    return events.size > 0 || [...facts].some((id) => this.frame.scope.isDated(id))
  }

  appliesNow(of: Rule | Expr): NodeId | undefined {
    return appliesNow(of, this)
  }

  appliesAll(of: Rule): NodeId | undefined {
    return appliesAll(of, this)
  }

  peers(of: NodeId, measure: PeerMeasure, group: PeerGroup, except?: NodeId): NodeId {
    const all = among(this.#rules, this)
    return this.b.input({
      from: 'peers',
      of,
      among: except === undefined ? all : this.b.and([all, this.b.not(except)]),
      group,
      measure,
      domain: peerDomain(this.b, of, measure),
    })
  }

  mark(evaluator: string | null, domain: Domain, part?: string): NodeId {
    const item = this.frame.item
    if (item === undefined)
      throw new Fault(this.path, same('打分'), {
        zh: '打分只能用在指标里',
        en: 'marks (打分) can only be given to an item',
      })
    if (this.#period !== null)
      throw new Fault(
        this.path,
        { zh: '打分分不出是哪一期的', en: 'marks do not say which period they are of' },
        {
          zh: '“逐期”里不能打分：把各期打的分收为分期的数据，用“外部得分”',
          en: 'no marks inside 逐期: take the marks of the periods in as a dated fact, with 外部得分',
        },
      )
    const marked = part === undefined ? item.id : `${item.id}.${part}`
    this.#claim(marked)
    return this.b.input({ from: 'mark', item: marked, evaluator, domain })
  }

  #claim(marked: string): void {
    const { marks } = this.frame
    if ((marks.get(marked) ?? this) !== this)
      this.refuse(
        '记分项',
        {
          zh: '同一指标有几处打分，分不清打的是哪一处',
          en: 'several marks in one item, and nothing tells them apart',
        },
        {
          zh: '给每一处写“记分项”，各用各的标识；或者拆成几个指标',
          en: 'give each a 记分项 of its own, or split the item',
        },
      )
    marks.set(marked, this)
  }

  say(e: Expr, event?: string): string {
    return sayExpr(e, this.frame.scope, this.#period, event)
  }

  hourOf(step: string): string | undefined {
    return this.frame.scope.hourOf(step)
  }

  nameOf(to: Namespace, id: string): string {
    return this.frame.scope.nameOf(to, id)
  }

  sayPeriod(period: string): string {
    return this.frame.scope.sayPeriod(period)
  }

  wholeOf(e: Expr): boolean {
    return wholeIn(this.b, this.expr(e))
  }

  unknown(field: string, domain: Domain): NodeId {
    return this.b.input({ from: 'open', question: `${this.path}/${field}`, domain })
  }

  hadPrevious(fact: string): NodeId {
    return this.b.input({ from: 'hadPrevious', fact, period: periodOf(fact, this), domain: TRUTH })
  }

  isType(types: readonly string[]): NodeId {
    return typesNode(types, this.frame.scope, this.b)
  }

  ordinal(): NodeId {
    throw new Fault(this.path, same('累犯'), {
      zh: '只能用在逐条计分的事件里',
      en: 'only for events told one by one',
    })
  }

  applies(fact: string): NodeId {
    return appliesInput(fact, this)
  }

  named(id: string): NodeId {
    return namedInput(id, this)
  }

  foldEvents(e: Extract<Expr, { expr: 'fold' }>): NodeId {
    return foldOfEvents(e, this)
  }

  foldFact(how: FoldWord, id: string): NodeId {
    return foldOfFact(how, id, this)
  }

  foldEach(how: FoldWord, what: Expr): NodeId {
    return foldOfEach(how, what, this)
  }

  result(of: 'total' | 'ratio'): NodeId {
    return resultOf(of, this)
  }

  fold(spec: FoldSpec): NodeId {
    refuseBelow(spec, this)
    const { fold, domain } = foldOver(spec, this)
    return this.b.input({ from: 'fold', fold, domain })
  }

  get period(): string | null {
    return this.#period
  }
}
