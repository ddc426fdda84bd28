/**
 * SEC-07: a superuser of the database who has also stolen the key of the checkpoints edits, deletes, inserts,
 * exchanges, truncates, replays an old backup, and signs it all again. A witness who holds any one earlier checkpoint
 * finds each of 1,000 tamperings (scale 1), and nothing in a log that was left alone or only grew. The planted fault, a
 * witness who forgot his checkpoint, must be seen to miss what was signed again.
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { type Checkpoint, readNote } from '@kaohe/checker'
import { signedNote } from '@kaohe/log'
import {
  type Acting,
  acting,
  connect,
  type Database,
  findCheckpoint,
  type Keeper,
  migrate,
  placeEntries,
  record,
} from '@kaohe/storage'
import { sql } from 'kysely'
import { startPostgres } from '../testing/postgres.ts'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { type Forger, sorts } from './tamper/sorts.ts'
import { findings } from './tamper/witness.ts'

const TAMPERINGS = 1000
const PLANTED = 40
const ENTRIES = 240
const BATCH = 8
const SHOWN = 10

class Undone extends Error {}

/** Small whole numbers, the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function thief(): Keeper {
  const { privateKey } = generateKeyPairSync('ed25519')
  const id = Buffer.from('6b616f68', 'hex')
  return {
    origin: 'kaohe',
    sign: (text) => signedNote(text, 'kaohe', id, sign(null, Buffer.from(text), privateKey)),
  }
}

async function write(db: Database, from: number, count: number): Promise<void> {
  await acting(db, { role: 'organiser' }, async (as) => {
    for (let n = from; n < from + count; n += 1)
      await record(as, {
        at: new Date(n * 1000).toISOString(),
        act: 'mark.write',
        object: `mark/${n}`,
        channel: 'web',
        request: `${n}`,
        before: { n: n - 1 },
        after: { n },
      })
  })
}

/** A log that grew batch by batch, and the checkpoint of each, as witnesses keep them. */
async function grown(db: Database, keeper: Keeper): Promise<Checkpoint[]> {
  const kept: Checkpoint[] = []
  for (let n = 0; n < ENTRIES; n += BATCH) {
    await write(db, n, BATCH)
    await placeEntries(db, keeper, new Date(n * 1000).toISOString())
    const { note } = (await acting(db, { role: 'log-keeper' }, (as) => findCheckpoint(as)))!
    kept.push(readNote(note)!)
  }
  return kept
}

/** Runs something as superuser and witness, and leaves the log as it was. */
async function undone<T>(db: Database, work: (as: Acting) => Promise<T>): Promise<T> {
  let told: { readonly value: T } | undefined
  await acting(db, { role: 'log-keeper' }, async (as) => {
    await sql`RESET ROLE`.execute(as)
    told = { value: await work(as) }
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  await acting(db, {}, (as) => sql`SET ROLE kaohe_app`.execute(as))
  return told!.value
}

interface Tried {
  readonly missed: readonly string[]
  readonly tried: number
}

async function tamper(
  db: Database,
  keeper: Keeper,
  kept: readonly Checkpoint[],
  { count, blind }: { readonly count: number; readonly blind: boolean },
): Promise<Tried> {
  const pick = chance(7)
  const names = Object.keys(sorts)
  const step = progress(blind ? 'planted' : 'tamperings', count)
  const missed: string[] = []
  for (let n = 0; n < count; n += 1) {
    const name = names[n % names.length]!
    // Two entries at least: there is something to exchange and to cut off.
    const held = kept[pick(kept.length)]!
    const found = await undone(db, async (as) => {
      const forger: Forger = { db: as, keeper, witnessed: held.size, size: ENTRIES, pick }
      await sorts[name]!(forger)
      return findings(as, blind ? undefined : held)
    })
    if (found.length === 0) missed.push(`${name}, witnessed at ${held.size}`)
    step(n + 1)
  }
  return { missed, tried: count }
}

async function run(db: Database, scale: number): Promise<void> {
  const keeper = thief()
  const kept = await grown(db, keeper)
  for (const held of kept) {
    const found = await undone(db, (as) => findings(as, held))
    if (found.length > 0) throw new Error(`found in a log that only grew: ${found.join('; ')}`)
  }
  const count = Math.ceil(TAMPERINGS * scale)
  const { missed } = await tamper(db, keeper, kept, { count, blind: false })
  for (const one of missed.slice(0, SHOWN)) console.log(`not found: ${one}`)
  if (missed.length > 0) throw new Error(`${missed.length} of ${count} tamperings were not found`)
  console.log(
    `${count} tamperings of ${Object.keys(sorts).length} sorts found, each by one earlier checkpoint; nothing found in ${kept.length} honest ones`,
  )
  const planted = await tamper(db, keeper, kept, { count: PLANTED, blind: true })
  if (planted.missed.length === 0)
    throw new Error('the planted fault, a witness without his checkpoint, was not seen')
  console.log(
    `the planted fault was seen: without a checkpoint ${planted.missed.length} of ${PLANTED} are missed`,
  )
}

export default async function verifyTampering({ scale }: VerifyOptions): Promise<void> {
  const postgres = await startPostgres()
  const db = connect({ url: postgres.url, most: 1 })
  try {
    await migrate(postgres.url)
    await run(db, scale)
  } finally {
    await db.destroy()
    await postgres.stop()
  }
}
