// The first step of every script: `node tools/bootstrap.mjs <script or command> [arguments]`.
// Only built-ins of Node, and nothing newer than Node 20: it runs before anything is installed.
import { install } from './bootstrap/install.mjs'
import { readState } from './bootstrap/state.mjs'
import { chooseNode, installReason } from './bootstrap/decide.mjs'
import { run } from './bootstrap/run.mjs'

async function main(command) {
  const node = chooseNode({ ...process, version: process.versions.node })
  if (node.problem !== undefined) {
    console.error(node.problem)
    return 1
  }
  const reason = installReason(readState())
  if (reason !== undefined && !(await install(reason))) return 1
  return command.length === 0 ? 0 : run(node.pinned, command)
}

process.exitCode = await main(process.argv.slice(2))
