import { type Hash, nodeHash } from './hash.ts'
import { type Coordinate, type NodeOf, type Range, rangeHash } from './range.ts'

export interface Node extends Coordinate {
  readonly hash: Uint8Array
}

/** The root of the first `size` leaves; of none it is the hash of nothing (RFC 6962, section 2.1). */
export function rootHash(hash: Hash, size: number, nodeOf: NodeOf): Uint8Array {
  return size === 0 ? hash() : rangeHash(hash, { start: 0, end: size }, nodeOf)
}

/**
 * The nodes that become full when a leaf is added behind `size` others: the leaf itself, then upwards.
 * @param nodeOf must know the full nodes to the left; those are `fullNodes({ start: 0, end: size })`
 */
export function appended(hash: Hash, size: number, leaf: Uint8Array, nodeOf: NodeOf): Node[] {
  const nodes: Node[] = [{ level: 0, index: size, hash: leaf }]
  for (let last = nodes[0]!; last.index % 2 === 1; last = nodes.at(-1)!) {
    const left = nodeOf({ level: last.level, index: last.index - 1 })
    nodes.push({
      level: last.level + 1,
      index: (last.index - 1) / 2,
      hash: nodeHash(hash, left, last.hash),
    })
  }
  return nodes
}

/** Hashes of the ranges, as they stand in a proof. */
export function proofOf(hash: Hash, path: readonly Range[], nodeOf: NodeOf): Uint8Array[] {
  return path.map((range) => rangeHash(hash, range, nodeOf))
}
