import type { BinaryOp, Expr, FoldTarget, FoldWord } from '../model/index.ts'
import {
  DATE_UNIT,
  type Rational,
  dayOf,
  decimalsOf,
  formatRational,
  int,
  multiply,
  ratio,
  round,
  sayDay,
} from '../number/index.ts'
import type { Scope } from './scope.ts'

const OPERATOR: Record<BinaryOp, string> = {
  add: '加',
  subtract: '减',
  multiply: '乘',
  divide: '除以',
  and: '且',
  or: '或',
  less: '小于',
  atMost: '不超过',
  more: '大于',
  atLeast: '不少于',
  equals: '为',
  differs: '不为',
}

// How tightly an operator holds what stands beside it.
const TIGHT: Record<BinaryOp, number> = {
  or: 1,
  and: 2,
  less: 3,
  atMost: 3,
  more: 3,
  atLeast: 3,
  equals: 3,
  differs: 3,
  add: 4,
  subtract: 4,
  multiply: 5,
  divide: 5,
}
const ASSOCIATIVE = new Set<BinaryOp>(['or', 'and', 'add', 'multiply'])

const FOLD: Record<FoldWord, string> = {
  count: '个数',
  sum: '合计',
  mean: '平均',
  max: '最高',
  min: '最低',
  median: '中位数',
  share: '占比',
  all: '全部达到',
  run: '最长连续期数',
  previous: '',
}

/** How dates are compared; everything else is as of figures. */
const OF_DATES: Partial<Record<BinaryOp, string>> = {
  less: '早于',
  atMost: '不晚于',
  more: '晚于',
  atLeast: '不早于',
  equals: '是',
  differs: '不是',
}

/** A quantity as it is said: percentages and percentage points are kept as parts of one. */
export function sayQuantity(value: Parameters<typeof formatRational>[0], unit: string): string {
  if (unit === DATE_UNIT && value.den === 1n) return sayDay(dayOf(Number(value.num)))
  const percent = unit === '%' || unit === '百分点'
  return `${formatRational(percent ? multiply(value, int(100)) : value)}${unit === '百分点' ? '个百分点' : unit}`
}

const CENT = ratio(1n, 100n)

/** `（约33.33分）` after a value that no decimal writes; nothing after others. */
export function approximately(value: Rational, unit: string): string {
  if (decimalsOf(value) !== undefined) return ''
  const percent = unit === '%' || unit === '百分点'
  const near = round(percent ? multiply(value, int(100)) : value, { to: CENT, mode: 'half-up' })
  return `（约${formatRational(near)}${unit === '百分点' ? '个百分点' : unit}）`
}

// Within quotation marks there are single ones.
function inQuotes(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

function sayFold(how: FoldWord, over: FoldTarget, scope: Scope): string {
  if (over.of === 'fact')
    return `${how === 'previous' ? '上年' : ''}${scope.nameOf('fact', over.fact)}${FOLD[how]}`
  if (over.of === 'each') return `${inQuotes(sayExpr(over.what, scope, null))}${FOLD[how]}`
  const attribute =
    over.attribute === undefined
      ? undefined
      : scope.eventAttribute(over.event, over.attribute)?.name
  const only = over.where === undefined ? '' : `${sayExpr(over.where, scope, null, over.event)}的`
  const what = `${only}${scope.nameOf('event', over.event)}${attribute ?? ''}`
  if (how === 'run') return `${what}最多连续次数`
  return how === 'count' ? `${what}次数` : `${what}${FOLD[how]}`
}

// Brackets where the words alone would be read otherwise: （甲加乙）除以丙.
function bracketed(said: string, inner: Expr, outer: BinaryOp, right: boolean): string {
  if (inner.expr === 'choose' || inner.expr === 'extreme') return `（${said}）`
  if (inner.expr !== 'binary') return said
  const [own, around] = [TIGHT[inner.op], TIGHT[outer]]
  const same = own === around && right && !(inner.op === outer && ASSOCIATIVE.has(outer))
  return own < around || same ? `（${said}）` : said
}

function isDate(e: Expr, scope: Scope): boolean {
  if (e.expr === 'date' || e.expr === 'due') return true
  if (e.expr === 'fact') return scope.fact(e.fact)?.type === 'date'
  return e.expr === 'attribute' && scope.attribute(e.attribute)?.type === 'date'
}

function operatorOf({ op, left, right }: Extract<Expr, { expr: 'binary' }>, scope: Scope): string {
  const dates = isDate(left, scope) || isDate(right, scope)
  return (dates ? OF_DATES[op] : undefined) ?? OPERATOR[op]
}

/**
 * An expression in Chinese, with declared names: of the period at hand where there is one, of the
 * attributes of an event where it speaks of those.
 */
export function sayExpr(e: Expr, scope: Scope, period: string | null, event?: string): string {
  const say = (inner: Expr) => sayExpr(inner, scope, period, event)
  switch (e.expr) {
    case 'number':
      return sayQuantity(e.quantity.value, e.quantity.unit ?? '')
    case 'word':
      return `“${e.word}”`
    case 'date':
      return sayDay(e.date)
    case 'due':
      return `${scope.nameOf('step', e.step)}的期限`
    case 'workdays':
      return `从${say(e.from)}到${say(e.to)}的工作日`
    case 'result':
      return e.of === 'total' ? '总分' : '得分率'
    case 'attribute':
      return ofEvent(e.attribute, scope, event) ?? scope.nameOf('attribute', e.attribute)
    case 'fact':
      return ofEvent(e.fact, scope, event) ?? sayFact(e.fact, scope, period)
    case 'fold':
      return sayFold(e.how, e.over, scope)
    case 'unary':
      return e.op === 'not'
        ? `${inQuotes(say(e.of))}不成立`
        : e.op === 'negate'
          ? `负${say(e.of)}`
          : `${say(e.of)}的绝对值`
    case 'binary':
      return `${bracketed(say(e.left), e.left, e.op, false)}${operatorOf(e, scope)}${bracketed(say(e.right), e.right, e.op, true)}`
    case 'choose':
      return `${say(e.when)}时${say(e.then)}，否则${say(e.otherwise)}`
    case 'extreme':
      return `${e.of.map((one) => (one.expr === 'choose' ? `（${say(one)}）` : say(one))).join('、')}中最${e.how === 'least' ? '小' : '大'}的`
  }
}

function ofEvent(id: string, scope: Scope, event: string | undefined): string | undefined {
  if (event === undefined) return undefined
  return id === 'ordinal' ? '第几次' : scope.eventAttribute(event, id)?.name
}

function sayFact(id: string, scope: Scope, period: string | null): string {
  const fact = scope.fact(id)
  const dated = period !== null && scope.isDated(id)
  const name = fact?.name ?? scope.attribute(id)?.name ?? scope.nameOf('item', id)
  return dated ? `${scope.sayPeriod(period)}${name}` : name
}
