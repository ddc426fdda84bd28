import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { percentile } from '../measure.ts'
import { type Files, inTree } from './site.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

const runIn = (files: Files) =>
  inTree(files, (root) => spawnSync(process.execPath, [MAIN, root], { encoding: 'utf8' }))

test('a good house passes, and says how many modules were read', () => {
  const { status, stdout } = runIn({ 'tools/a.ts': '', 'packages/engine/src/index.ts': '' })
  expect(stdout).toContain('check-house: 2 modules read, 0 findings')
  expect(status).toBe(0)
})

test('a fault fails, with its place', () => {
  const { status, stdout } = runIn({ 'packages/engine/src/index.ts': `import 'node:fs'` })
  expect(stdout).toContain('packages/engine/src/index.ts:1  floors')
  expect(status).toBe(1)
})

test('a tree without modules is not a good house', () => {
  const { status, stdout } = runIn({ 'README.md': '' })
  expect(stdout).toContain('0 modules read')
  expect(status).toBe(1)
})

test('percentiles are values that occur', () => {
  expect(percentile([30, 10, 20], 0.5)).toBe(20)
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9)
  expect(percentile([], 0.5)).toBe(0)
})
