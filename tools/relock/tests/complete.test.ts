import { expect, test } from 'vitest'
import { completeLock, type LockPackages, platformOf } from '../complete.ts'

test.each([
  ['@x/cli-win32-x64', { os: ['win32'], cpu: ['x64'] }],
  ['@x/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
  ['@x/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
])('%s states its platform', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})

test('a package that is absent and states no platform is a mistake, not a platform', () => {
  expect(() => platformOf('left-pad')).toThrow('states no platform')
})

test('absent platforms are named beside their owner; present ones are left alone', () => {
  const present = { version: '1.0.0', optional: true }
  const packages: LockPackages = {
    'node_modules/x': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { 'x-linux-x64': '1.0.0', 'x-win32-x64': '1.0.0', other: '^1' },
    },
    'node_modules/x-linux-x64': present,
  }
  expect(completeLock(packages)).toEqual(['node_modules/x-win32-x64'])
  expect(packages['node_modules/x-linux-x64']).toBe(present)
  expect(packages['node_modules/x-win32-x64']).toEqual({
    version: '1.0.0',
    os: ['win32'],
    cpu: ['x64'],
    dev: true,
    optional: true,
  })
  expect(completeLock(packages)).toEqual([])
})

test('another version of the same name goes below its owner', () => {
  const packages: LockPackages = {
    'node_modules/a/node_modules/x': { optionalDependencies: { 'x-win32-x64': '2.0.0' } },
    'node_modules/x-win32-x64': { version: '1.0.0' },
  }
  expect(completeLock(packages)).toEqual(['node_modules/a/node_modules/x/node_modules/x-win32-x64'])
})
