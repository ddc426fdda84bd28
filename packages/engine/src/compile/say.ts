import type { BinaryOp, Expr, FoldTarget, FoldWord } from '../model/index.ts'
import { formatRational, multiply, int } from '../number/index.ts'
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

const FOLD: Record<FoldWord, string> = {
  count: '个数',
  sum: '合计',
  mean: '平均',
  max: '最高',
  min: '最低',
  median: '中位数',
  share: '占比',
  all: '全部达到',
  previous: '',
}

/** The name of a period as officials say it: `2023-04` 4月, `2023-Q2` 第2季度, `7` 第7期. */
export function sayPeriod(period: string): string {
  const quarter = /-Q(\d)$/.exec(period)
  if (quarter !== null) return `第${quarter[1]}季度`
  if (period.endsWith('-H1')) return '上半年'
  if (period.endsWith('-H2')) return '下半年'
  const week = /-W(\d+)$/.exec(period)
  if (week !== null) return `第${Number(week[1])}周`
  const month = /^\d{4}-(\d{2})$/.exec(period)
  if (month !== null) return `${Number(month[1])}月`
  return /^\d{4}$/.test(period) ? `${period}年` : `第${period}期`
}

/** A quantity as written: percentages and percentage points are kept as parts of one. */
export function sayQuantity(value: Parameters<typeof formatRational>[0], unit: string): string {
  const percent = unit === '%' || unit === '百分点'
  return `${formatRational(percent ? multiply(value, int(100)) : value)}${unit === '百分点' ? '个百分点' : unit}`
}

function sayFold(how: FoldWord, over: FoldTarget, scope: Scope): string {
  if (over.of === 'fact')
    return `${how === 'previous' ? '上年' : ''}${scope.nameOf('fact', over.fact)}${FOLD[how]}`
  const attribute =
    over.attribute === undefined
      ? undefined
      : scope.eventAttribute(over.event, over.attribute)?.name
  const what = `${scope.nameOf('event', over.event)}${attribute ?? ''}`
  return how === 'count' ? `${what}次数` : `${what}${FOLD[how]}`
}

/** An expression in Chinese, with declared names, and the period at hand when there is one. */
export function sayExpr(e: Expr, scope: Scope, period: string | null): string {
  const say = (inner: Expr) => sayExpr(inner, scope, period)
  switch (e.expr) {
    case 'number':
      return sayQuantity(e.quantity.value, e.quantity.unit ?? '')
    case 'word':
      return `“${e.word}”`
    case 'attribute':
      return scope.nameOf('attribute', e.attribute)
    case 'fact':
      return sayFact(e.fact, scope, period)
    case 'fold':
      return sayFold(e.how, e.over, scope)
    case 'unary':
      return e.op === 'not'
        ? `“${say(e.of)}”不成立`
        : e.op === 'negate'
          ? `负${say(e.of)}`
          : `${say(e.of)}的绝对值`
    case 'binary':
      return `${say(e.left)}${OPERATOR[e.op]}${say(e.right)}`
    case 'choose':
      return `${say(e.when)}时${say(e.then)}，否则${say(e.otherwise)}`
    case 'extreme':
      return `${e.of.map(say).join('、')}中最${e.how === 'least' ? '小' : '大'}的`
  }
}

function sayFact(id: string, scope: Scope, period: string | null): string {
  const fact = scope.fact(id)
  const dated = period !== null && fact?.period !== undefined && fact.period !== 'year'
  const name = fact?.name ?? scope.attribute(id)?.name ?? scope.nameOf('item', id)
  return dated ? `${sayPeriod(period)}${name}` : name
}
