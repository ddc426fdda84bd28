/** The way between the server and PostgreSQL, on which something happens to the n-th message of a write. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { CommitFinder } from './commit.ts'
import { Messages } from './messages.ts'

/** Cut before it, cut in the middle of it, silent from it on, or silent after half of it. */
export const harms = ['cut', 'half, then cut', 'stall', 'half, then stall'] as const
export type Harm = (typeof harms)[number]

export interface Way {
  readonly port: number
  /** Lets it happen to a message, counted from 0 in both directions: from now on, or from the next commit on. */
  arm(harm: Harm, at: number, from?: 'now' | 'commit'): void
  /** Counts messages and harms none. */
  count(): void
  /** Nothing more happens; lines that are silent stay so. @returns messages that came, and whether one was harmed */
  rest(): { readonly messages: number; readonly isHarmed: boolean }
  /** Ends the lines that are silent, as a way that comes back does. */
  heal(): void
  stop(): void
}

/** One connection through the way: what stands at both of its ends. */
interface Pair {
  readonly client: Socket
  readonly server: Socket
  isSilent: boolean
}

/** @param to the socket on which PostgreSQL listens */
export async function harmfulWay(to: string): Promise<Way> {
  const pairs = new Set<Pair>()
  let harm: Harm | undefined
  let at = Number.POSITIVE_INFINITY
  let messages = 0
  let isHarmed = false
  let isCounting = true

  const end = (pair: Pair): void => {
    pair.client.destroy()
    pair.server.destroy()
    pairs.delete(pair)
  }
  // What was written before still arrives.
  const cut = ({ client, server }: Pair): void => {
    client.end()
    server.end()
  }
  const hurt = (pair: Pair, message: Buffer, other: Socket): void => {
    isHarmed = true
    pair.isSilent = true
    const isStall = harm === 'stall' || harm === 'half, then stall'
    const half = message.subarray(0, Math.ceil(message.length / 2))
    if (harm?.startsWith('half') === true) other.write(half)
    if (!isStall) cut(pair)
    at = Number.POSITIVE_INFINITY
  }
  const carry = (pair: Pair, from: Socket, other: Socket, side: 'client' | 'server'): void => {
    const split = new Messages(side)
    const commits = new CommitFinder()
    from.on('error', () => {})
    from.on('data', (chunk: Buffer) => {
      for (const message of split.take(chunk)) {
        if (pair.isSilent) return
        if (side === 'client' && commits.isBegun(message)) isCounting = true
        if (isCounting) messages += 1
        if (isCounting && messages - 1 === at) hurt(pair, message, other)
        else other.write(message)
      }
    })
    // A way that is silent does not tell that the other end has gone.
    from.once('close', () => {
      if (!pair.isSilent) end(pair)
    })
  }
  const listener = createServer((client) => {
    const pair: Pair = { client, server: connect(to), isSilent: false }
    pairs.add(pair)
    carry(pair, client, pair.server, 'client')
    carry(pair, pair.server, client, 'server')
  })
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve)
  })
  const begin = (next: Harm | undefined, where: number, from = 'now'): void => {
    isCounting = from === 'now'
    harm = next
    at = where
    messages = 0
    isHarmed = false
  }
  return {
    port: (listener.address() as AddressInfo).port,
    arm: begin,
    count: () => begin(undefined, Number.POSITIVE_INFINITY),
    rest: () => {
      at = Number.POSITIVE_INFINITY
      return { messages, isHarmed }
    },
    heal: () => {
      for (const pair of pairs) if (pair.isSilent) end(pair)
    },
    stop: () => {
      listener.close()
      for (const pair of pairs) end(pair)
    },
  }
}
