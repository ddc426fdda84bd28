import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { makeDrain } from '../src/watch/index.ts'

const CLIENTS = 40
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What became of one request: its status, or why there was none. */
function get(port: number, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    const asked = request({ port, agent, host: '127.0.0.1' }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
    })
    asked.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
    asked.end()
  })
}

/** Asks again and again over one connection, until no server listens any more. */
async function client(port: number, seen: Map<number | string, number>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (;;) {
    const got = await get(port, agent)
    seen.set(got, (seen.get(got) ?? 0) + 1)
    if (typeof got === 'string') break
    await pause(Math.random() * 10)
  }
  agent.destroy()
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

describe('stopping under load', () => {
  it('answers all that was asked, and refuses what comes later', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 3; round += 1) {
      const drain = makeDrain()
      const server = createServer((_, answer) => {
        setTimeout(() => {
          if (drain.isClosing()) answer.setHeader('Connection', 'close')
          answer.end('done')
        }, Math.random() * 30)
      })
      const port = await listen(server)
      const seen = new Map<number | string, number>()
      const clients = Array.from({ length: CLIENTS }, () => client(port, seen))
      // A busy machine takes a while until it has taken all of them.
      await expect.poll(() => seen.get(200) ?? 0, { timeout: 20_000 }).toBeGreaterThan(CLIENTS * 3)
      await drain.stop(server, 1500)
      await Promise.all(clients)
      expect(new Set(seen.keys())).toEqual(new Set([200, 'ECONNREFUSED']))
      expect(seen.get('ECONNREFUSED')).toBe(CLIENTS)
      expect(seen.get(200)).toBeGreaterThan(CLIENTS)
    }
  })

  it('does not wait for connections on which nothing is asked', async () => {
    const drain = makeDrain()
    const server = createServer((_, answer) => answer.end())
    const port = await listen(server)
    const agent = new Agent({ keepAlive: true })
    expect(await get(port, agent)).toBe(200)
    const begun = performance.now()
    await drain.stop(server, 50)
    expect(performance.now() - begun).toBeLessThan(5000)
    agent.destroy()
  })
})
