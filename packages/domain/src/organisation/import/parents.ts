import type { Node, Nodes } from './node.ts'
import type { RowRead } from './row.ts'

/** Why a row's parent is not found: which sort of fault. */
export type Lost = 'parent-missing' | 'parent-many' | 'parent-itself' | 'parent-circle'
export type Found = { readonly node: Node } | { readonly lost: Lost }

const MOST_NESTED = 40

/** How a row's own unit is found or made, once its parent is known. */
type Settle = (row: RowRead, parent: Node | undefined) => Node | undefined

/**
 * Finds the parents that rows name: units that are there or rows of the same file, in any order. A name that
 * several have is written with those above it: 甲县/城关镇.
 */
export class Parents {
  readonly #nodes: Nodes
  readonly #top: Node
  readonly #settle: Settle
  readonly #rowsByName = new Map<string, RowRead[]>()
  readonly #settled = new Map<RowRead, Found>()
  readonly #underWay = new Set<RowRead>()

  constructor(nodes: Nodes, top: Node, rows: readonly RowRead[], settle: Settle) {
    this.#nodes = nodes
    this.#top = top
    this.#settle = settle
    for (const row of rows) {
      const named = this.#rowsByName.get(row.wanted.name)
      if (named === undefined) this.#rowsByName.set(row.wanted.name, [row])
      else named.push(row)
    }
  }

  /** The unit of a row, after its parent; or why it has none. */
  nodeOf(row: RowRead): Found {
    const known = this.#settled.get(row)
    if (known !== undefined) return known
    if (this.#underWay.has(row) || this.#underWay.size > MOST_NESTED)
      return { lost: 'parent-circle' }
    this.#underWay.add(row)
    const parent = this.#parentOf(row)
    this.#underWay.delete(row)
    const found = 'lost' in parent ? parent : this.#made(row, parent.node)
    this.#settled.set(row, found)
    return found
  }

  #made(row: RowRead, parent: Node | undefined): Found {
    const node = this.#settle(row, parent)
    return node === undefined ? { lost: 'parent-missing' } : { node }
  }

  #parentOf(row: RowRead): { readonly node: Node | undefined } | { readonly lost: Lost } {
    const { parent: text } = row
    if (text === '') return { node: row.id === '' ? this.#top : undefined }
    const names = text.split('/').map((name) => name.trim())
    const name = names.at(-1) ?? ''
    const others = (this.#rowsByName.get(name) ?? []).filter((other) => other !== row)
    const there = this.#nodes.named(name).filter((node) => node.unit !== undefined)
    const above = names.slice(0, -1)
    const found = new Map(there.filter((node) => this.#fits(node, above)).map((n) => [n.id, n]))
    if (above.length === 0 && others.length > 1 && !this.#allThere(others))
      return { lost: 'parent-many' }
    let circle = false
    for (const other of others) {
      const settled = this.nodeOf(other)
      if ('lost' in settled) circle ||= settled.lost === 'parent-circle'
      else if (this.#fits(settled.node, above)) found.set(settled.node.id, settled.node)
    }
    return this.#one(found, row, circle)
  }

  // Rows that carry an identifier are units that are there.
  #allThere(rows: readonly RowRead[]): boolean {
    return rows.every(({ id }) => id !== '')
  }

  #one(
    found: ReadonlyMap<string, Node>,
    row: RowRead,
    circle: boolean,
  ): { readonly node: Node } | { readonly lost: Lost } {
    if (found.size > 1) return { lost: 'parent-many' }
    const [node] = found.values()
    if (node !== undefined) return node.id === row.id ? { lost: 'parent-itself' } : { node }
    if (circle) return { lost: 'parent-circle' }
    return { lost: row.parent === row.wanted.name ? 'parent-itself' : 'parent-missing' }
  }

  #fits(node: Node, above: readonly string[]): boolean {
    let at: Node | undefined = node
    for (const name of above.toReversed()) {
      at = at.parent === undefined ? undefined : this.#nodes.byId.get(at.parent)
      if (at?.name !== name) return false
    }
    return true
  }
}
