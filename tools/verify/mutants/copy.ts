import { cpSync, symlinkSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const PARTS = [
  'packages',
  'apps',
  'schemes',
  'tools',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]
const LEFT = new Set(['dist', 'node_modules'])

/** Copies what tests need to a folder; what was installed stays where it is. */
export function copyTree(to: string): void {
  for (const part of [...PARTS, 'node_modules'])
    cpSync(join(root, part), join(to, part), {
      recursive: true,
      filter: (from) => {
        if (basename(from) === 'node_modules') symlinkSync(from, join(to, relative(root, from)))
        return !LEFT.has(basename(from))
      },
    })
}
