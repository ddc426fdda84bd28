import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  appended,
  consistencyPath,
  inclusionPath,
  leafHash,
  type NodeOf,
  proofOf,
  rootHash,
} from '@kaohe/log'
import { createHash } from 'node:crypto'
import { isConsistent, isIncluded, RootOf } from '../src/index.ts'

const FILE = fileURLToPath(
  new URL('../../../../shared/security/merkle_vectors.json', import.meta.url),
)

const NONE = '{"vectors": []}'

interface Vector {
  readonly kind: 'inclusion' | 'consistency'
  readonly desc: string
  readonly wantErr: boolean
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[] | null
}

const bytes = (text: string | null): Uint8Array => Buffer.from(text ?? '', 'base64')

function holds(vector: Vector): boolean {
  const proof = (vector.proof ?? []).map(bytes)
  if (vector.kind === 'inclusion') {
    const { leafIdx: index, treeSize: size } = vector
    return isIncluded({
      index,
      size,
      leaf: bytes(vector.leafHash),
      root: bytes(vector.root),
      proof,
    })
  }
  const { size1: old, size2: size } = vector
  return isConsistent({ old, size, oldRoot: bytes(vector.root1), root: bytes(vector.root2), proof })
}

describe.skipIf(!existsSync(FILE))('published vectors (../shared/security)', () => {
  const { vectors } = JSON.parse(existsSync(FILE) ? readFileSync(FILE, 'utf8') : NONE) as {
    vectors: Vector[]
  }
  it('are all there', () => expect(vectors).toHaveLength(196))
  it('are accepted and refused as published', () => {
    const wrong = vectors.filter((vector) => holds(vector) === vector.wantErr)
    expect(wrong.map(({ kind, desc }) => `${kind}: ${desc}`)).toEqual([])
  })
})
if (!existsSync(FILE))
  console.warn('没有 ../shared/security/merkle_vectors.json：没有用公布的向量核对')

describe('the verifier and the log', () => {
  const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest()
  }
  const entries = Array.from({ length: 40 }, (_, i) => Buffer.from(`entry ${i}`))
  const nodes = new Map<string, Uint8Array>()
  const nodeOf: NodeOf = ({ level, index }) => nodes.get(`${level}/${index}`)!
  entries.forEach((entry, size) => {
    for (const node of appended(sha256, size, leafHash(sha256, entry), nodeOf))
      nodes.set(`${node.level}/${node.index}`, node.hash)
  })
  const roots = entries.map((_, i) => rootHash(sha256, i + 1, nodeOf))

  it('agree on every root', () => {
    const root = new RootOf()
    entries.forEach((entry, i) => {
      root.add(entry)
      expect(Buffer.from(root.root())).toEqual(Buffer.from(roots[i]!))
    })
  })

  it('agree on every proof, and on none for another place', () => {
    for (let size = 1; size <= entries.length; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = proofOf(sha256, inclusionPath(index, size), nodeOf)
        const claim = {
          index,
          size,
          leaf: leafHash(sha256, entries[index]!),
          root: roots[size - 1]!,
          proof,
        }
        expect(isIncluded(claim)).toBe(true)
        expect(isIncluded({ ...claim, index: (index + 1) % size })).toBe(size === 1)
        const older = proofOf(sha256, consistencyPath(index + 1, size), nodeOf)
        const grown = {
          old: index + 1,
          size,
          oldRoot: roots[index]!,
          root: roots[size - 1]!,
          proof: older,
        }
        expect(isConsistent(grown)).toBe(true)
        expect(isConsistent({ ...grown, oldRoot: sha256(grown.oldRoot) })).toBe(false)
      }
  })
})
