import type { Export } from './export.ts'
import { itemCell, partCell, ranked, totalCell, words } from './results.ts'
import { column, table } from './table.ts'

/** The points of every item and part of every unit. */
export const points: Export = {
  name: 'points',
  make(results) {
    const say = words(results)
    const { scheme } = results
    const groups = [...(scheme.sources ?? []), ...(scheme.categories ?? [])]
    const parts = groups.filter((g) =>
      results.units.some((u) => u.parts.some((p) => p.id === g.id)),
    )
    const columns = [
      column('unit', say('单位编号', 'Id'), 'text', 14),
      column('name', say('单位', 'Unit'), 'text', 28),
      ...scheme.items.map((item) => column(item.id, item.name, 'points', 14)),
      ...parts.map((part) => column(`part:${part.id}`, part.name, 'points', 14)),
      column('total', say('总分', 'Total'), 'points', 12),
    ]
    const rows = ranked(results).map((u) => {
      const items = scheme.items.map((item) => u.items.find((i) => i.id === item.id))
      const ofParts = parts.map((part) => u.parts.find((p) => p.id === part.id))
      return [
        u.unit,
        u.name,
        ...items.map((i) => (i === undefined ? null : itemCell(i, results))),
        ...ofParts.map((p) => (p === undefined ? null : partCell(p, results))),
        totalCell(u, results),
      ]
    })
    return table('points', say('得分', 'Points'), columns, rows)
  },
}
