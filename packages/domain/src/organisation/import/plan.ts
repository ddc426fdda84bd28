import { differenceOf } from './difference.ts'
import { headingsOf } from './headings.ts'
import { finalPath, type Node, Nodes } from './node.ts'
import { type Lost, Parents } from './parents.ts'
import { readRow, type RowRead } from './row.ts'
import type {
  ImportFault,
  ImportPlan,
  ImportSheet,
  ImportTree,
  ImportUnit,
  UnitAdded,
  UnitChanged,
} from './types.ts'

export interface ImportOptions {
  readonly today: string
  /** A fresh identifier for each unit that is added. */
  readonly newId: () => string
}

const LOST: Readonly<Record<Lost, readonly [message: string, write: string]>> = {
  'parent-missing': ['没有找到这个上级', '请写上级现在的全称，或者在文件里先列出它'],
  'parent-many': ['有几个组织都叫这个名称', '请连同再上一级写，如 甲县/城关镇'],
  'parent-itself': ['上级就是它自己', '请写上一级组织的名称；直属的留空'],
  'parent-circle': ['几行互为上级，绕成了圈', '请检查这几行的上级'],
}

function place(
  { sheet, row, columns }: RowRead,
  field: 'name' | 'parent' | 'id',
): Pick<ImportFault, 'sheet' | 'row' | 'column'> {
  return { sheet, row, column: columns.get(field) ?? null }
}

class Planner {
  readonly faults: ImportFault[] = []
  readonly #nodes: Nodes
  readonly #tree: ImportTree
  readonly #top: ImportUnit
  readonly #options: ImportOptions
  readonly #touched = new Map<string, RowRead>()

  constructor(tree: ImportTree, options: ImportOptions) {
    const top = tree.units.find(({ id }) => id === tree.top)
    if (top === undefined) throw new Error('the top of the import is not in its tree')
    this.#tree = tree
    this.#top = top
    this.#options = options
    this.#nodes = new Nodes(tree)
  }

  read(sheets: readonly ImportSheet[]): RowRead[] {
    return sheets.flatMap((sheet) => {
      const { headings, faults } = headingsOf(sheet)
      this.faults.push(...faults)
      if (faults.length > 0) return []
      return sheet.rows.slice(1).flatMap((row) => {
        const read = readRow(sheet.sheet, headings, row, this.#options.today, this.faults)
        return read === undefined ? [] : [read]
      })
    })
  }

  /** Finds the unit of each row; rows that carry an identifier first, so that their new names are known. */
  place(rows: readonly RowRead[]): void {
    const good = rows.filter((row) => row.wanted.name !== '' && this.#identified(row))
    const top = this.#nodes.byId.get(this.#top.id)!
    const parents = new Parents(this.#nodes, top, good, (row, parent) => this.#settle(row, parent))
    for (const row of good) {
      const found = parents.nodeOf(row)
      if ('node' in found) continue
      const [message, write] = LOST[found.lost]
      this.#fault(found.lost, row, 'parent', row.parent, message, write)
    }
  }

  #identified(row: RowRead): boolean {
    if (row.id === '') return true
    const say = (code: string, message: string, write: string): false => {
      this.#fault(code, row, 'id', row.id, message, write)
      return false
    }
    if (row.id === this.#top.id)
      return say('id-top', '这是导入所在的组织自己', '请在它的页面上改，并删去这一行')
    if (!this.#nodes.byId.has(row.id))
      return say('id-unknown', '这里没有这个编号的组织', '请照导出的文件保留编号；新增的留空')
    const twin = this.#touched.get(row.id)
    if (twin !== undefined)
      return say('id-twice', `与第 ${twin.row} 行编号相同`, '一个组织只留一行')
    this.#touched.set(row.id, row)
    return true
  }

  #settle(row: RowRead, parent: Node | undefined): Node | undefined {
    const { name } = row.wanted
    const there = row.id === '' ? this.#named(parent, name) : this.#nodes.byId.get(row.id)
    if (there !== undefined) {
      // A second row for the same unit is told of when names are compared.
      if (there.row !== undefined) {
        this.#twice(row, there.row)
        return there
      }
      there.row = row
      there.name = name
      if (parent !== undefined) there.parent = parent.id
      return there
    }
    if (parent === undefined) return undefined
    const fresh = { id: this.#options.newId(), unit: undefined, row, name, parent: parent.id }
    this.#nodes.add(fresh)
    return fresh
  }

  // A unit that another row renames by its identifier leaves its old name to whoever takes it.
  #named(parent: Node | undefined, name: string): Node | undefined {
    const there = parent && this.#nodes.below(parent.id, name)
    const other = there && this.#touched.get(there.id)
    return other === undefined || other.wanted.name === name ? there : undefined
  }

  #twice(row: RowRead, first: RowRead): void {
    const where = first.sheet === row.sheet ? '' : `“${first.sheet}”`
    const message = `与${where}第 ${first.row} 行是同一个上级下的同一个名称`
    this.#fault('name-twice', row, 'name', row.wanted.name, message, '请删去一行或者写全名称')
  }

  /** No two below one parent have one name in the tree as it will be. */
  compareNames(): void {
    const taken = new Map<string, Node>()
    const rank = ({ row }: Node): number => (row === undefined ? 0 : 1)
    const nodes = [...this.#nodes.byId.values()].toSorted((a, b) => rank(a) - rank(b))
    for (const node of nodes) {
      const key = `${node.parent ?? ''}/${node.name}`
      const other = taken.get(key)
      if (other === undefined) taken.set(key, node)
      else if (node.row !== undefined && other.row !== undefined) this.#twice(node.row, other.row)
      else if (node.row !== undefined)
        this.#fault(
          'name-taken',
          node.row,
          'name',
          node.name,
          '这个上级下面已经有叫这个名称的组织',
          '请改名，或者照导出的文件写上它的编号',
        )
    }
  }

  paths(): Map<string, readonly string[] | undefined> {
    const known = new Map<string, readonly string[] | undefined>()
    for (const { id } of this.#nodes.byId.values()) finalPath(this.#nodes, this.#top, id, known)
    for (const node of this.#nodes.byId.values())
      if (node.row !== undefined && known.get(node.id) === undefined)
        this.#fault(
          'move-circle',
          node.row,
          'parent',
          node.row.parent,
          '移到了自己的下级下面，或者层级太多',
          '请检查它的上级；层级最多 32 层',
        )
    return known
  }

  result(paths: ReadonlyMap<string, readonly string[] | undefined>): ImportPlan {
    const added: UnitAdded[] = []
    const changed: UnitChanged[] = []
    let unchanged = 0
    const nameOf = (id: string): string | null => this.#nodes.byId.get(id)?.name ?? null
    for (const node of this.#nodes.byId.values()) {
      const { unit, row, id } = node
      if (row === undefined) continue
      if (unit === undefined) {
        added.push({ ...row.wanted, id, path: paths.get(id) ?? [], row: row.row, sheet: row.sheet })
        continue
      }
      const difference = differenceOf(unit, node, nameOf)
      if (difference === undefined) unchanged += 1
      else changed.push(difference)
    }
    return { added, changed, unchanged, paths: this.#moved(paths), faults: this.faults }
  }

  #moved(
    paths: ReadonlyMap<string, readonly string[] | undefined>,
  ): Map<string, readonly string[]> {
    const moved = new Map<string, readonly string[]>()
    for (const { id, path } of this.#tree.units) {
      const after = paths.get(id)
      if (after !== undefined && after.join() !== path.join()) moved.set(id, after)
    }
    return moved
  }

  #fault(
    code: string,
    row: RowRead,
    field: 'name' | 'parent' | 'id',
    found: string,
    message: string,
    write: string,
  ): void {
    this.faults.push({ code, ...place(row, field), found, message, write })
  }
}

/**
 * What a file of units does to the part of the tree below a unit: units added, units changed with what was
 * before, and every fault by sheet, row and column. Rows without 编号 are matched by name below their
 * parent; a cell that is empty changes nothing. With faults nothing may be carried out.
 */
export function planImport(
  sheets: readonly ImportSheet[],
  tree: ImportTree,
  options: ImportOptions,
): ImportPlan {
  const planner = new Planner(tree, options)
  const rows = planner.read(sheets)
  planner.place(rows)
  planner.compareNames()
  return planner.result(planner.paths())
}
