import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appended,
  consistencyPath,
  type Hash,
  inclusionPath,
  leafHash,
  nodeHash,
  type NodeOf,
  proofOf,
  rootHash,
} from '../src/index.ts'

const sha256: Hash = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** A tree that is grown leaf by leaf. */
function grown(entries: readonly Uint8Array[]): NodeOf {
  const nodes = new Map<string, Uint8Array>()
  const nodeOf: NodeOf = ({ level, index }) => nodes.get(`${level}/${index}`)!
  entries.forEach((entry, size) => {
    for (const { level, index, hash } of appended(sha256, size, leafHash(sha256, entry), nodeOf))
      nodes.set(`${level}/${index}`, hash)
  })
  return nodeOf
}

// RFC 6962, section 2.1, word for word: slow and plain.
function plainRoot(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return sha256()
  if (entries.length === 1) return leafHash(sha256, entries[0]!)
  let k = 1
  while (k * 2 < entries.length) k *= 2
  return nodeHash(sha256, plainRoot(entries.slice(0, k)), plainRoot(entries.slice(k)))
}

const entriesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, i) => new TextEncoder().encode(`entry ${i}`))

describe('a tree grown leaf by leaf', () => {
  it('has the root that the standard defines, at every size', () => {
    for (let size = 0; size < 70; size += 1) {
      const entries = entriesOf(size)
      expect(rootHash(sha256, size, grown(entries))).toEqual(plainRoot(entries))
    }
  })

  it('proves by paths that have the length the standard gives', () => {
    assert(
      property(integer({ min: 1, max: 300 }), nat(), (size, seed) => {
        const index = seed % size
        expect(inclusionPath(index, size).length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        const old = index + 1
        expect(consistencyPath(old, size).length === 0).toBe(old === size)
      }),
    )
  })

  it('has no proof for what it does not hold', () => {
    expect(() => inclusionPath(3, 3)).toThrow(RangeError)
    expect(() => consistencyPath(4, 3)).toThrow(RangeError)
    expect(() => consistencyPath(0, 3)).toThrow(RangeError)
  })
})

const FILE = fileURLToPath(
  new URL('../../../../shared/security/merkle_vectors.json', import.meta.url),
)

const NONE = '{"vectors": []}'

interface Vector {
  readonly kind: 'inclusion' | 'consistency'
  readonly desc: string
  readonly wantErr: boolean
  readonly size1?: number
  readonly size2?: number
  readonly leafIdx?: number
  readonly treeSize?: number
  readonly proof: readonly string[] | null
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64')

// The published trees have eight leaves, the entries of the standard's own example.
const PUBLISHED = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]

describe.skipIf(!existsSync(FILE))('published vectors (../shared/security)', () => {
  const { vectors } = JSON.parse(existsSync(FILE) ? readFileSync(FILE, 'utf8') : NONE) as {
    vectors: Vector[]
  }
  const nodeOf = grown(PUBLISHED.map((hex) => Buffer.from(hex, 'hex')))
  const accepted = vectors.filter(({ wantErr }) => !wantErr)

  it('are there', () => expect(accepted.length).toBeGreaterThan(5))

  it.each(accepted)('$kind $size1 $size2 $leafIdx $treeSize', (vector) => {
    const path =
      vector.kind === 'consistency'
        ? consistencyPath(vector.size1!, vector.size2!)
        : inclusionPath(vector.leafIdx!, vector.treeSize!)
    expect(proofOf(sha256, path, nodeOf).map((hash) => Buffer.from(hash))).toEqual(
      (vector.proof ?? []).map(bytes),
    )
  })
})

if (!existsSync(FILE))
  console.warn('没有 ../shared/security/merkle_vectors.json：没有用公布的向量核对')
