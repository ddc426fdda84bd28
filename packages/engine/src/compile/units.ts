import type { Expr } from '../model/index.ts'
import { DATE_UNIT, WORKDAY_UNIT } from '../number/index.ts'

/** Units of measures that can be cut; everything else (人 次 项 个 篇 条 …) counts whole things. */
const DIVISIBLE = new Set([
  '%',
  '‰',
  '百分点',
  '分',
  '元',
  '万元',
  '亿元',
  '小时',
  '学时',
  '分钟',
  '天',
  '月',
  '年',
  '亩',
  '公里',
  '平方米',
  '吨',
  '倍',
  '',
])

export function countsWhole(unit: string | undefined): boolean {
  return unit !== undefined && !DIVISIBLE.has(unit)
}

/** Gives the unit of a name that an expression mentions. */
export type UnitLookup = (id: string) => string

/** The unit of something declared: dates have one of their own. */
export function unitOfDeclared(
  declared: { readonly type: string; readonly unit?: string | undefined } | undefined,
): string {
  return declared?.type === 'date' ? DATE_UNIT : (declared?.unit ?? '')
}

function unitOfBinary(e: Extract<Expr, { expr: 'binary' }>, of: UnitLookup): string {
  const left = unitOfExpr(e.left, of)
  const right = unitOfExpr(e.right, of)
  if (e.op === 'divide')
    return left === right && left !== ''
      ? '%'
      : left === ''
        ? ''
        : right === ''
          ? left
          : `${left}/${right}`
  if (e.op === 'multiply') return left === '' || left === '%' ? right : left
  if (e.op === 'subtract' && left === '%' && right === '%') return '百分点'
  if (e.op === 'subtract' && left === DATE_UNIT && right === DATE_UNIT) return '天'
  return e.op === 'add' || e.op === 'subtract' ? left || right : ''
}

/** The unit of an expression, '' for bare numbers and conditions. */
export function unitOfExpr(e: Expr, of: UnitLookup): string {
  switch (e.expr) {
    case 'number':
      return e.quantity.unit ?? ''
    case 'word':
      return ''
    case 'date':
    case 'due':
      return DATE_UNIT
    case 'workdays':
      return WORKDAY_UNIT
    case 'result':
      return e.of === 'total' ? '分' : '%'
    case 'fact':
      return of(e.fact)
    case 'attribute':
      return of(e.attribute)
    case 'unary':
      return e.op === 'not' ? '' : unitOfExpr(e.of, of)
    case 'binary':
      return unitOfBinary(e, of)
    case 'choose':
      return unitOfExpr(e.then, of)
    case 'extreme':
      return e.of[0] === undefined ? '' : unitOfExpr(e.of[0], of)
    case 'fold':
      return unitOfFold(e, of)
  }
}

function unitOfFold(e: Extract<Expr, { expr: 'fold' }>, of: UnitLookup): string {
  if (e.how === 'share') return '%'
  if (e.how === 'all') return ''
  if (e.how === 'run') return e.over.of === 'event' ? '次' : '期'
  if (e.over.of !== 'event') {
    if (e.how === 'count') return '个'
    return e.over.of === 'fact' ? of(e.over.fact) : unitOfExpr(e.over.what, of)
  }
  if (e.how === 'count') return '次'
  return e.over.attribute === undefined ? '次' : of(`${e.over.event}.${e.over.attribute}`)
}
