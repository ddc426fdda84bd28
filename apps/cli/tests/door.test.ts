import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const DOOR = fileURLToPath(new URL('../bin/kaohe.mjs', import.meta.url))
const kaohe = (...args: string[]) =>
  spawnSync(process.execPath, [DOOR, ...args], { encoding: 'utf8' })

test('--version is the version of the package', () => {
  expect(kaohe('--version').stdout).toBe(`${manifest.version}\n`)
})

test('an unknown command is refused', () => {
  expect(kaohe('nonsense')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nonsense'),
  })
})
