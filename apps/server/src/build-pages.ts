/** Builds the pages of apps/web when what they are made of has changed since they were built. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const WEB = join(ROOT, 'apps/web')
const RECORD = join(WEB, 'dist/.made-of')
const SOURCES = ['apps/web/src', 'apps/web/public', 'packages/contract/src']
const FILES = ['apps/web/index.html', 'apps/web/vite.config.ts', 'package-lock.json']

function filesBelow(folder: string): string[] {
  const all = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

function madeOf(): string {
  const hash = createHash('sha256')
  const files = [...SOURCES.flatMap(filesBelow), ...FILES.map((file) => join(ROOT, file))]
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** @returns true when they were built now */
export async function buildPages(): Promise<boolean> {
  const now = madeOf()
  if (existsSync(RECORD) && readFileSync(RECORD, 'utf8') === now) return false
  console.error('正在生成网页（几秒钟）……')
  // A process of its own: its memory goes with it, and how we were started does not change what is built.
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', WEB, '--logLevel', 'warn'], { env })
  writeFileSync(RECORD, now)
  return true
}
