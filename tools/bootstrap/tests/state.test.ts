import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installReason } from '../decide.mjs'
import { readState, recordInstall } from '../state.mjs'

let root: string
const reason = () => installReason(readState(root))

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kaohe-state-'))
  writeFileSync(join(root, 'package-lock.json'), '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

test('a checkout passes from nothing to installed, and back when the lockfile changes', () => {
  expect(reason()).toBe('尚未安装依赖')
  mkdirSync(join(root, 'node_modules'))
  expect(reason()).toBe('上次安装没有完成')
  recordInstall(root)
  expect(reason()).toBeUndefined()
  writeFileSync(join(root, 'package-lock.json'), '{ }')
  expect(reason()).toBe('依赖清单有变化')
})
