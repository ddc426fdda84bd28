/** All harms at the messages of one write after another. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Hall } from './hall.ts'
import { links } from './links.ts'
import { type Fate, type Place, send, triedOnce } from './one.ts'
import { organisation } from './organisation.ts'
import { planning } from './planning.ts'
import { reporting } from './reporting.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import type { Change } from './state.ts'
import { harms } from './way.ts'
import type { Write, Writes } from './writes.ts'

export const rooms: readonly Writes[] = [reporting, review, result, planning, organisation, links]

/** What was tried and what became of it. */
export interface Told {
  readonly routes: string[]
  readonly fates: Record<Fate, number>
  messages: number
  readonly faults: string[]
}

export const nothing = (): Told => ({
  routes: [],
  fates: { whole: 0, done: 0, undone: 0, unknown: 0 },
  messages: 0,
  faults: [],
})

/** What a write changes when nothing happens to it, and of how many messages it is. */
async function whole(
  { way, state }: Hall,
  write: Write,
): Promise<{ change: Change; messages: number }> {
  const key = randomUUID()
  way.count()
  const got = await send(write, key)
  const { messages } = way.rest()
  if (got.status !== 200) throw new Error(`${write.route}: ${got.status} ${got.text}`)
  await state.settled()
  const change = await state.change()
  const again = await send(write, key)
  if (!isDeepStrictEqual(again.json, got.json))
    throw new Error(`${write.route}: answered otherwise`)
  if (!isDeepStrictEqual(await state.change(), change))
    throw new Error(`${write.route}: done twice`)
  await state.restore(change)
  return { change, messages }
}

// From the commit on it is told whether it was stored: there more of the messages are tried.
const OFTENER = 8

/** Tries a harm at every so many messages, until none is left to be harmed. */
async function along(
  hall: Hall,
  write: Write,
  change: Change,
  { harm, from, every }: Pick<Place, 'harm' | 'from'> & { readonly every: number },
  told: Told,
): Promise<void> {
  for (let at = 0; ; at += every) {
    const { fate, faults } = await triedOnce(hall, write, change, { harm, at, from })
    told.fates[fate] += 1
    told.faults.push(
      ...faults.map((one) => `${write.route}, ${harm} at ${at} from ${from}: ${one}`),
    )
    if (fate === 'whole' || told.faults.length > 0) return
  }
}

/**
 * Tries every harm at the messages of the writes of a room; stops at the first write of which something does not hold.
 * @param tick is told after each write
 */
export async function round(
  hall: Hall,
  writes: Writes,
  scale: number,
  told: Told,
  tick: (told: Told) => void,
): Promise<void> {
  const all = writes(hall.world)
  let next = await all.next()
  while (next.done !== true) {
    const write = next.value
    await hall.state.keep()
    const { change, messages } = await whole(hall, write)
    const every = Math.max(1, Math.round(1 / scale))
    const often = Math.max(1, Math.round(every / OFTENER))
    for (const harm of harms) {
      await along(hall, write, change, { harm, from: 'commit', every: often }, told)
      await along(hall, write, change, { harm, from: 'now', every }, told)
    }
    told.routes.push(write.route)
    told.messages += messages
    tick(told)
    if (told.faults.length > 0) return
    next = await all.next(await send(write, randomUUID()))
  }
}
