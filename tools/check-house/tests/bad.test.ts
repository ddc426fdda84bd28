import { expect, test } from 'vitest'
import { findingsIn, type Files } from './site.ts'

/** A tree with one fault; which check finds it, where, and words of its message. */
type Bad = readonly [check: string, where: string, words: string, files: Files]

const ENGINE = 'packages/engine/src/index.ts'
const SCHEME = 'packages/scheme/src/index.ts'

const bad: readonly Bad[] = [
  ['floors', `${ENGINE}:1`, '@kaohe/scheme', { [ENGINE]: `import '@kaohe/scheme'` }],
  ['floors', `${ENGINE}:2`, 'node:fs', { [ENGINE]: `\nimport 'node:fs'` }],
  ['floors', `${ENGINE}:1`, 'yaml', { [ENGINE]: `export * from 'yaml'` }],
  ['floors', `${SCHEME}:1`, '@kaohe/checker', { [SCHEME]: `await import('@kaohe/checker')` }],
  [
    'floors',
    `${SCHEME}:1`,
    '@kaohe/engine',
    { [SCHEME]: `import type {} from '@kaohe/engine/src/x.ts'` },
  ],
  ['floors', `${SCHEME}:1`, 'leaves', { [SCHEME]: `import '../../engine/src/index.ts'` }],
  [
    'floors',
    'packages/intake/src/index.ts:1',
    '@kaohe/cli',
    { 'packages/intake/src/index.ts': `import '@kaohe/cli'` },
  ],
  [
    'floors',
    `${ENGINE}:1`,
    'imports a test',
    { [ENGINE]: `import '../tests/help.ts'`, 'packages/engine/tests/help.ts': '' },
  ],
  [
    'floors',
    'tools/demo/a.ts:1',
    'imports a test',
    {
      'tools/demo/a.ts': `import '../../packages/engine/tests/help.ts'`,
      'packages/engine/tests/help.ts': '',
    },
  ],
  [
    'floors',
    'tools/verify/a.ts:1',
    'leaves tools by a path',
    { 'tools/verify/a.ts': `import '../../${ENGINE}'`, [ENGINE]: '' },
  ],
  ['floors', 'packages/attic/src/index.ts:1', 'no row', { 'packages/attic/src/index.ts': '' }],
  [
    'rooms',
    'packages/engine/src/number/a.ts:1',
    'does not look at core',
    { 'packages/engine/src/number/a.ts': `import type {} from '../core/b.ts'` },
  ],
  [
    'rooms',
    'packages/engine/src/proof/a.ts:1',
    'does not look at sql',
    { 'packages/engine/src/proof/a.ts': `import '../sql/b.ts'` },
  ],
  [
    'rooms',
    'packages/engine/src/core/a.ts:1',
    'door',
    { 'packages/engine/src/core/a.ts': `import '../index.ts'` },
  ],
  ['rooms', 'packages/engine/src/cave/a.ts:1', 'cave', { 'packages/engine/src/cave/a.ts': '' }],
  [
    'cycles',
    'tools/a.ts:1',
    'tools/a.ts -> tools/b.ts -> tools/c.ts -> tools/a.ts',
    {
      'tools/a.ts': `import './b.ts'`,
      'tools/b.ts': `import type {} from './c.ts'`,
      'tools/c.ts': `export * from './a.ts'`,
    },
  ],
  [
    'lists',
    'tools/x/member.ts:1',
    'tools/x/list.ts',
    { 'tools/x/member.ts': `import './list.ts'`, 'tools/x/list.ts': '' },
  ],
  [
    'lists',
    'tools/x/deep/member.ts:1',
    'tools/x/list.ts',
    { 'tools/x/deep/member.ts': `import '../list.ts'` },
  ],
  ['sizes', `${ENGINE}:301`, '301 lines', { [ENGINE]: '\n'.repeat(301) }],
  ['sizes', 'tools/a.ts:401', '401 lines', { 'tools/a.ts': '\n'.repeat(401) }],
  ['ascii', 'docs/考核.md:1', 'ASCII', { 'docs/考核.md': '' }],
  ['ascii', 'docs/a b.md:1', 'ASCII', { 'docs/a b.md': '' }],
  ['purity', `${ENGINE}:1`, 'Date.now', { [ENGINE]: 'export const t = Date.now()' }],
  ['purity', `${ENGINE}:1`, 'new Date', { [ENGINE]: 'export const t = new Date()' }],
  ['purity', `${SCHEME}:1`, 'Math.random', { [SCHEME]: 'export const r = Math.random()' }],
  ['purity', `${SCHEME}:1`, 'process', { [SCHEME]: 'export const e = process.env' }],
  ['purity', `${SCHEME}:2`, 'fetch', { [SCHEME]: `\nawait fetch('x')` }],
  ['exact', `${ENGINE}:1`, 'parseFloat', { [ENGINE]: `export const x = parseFloat('1')` }],
  ['exact', `${SCHEME}:1`, '.toFixed', { [SCHEME]: 'export const x = (1).toFixed(2)' }],
  ['exact', `${SCHEME}:1`, 'Math.round', { [SCHEME]: 'export const x = Math.round(1.5)' }],
  ['syntax', 'tools/a.ts:1', '', { 'tools/a.ts': 'const = 1' }],
]

test.each(bad)('%s at %s: %s', (check, where, words, files) => {
  const found = findingsIn(files)
  expect(found.map(({ path, line }) => `${path}:${line}`)).toEqual([where])
  expect(found[0]).toMatchObject({ check, message: expect.stringContaining(words) })
})
