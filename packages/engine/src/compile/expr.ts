import type { Builder, NodeId } from '../core/index.ts'
import {
  type BinaryOp,
  type Expr,
  type FoldWord,
  type Scheme,
  oneOf,
  quoted,
  same,
} from '../model/index.ts'
import { dayNumber, int } from '../number/index.ts'
import { dueDay } from './due.ts'
import { Fault } from './fault.ts'
import { daysOffOf, workdaysUpTo } from './workdays.ts'

/** What lowering an expression asks of the place where it stands. */
export interface ExprPlace {
  readonly path: string
  readonly scheme: Scheme
  readonly b: Pick<
    Builder<unknown>,
    | 'constant'
    | 'sum'
    | 'subtract'
    | 'negate'
    | 'product'
    | 'quotient'
    | 'least'
    | 'greatest'
    | 'and'
    | 'or'
    | 'not'
    | 'compare'
    | 'choose'
    | 'round'
    | 'piecewise'
  >
  named(id: string): NodeId
  wordsOf(e: Expr): readonly string[] | undefined
  foldEvents(e: Extract<Expr, { expr: 'fold' }>): NodeId
  foldFact(how: FoldWord, fact: string): NodeId
  foldEach(how: FoldWord, what: Expr): NodeId
  /** The total, or its part of the full score. */
  result(of: 'total' | 'ratio'): NodeId
}

type Binary = Extract<Expr, { expr: 'binary' }>

function lowerWordComparison(e: Binary, at: ExprPlace): NodeId | undefined {
  const [choice, word] =
    e.right.expr === 'word'
      ? [e.left, e.right.word]
      : e.left.expr === 'word'
        ? [e.right, e.left.word]
        : []
  if (choice === undefined || word === undefined) return undefined
  const position = at.wordsOf(choice)?.indexOf(word) ?? -1
  if (position < 0) throw new Fault(at.path, quoted(word), oneOf(at.wordsOf(choice)))
  return compareNodes(e.op, lowerExpr(choice, at), at.b.constant(int(position)), at)
}

function compareNodes(op: BinaryOp, left: NodeId, right: NodeId, at: ExprPlace): NodeId {
  const { b } = at
  switch (op) {
    case 'less':
    case 'atMost':
      return b.compare(left, op, right)
    case 'more':
      return b.compare(right, 'less', left)
    case 'atLeast':
      return b.compare(right, 'atMost', left)
    case 'equals':
      return b.compare(left, 'equals', right)
    case 'differs':
      return b.not(b.compare(left, 'equals', right))
    default:
      throw new Fault(at.path, same(op), { zh: '应是比较', en: 'expected a comparison' })
  }
}

function lowerBinary(e: Binary, at: ExprPlace): NodeId {
  const word = lowerWordComparison(e, at)
  if (word !== undefined) return word
  const left = lowerExpr(e.left, at)
  const right = lowerExpr(e.right, at)
  const { b } = at
  switch (e.op) {
    case 'add':
      return b.sum([left, right])
    case 'subtract':
      return b.subtract(left, right)
    case 'multiply':
      return b.product([left, right])
    case 'divide':
      return b.quotient(left, right)
    case 'and':
      return b.and([left, right])
    case 'or':
      return b.or([left, right])
    default:
      return compareNodes(e.op, left, right, at)
  }
}

function lowerUnary(e: Extract<Expr, { expr: 'unary' }>, at: ExprPlace): NodeId {
  const of = lowerExpr(e.of, at)
  if (e.op === 'not') return at.b.not(of)
  const negative = at.b.negate(of)
  return e.op === 'negate' ? negative : at.b.greatest([of, negative])
}

function lowerWorkdays({ from, to }: Extract<Expr, { expr: 'workdays' }>, at: ExprPlace): NodeId {
  const off = daysOffOf(at.scheme, at.path)
  const upTo = (day: Expr) => workdaysUpTo(lowerExpr(day, at), off, at.b)
  return at.b.subtract(upTo(to), upTo(from))
}

function lowerFold(e: Extract<Expr, { expr: 'fold' }>, at: ExprPlace): NodeId {
  if (e.over.of === 'event') return at.foldEvents(e)
  return e.over.of === 'fact' ? at.foldFact(e.how, e.over.fact) : at.foldEach(e.how, e.over.what)
}

/** Lowers an expression to the core. @throws Fault where a name or word does not fit its place. */
export function lowerExpr(e: Expr, at: ExprPlace): NodeId {
  switch (e.expr) {
    case 'number':
      return at.b.constant(e.quantity.value)
    case 'word':
      throw new Fault(at.path, quoted(e.word), {
        zh: '选项的词只能用来比较，如 级别 = "市级"',
        en: 'the word of a choice can only be compared, as in 级别 = "市级"',
      })
    case 'fact':
      return at.named(e.fact)
    case 'attribute':
      return at.named(e.attribute)
    case 'unary':
      return lowerUnary(e, at)
    case 'binary':
      return lowerBinary(e, at)
    case 'choose':
      return at.b.choose(lowerExpr(e.when, at), lowerExpr(e.then, at), lowerExpr(e.otherwise, at))
    case 'extreme': {
      const of = e.of.map((inner) => lowerExpr(inner, at))
      return e.how === 'least' ? at.b.least(of) : at.b.greatest(of)
    }
    case 'date':
      return at.b.constant(int(dayNumber(e.date)))
    case 'due':
      return at.b.constant(int(dayNumber(dueDay(e.step, at.scheme, at.path))))
    case 'workdays':
      return lowerWorkdays(e, at)
    case 'result':
      return at.result(e.of)
    case 'fold':
      return lowerFold(e, at)
  }
}
