import { type Expr, WORKDAY_UNIT } from '@kaohe/engine'
import { nearestWord } from '../diagnostic/nearest.ts'
import { DATE, TRUTH, type Type, UNIT_OF_FOLD, UNKNOWN, ofMeasure, typeName } from './given.ts'
import type { Mistake } from './mistake.ts'
import { nearestIn, writeQuantity } from './quantity.ts'
import type { Spans } from './resolve.ts'
import { type Scope, eventAttribute, lookUp } from './scope.ts'
import { agreement, productUnit, quotientUnit, sumUnit } from './units.ts'

/** Works out what expressions give, collecting what does not fit together. */
export class Typing {
  readonly mistakes: Mistake[] = []
  readonly #scope: Scope
  readonly #spans: Spans | undefined
  readonly #text: string | undefined

  constructor(scope: Scope, spans?: Spans, text?: string) {
    this.#scope = scope
    this.#spans = spans
    this.#text = text
  }

  #wrong(at: Expr, mistake: Omit<Mistake, 'from' | 'to'>): Type {
    this.mistakes.push({ from: 0, to: 0, ...this.#spans?.get(at), ...mistake })
    return UNKNOWN
  }

  of(e: Expr): Type {
    switch (e.expr) {
      case 'number':
        return { is: 'number', unit: e.quantity.unit ?? '' }
      case 'word':
        return { is: 'word', word: e.word }
      case 'date':
      case 'due':
        return DATE
      case 'workdays':
        this.#date(e.from)
        this.#date(e.to)
        return { is: 'number', unit: WORKDAY_UNIT }
      case 'result':
        return { is: 'number', unit: e.of === 'total' ? '分' : '%' }
      case 'fact':
      case 'attribute':
        return this.#named(e.expr === 'fact' ? e.fact : e.attribute)
      case 'fold':
        return this.#fold(e)
      case 'unary':
        return this.#unary(e)
      case 'binary':
        return this.#binary(e)
      case 'choose':
        this.condition(e.when)
        return this.#alike([e.then, e.otherwise])
      case 'extreme':
        return this.#alike(e.of)
    }
  }

  #named(id: string): Type {
    const known = lookUp(this.#scope, id)
    return known || !this.#scope.items.has(id)
      ? ofMeasure(known?.measure)
      : { is: 'number', unit: '分' }
  }

  /** Requires a condition. */
  condition(e: Expr): void {
    const type = this.of(e)
    if (type.is !== 'truth' && type.is !== 'unknown')
      this.#wrong(e, {
        code: 'not-a-condition',
        found: typeName(type),
        expected: {
          zh: '比较或是否类数据，如 rate >= 100%',
          en: 'a comparison or a truth, such as rate >= 100%',
        },
      })
  }

  /** Requires a number and gives its unit; undefined after a mistake. */
  number(e: Expr): string | undefined {
    const type = this.of(e)
    if (type.is === 'number') return type.unit
    if (type.is !== 'unknown')
      this.#wrong(e, {
        code: 'not-a-number',
        found: typeName(type),
        expected:
          type.is === 'truth'
            ? '如果(…, 1, 0)'
            : { zh: '数值类的数据或算式', en: 'a numeric fact or expression' },
      })
    return undefined
  }

  #date(e: Expr): void {
    const type = this.of(e)
    if (type.is !== 'date' && type.is !== 'unknown')
      this.#wrong(e, {
        code: 'not-a-number',
        found: typeName(type),
        expected: { zh: '日期，如 2024-12-10、期限(report)', en: 'a date' },
      })
  }

  #unary(e: Extract<Expr, { expr: 'unary' }>): Type {
    if (e.op === 'not') {
      this.condition(e.of)
      return TRUTH
    }
    const unit = this.number(e.of)
    return unit === undefined ? UNKNOWN : { is: 'number', unit }
  }

  #alike(of: readonly Expr[]): Type {
    const units = of.map((one) => this.number(one))
    let unit = units[0]
    of.slice(1).forEach((one, i) => {
      const next = units[i + 1]
      if (unit === undefined || next === undefined) return
      this.#agree(one, unit, next)
      unit = unit || next
    })
    return unit === undefined ? UNKNOWN : { is: 'number', unit }
  }

  #agree(at: Expr, left: string, right: string): void {
    const how = agreement(left, right)
    if (how === 'agree') return
    const found =
      how === 'missing-unit'
        ? this.#written(at)
        : {
            zh: `${left || '无单位'}与${right || '无单位'}`,
            en: `${left || 'none'} and ${right || 'none'}`,
          }
    this.#wrong(at, {
      code: how,
      found,
      expected: { zh: `以“${left || right}”计的数`, en: `a number in ${left || right}` },
      nearest: at.expr === 'number' ? nearestIn(left || right, at.quantity) : undefined,
    })
  }

  /** As it stands in the text: 3/5, which is kept as 0.6. */
  #written(at: Expr): string {
    const span = this.#spans?.get(at)
    if (span !== undefined && this.#text !== undefined) return this.#text.slice(span.from, span.to)
    return at.expr === 'number' ? writeQuantity(at.quantity) : '算式'
  }

  #binary(e: Extract<Expr, { expr: 'binary' }>): Type {
    switch (e.op) {
      case 'and':
      case 'or':
        this.condition(e.left)
        this.condition(e.right)
        return TRUTH
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        return this.#arithmetic(e, e.op)
      default:
        this.#comparison(e.left, e.right)
        return TRUTH
    }
  }

  #arithmetic(
    e: Extract<Expr, { expr: 'binary' }>,
    op: 'add' | 'subtract' | 'multiply' | 'divide',
  ): Type {
    if (this.of(e.left).is === 'date' && (op === 'add' || op === 'subtract'))
      return this.#fromDate(e, op)
    const left = this.number(e.left)
    const right = this.number(e.right)
    if (left === undefined || right === undefined) return UNKNOWN
    if (op === 'multiply') return { is: 'number', unit: productUnit(left, right) }
    if (op === 'divide') return { is: 'number', unit: quotientUnit(left, right) }
    if (!(left === '%' && right === '百分点')) this.#agree(e.right, left, right)
    return { is: 'number', unit: sumUnit(op, left, right) }
  }

  /** A date less a date is days; a date and days are another date. */
  #fromDate({ right }: Extract<Expr, { expr: 'binary' }>, op: 'add' | 'subtract'): Type {
    if (op === 'subtract' && this.of(right).is === 'date') return { is: 'number', unit: '天' }
    const unit = this.number(right)
    if (unit !== undefined) this.#agree(right, '天', unit)
    return DATE
  }

  #comparison(left: Expr, right: Expr): void {
    const [a, b] = [this.of(left), this.of(right)]
    if (a.is === 'unknown' || b.is === 'unknown') return
    if (a.is === 'choice' || b.is === 'choice') return this.#words(left, a, right, b)
    if (a.is === 'date' && b.is === 'date') return
    const [one, other] = [this.number(left), this.number(right)]
    if (one === undefined || other === undefined) return
    if (one === '' && left.expr === 'number') this.#agree(left, other, one)
    else this.#agree(right, one, other)
  }

  #words(left: Expr, a: Type, right: Expr, b: Type): void {
    const [choice, other, at] = a.is === 'choice' ? [a, b, right] : [b, a, left]
    if (
      choice.is !== 'choice' ||
      (other.is === 'choice' && other.words.join() === choice.words.join())
    )
      return
    const expected = choice.words.map((word) => `"${word}"`).join('、')
    if (other.is !== 'word')
      this.#wrong(at, { code: 'unknown-word', found: typeName(other), expected })
    else if (!choice.words.includes(other.word)) {
      const near = nearestWord(other.word, choice.words)
      this.#wrong(at, {
        code: 'unknown-word',
        found: other.word,
        expected,
        nearest: near && `"${near}"`,
      })
    }
  }

  #fold(e: Extract<Expr, { expr: 'fold' }>): Type {
    const { over } = e
    if (over.of === 'each') return this.#folded(e, this.of(over.what))
    if (over.of === 'event') {
      if (over.where) this.#inEvent(over.event, over.where)
      if (over.attribute === undefined) return { is: 'number', unit: '次' }
    }
    const measure =
      over.of === 'fact'
        ? this.#scope.facts.get(over.fact)
        : eventAttribute(this.#scope, over.event, over.attribute as string)
    return this.#folded(e, ofMeasure(measure))
  }

  #folded(e: Extract<Expr, { expr: 'fold' }>, type: Type): Type {
    const { how } = e
    if (type.is === 'unknown' || how === 'previous') return type
    const needsTruth = how === 'count' || how === 'share' || how === 'all' || how === 'run'
    if (needsTruth && type.is !== 'truth')
      return this.#wrong(e, {
        code: 'not-a-condition',
        found: typeName(type),
        expected: { zh: '是否类的数据或条件', en: 'a truth or a condition' },
      })
    if (needsTruth) return how === 'all' ? TRUTH : { is: 'number', unit: UNIT_OF_FOLD[how] }
    return type.is === 'number'
      ? type
      : this.#wrong(e, {
          code: 'not-a-number',
          found: typeName(type),
          expected: { zh: '数值类的数据', en: 'a numeric fact' },
        })
  }

  #inEvent(event: string, where: Expr): void {
    const inner = new Typing({ ...this.#scope, event }, this.#spans, this.#text)
    inner.condition(where)
    this.mistakes.push(...inner.mistakes)
  }
}
