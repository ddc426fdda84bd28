import { type Hash, nodeHash } from './hash.ts'

/** A subtree that is full: it holds the leaves from `index * 2 ** level`, `2 ** level` of them. */
export interface Coordinate {
  readonly level: number
  readonly index: number
}

/** Leaves from `start` up to but not including `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Looks up the hash of a full subtree. */
export type NodeOf = (node: Coordinate) => Uint8Array

/** The greatest power of two below `size` (RFC 6962, section 2.1: k), for a size of two or more. */
export function split(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

/**
 * The full subtrees that a range consists of, from left to right, at most one of each size. The range must be
 * a node of some tree: its start a multiple of the power of two that covers it.
 */
export function fullNodes({ start, end }: Range): Coordinate[] {
  const nodes: Coordinate[] = []
  let from = start
  while (from < end) {
    let level = 0
    while (2 ** (level + 1) <= end - from) level += 1
    nodes.push({ level, index: from / 2 ** level })
    from += 2 ** level
  }
  return nodes
}

/** The hash of a range out of the hashes of its full subtrees. @throws RangeError for an empty range */
export function rangeHash(hash: Hash, range: Range, nodeOf: NodeOf): Uint8Array {
  const hashes = fullNodes(range).map(nodeOf)
  if (hashes.length === 0) throw new RangeError('a range without leaves has no hash')
  return hashes.reduceRight((right, left) => nodeHash(hash, left, right))
}
