import { type FactDeclaration, isDated, periodsIn, type Scheme } from '@kaohe/engine'

const ORDINALS = ['一', '二', '三', '四']

/**
 * The periods of a fact in the covered period of the scheme, in order; null when the scheme does not
 * say which they are. A fact of the whole time has the single period null.
 */
export function periodsOf(
  fact: FactDeclaration,
  scheme: Scheme,
): readonly (string | null)[] | null {
  if (fact.period === undefined || !isDated(fact, scheme.period)) return [null]
  return periodsIn(fact.period, scheme.period, fact.times)
}

/**
 * A period as people write it.
 * @example
 * nameOfPeriod('2023-Q2') // '2023年第二季度'
 */
export function nameOfPeriod(period: string): string {
  const match = /^(\d{4})(?:-(?:(\d{2})|Q(\d)|H(\d)|W(\d{2})))?$/.exec(period)
  if (match === null) return `第${period}期`
  const [, year, month, quarter, half, week] = match
  if (month !== undefined) return `${year}年${Number(month)}月`
  if (quarter !== undefined) return `${year}年第${ORDINALS[Number(quarter) - 1] ?? quarter}季度`
  if (half !== undefined) return `${year}年${half === '1' ? '上' : '下'}半年`
  return week === undefined ? `${year}年` : `${year}年第${Number(week)}周`
}
