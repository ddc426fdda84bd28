import { spawn } from 'node:child_process'
import { recordInstall, ROOT } from './state.mjs'

const STILL_EVERY_MS = 15_000

/** npm as it was started, or the one on the PATH when this file was run by hand. */
export function npmCommand({ npm_execpath: path } = process.env) {
  return path?.endsWith('.js') ? [process.execPath, path] : ['npm']
}

function npmCi() {
  const [command, ...before] = npmCommand()
  // Under an older Node npm warns about every package that wants a newer one; ours runs them, so: errors only.
  const args = [...before, 'ci', '--loglevel=error', '--no-progress']
  return spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32' && before.length === 0,
  })
}

const secondsSince = (start) => Math.round((Date.now() - start) / 1000)

function ended(child) {
  const errors = []
  child.stderr.on('data', (chunk) => errors.push(chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, errors: error.message }))
    child.on('close', (code) =>
      resolve({ ok: code === 0, errors: Buffer.concat(errors).toString() }),
    )
  })
}

/** Installs what the lockfile says; true when it worked. */
export async function install(reason) {
  const start = Date.now()
  console.error(`${reason}，正在安装（通常不到一分钟）……`)
  const still = setInterval(
    () => console.error(`仍在安装，已用 ${secondsSince(start)} 秒……`),
    STILL_EVERY_MS,
  )
  const { ok, errors } = await ended(npmCi())
  clearInterval(still)
  if (!ok) {
    console.error(`安装没有成功。npm 的说明：\n${errors}`)
    return false
  }
  // npm has done so too (see record.mjs), unless it was told to run no scripts.
  recordInstall()
  console.error(`依赖已就绪，用时 ${secondsSince(start)} 秒。`)
  return true
}
