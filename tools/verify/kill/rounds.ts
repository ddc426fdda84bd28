import { availableParallelism, loadavg } from 'node:os'
import { check } from '../installation/check.ts'
import { bareStart, pause, type ServerUnderTest, type Under } from '../installation/server.ts'
import { signIn, Writers } from '../installation/writers.ts'

const FIRST_START_MS = 300_000
/** It is ready again within this in most rounds, on a machine at rest. */
const READY_MS = 5000
const BARE_START_AT_REST_MS = 90
const LOAD_AT_REST = 2
const LONGEST_READY_MS = 180_000
// Struck is where writing flows: nothing else shows what an acknowledgement is worth.
const FLOWING = 32
const LONGEST_UNTIL_FLOWING_MS = 30_000
const MOST_WRITING_MS = 700

export const targets = ['server', 'database', 'all', 'child'] as const
export type Target = (typeof targets)[number]

export interface Told {
  readonly rounds: number
  readonly writes: number
  readonly acknowledged: number
  readonly slowestMs: number
  readonly medianMs: number
  /** In how many rounds the machine was at rest, and the middle of those. */
  readonly roundsAtRest: number
  readonly atRestMs: number
  readonly faults: readonly string[]
}

/** A machine with more other work than this round brings starts everything later. */
function isAtRest(): boolean {
  const [load = 0] = loadavg()
  return load <= LOAD_AT_REST * availableParallelism() && bareStart() <= BARE_START_AT_REST_MS
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

async function strike(server: ServerUnderTest, target: Target, pick: number): Promise<void> {
  if (target === 'child') server.killChild(pick)
  if (target === 'database' || target === 'all') server.killDatabase()
  if (target === 'server' || target === 'all') await server.killServer()
}

/** Writers write, one or all of the processes are killed, all comes back, and what was acknowledged is there. */
async function round(server: ServerUnderTest, writers: Writers, target: Target): Promise<number> {
  await writers.untilAcknowledged(FLOWING, LONGEST_UNTIL_FLOWING_MS)
  await pause(Math.random() * MOST_WRITING_MS)
  const before = writers.acknowledged
  await strike(server, target, Math.random())
  if (!server.isRunning) server.start()
  const took = await server.ready(LONGEST_READY_MS).catch((error: unknown) => {
    throw new Error(`${target} killed: ${String(error)}`)
  })
  // Until somebody could write again the round is not over.
  await writers.untilAcknowledged(before + 1, READY_MS)
  return took
}

/**
 * So many rounds on one installation, or until something does not hold.
 * @param tick is told after each round
 */
export async function rounds(
  server: ServerUnderTest,
  { dataDir, port }: Under,
  count: number,
  tick: (done: number) => void,
): Promise<Told> {
  server.start()
  await server.ready(FIRST_START_MS)
  const session = await signIn(port)
  const all = { writes: 0, acknowledged: 0, faults: [] as string[] }
  const readyMs: number[] = []
  const atRestMs: number[] = []
  let done = 0
  while (done < count && all.faults.length === 0) {
    const target = targets[done % targets.length]!
    const writers = new Writers(port, session)
    const took = await round(server, writers, target)
    await writers.stop()
    readyMs.push(took)
    if (isAtRest()) atRestMs.push(took)
    all.faults.push(...writers.faults, ...(await check(dataDir, writers.writes)))
    all.writes += writers.writes.length
    all.acknowledged += writers.acknowledged
    done += 1
    tick(done)
  }
  const roundsAtRest = atRestMs.length
  const told = { medianMs: middle(readyMs), roundsAtRest, atRestMs: middle(atRestMs) }
  if (roundsAtRest * 2 > done && told.atRestMs > READY_MS)
    all.faults.push(`ready later than ${READY_MS} ms in most rounds`)
  return { rounds: done, ...all, ...told, slowestMs: Math.max(0, ...readyMs) }
}
