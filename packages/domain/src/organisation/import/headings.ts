import type { ImportFault, ImportRow, ImportSheet } from './types.ts'

/** Columns with a meaning of their own; every other one is an attribute of the unit. */
export const IMPORT_COLUMNS = {
  编号: 'id',
  名称: 'name',
  简称: 'shortName',
  类别: 'kind',
  上级: 'parent',
  成立日期: 'foundedOn',
  分组: 'peerGroup',
} as const

export type Field = (typeof IMPORT_COLUMNS)[keyof typeof IMPORT_COLUMNS]

/** A column of the file: a field of the unit, or an attribute by its own name. */
export interface Heading {
  readonly column: number
  readonly name: string
  readonly field: Field | 'attribute'
}

const MOST_NAME = 50

function fieldOf(name: string): Heading['field'] {
  return Object.hasOwn(IMPORT_COLUMNS, name)
    ? IMPORT_COLUMNS[name as keyof typeof IMPORT_COLUMNS]
    : 'attribute'
}

type Say = (
  code: string,
  column: number | null,
  found: string,
  message: string,
  write: string,
) => void

function headingsIn({ cells }: ImportRow, say: Say): Heading[] {
  const headings: Heading[] = []
  for (const [column, { text: name }] of cells) {
    if (name === '') continue
    const twin = headings.find((heading) => heading.name === name)
    if (twin !== undefined)
      say('heading-twice', column, name, '这一列的标题与前面一列相同', '请改名或者删去一列')
    else if (name.length > MOST_NAME)
      say('heading-long', column, name, '标题太长', `标题最多 ${MOST_NAME} 字`)
    else headings.push({ column, name, field: fieldOf(name) })
  }
  for (const [name, field] of [
    ['名称', 'name'],
    ['类别', 'kind'],
  ] as const)
    if (!headings.some((heading) => heading.field === field))
      say('heading-missing', null, '', `没有“${name}”这一列`, `请在第一行加上标题“${name}”`)
  return headings
}

/** The columns of a sheet by its first row, and what is wrong with them. */
export function headingsOf({ sheet, rows }: ImportSheet): {
  readonly headings: readonly Heading[]
  readonly faults: readonly ImportFault[]
} {
  const faults: ImportFault[] = []
  const [first] = rows
  if (first === undefined) return { headings: [], faults }
  const say: Say = (code, column, found, message, write) => {
    faults.push({ code, sheet, row: first.row, column, found, message, write })
  }
  return { headings: headingsIn(first, say), faults }
}
