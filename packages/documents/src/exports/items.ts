import type { Export } from './export.ts'
import { itemCell, nameIn, ranked, sayOut, statusText, words } from './results.ts'
import { type TableCell, column, table } from './table.ts'

// Between the name and the status.
const EMPTY = [null, null, null, null, null] as const

/** One row for each item of each unit. */
export const items: Export = {
  name: 'items',
  make(results) {
    const say = words(results)
    const columns = [
      column('unit', say('单位编号', 'Id'), 'text', 14),
      column('name', say('单位', 'Unit'), 'text', 28),
      column('item', say('指标编号', 'Item'), 'text', 16),
      column('itemName', say('指标', 'Indicator'), 'text', 28),
      column('clause', say('条款', 'Clause'), 'text', 16),
      column('points', say('得分', 'Points'), 'points', 10),
      column('full', say('分值', 'Full'), 'points', 8),
      column('status', say('状态', 'Status'), 'text', 10),
      column('questions', say('待定的口径', 'Open questions'), 'text', 40),
    ]
    const rows = ranked(results).flatMap((u): TableCell[][] => {
      if (u.eligible === 'no') return [[u.unit, u.name, ...EMPTY, sayOut(u, results), null]]
      return u.items.map((i) => [
        u.unit,
        u.name,
        i.id,
        nameIn(results.scheme.items, i.id),
        i.clause ?? null,
        itemCell(i, results),
        i.full ?? null,
        statusText(i.status, results),
        i.questions.join('；'),
      ])
    })
    return table('items', say('各项得分', 'Items'), columns, rows)
  },
}
