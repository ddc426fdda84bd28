#!/usr/bin/env node
// The door of the command line. It answers --version by itself, so that nothing heavy loads for it,
// and it steps over to the project's own Node when it was started by an older one.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 24
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

function printVersion() {
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8'))
  console.log(version)
}

// The other process hears an interruption by itself; this one waits for what it makes of it.
function stepOver(node, script) {
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
}

// An installation is saved and restored by its server, which knows where it is.
const OF_SERVER = ['backup', 'restore']

function withPinnedNode() {
  const pinned = here('../../../node_modules/.bin/node')
  if (existsSync(pinned)) stepOver(pinned, process.argv[1])
  else {
    console.error(`需要 Node ${OLDEST_NODE} 或更新版本，当前是 ${process.version}。`)
    process.exitCode = 1
  }
}

const [first] = process.argv.slice(2)
if (first === '--version' || first === '-v') printVersion()
else if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) withPinnedNode()
else if (OF_SERVER.includes(first))
  stepOver(process.execPath, here('../../server/src/backup/main.ts'))
else {
  // Compiled modules are kept from one start to the next: more than half of a start is compiling.
  module.enableCompileCache(here('../../../node_modules/.cache/kaohe'))
  await import('../src/start.ts')
}
