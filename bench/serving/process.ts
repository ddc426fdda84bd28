/** Programs that a measurement starts and ends. */
import { type ChildProcess, spawn } from 'node:child_process'

/** Starts a program of ours; answers with what its standard output says that `said` captures. */
export function started(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  said: RegExp,
): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let all = ''
    child.stdout.on('data', (data: Buffer) => {
      all += data.toString()
      const found = said.exec(all)
      if (found) resolve([child, found[1]!])
    })
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)))
  })
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
