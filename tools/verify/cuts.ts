/**
 * REL-05: between the server and PostgreSQL the connection is cut, stalls, or carries half a message, at every message
 * of every write tried (more than thirty routes of the contract): the write is applied once or not at all, its caller is
 * told the truth, the same key sent again has it done exactly once, and the next asked is answered. At a smaller scale so
 * large a part of the messages, and more of the last ones. The same with a planted bug (a commit that was not answered
 * counts as one that was) must find it.
 */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { nothing, rooms, type Told } from './cuts/round.ts'

const WORK = fileURLToPath(new URL('cuts/work.ts', import.meta.url))
const PLANT = fileURLToPath(new URL('cuts/plant.ts', import.meta.url))
const SHOWN = 10
const LEAST_ROUTES = 30
// Marks and what becomes of them: the first write shows the planted bug.
const PLANTED_ROOM = 1

/** Tries the writes of a room in a process of its own. @throws Error when the process ends without a word */
async function worked(room: number, scale: number, plant?: string): Promise<Told> {
  const args = [
    ...(plant === undefined ? [] : ['--import', plant]),
    WORK,
    String(scale),
    String(room),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const last = (await text(child.stdout)).trimEnd().split('\n').at(-1)
  if (!last) throw new Error(`the server of room ${room} ended by itself`)
  return JSON.parse(last) as Told
}

function added(sum: Told, one: Told): Told {
  const fates = { ...sum.fates }
  for (const [fate, count] of Object.entries(one.fates)) fates[fate as keyof typeof fates] += count
  return {
    fates,
    routes: [...sum.routes, ...one.routes],
    messages: sum.messages + one.messages,
    faults: [...sum.faults, ...one.faults],
  }
}

/** Two at a time: most of the time is waited for what is silent. */
async function all(scale: number): Promise<Told> {
  const bar = progress('rooms', rooms.length)
  const waiting = [...rooms.keys()]
  let told = nothing()
  const work = async (): Promise<void> => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
      const one = await worked(room, scale)
      told = added(told, one)
      bar(rooms.length - waiting.length)
    }
  }
  await Promise.all([work(), work()])
  return told
}

export default async function cuts({ scale }: VerifyOptions): Promise<void> {
  const { routes, fates, messages, faults } = await all(scale)
  const { done, undone, unknown } = fates
  console.log(
    `${routes.length} writes of ${messages} messages, ${done + undone + unknown} times harmed: told done ${done}, undone ${undone}, not known ${unknown}; each once after it was sent again`,
  )
  for (const fault of faults.slice(0, SHOWN)) console.log(fault)
  if (faults.length > 0) throw new Error(`${faults.length} things do not hold`)
  if (new Set(routes).size < LEAST_ROUTES)
    throw new Error(`only ${routes.length} writes were tried`)
  if (undone === 0 || unknown === 0) throw new Error('not all that may happen did')
  const wrong = await worked(PLANTED_ROOM, scale, PLANT)
  const lies = wrong.faults.filter((fault) => fault.includes('said to be done, and is not'))
  if (lies.length === 0) throw new Error('the planted bug was not found')
  console.log(`the planted bug was found: ${lies.length} times done was said of what was not`)
}
