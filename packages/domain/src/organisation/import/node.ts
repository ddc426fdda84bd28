import type { RowRead } from './row.ts'
import type { ImportTree, ImportUnit } from './types.ts'

/** A unit as it will be: one that is there, one that a row adds, or one that a row changes. */
export interface Node {
  readonly id: string
  readonly unit: ImportUnit | undefined
  row: RowRead | undefined
  name: string
  parent: string | undefined
}

/** The units that are there, found by identifier, by name, and by name below a parent. */
export class Nodes {
  readonly byId = new Map<string, Node>()
  readonly #byName = new Map<string, Node[]>()
  readonly #below = new Map<string, Node>()

  constructor({ units, top }: ImportTree) {
    for (const unit of units) {
      const parent = unit.id === top ? undefined : unit.path.at(-2)
      this.add({ id: unit.id, unit, row: undefined, name: unit.name, parent })
    }
  }

  add(node: Node): void {
    this.byId.set(node.id, node)
    const named = this.#byName.get(node.name)
    if (named === undefined) this.#byName.set(node.name, [node])
    else named.push(node)
    if (node.parent !== undefined) this.#below.set(`${node.parent}/${node.name}`, node)
  }

  /** Those of a name as the tree has it before the import. */
  named(name: string): readonly Node[] {
    return this.#byName.get(name) ?? []
  }

  below(parent: string, name: string): Node | undefined {
    return this.#below.get(`${parent}/${name}`)
  }
}

const MOST_DEPTH = 32

/** The path of a node in the tree as it will be; undefined when it runs in a circle or is too deep. */
export function finalPath(
  nodes: Nodes,
  top: ImportUnit,
  id: string,
  known: Map<string, readonly string[] | undefined>,
): readonly string[] | undefined {
  const chain: string[] = []
  let at: string | undefined = id
  while (at !== undefined && at !== top.id && !known.has(at)) {
    if (chain.length > MOST_DEPTH) break
    chain.push(at)
    at = nodes.byId.get(at)?.parent
  }
  let path = at === top.id ? top.path : at === undefined ? undefined : known.get(at)
  for (const one of chain.toReversed()) {
    path = path === undefined || path.length >= MOST_DEPTH ? undefined : [...path, one]
    known.set(one, path)
  }
  return id === top.id ? top.path : path
}
