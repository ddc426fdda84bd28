import type { Node } from './node.ts'
import type { RowRead } from './row.ts'
import type { ImportUnit, UnitChanged } from './types.ts'

type Fields = Record<string, { was: string | null; is: string }>

function ownFields(unit: ImportUnit, { wanted }: RowRead): Fields {
  const pairs: readonly (readonly [string, string | null, string | undefined])[] = [
    ['名称', unit.name, wanted.name],
    ['简称', unit.shortName, wanted.shortName],
    ['类别', unit.kind, wanted.kind],
    ['成立日期', unit.foundedOn, wanted.foundedOn],
    ['分组', unit.peerGroup, wanted.peerGroup],
    ...Object.entries(wanted.attributes).map(
      ([name, value]) => [name, unit.attributes[name] ?? null, value] as const,
    ),
  ]
  const fields: Fields = {}
  for (const [name, was, is] of pairs)
    if (is !== undefined && is !== was) fields[name] = { was, is }
  return fields
}

/** What a row changes of a unit that is there; undefined when nothing. */
export function differenceOf(
  unit: ImportUnit,
  { row, parent }: Node,
  nameOf: (id: string) => string | null,
): UnitChanged | undefined {
  if (row === undefined) return undefined
  const fields = ownFields(unit, row)
  const before = unit.path.at(-2) ?? ''
  const after = parent ?? before
  if (after !== before) fields['上级'] = { was: nameOf(before), is: nameOf(after) ?? '' }
  if (Object.keys(fields).length === 0) return undefined
  return {
    id: unit.id,
    version: unit.version,
    row: row.row,
    sheet: row.sheet,
    fields,
    wanted: row.wanted,
    parent: after,
    placeChanged: ['名称', '类别', '上级'].some((name) => Object.hasOwn(fields, name)),
  }
}
