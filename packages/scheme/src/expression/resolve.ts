import type { Expr, FoldWord } from '@kaohe/engine'
import { nearestWord } from '../diagnostic/nearest.ts'
import type { Mistake } from './mistake.ts'
import { type Scope, eventAttribute, lookUp, namesIn } from './scope.ts'
import type { Syntax } from './syntax.ts'
import { FOLDS, FUNCTIONS } from './words.ts'

export type Spans = WeakMap<Expr, { readonly from: number; readonly to: number }>
type Call = Extract<Syntax, { is: 'call' }>

/** Looks up the names of a syntax tree; every name that is not declared is a mistake. */
export class Resolver {
  readonly mistakes: Mistake[] = []
  readonly spans: Spans = new WeakMap()
  readonly #scope: Scope

  constructor(scope: Scope) {
    this.#scope = scope
  }

  expr(syntax: Syntax): Expr {
    const expr = this.#of(syntax)
    this.spans.set(expr, { from: syntax.from, to: syntax.to })
    return expr
  }

  #of(syntax: Syntax): Expr {
    switch (syntax.is) {
      case 'number':
        return { expr: 'number', quantity: syntax.quantity }
      case 'word':
        return { expr: 'word', word: syntax.text }
      case 'date':
        return { expr: 'date', date: syntax.date }
      case 'result':
        return { expr: 'result', of: syntax.of }
      case 'name':
        return this.#name(syntax)
      case 'unary':
        return { expr: 'unary', op: syntax.op, of: this.expr(syntax.of) }
      case 'binary':
        return {
          expr: 'binary',
          op: syntax.op,
          left: this.expr(syntax.left),
          right: this.expr(syntax.right),
        }
      case 'call':
        return this.#call(syntax)
    }
  }

  #wrong(code: Mistake['code'], at: Syntax, rest: Partial<Mistake>): void {
    const found = 'text' in at ? at.text : at.is === 'call' ? at.name : ''
    this.mistakes.push({ code, from: at.from, to: at.to, found, ...rest })
  }

  #name(syntax: Extract<Syntax, { is: 'name' }>): Expr {
    const known = lookUp(this.#scope, syntax.text)
    if (known?.as === 'attribute') return { expr: 'attribute', attribute: syntax.text }
    if (!known && !this.#scope.items.has(syntax.text)) this.#unknown(syntax)
    return { expr: 'fact', fact: syntax.text }
  }

  #unknown(syntax: Extract<Syntax, { is: 'name' }>): void {
    const { text } = syntax
    const dotted = text.includes('.') || this.#scope.events.has(text)
    const minus =
      text.split('-').length > 1 &&
      text.split('-').every((part) => lookUp(this.#scope, part) !== undefined)
    const expected = isDate(text, this.#scope)
      ? {
          zh: '事件属性的编号；事件的日期写作 date',
          en: 'an attribute of the event; its day is called date',
        }
      : dotted
        ? { zh: `次数(${text})、合计(事件.属性) 之类`, en: 'a fold such as 次数(event)' }
        : { zh: '数据、单位属性的编号', en: 'the id of a fact or an attribute' }
    this.#wrong('unknown-name', syntax, {
      expected,
      nearest: minus ? text.replaceAll('-', ' - ') : nearestWord(text, namesIn(this.#scope)),
    })
  }

  #call(call: Call): Expr {
    const arity = FUNCTIONS[call.name]
    if (!arity) return this.#fold(call, FOLDS[call.name] as FoldWord)
    const [least, most] = arity
    const given = call.arguments.length
    if (given < least || given > most) {
      this.#wrong('wrong-arguments', call, {
        expected: {
          zh: `${least === most ? least : `至少 ${least}`} 个参数`,
          en: `${least} arguments`,
        },
      })
      return { expr: 'word', word: '' }
    }
    if (call.name === '期限') return this.#due(call)
    const of = call.arguments.map((argument) => this.expr(argument)) as [Expr, Expr, Expr]
    if (call.name === '工作日') return { expr: 'workdays', from: of[0], to: of[1] }
    if (call.name === '如果') return { expr: 'choose', when: of[0], then: of[1], otherwise: of[2] }
    if (call.name === '绝对值') return { expr: 'unary', op: 'absolute', of: of[0] }
    return { expr: 'extreme', how: call.name === '最小' ? 'least' : 'greatest', of }
  }

  #due(call: Call): Expr {
    const [step] = call.arguments as [Syntax]
    const id = step.is === 'name' ? step.text : ''
    if (!this.#scope.steps.has(id))
      this.#wrong('unknown-name', step, {
        expected: { zh: '日程里步骤的编号', en: 'the id of a step of the calendar' },
        nearest: nearestWord(id, this.#scope.steps),
      })
    return { expr: 'due', step: id }
  }

  #fold(call: Call, how: FoldWord): Expr {
    const [target, where, extra] = call.arguments
    const each = target !== undefined && target.is !== 'name' && where === undefined
    if (each && call.name !== '次数' && how !== 'previous')
      return { expr: 'fold', how, over: { of: 'each', what: this.expr(target) } }
    if (target?.is !== 'name' || extra) {
      this.#wrong('wrong-arguments', call, {
        expected: {
          zh: `“${call.name}(数据)”或“${call.name}(事件.属性, 条件)”`,
          en: 'a fact, or an event with a condition',
        },
      })
      return { expr: 'word', word: '' }
    }
    const [event, attribute] = target.text.split('.') as [string, string | undefined]
    const overEvents =
      attribute !== undefined || call.name === '次数' || this.#scope.events.has(event)
    return overEvents
      ? this.#overEvents(call, how, event, attribute, where)
      : this.#overFact(call, how, target.text, where)
  }

  #overFact(call: Call, how: FoldWord, fact: string, where: Syntax | undefined): Expr {
    const [target] = call.arguments as [Syntax]
    if (!this.#scope.facts.has(fact)) {
      this.#wrong('unknown-name', target, {
        expected: { zh: '数据的编号', en: 'the id of a fact' },
        nearest: nearestWord(fact, [...this.#scope.facts.keys(), ...this.#scope.events.keys()]),
      })
    }
    if (where)
      this.#wrong('wrong-arguments', where, {
        found: call.name,
        expected: {
          zh: `“${call.name}(${fact})”，数据后面不带条件`,
          en: 'no condition after a fact',
        },
      })
    return { expr: 'fold', how, over: { of: 'fact', fact } }
  }

  #overEvents(
    call: Call,
    how: FoldWord,
    event: string,
    attribute: string | undefined,
    where: Syntax | undefined,
  ): Expr {
    const [target] = call.arguments as [Syntax]
    const known = this.#scope.events.get(event)
    const counting = call.name === '次数' || how === 'run'
    if (!known)
      this.#wrong('unknown-name', target, {
        expected: { zh: '事件的编号', en: 'the id of an event' },
        nearest: nearestWord(event, this.#scope.events.keys()),
      })
    else if (attribute !== undefined && !eventAttribute(this.#scope, event, attribute)) {
      this.#wrong('unknown-name', target, {
        expected: { zh: `事件 ${event} 的属性`, en: `an attribute of ${event}` },
        nearest: nearWithin(event, attribute, known.keys()),
      })
    } else if ((attribute === undefined) !== counting) {
      const form = counting ? `${call.name}(${event}, 条件)` : `${call.name}(${event}.属性)`
      this.#wrong('wrong-arguments', call, { expected: `“${form}”` })
    }
    return {
      expr: 'fold',
      how,
      over: { of: 'event', event, attribute, where: where && this.#inEvent(event, where) },
    }
  }

  #inEvent(event: string, where: Syntax): Expr {
    const inner = new Resolver({ ...this.#scope, event })
    const expr = inner.expr(where)
    this.mistakes.push(...inner.mistakes)
    for (const part of partsOf(expr)) this.spans.set(part, inner.spans.get(part) ?? where)
    return expr
  }
}

// Every event has a date, which is told of each and has no name in expressions.
function isDate(text: string, { event }: Scope): boolean {
  return event !== undefined && /^(?:date|day|time|when)$/.test(text)
}

function nearWithin(event: string, attribute: string, known: Iterable<string>): string | undefined {
  const near = nearestWord(attribute, known)
  return near && `${event}.${near}`
}

/** An expression and all expressions inside it. */
export function partsOf(e: Expr): Expr[] {
  return [e, ...innerOf(e).flatMap(partsOf)]
}

function innerOf(e: Expr): readonly Expr[] {
  if (e.expr === 'unary') return [e.of]
  if (e.expr === 'binary') return [e.left, e.right]
  if (e.expr === 'choose') return [e.when, e.then, e.otherwise]
  if (e.expr === 'extreme') return e.of
  if (e.expr === 'workdays') return [e.from, e.to]
  if (e.expr !== 'fold' || e.over.of === 'fact') return []
  if (e.over.of === 'each') return [e.over.what]
  return e.over.where ? [e.over.where] : []
}
