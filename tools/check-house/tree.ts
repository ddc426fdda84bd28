import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Every file that git tracks or is about to: what is ignored is not part of the house. */
export function listTree(root: string): string[] {
  // A checkout made by another user is still the one to check.
  const trust = ['-c', `safe.directory=${resolve(root)}`]
  const args = [...trust, 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const out = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  const paths = new Set(out.split('\0').filter((path) => path !== ''))
  return [...paths].filter((path) => existsSync(join(root, path))).toSorted()
}

const MODULE_FOLDERS = /^(packages|apps|tools|e2e)\//

export function isModule(path: string): boolean {
  return MODULE_FOLDERS.test(path) && /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^(e2e|(packages|apps)\/[^/]+\/tests)\//.test(path)
}
