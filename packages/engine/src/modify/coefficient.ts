import type { NodeId } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { ONE, type Rational } from '../number/index.ts'
import { either, expression, number, object, reference, required, table } from '../shape/index.ts'
import type { Place } from '../kinds/kind.ts'
import { casesOf, checkKeys, type Key, key, lookUp } from '../kinds/parts/cases.ts'
import { modifier } from './modifier.ts'

const bySize = object({
  measure: required('量', expression, '按什么定系数，如 人数、类型'),
  table: required('表', table(key, number), '每种情况的系数'),
})

const params = either(bySize, table(reference('assessee'), number), expression)

type ByType = readonly (readonly [string, Rational])[]
type BySize = { readonly measure: Expr; readonly table: readonly (readonly [Key, Rational])[] }
type Coefficient = BySize | ByType | Expr

function isByType(of: Coefficient): of is ByType {
  return Array.isArray(of)
}

// A kind of assessee that the table does not name keeps its points.
function byType(at: Place, rows: ByType): NodeId {
  return rows.reduceRight<NodeId>(
    (otherwise, [type, times]) => at.b.choose(at.isType([type]), at.b.constant(times), otherwise),
    at.b.constant(ONE),
  )
}

function nodeOf(at: Place, of: Coefficient): NodeId {
  if (isByType(of)) return byType(at, of)
  if ('expr' in of) return at.expr(of)
  const cases = casesOf(at.wordsOf(of.measure), of.table)
  return lookUp(at, at.expr(of.measure), cases, (times) => at.b.constant(times))
}

/** coefficient 系数/加倍: the points are multiplied, by size, by kind of assessee, or by a figure. */
export const coefficient = modifier({
  name: 'coefficient',
  keyword: '系数',
  summary: '得分乘以一个系数，可以按规模、类型查表。',
  params,
  examples: [
    '系数: 2',
    '系数: 如果(members > 2000, 0.8, 1)',
    '系数: {量: members, 表: {超过2000人: 0.8, 其他: 1}}',
    '系数: {township: 1, street: 1.2}',
  ],
  modify(rule, p, at) {
    const times = nodeOf(at, p)
    const points = at.b.product([times, rule.points])
    return { ...rule, points, told: [...rule.told, '，乘以系数', { value: times, unit: '' }] }
  },
  check(p, ask) {
    if (isByType(p) || 'expr' in p) return []
    const keys = p.table.map(([of]) => of)
    return checkKeys(ask, p.measure, keys, 'table')
  },
})
