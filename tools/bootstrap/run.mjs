import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { ROOT } from './state.mjs'

const BIN = join(ROOT, 'node_modules', '.bin')

const isScript = (name) => /\.[cm]?[jt]s$/.test(name)

/** A script runs under the chosen Node; anything else is a command found on the PATH. */
export function commandLine(pinned, [first, ...rest]) {
  if (!isScript(first)) return [first, ...rest]
  return [pinned ? join(BIN, 'node') : process.execPath, first, ...rest]
}

function environment() {
  return { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` }
}

/** Runs the command in our place: same terminal, same signals, same exit code. */
export function run(pinned, command) {
  const [file, ...args] = commandLine(pinned, command)
  const child = spawn(file, args, { stdio: 'inherit', env: environment() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`无法运行 ${file}：${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}
