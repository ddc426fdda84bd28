import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'

const PAUSE_MS = 20
/** An answer that takes longer is broken off when the server stops. */
const LONGEST_ANSWER_MS = 30_000

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

function openConnections(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((_, count) => resolve(count))
  })
}

/** What stops a server of ours without failing a request. */
export interface Drain {
  /** It was told to stop: who balances servers sends it no more. */
  readonly isDraining: () => boolean
  /** It takes no new connection any more, and each answer says that it is the last of its own. */
  readonly isClosing: () => boolean
  /**
   * Says that it stops and goes on for so long, then takes no new connection and waits until all that was
   * asked is answered. Connections that wait to be taken at that moment are cut: nobody should send any.
   * @param idleMs this, and how long connections on which nothing is asked are waited for then
   */
  stop(server: Server, idleMs: number): Promise<void>
}

async function untilQuiet(server: Server, idleMs: number): Promise<void> {
  const begun = Date.now()
  while ((await openConnections(server)) > 0) {
    const waited = Date.now() - begun
    if (waited >= LONGEST_ANSWER_MS) server.closeAllConnections()
    else if (waited >= idleMs) server.closeIdleConnections()
    await pause(PAUSE_MS)
  }
}

export function makeDrain(): Drain {
  let draining = false
  let closing = false
  return {
    isDraining: () => draining,
    isClosing: () => closing,
    stop: async (server, idleMs) => {
      draining = true
      await pause(idleMs)
      closing = true
      // Server.close of http would cut idle connections at once, under a request that is on its way.
      NetServer.prototype.close.call(server)
      await untilQuiet(server, idleMs)
    },
  }
}
