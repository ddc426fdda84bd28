import type { Export } from './export.ts'
import { nameIn, ranked, words } from './results.ts'
import { column, table } from './table.ts'

/** What people decided, and whether it was used. */
export const decisions: Export = {
  name: 'decisions',
  make(results) {
    const say = words(results)
    const columns = [
      column('unit', say('单位编号', 'Id'), 'text', 14),
      column('name', say('单位', 'Unit'), 'text', 28),
      column('matter', say('决定事项', 'Matter'), 'text', 26),
      column('value', say('决定', 'Decision'), 'text', 12),
      column('body', say('决定机关', 'Body'), 'text', 20),
      column('date', say('决定日期', 'Date'), 'text', 12),
      column('number', say('文号', 'Document'), 'text', 20),
      column('reason', say('理由', 'Reason'), 'text', 36),
      column('note', say('没有用上的原因', 'Why not used'), 'text', 40),
    ]
    const rows = ranked(results).flatMap((u) =>
      u.decisions.map(({ decision, matter, value, note }) => [
        u.unit,
        u.name,
        matter,
        value,
        nameIn(results.scheme.parties, decision.body),
        decision.date,
        decision.number ?? '',
        decision.reason ?? '',
        note,
      ]),
    )
    return table('decisions', say('决定', 'Decisions'), columns, rows)
  },
}
