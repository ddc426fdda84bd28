import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { logKeeper } from '../../src/keys/log-keeper.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-keeper-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TEXT = 'kaohe\n3\nAQL/\n'
// What stands before the 32 bytes of a public key of Ed25519 (RFC 8410).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** Checks a signed note by the key that witnesses write down, without our code. */
function isSigned(note: string, verifierKey: string): boolean {
  const [name, id] = verifierKey.split('+', 2) as [string, string]
  const raw = Buffer.from(verifierKey.slice(name.length + id.length + 2), 'base64')
  const key = createPublicKey({
    key: Buffer.concat([SPKI, raw.subarray(1)]),
    format: 'der',
    type: 'spki',
  })
  const [text = '', line = ''] = note.split('\n\n')
  const signature = Buffer.from(line.trim().split(' ').at(-1) ?? '', 'base64')
  const isNamed = signature.subarray(0, 4).toString('hex') === id
  return isNamed && verify(null, Buffer.from(`${text}\n`), key, signature.subarray(4))
}

describe('a checkpoint', () => {
  it('is signed by Ed25519 with a key of this installation, as its public key shows', () => {
    const keeper = logKeeper(folder)
    const note = keeper.sign(TEXT)
    expect(note.startsWith(TEXT)).toBe(true)
    expect(isSigned(note, keeper.verifierKey)).toBe(true)
    expect(isSigned(note.replace('\n3\n', '\n4\n'), keeper.verifierKey)).toBe(false)
    expect(isSigned(note, logKeeper(join(folder, 'another')).verifierKey)).toBe(false)
  })

  it('is signed by the same key when the server starts again, which is its owner’s alone', () => {
    expect(logKeeper(folder).verifierKey).toBe(logKeeper(folder).verifierKey)
    expect(statSync(join(folder, 'keys/log-ed25519.pem')).mode & 0o777).toBe(0o600)
  })
})
