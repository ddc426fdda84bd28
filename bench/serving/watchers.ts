/** Screens that follow a meeting, and when each of them learned of a step. */
import { Agent, type ClientRequest, request } from 'node:http'

export interface Watchers {
  /** When each screen heard of this version of the agenda. */
  heard(version: number): Promise<readonly number[]>
  /** How many connections ended by themselves. */
  lost(): number
  stop(): void
}

interface Waiting {
  readonly times: number[]
  done(): void
}

const AT_ONCE = 50

/** Opens so many connections, some at a time, and waits until each has heard of the agenda. */
export async function watch(
  port: number,
  screens: readonly { readonly path: string; readonly headers: Record<string, string> }[],
): Promise<Watchers> {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  const asked: ClientRequest[] = []
  const versions = new Map<number, number[]>()
  const waiting = new Map<number, Waiting>()
  let lost = 0
  const note = (version: number): void => {
    const times = versions.get(version) ?? []
    times.push(performance.now())
    versions.set(version, times)
    if (times.length === screens.length) waiting.get(version)?.done()
  }
  const open = ({ path, headers }: (typeof screens)[number]): Promise<void> =>
    new Promise((resolve, reject) => {
      const one = request({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`))
        let held = ''
        let last = -1
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          const parts = (held + chunk).split('\n\n')
          held = parts.pop() ?? ''
          for (const part of parts) {
            // Counts come alone; the agenda says its version first.
            const version = Number(/^data: \{"version":(\d+),"state"/.exec(part)?.[1] ?? last)
            if (version === last) continue
            last = version
            note(version)
            resolve()
          }
        })
        answer.on('error', () => {})
        answer.once('close', () => {
          lost += 1
        })
      })
      one.on('error', reject)
      one.end()
      asked.push(one)
    })
  for (let from = 0; from < screens.length; from += AT_ONCE)
    await Promise.all(screens.slice(from, from + AT_ONCE).map(open))
  return {
    heard: async (version) => {
      const times = versions.get(version) ?? []
      versions.set(version, times)
      if (times.length < screens.length)
        await new Promise<void>((done) => {
          waiting.set(version, { times, done })
        })
      return times
    },
    lost: () => lost,
    stop: () => {
      for (const one of asked) one.destroy()
      agent.destroy()
    },
  }
}
