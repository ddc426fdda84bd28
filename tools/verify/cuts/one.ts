/** One write with one harm on its way, and what must hold then. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Got } from '../../../apps/server/tests/world.ts'
import type { Hall } from './hall.ts'
import type { Change } from './state.ts'
import type { Harm } from './way.ts'
import type { Write } from './writes.ts'

/** What became of a write: nothing happened to it, or what its caller was told. */
export type Fate = 'whole' | 'done' | 'undone' | 'unknown'

export interface Tried {
  readonly fate: Fate
  readonly faults: readonly string[]
}

/** What happens, and to which message. */
export interface Place {
  readonly harm: Harm
  readonly at: number
  readonly from: 'now' | 'commit'
}

const MOST_TRIES = 60
const PAUSE_MS = 50
const PROBLEM = 'urn:kaohe:problem:'

/** Sends a write under a key. */
export function send({ ask, path, sent }: Write, key: string): Promise<Got> {
  return ask(path, { ...sent, headers: { ...sent.headers, 'Idempotency-Key': key } })
}

const isSame = (a: Change, b: Change): boolean => isDeepStrictEqual({ ...a }, { ...b })

function fateOf({ status, json }: Got): Fate | undefined {
  if (status === 200) return 'done'
  if (status !== 503) return undefined
  if (json?.type === `${PROBLEM}database-away` && json.detail === '没有改动任何内容')
    return 'undone'
  const isSaid = /可能已经保存，也可能没有.*同一个 Idempotency-Key/.test(String(json?.detail))
  return json?.type === `${PROBLEM}outcome-unknown` && isSaid ? 'unknown' : undefined
}

function faultsOfAnswer(got: Got, fate: Fate | undefined, change: Change, whole: Change): string[] {
  const isApplied = isSame(change, whole)
  if (!isApplied && Object.keys(change).length > 0) return [`half done: ${JSON.stringify(change)}`]
  if (fate === undefined) return [`answered ${got.status} ${got.text.slice(0, 200)}`]
  if (fate === 'done' && !isApplied) return ['said to be done, and is not']
  if (fate === 'undone' && isApplied) return ['said to be undone, and is done']
  return []
}

async function again(write: Write, key: string): Promise<Got> {
  let got = await send(write, key)
  for (let n = 0; got.status === 503 && n < MOST_TRIES; n += 1) {
    await new Promise((later) => {
      setTimeout(later, PAUSE_MS)
    })
    got = await send(write, key)
  }
  return got
}

// As many at once as there are connections, by somebody else: each is told who he is himself.
async function poisoned({ world }: Hall): Promise<string[]> {
  const ask = await world.as('observer', 'cousin')
  const all = await Promise.all(Array.from({ length: 3 }, () => ask('/session')))
  return all.flatMap(({ status, json }) =>
    status === 200 && json.person.name === 'observer@cousin'
      ? []
      : [`the next asked got ${status}`],
  )
}

/**
 * Tries a write once with a harm on its way, from the state that is kept, which is put back.
 * @param whole what it changes when nothing happens to it
 */
export async function triedOnce(
  hall: Hall,
  write: Write,
  whole: Change,
  { harm, at, from }: Place,
): Promise<Tried> {
  const { way, state } = hall
  const key = randomUUID()
  way.arm(harm, at, from)
  const got = await send(write, key)
  const { isHarmed } = way.rest()
  // The server has given the line up; now the database learns that it is gone.
  way.heal()
  const fate = fateOf(got)
  const faults: string[] = []
  if (isHarmed) {
    await state.settled()
    faults.push(...faultsOfAnswer(got, fate, await state.change(), whole))
  }
  const last = await again(write, key)
  await state.settled()
  const end = await state.change()
  if (last.status !== 200) faults.push(`sent again: ${last.status} ${last.text.slice(0, 200)}`)
  if (!isSame(end, whole)) faults.push(`sent again, not done once: ${JSON.stringify(end)}`)
  if (got.status === 200 && !isDeepStrictEqual(last.json, got.json))
    faults.push('sent again, answered otherwise')
  faults.push(...(await poisoned(hall)))
  await state.restore(end)
  return { fate: isHarmed ? (fate ?? 'unknown') : 'whole', faults }
}
