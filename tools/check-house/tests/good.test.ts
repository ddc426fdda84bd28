import { expect, test } from 'vitest'
import { findingsIn, type Files } from './site.ts'

const good: Readonly<Record<string, Files>> = {
  'floors that look down': {
    'packages/engine/src/index.ts': 'export const one = 1',
    'packages/scheme/src/index.ts': `import { parse } from 'yaml'; import '@kaohe/engine'; parse('')`,
    'packages/documents/src/index.ts': `import 'node:fs'; import 'exceljs'; import '@kaohe/scheme'`,
    'apps/cli/src/main.ts': `import '@kaohe/documents'; import '@kaohe/checker'`,
  },
  'rooms that look left': {
    'packages/engine/src/number/rational.ts': 'export const zero = 0n',
    'packages/engine/src/core/node.ts': `export { zero } from '../number/rational.ts'`,
    'packages/engine/src/index.ts': `export * from './core/node.ts'`,
  },
  'a list of members behind its door': {
    'packages/engine/src/kinds/bands.ts': 'export const bands = 1',
    'packages/engine/src/kinds/list.ts': `export * from './bands.ts'`,
    'packages/engine/src/kinds/index.ts': `export * from './list.ts'`,
  },
  'tests that read, roll and look across': {
    'packages/checker/src/index.ts': 'export const one = 1',
    'packages/checker/tests/a.test.ts': `import 'node:fs'; import '@kaohe/engine'
      import '../src/index.ts'; import '../../../tools/testing/postgres.ts'
      Math.random(); Date.now(); (1).toFixed(2)`,
    'tools/testing/postgres.ts': 'export const url = 1',
  },
  'a verification that runs tests at length': {
    'packages/engine/src/index.ts': 'export const one = 1',
    'packages/engine/tests/properties/list.ts': `export * from '../../src/index.ts'`,
    'tools/verify/properties.ts': `export * from '../../packages/engine/tests/properties/list.ts'`,
  },
  'words that only look like a clock': {
    'packages/engine/src/index.ts': `interface Item { performance: number; process: string }
      export const f = ({ performance }: Item, process: Item) => performance + process.performance
      export const g = (item: Item) => item.process
      export const h = { fetch: 1, at: new Date(0) }
      // Math.random() and Date.now() in a comment, 'process.env' in a text
      export const text = 'Math.random()'`,
  },
  'binary numbers where the kernel may have them': {
    'packages/engine/src/kernel/column.ts': 'export const f = (x: number) => Math.round(x)',
    'packages/documents/src/index.ts': 'export const f = (x: number) => x.toFixed(2)',
  },
  'a file at its limit': {
    'packages/engine/src/index.ts': '\n'.repeat(300),
    'tools/long.ts': '\n'.repeat(400),
  },
  'what git ignores': {
    '.gitignore': '/out/',
    'out/文件.txt': '',
  },
}

test.each(Object.entries(good))('nothing to say of %s', (_name, files) => {
  expect(findingsIn(files)).toEqual([])
})
