#!/usr/bin/env node
// The door of the command line. It answers --version by itself, so that nothing heavy loads for it,
// and it steps over to the project's own Node when it was started by an older one.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 24
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

function printVersion() {
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8'))
  console.log(version)
}

function withPinnedNode() {
  const pinned = here('../../../node_modules/.bin/node')
  if (!existsSync(pinned)) {
    console.error(`需要 Node ${OLDEST_NODE} 或更新版本，当前是 ${process.version}。`)
    return 1
  }
  const result = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' })
  return result.status ?? 1
}

const [first] = process.argv.slice(2)
if (first === '--version' || first === '-v') printVersion()
else if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
  process.exitCode = withPinnedNode()
else await import('../src/start.ts')
