import type { Export } from './export.ts'
import { metText, nameIn, ranked, words } from './results.ts'
import { column, table } from './table.ts'

/** What follows for whom, as advice with its reasons. */
export const consequences: Export = {
  name: 'consequences',
  make(results) {
    const say = words(results)
    const columns = [
      column('unit', say('单位编号', 'Id'), 'text', 14),
      column('name', say('单位', 'Unit'), 'text', 28),
      column('consequence', say('结果运用', 'Consequence'), 'text', 36),
      column('met', say('符合', 'Met'), 'text', 8),
      column('amount', say('金额', 'Amount'), 'points', 12),
      column('reasons', say('理由', 'Reasons'), 'text', 60),
    ]
    const rows = ranked(results).flatMap((u) =>
      u.consequences
        .filter((c) => c.met !== 'no')
        .map((c) => [
          u.unit,
          u.name,
          nameIn(results.scheme.consequences, c.id),
          metText(c.met, results),
          c.amount ?? null,
          c.reasons.join('；'),
        ]),
    )
    return table('consequences', say('结果运用', 'Consequences'), columns, rows)
  },
}
