import { describe, expect, it } from 'vitest'
import { canonical, checkLog, leafOf, RootOf } from '../src/index.ts'
import { hashOf, sha256 } from '../src/sha256.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

interface Line {
  position: number
  hash: string
  leaf: string | null
  change: unknown
}

// A log of six acts, one of which may not be seen.
function exported(): Line[] {
  return Array.from({ length: 6 }, (_, position) => {
    const after = { name: `单位${position}` }
    const leaf = utf8(canonical({ act: 'unit.change', after: sha256(utf8(canonical(after))) }))
    const line = {
      position,
      hash: hex(leafOf(leaf)),
      leaf: Buffer.from(leaf).toString('base64'),
      change: { after },
    }
    return position === 3 ? { ...line, leaf: null, change: null } : line
  })
}

function rootAt(size: number): { origin: string; size: number; root: Uint8Array } {
  const root = new RootOf()
  for (const { hash } of exported().slice(0, size)) root.addHash(Buffer.from(hash, 'hex'))
  return { origin: 'test', size, root: root.root() }
}

const kept = [rootAt(2), rootAt(5)]
const check = (lines: readonly Line[]) =>
  checkLog(
    lines.map((line) => JSON.stringify(line)),
    kept,
  )

/** Each way to tamper, and how it is found. */
const TAMPERINGS: readonly { name: string; tamper(lines: Line[]): Line[]; found: string[] }[] = [
  { name: 'nothing', tamper: (lines) => lines, found: [] },
  { name: 'remove the last', tamper: (lines) => lines.slice(0, 4), found: ['short'] },
  {
    name: 'remove one and number anew',
    tamper: (lines) => lines.toSpliced(1, 1).map((line, position) => ({ ...line, position })),
    found: ['root', 'root'],
  },
  { name: 'remove one', tamper: (lines) => lines.toSpliced(4, 1), found: ['order', 'root'] },
  {
    name: 'alter the contents',
    tamper: (lines) => lines.with(1, { ...lines[1]!, change: { after: { name: '别的' } } }),
    found: ['change'],
  },
  {
    name: 'alter contents and entry',
    tamper: (lines) => {
      const leaf = utf8('{"act":"nothing"}')
      return lines.with(1, {
        ...lines[1]!,
        leaf: Buffer.from(leaf).toString('base64'),
        change: null,
      })
    },
    found: ['leaf'],
  },
  {
    name: 'alter contents, entry and hash',
    tamper: (lines) => {
      const leaf = utf8('{"act":"nothing"}')
      const hash = hex(leafOf(leaf))
      return lines.with(1, {
        position: 1,
        hash,
        leaf: Buffer.from(leaf).toString('base64'),
        change: null,
      })
    },
    found: ['root', 'root'],
  },
  {
    name: 'insert one and number anew',
    tamper: (lines) =>
      lines
        .toSpliced(2, 0, { ...lines[2]!, hash: hex(hashOf(utf8('x'))), leaf: null, change: null })
        .map((line, position) => ({ ...line, position })),
    found: ['root'],
  },
]

describe('an exported log', () => {
  it.each(TAMPERINGS)('after someone did this: $name', ({ tamper, found }) => {
    expect(check(tamper(exported())).faults.map(({ kind }) => kind)).toEqual(found)
  })

  it('with a line that is none says which', () => {
    const lines = exported().map((line) => JSON.stringify(line))
    expect(checkLog(lines.with(2, '{'), kept).faults[0]).toEqual({ position: 2, kind: 'form' })
  })
})
