/** Stands for any one period, where their number is not known: only what holds of each is asked of it. */
export const SOME_PERIOD = '?'

function sayPart(period: string): string | undefined {
  const quarter = /-Q(\d)$/.exec(period)
  if (quarter !== null) return `第${quarter[1]}季度`
  if (period.endsWith('-H1')) return '上半年'
  if (period.endsWith('-H2')) return '下半年'
  const week = /-W(\d+)$/.exec(period)
  if (week !== null) return `第${Number(week[1])}周`
  const month = /^\d{4}-(\d{2})$/.exec(period)
  return month === null ? undefined : `${Number(month[1])}月`
}

/**
 * The name of a period as officials say it: `2023-04` 4月, `2023-Q2` 第2季度, `7` 第7期.
 * @param withYear whether a part of a year is called with its year: 2023年4月
 */
export function sayPeriod(period: string, withYear = false): string {
  const part = sayPart(period)
  if (part !== undefined) return withYear ? `${period.slice(0, 4)}年${part}` : part
  return /^\d{4}$/.test(period) ? `${period}年` : `第${period}期`
}
