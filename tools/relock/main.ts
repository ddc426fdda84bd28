/** Rewrites package-lock.json with the pinned Node (an older one makes npm choose older packages). */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { completeLock, type LockPackages } from './complete.ts'

const LOCK = 'package-lock.json'

const npm = spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
  stdio: 'inherit',
})
if (npm.status !== 0) process.exit(npm.status ?? 1)

const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as { packages: LockPackages }
const added = completeLock(lock.packages)
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
)
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${LOCK}: ${added.length} packages of other platforms named`)
