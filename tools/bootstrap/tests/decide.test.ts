import { expect, test } from 'vitest'
import { chooseNode, installReason } from '../decide.mjs'

test.each([
  ['linux', 'x64', '20.20.2'],
  ['linux', 'arm64', '18.0.0'],
])('%s-%s brings its own Node, whatever started it', (platform, arch, version) => {
  expect(chooseNode({ platform, arch, version })).toEqual({ pinned: true })
})

test.each(['24.0.0', '26.10.0'])('elsewhere the Node %s of the user serves', (version) => {
  expect(chooseNode({ platform: 'darwin', arch: 'arm64', version })).toEqual({ pinned: false })
})

test('elsewhere an old Node is refused, and the sentence says which is needed', () => {
  const { problem } = chooseNode({ platform: 'win32', arch: 'x64', version: '20.20.2' })
  expect(problem).toContain('Node 24')
  expect(problem).toContain('20.20.2')
})

test.each([
  ['nothing installed', { installed: false, recordedHash: undefined }, '尚未安装依赖'],
  ['an install broken off', { installed: true, recordedHash: undefined }, '上次安装没有完成'],
  ['another lockfile', { installed: true, recordedHash: 'old' }, '依赖清单有变化'],
  ['the same lockfile', { installed: true, recordedHash: 'new' }, undefined],
])('installs when needed: %s', (_name, state, reason) => {
  expect(installReason({ ...state, lockHash: 'new' })).toBe(reason)
})
