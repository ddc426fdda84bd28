/** A way to the server that is cut: when the reply comes back, or at some moment before. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export interface Cutting {
  readonly port: number
  /** Connections that were cut when the reply was there: the write was stored, and nobody learned of it. */
  readonly afterReply: () => number
  stop(): void
}

// Of ten connections so many are cut when the reply is there, at some moment before, or not at all.
const AT_REPLY = 7
const BEFORE = 2
const LONGEST_MS = 40

/** Opens the way. @param chance small whole numbers below a bound */
export async function cuttingWay(to: number, chance: (below: number) => number): Promise<Cutting> {
  let cut = 0
  const open = new Set<Socket>()
  const server: Server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1')
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => open.delete(socket))
    }
    const end = (): void => {
      client.destroy()
      upstream.destroy()
    }
    client.once('close', () => upstream.destroy())
    upstream.once('close', () => client.end())
    const fate = chance(10)
    client.pipe(upstream)
    if (fate < AT_REPLY)
      upstream.once('data', () => {
        cut += 1
        end()
      })
    else {
      upstream.pipe(client)
      if (fate < AT_REPLY + BEFORE) setTimeout(end, chance(LONGEST_MS))
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    afterReply: () => cut,
    stop: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
