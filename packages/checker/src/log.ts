import { hashOf } from './sha256.ts'

// The algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, as loops over the path; the log's own program
// splits ranges instead. They share nothing, so that one does not repeat the other's mistake.

type Bytes = Uint8Array

const HASH = 32

function joined(prefix: number, parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0))
  all[0] = prefix
  let at = 1
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The hash of an entry of the log. */
export const leafOf = (entry: Bytes): Bytes => hashOf(joined(0, [entry]))

const parent = (left: Bytes, right: Bytes): Bytes => hashOf(joined(1, [left, right]))

function same(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly leaf: Bytes
  readonly root: Bytes
  readonly proof: readonly Bytes[]
}

/** Does the proof show that the leaf stands at that place of the tree with that root? */
export function isIncluded({ index, size, leaf, root, proof }: Inclusion): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size || leaf.length !== HASH)
    return false
  let [place, last, hash] = [index, size - 1, leaf]
  for (const step of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = parent(step, hash)
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2)
        last = Math.floor(last / 2)
      }
    } else hash = parent(hash, step)
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(hash, root)
}

export interface Consistency {
  readonly old: number
  readonly size: number
  readonly oldRoot: Bytes
  readonly root: Bytes
  readonly proof: readonly Bytes[]
}

// A power of two is a node that both trees have: its hash need not be sent.
function pathOf({ old, size, oldRoot, proof }: Consistency): readonly Bytes[] {
  return Number.isInteger(Math.log2(old)) && old !== size ? [oldRoot, ...proof] : proof
}

/** Does the proof show that the tree only grew since it had `old` leaves? */
export function isConsistent(claim: Consistency): boolean {
  const { old, size, oldRoot, root, proof } = claim
  if (!Number.isSafeInteger(old) || !Number.isSafeInteger(size) || old < 1 || old > size)
    return false
  if (old === size) return proof.length === 0 && same(oldRoot, root)
  const [first, ...rest] = pathOf(claim)
  if (first === undefined || proof.length === 0) return false
  let [place, last] = [old - 1, size - 1]
  while (place % 2 === 1) {
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  let [before, now] = [first, first]
  for (const step of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      before = parent(step, before)
      now = parent(step, now)
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2)
        last = Math.floor(last / 2)
      }
    } else now = parent(now, step)
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(before, oldRoot) && same(now, root)
}

/** Adds entries one by one and knows the root after each, keeping no more than a hash for each level. */
export class RootOf {
  #size = 0
  readonly #peaks: Bytes[] = []

  get size(): number {
    return this.#size
  }

  add(entry: Bytes): void {
    this.addHash(leafOf(entry))
  }

  /** The same for an entry of which only the hash is known. */
  addHash(leaf: Bytes): void {
    let hash = leaf
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2))
      hash = parent(this.#peaks.pop()!, hash)
    this.#peaks.push(hash)
    this.#size += 1
  }

  root(): Bytes {
    if (this.#size === 0) return hashOf(new Uint8Array(0))
    return this.#peaks.reduceRight((right, left) => parent(left, right))
  }
}
