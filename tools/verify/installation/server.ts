/** The server under test: a process of its own on a data folder of its own, and what runs below it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
const PAUSE_MS = 20

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** Milliseconds that a bare start of Node takes now: twice as long on a machine with other work. */
export function bareStart(): number {
  const took = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    spawnSync(process.execPath, ['-e', '0'])
    return performance.now() - begun
  })
  return took.toSorted((a, b) => a - b)[2]!
}

export interface Under {
  readonly dataDir: string
  readonly port: number
  /** A planted bug: what is loaded before the server. */
  readonly plant?: string | undefined
}

/** Where a request goes; nothing comes back when the server is away. */
export function ask(port: number, path: string, init: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(15_000)
  return fetch(`http://127.0.0.1:${port}${path}`, { signal, ...init })
}

export class ServerUnderTest {
  private readonly under: Under
  private child: ChildProcess | undefined

  constructor(under: Under) {
    this.under = under
  }

  start(): void {
    const { dataDir, port, plant } = this.under
    const env = {
      ...process.env,
      KAOHE_DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      // As apps/server/src/start.ts has it.
      NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
    }
    const args = [...(plant === undefined ? [] : ['--import', plant]), MAIN, '--demo']
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    this.child = child
  }

  get isRunning(): boolean {
    return (
      this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null
    )
  }

  /** @returns milliseconds until it said that it was ready. @throws when it did not within `mostMs` */
  async ready(mostMs: number): Promise<number> {
    const begun = performance.now()
    for (;;) {
      const answer = await ask(this.under.port, '/readyz').catch(() => undefined)
      const took = performance.now() - begun
      if (answer?.ok === true) return took
      if (took > mostMs) throw new Error(`not ready after ${Math.round(took)} ms`)
      if (!this.isRunning) throw new Error('the server ended by itself')
      await pause(PAUSE_MS)
    }
  }

  private signal(signal: NodeJS.Signals): Promise<void> {
    const { child } = this
    if (child === undefined || !this.isRunning) return Promise.resolve()
    return new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  }

  killServer(): Promise<void> {
    return this.signal('SIGKILL')
  }

  stop(): Promise<void> {
    return this.signal('SIGTERM')
  }

  private get postmaster(): number | undefined {
    const path = join(this.under.dataDir, 'data/postmaster.pid')
    return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : undefined
  }

  killDatabase(): void {
    if (this.postmaster !== undefined) kill(this.postmaster)
  }

  /** Kills one of the processes of the database that is not the first. */
  killChild(pick: number): void {
    const children = this.postmaster === undefined ? [] : childrenOf(this.postmaster)
    const chosen = children[Math.floor(pick * children.length)]
    if (chosen !== undefined) kill(chosen)
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    const path = `/proc/${pid}/stat`
    try {
      return Number(readFileSync(path, 'utf8').split(') ')[1]?.split(' ')[1]) === parent
    } catch {
      return false
    }
  })
}
