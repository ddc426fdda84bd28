import { createDecipheriv } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secretsIn, secretsWith } from '../../src/keys/secrets.ts'

const KEY = Buffer.alloc(32, 7)
const secrets = secretsWith(KEY)
const PLAIN = Buffer.from('a secret of sixteen words and a few more')

describe('what is sealed', () => {
  it('opens for the same purpose with the same key, and is not to be read in it', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 200 }),
        fc.string(),
        (plain, purpose) => {
          const sealed = secrets.seal(plain, purpose)
          expect(sealed.includes(Buffer.from(plain))).toBe(false)
          expect(secrets.open(sealed, purpose)?.equals(plain)).toBe(true)
        },
      ),
    )
  })

  it('opens for no other purpose and with no other key', () => {
    const sealed = secrets.seal(PLAIN, 'totp/one')
    expect(secrets.open(sealed, 'totp/another')).toBeUndefined()
    expect(secretsWith(Buffer.alloc(32, 8)).open(sealed, 'totp/one')).toBeUndefined()
  })

  it('does not open when any bit of it is turned, or any part is missing, and says nothing of why', () => {
    const sealed = secrets.seal(PLAIN, 'x')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const turned = Buffer.from(sealed)
      turned[bit >> 3]! ^= 1 << (bit & 7)
      expect([bit, secrets.open(turned, 'x')]).toEqual([bit, undefined])
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect([length, secrets.open(sealed.subarray(0, length), 'x')]).toEqual([length, undefined])
  })

  it('is sealed anew each time, with a nonce that was not used before', () => {
    const all = Array.from({ length: 1000 }, () => secrets.seal(PLAIN, 'x'))
    expect(new Set(all.map((one) => one.subarray(1, 13).toString('hex'))).size).toBe(1000)
  })

  it('is AES-256-GCM, as another program opens it, and begins with the number of its suite', () => {
    const sealed = secrets.seal(PLAIN, 'x')
    expect(sealed[0]).toBe(1)
    const other = createDecipheriv('aes-256-gcm', KEY, sealed.subarray(1, 13))
    other.setAAD(Buffer.from('x')).setAuthTag(sealed.subarray(13, 29))
    expect(Buffer.concat([other.update(sealed.subarray(29)), other.final()])).toEqual(PLAIN)
  })
})

describe('the key of an installation', () => {
  it('is 32 bytes at random in a file of its owner alone, another one for each', () => {
    const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'kaohe-secrets-')))
    const [one, other] = folders.map((folder) => secretsIn(folder))
    for (const folder of folders) {
      const { mode, size } = statSync(join(folder, 'keys/secrets.key'))
      expect([mode & 0o777, size]).toEqual([0o600, 32])
    }
    expect(other!.open(one!.seal(PLAIN, 'x'), 'x')).toBeUndefined()
    expect(secretsIn(folders[0]!).open(one!.seal(PLAIN, 'x'), 'x')).toEqual(PLAIN)
    for (const folder of folders) rmSync(folder, { recursive: true })
  })

  it('of another length is refused, with its file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaohe-secrets-'))
    secretsIn(folder)
    const path = join(folder, 'keys/secrets.key')
    chmodSync(path, 0o600)
    writeFileSync(path, Buffer.alloc(16))
    expect(() => secretsIn(folder)).toThrow(path)
    rmSync(folder, { recursive: true })
  })
})
