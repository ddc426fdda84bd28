import { statfs } from 'node:fs/promises'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { storageFull } from '../http/problem.ts'

const MEGABYTE = 2 ** 20
const KNOWN_FOR_MS = 500

/** How much is free on the disk of the data folder, and whether that is too little to go on writing. */
export interface Space {
  /** In bytes, as it was half a second ago at most. */
  free(): Promise<number>
  isShort(): Promise<boolean>
}

/**
 * @param leastMegabytes Below this it is short; 0 when nobody is to look.
 * @param look How many bytes are free; another one in tests.
 * @example
 * const space = spaceOn('/var/lib/kaohe', 200)
 * if (await space.isShort()) throw storageFull()
 */
export function spaceOn(
  folder: string,
  leastMegabytes: number,
  look: () => Promise<number> = async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
): Space {
  const known = { at: Number.NEGATIVE_INFINITY, free: Promise.resolve(Number.POSITIVE_INFINITY) }
  const free = (): Promise<number> => {
    const now = performance.now()
    if (now - known.at > KNOWN_FOR_MS) Object.assign(known, { at: now, free: look() })
    return known.free
  }
  const isShort = async (): Promise<boolean> =>
    leastMegabytes > 0 && (await free()) < leastMegabytes * MEGABYTE
  return { free, isShort }
}

// Who cannot sign in cannot read either; it takes a few bytes.
const isSession = (path: string): boolean => path === '/api/session'

/**
 * Refuses what would write while the disk is nearly full. The database cannot be asked for reads either once it met
 * the end of its disk, so that it is kept from it: reading goes on, and writing again by itself once there is room.
 */
export function refuseWhenShort(
  app: Hono,
  { space, log }: { readonly space: Space; readonly log: Logger },
): void {
  const said = { short: false }
  const isShort = async (): Promise<boolean> => {
    const short = await space.isShort()
    if (short === said.short) return short
    said.short = short
    const free = await space.free()
    if (short) log.error({ free }, 'too little space is free, nothing is written')
    else log.warn({ free }, 'there is space again')
    return short
  }
  app.use('/api/*', async (c, next) => {
    const writes = c.req.method !== 'GET' && !isSession(c.req.path)
    if (writes && (await isShort())) throw storageFull()
    await next()
  })
}
