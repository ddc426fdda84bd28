import { createHash } from 'node:crypto'
import {
  appended,
  type Coordinate,
  fullNodes,
  type Hash,
  leafHash,
  type Node,
  type NodeOf,
  rootHash,
} from '@kaohe/log'
import type { Acting } from '../acting.ts'

/** SHA-256 over the concatenated parts. */
export const sha256: Hash = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** A reader of full nodes out of those that were loaded. @throws Error when the stored tree lacks one */
export function nodesIn(nodes: readonly Node[]): NodeOf {
  const found = new Map(nodes.map((node) => [`${node.level}/${node.index}`, node.hash]))
  return ({ level, index }) => {
    const hash = found.get(`${level}/${index}`)
    if (hash === undefined) throw new Error(`日志的树缺少节点 ${level}/${index}`)
    return hash
  }
}

/** Loads stored nodes, all in one query. */
export async function loadNodes(db: Acting, wanted: readonly Coordinate[]): Promise<Node[]> {
  if (wanted.length === 0) return []
  return db
    .selectFrom('log_node')
    .selectAll()
    .where((eb) => eb.or(wanted.map(({ level, index }) => eb.and({ level, index }))))
    .execute()
}

/** How many entries have a position. */
export async function treeSize(db: Acting): Promise<number> {
  const last = await db
    .selectFrom('log_node')
    .select('index')
    .where('level', '=', 0)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? 0 : last.index + 1
}

/** The tree with leaves added, and its root. */
export interface Grown {
  readonly nodes: readonly Node[]
  readonly root: Uint8Array
}

/** Adds entries behind the first `size`, given the full nodes of those. */
export function grow(size: number, known: readonly Node[], entries: readonly Uint8Array[]): Grown {
  const all = [...known]
  const found = new Map(known.map((node) => [`${node.level}/${node.index}`, node.hash]))
  const nodeOf: NodeOf = ({ level, index }) => found.get(`${level}/${index}`)!
  entries.forEach((entry, at) => {
    for (const node of appended(sha256, size + at, leafHash(sha256, entry), nodeOf)) {
      found.set(`${node.level}/${node.index}`, node.hash)
      all.push(node)
    }
  })
  const total = size + entries.length
  return { nodes: all.slice(known.length), root: rootHash(sha256, total, nodesIn(all)) }
}

/** The full nodes that the first `size` entries consist of. */
export function frontier(size: number): Coordinate[] {
  return fullNodes({ start: 0, end: size })
}
