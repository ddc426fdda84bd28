/** `node bench/run.mjs NAME [--units N] [--quick]`: brings what the peers need, finds the pinned Node, and measures. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Node 24 or newer: this one, else the one the project pins. */
function node() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const own = join(
    here,
    '..',
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  )
  if (existsSync(own)) return own
  console.error('Node 24 is needed: run `npm ci` at the root first.')
  process.exit(2)
}

const env = { ...process.env, PATH: `${dirname(node())}${delimiter}${process.env.PATH}` }
const run = (command, args, cwd) =>
  spawnSync(command, args, { cwd, env, stdio: 'inherit' }).status ?? 1

// The peers are dependencies of this folder alone and are installed only when it is used.
if (
  !existsSync(join(here, 'node_modules')) &&
  run('npm', ['ci', '--no-audit', '--no-fund'], here) !== 0
)
  process.exit(2)

process.exit(run(node(), [join(here, 'commands', 'main.ts'), ...process.argv.slice(2)]))
