import type { Expr } from '@kaohe/engine'
import { writeQuantity } from './quantity.ts'
import { BINDING, NOT_BINDING, SIGNS } from './words.ts'

type Fold = Extract<Expr, { expr: 'fold' }>
type Binary = Extract<Expr, { expr: 'binary' }>

const FOLD_WORDS = {
  sum: '合计',
  mean: '平均',
  max: '最高',
  min: '最低',
  median: '中位',
  share: '占比',
  all: '全部',
  run: '连续',
  previous: '上年',
} as const

function foldText({ how, over }: Fold): string {
  if (over.of !== 'event') {
    const inner = over.of === 'fact' ? over.fact : text(over.what, 0)
    return `${how === 'count' ? '个数' : FOLD_WORDS[how]}(${inner})`
  }
  const name = how === 'count' ? '次数' : FOLD_WORDS[how]
  const target = over.attribute === undefined ? over.event : `${over.event}.${over.attribute}`
  return `${name}(${target}${over.where ? `, ${text(over.where, 0)}` : ''})`
}

function binaryText(e: Binary, outer: number): string {
  const own = BINDING[e.op]
  const comparing = own === BINDING.less
  // Operators associate to the left, and comparisons not at all.
  const inner = `${text(e.left, comparing ? own + 1 : own)} ${SIGNS[e.op]} ${text(e.right, own + 1)}`
  return own < outer ? `(${inner})` : inner
}

function numberText(e: Extract<Expr, { expr: 'number' }>, outer: number): string {
  const written = writeQuantity(e.quantity)
  return written.startsWith('-') && outer > 0 ? `(${written})` : written
}

function text(e: Expr, outer: number): string {
  switch (e.expr) {
    case 'number':
      return numberText(e, outer)
    case 'word':
      return `"${e.word}"`
    case 'date':
      return e.date
    case 'due':
      return `期限(${e.step})`
    case 'workdays':
      return `工作日(${text(e.from, 0)}, ${text(e.to, 0)})`
    case 'result':
      return e.of === 'total' ? '总分' : '得分率'
    case 'fact':
      return e.fact
    case 'attribute':
      return e.attribute
    case 'fold':
      return foldText(e)
    case 'binary':
      return binaryText(e, outer)
    case 'unary':
      return unaryText(e, outer)
    case 'choose':
      return `如果(${[e.when, e.then, e.otherwise].map((one) => text(one, 0)).join(', ')})`
    case 'extreme':
      return `${e.how === 'least' ? '最小' : '最大'}(${e.of.map((one) => text(one, 0)).join(', ')})`
  }
}

function unaryText(e: Extract<Expr, { expr: 'unary' }>, outer: number): string {
  if (e.op === 'absolute') return `绝对值(${text(e.of, 0)})`
  const [sign, binding] = e.op === 'not' ? ['非 ', NOT_BINDING] : ['-', BINDING.multiply]
  const plain = text(e.of, binding + 1)
  const inner =
    e.op === 'negate' && e.of.expr === 'number' && !plain.startsWith('(')
      ? `-(${plain})`
      : sign + plain
  return binding < outer || (e.op === 'negate' && outer > 0) ? `(${inner})` : inner
}

/**
 * Writes an expression with as few parentheses as it needs; reading it back gives the same.
 * @example
 * writeExpression({ expr: 'fact', fact: 'rate' }) // 'rate'
 */
export function writeExpression(e: Expr): string {
  return text(e, 0)
}
