/** So many requests over so many connections of this machine, one after another on each. */
import { Agent, request } from 'node:http'

export interface Sent {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** What the nth request brings. */
  body(n: number): string
}

export interface Measured {
  readonly perSecond: number
  readonly p99: number
}

function send({ port, path, headers, body }: Sent, agent: Agent, n: number): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: 'POST', agent, headers },
      (answer) => {
        answer.resume()
        answer.once('end', () =>
          answer.statusCode === 200
            ? resolve(performance.now() - begun)
            : reject(new Error(`${path} answered ${answer.statusCode}`)),
        )
      },
    )
    asked.once('error', reject)
    asked.end(body(n))
  })
}

export async function load(sent: Sent, requests: number, connections: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let next = 0
  const begun = performance.now()
  const one = async (): Promise<void> => {
    while (next < requests) {
      const n = next
      next += 1
      times.push(await send(sent, agent, n))
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { perSecond: requests / seconds, p99: times[Math.floor(times.length * 0.99)]! }
}
