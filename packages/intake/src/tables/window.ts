import type { Scheme } from '@kaohe/engine'
import { type Remark, say, warning } from '../report/index.ts'

/** Why an event of that day cannot count: it lies outside the covered period and every item's own window. */
export function windowFault(date: string, scheme: Scheme): Remark | undefined {
  const { period } = scheme
  if (period === undefined) return undefined
  const windows = [
    period,
    ...scheme.items.map((item) => item.window).filter((w) => w !== undefined),
  ]
  if (windows.some((w) => w.from <= date && date <= w.to)) return undefined
  const expected = say(
    `应在 ${period.from} 到 ${period.to} 之间`,
    `between ${period.from} and ${period.to}`,
  )
  return warning(
    'outside-period',
    say('不在考核时段内，不计分', 'outside the covered period: it does not count'),
    {
      found: date,
      expected,
    },
  )
}
