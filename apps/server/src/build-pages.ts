/** Builds the pages of apps/web, and the one that checks a bundle, when what they are made of has changed since. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const LOCK = 'package-lock.json'

interface Built {
  readonly app: string
  /** Folders and files, from the root. */
  readonly sources: readonly string[]
  readonly files: readonly string[]
}

const BUILT: readonly Built[] = [
  {
    app: 'apps/web',
    sources: ['apps/web/src', 'apps/web/public', 'packages/contract/src'],
    files: ['apps/web/index.html', 'apps/web/vite.config.ts', LOCK],
  },
  {
    app: 'apps/verifier',
    sources: [
      'apps/verifier/src',
      ...['bundle', 'checker', 'documents', 'engine', 'intake', 'scheme'].map(
        (name) => `packages/${name}/src`,
      ),
    ],
    files: ['apps/verifier/page.html', 'apps/verifier/vite.config.ts', LOCK],
  },
]

function filesBelow(folder: string): string[] {
  const all = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

function madeOf({ sources, files }: Built): string {
  const hash = createHash('sha256')
  const all = [...sources.flatMap(filesBelow), ...files.map((file) => join(ROOT, file))]
  for (const file of all.toSorted()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

async function build(one: Built): Promise<boolean> {
  const now = madeOf(one)
  const record = join(ROOT, one.app, 'dist/.made-of')
  if (existsSync(record) && readFileSync(record, 'utf8') === now) return false
  console.error('正在生成网页（几秒钟）……')
  // A process of its own: its memory goes with it, and how we were started does not change what is built.
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin/vite.js',
  )
  const env = { ...process.env, NODE_ENV: 'production' }
  const args = [vite, 'build', join(ROOT, one.app), '--logLevel', 'error']
  await promisify(execFile)(process.execPath, args, { env })
  writeFileSync(record, now)
  return true
}

/** @returns true when some were built now */
export async function buildPages(): Promise<boolean> {
  let any = false
  for (const one of BUILT) any = (await build(one)) || any
  return any
}
