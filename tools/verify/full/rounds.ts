/** Rounds on one installation: its disk is filled but for so many bytes while people write and read, then cleared. */
import { check } from '../installation/check.ts'
import { pause, type ServerUnderTest, type Under } from '../installation/server.ts'
import { type Session, signIn, Writers } from '../installation/writers.ts'
import type { Disk } from './disk.ts'
import { Readers } from './readers.ts'

const FIRST_START_MS = 300_000
const WRITING_MS = 3000
const RECOVERED_MS = 15_000
const AWAY = 503
const FULL = 507

export interface Told {
  readonly rounds: number
  readonly acknowledged: number
  readonly read: number
  /** Rounds in which somebody was told that the disk is full. */
  readonly full: number
  /** From clearing the disk to the next acknowledged write, at most. */
  readonly slowestMs: number
  readonly faults: readonly string[]
}

/** Milliseconds until somebody could write again. */
async function recovered(port: number, session: Session, excuses: readonly number[]) {
  const writers = new Writers(port, session, excuses)
  const begun = performance.now()
  await writers.untilAcknowledged(1, RECOVERED_MS)
  const took = performance.now() - begun
  await writers.stop()
  const late = writers.acknowledged === 0 ? [`nobody could write ${RECOVERED_MS} ms after`] : []
  return { writers, took, faults: [...late, ...writers.faults] }
}

interface Round {
  readonly under: Under
  readonly disk: Disk
  readonly session: Session
  /** Free bytes that it begins with. */
  readonly free: number
}

async function round({ under, disk, session, free }: Round) {
  const { port, dataDir } = under
  const excuses = [AWAY, FULL]
  disk.fillBut(free)
  const writers = new Writers(port, session, excuses)
  const readers = new Readers(port, session)
  await pause(WRITING_MS)
  await writers.stop()
  await readers.stop()
  disk.clear()
  const after = await recovered(port, session, excuses)
  const writes = [...writers.writes, ...after.writers.writes]
  const faults = [...writers.faults, ...readers.faults, ...after.faults]
  return {
    acknowledged: writers.acknowledged + after.writers.acknowledged,
    read: readers.read,
    full: writers.statuses.has(FULL),
    took: after.took,
    faults: [...faults, ...(await check(dataDir, writes))].map(
      (fault) => `${free} bytes free: ${fault}`,
    ),
  }
}

/**
 * One round for each of the given numbers of free bytes, or until something does not hold.
 * @param tick is told after each round
 */
export async function rounds(
  server: ServerUnderTest,
  under: Under,
  disk: Disk,
  frees: readonly number[],
  tick: (done: number) => void,
): Promise<Told> {
  server.start()
  await server.ready(FIRST_START_MS)
  const session = await signIn(under.port)
  const all = { rounds: 0, acknowledged: 0, read: 0, full: 0, slowestMs: 0 }
  for (const free of frees) {
    const { acknowledged, read, full, took, faults } = await round({ under, disk, session, free })
    all.rounds += 1
    all.acknowledged += acknowledged
    all.read += read
    all.full += full ? 1 : 0
    all.slowestMs = Math.max(all.slowestMs, took)
    tick(all.rounds)
    if (faults.length > 0) return { ...all, faults }
  }
  return { ...all, faults: [] }
}
