/**
 * The log as a Merkle tree (RFC 6962): what is hashed, which nodes an entry completes, what proves that an
 * entry is in it and that it only ever grew. Hash functions are arguments; storage and time belong above.
 */
export { type Hash, leafHash, nodeHash } from './hash.ts'
export { type Checkpoint, checkpointText, signedNote } from './note.ts'
export { consistencyPath, inclusionPath } from './path.ts'
export {
  type Coordinate,
  fullNodes,
  type NodeOf,
  type Range,
  rangeHash,
} from './range.ts'
export { appended, type Node, proofOf, rootHash } from './tree.ts'
