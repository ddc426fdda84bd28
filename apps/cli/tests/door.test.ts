import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ofServer } from '../src/of-server.ts'
import manifest from '../package.json' with { type: 'json' }

const DOOR = fileURLToPath(new URL('../bin/kaohe.mjs', import.meta.url))
const kaohe = (...args: string[]) =>
  spawnSync(process.execPath, [DOOR, ...args], { encoding: 'utf8' })

test('--version is the version of the package', () => {
  expect(kaohe('--version').stdout).toBe(`${manifest.version}\n`)
})

test('backup and restore are the work of the server', () => {
  const list = kaohe('--help').stdout
  for (const { name } of ofServer) {
    expect(list).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
    expect(kaohe(name, '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(name),
    })
    expect(kaohe(name, '--such')).toMatchObject({ status: 2 })
  }
  expect(kaohe('backup')).toMatchObject({ status: 2, stderr: expect.stringContaining('backup') })
  expect(kaohe('restore', '/nowhere/such.backup')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('没有找到'),
  })
})

test('an unknown command is refused', () => {
  expect(kaohe('nonsense')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nonsense'),
  })
})
