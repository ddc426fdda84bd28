/** A hash function over the concatenation of its parts, for instance SHA-256 or SM3. */
export type Hash = (...parts: readonly Uint8Array[]) => Uint8Array

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Hash of one entry (RFC 6962, section 2.1: MTH of one leaf). */
export function leafHash(hash: Hash, entry: Uint8Array): Uint8Array {
  return hash(LEAF, entry)
}

/** Hash of an inner node over its two halves (RFC 6962, section 2.1). */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(NODE, left, right)
}
