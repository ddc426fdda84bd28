import { column, type Table, table } from '@kaohe/documents'
import type { StoredUnit, SubtreeUnit } from '@kaohe/storage'

const FIRST = ['编号', '名称', '简称', '类别', '上级', '成立日期', '分组'] as const
const WIDE = 36
const WIDTH = new Set(['编号', '名称', '上级'])

// A parent is written with those above it, down from the top of the export, where its name alone would do
// for several.
function parentNames(
  top: StoredUnit,
  units: readonly SubtreeUnit[],
): (unit: SubtreeUnit) => string {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const counts = new Map<string, number>()
  for (const { name } of units) counts.set(name, (counts.get(name) ?? 0) + 1)
  return ({ path }) => {
    const parent = path.at(-2) ?? ''
    if (parent === top.id) return ''
    const name = names.get(parent) ?? ''
    if (counts.get(name) === 1) return name
    const from = path.indexOf(top.id) + 1
    return path
      .slice(from, -1)
      .map((id) => names.get(id) ?? '')
      .join('/')
  }
}

/** All units below one as a table that the import reads again: unchanged it changes nothing. */
export function exportTable(top: StoredUnit, units: readonly SubtreeUnit[]): Table {
  const below = units.filter(({ id }) => id !== top.id)
  const attributes = [
    ...new Set(below.flatMap((unit) => Object.keys(unit.attributes ?? {}))),
  ].toSorted()
  const parentOf = parentNames(top, units)
  const columns = [...FIRST, ...attributes].map((heading) =>
    column(heading, heading, 'text', WIDTH.has(heading) ? WIDE : undefined),
  )
  const rows = below.map((unit) => [
    unit.id,
    unit.name,
    unit.short_name,
    unit.kind,
    parentOf(unit),
    unit.founded_on,
    unit.peer_group,
    ...attributes.map((attribute) => unit.attributes?.[attribute] ?? null),
  ])
  return table('units', '组织', columns, rows)
}
