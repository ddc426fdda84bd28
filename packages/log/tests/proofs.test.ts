import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  appended,
  checkpointText,
  consistencyPath,
  fullNodes,
  type Hash,
  inclusionPath,
  leafHash,
  nodeHash,
  type NodeOf,
  proofOf,
  rangeHash,
  signedNote,
} from '../src/index.ts'

const sha256: Hash = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const MOST = 24
const entries = Array.from({ length: MOST }, (_, i) => Buffer.from(`entry ${i}`))
const nodes = new Map<string, Uint8Array>()
const nodeOf: NodeOf = ({ level, index }) => nodes.get(`${level}/${index}`)!
entries.forEach((entry, size) => {
  for (const node of appended(sha256, size, leafHash(sha256, entry), nodeOf))
    nodes.set(`${node.level}/${node.index}`, node.hash)
})

// The definitions of RFC 6962, section 2.1, over lists of entries: slow and word for word.
type Entries = readonly Uint8Array[]

function half(size: number): number {
  let k = 1
  while (k * 2 < size) k *= 2
  return k
}

function mth(d: Entries): Uint8Array {
  if (d.length === 1) return leafHash(sha256, d[0]!)
  const k = half(d.length)
  return nodeHash(sha256, mth(d.slice(0, k)), mth(d.slice(k)))
}

function path(m: number, d: Entries): Uint8Array[] {
  if (d.length === 1) return []
  const k = half(d.length)
  return m < k
    ? [...path(m, d.slice(0, k)), mth(d.slice(k))]
    : [...path(m - k, d.slice(k)), mth(d.slice(0, k))]
}

function subproof(m: number, d: Entries, known: boolean): Uint8Array[] {
  if (m === d.length) return known ? [] : [mth(d)]
  const k = half(d.length)
  return m <= k
    ? [...subproof(m, d.slice(0, k), known), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))]
}

const hex = (hashes: readonly Uint8Array[]): string[] =>
  hashes.map((hash) => Buffer.from(hash).toString('hex'))

describe('proofs are those that the standard defines', () => {
  const sizes = Array.from({ length: MOST }, (_, i) => i + 1)

  it.each(sizes)('of every entry in a tree of %i', (size) => {
    const whole = entries.slice(0, size)
    for (let index = 0; index < size; index += 1)
      expect(hex(proofOf(sha256, inclusionPath(index, size), nodeOf))).toEqual(
        hex(path(index, whole)),
      )
  })

  it.each(sizes)('of every older tree in one of %i', (size) => {
    const whole = entries.slice(0, size)
    for (let old = 1; old <= size; old += 1)
      expect(hex(proofOf(sha256, consistencyPath(old, size), nodeOf))).toEqual(
        hex(subproof(old, whole, true)),
      )
  })

  it('are of whole places only', () => {
    for (const place of [-1, 0.5, 5, Number.NaN])
      expect(() => inclusionPath(place, 5)).toThrow(`no leaf ${place}`)
    for (const old of [-1, 0, 0.5, 6])
      expect(() => consistencyPath(old, 5)).toThrow(`does not go on from one of ${old}`)
  })
})

describe('a range', () => {
  // Of each size at most one, the largest first: in binary, the figures of how many leaves it has.
  it.each([
    [0, 0, []],
    [0, 1, [[0, 0]]],
    [0, 2, [[1, 0]]],
    [0, 8, [[3, 0]]],
    [
      0,
      7,
      [
        [2, 0],
        [1, 2],
        [0, 6],
      ],
    ],
    [
      8,
      13,
      [
        [2, 2],
        [0, 12],
      ],
    ],
  ])('from %i to %i is so many full subtrees', (start, end, expected) => {
    expect(fullNodes({ start, end }).map(({ level, index }) => [level, index])).toEqual(expected)
  })

  it('without leaves has no hash', () => {
    expect(() => rangeHash(sha256, { start: 3, end: 3 }, nodeOf)).toThrow('without leaves')
  })
})

describe('a checkpoint', () => {
  const text = (): string =>
    checkpointText({ origin: 'kaohe', size: 3, root: Uint8Array.of(1, 2, 255) })

  it('has the log, the size and the root on three lines', () => {
    expect(text()).toBe('kaohe\n3\nAQL/\n')
  })

  it('is signed below an empty line, the key told by four bytes', () => {
    const note = signedNote(text(), 'kaohe', Uint8Array.of(9, 8, 7, 6), Uint8Array.of(5))
    expect(note).toBe('kaohe\n3\nAQL/\n\n— kaohe CQgHBgU=\n')
  })
})
