import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

// Inside node_modules, so that whoever deletes the folder deletes the record with it.
const recordOf = (root) => join(root, 'node_modules', '.kaohe-lock')
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')
const lockHashOf = (root) => hashOf(join(root, 'package-lock.json'))

export function readState(root = ROOT) {
  const record = recordOf(root)
  return {
    installed: existsSync(join(root, 'node_modules')),
    lockHash: lockHashOf(root),
    recordedHash: existsSync(record) ? readFileSync(record, 'utf8').trim() : undefined,
  }
}

export function recordInstall(root = ROOT) {
  writeFileSync(recordOf(root), `${lockHashOf(root)}\n`)
}
