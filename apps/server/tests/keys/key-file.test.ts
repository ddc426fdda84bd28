import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keyFile } from '../../src/keys/key-file.ts'

const MODULE = new URL('../../src/keys/key-file.ts', import.meta.url).href
// Long enough that a reader of a half-written file would see a part of it.
const BYTES = 400_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Asks for the key in a process of its own, at a moment set beforehand, and tells its digest. */
async function askedApart(path: string, at: number): Promise<string> {
  const program = `
    import { createHash, randomBytes } from 'node:crypto'
    import { keyFile } from '${MODULE}'
    while (Date.now() < ${at}) {}
    const key = keyFile('${path}', () => randomBytes(${BYTES}))
    process.stdout.write(key.length + ' ' + createHash('sha256').update(key).digest('hex'))`
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program])
  return stdout
}

it('servers started at the same moment have one key, and the whole of it', async () => {
  const path = join(folder, 'keys/one.key')
  const at = Date.now() + 1500
  const keys = await Promise.all(Array.from({ length: 6 }, () => askedApart(path, at)))
  expect(new Set(keys).size).toBe(1)
  expect(keys[0]).toMatch(new RegExp(`^${BYTES} `))
  expect(readdirSync(join(folder, 'keys'))).toEqual(['one.key'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
}, 30_000)

it('a key that is there is not made again', () => {
  const path = join(folder, 'a.key')
  writeFileSync(path, 'there')
  const made = keyFile(path, () => {
    throw new Error('made again')
  })
  expect(made.toString()).toBe('there')
})

it('says why a key cannot be read', () => {
  expect(() => keyFile(folder, () => Buffer.of(1))).toThrow(/EISDIR/)
})
