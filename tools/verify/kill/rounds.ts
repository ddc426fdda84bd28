import { check } from './check.ts'
import { bareStart, pause, type ServerUnderTest, type Under } from './server.ts'
import { signIn, Writers } from './writers.ts'

const FIRST_START_MS = 300_000
/** It is ready again within this, on a machine where a bare start of Node takes so long: in most rounds. */
const READY_MS = 5000
const BARE_START_MS = 60
const LONGEST_READY_MS = 60_000
const LEAST_WRITING_MS = 200
const MOST_WRITING_MS = 900

export const targets = ['server', 'database', 'all', 'child'] as const
export type Target = (typeof targets)[number]

export interface Told {
  readonly rounds: number
  readonly writes: number
  readonly acknowledged: number
  readonly slowestMs: number
  readonly medianMs: number
  readonly faults: readonly string[]
}

async function strike(server: ServerUnderTest, target: Target, pick: number): Promise<void> {
  if (target === 'child') server.killChild(pick)
  if (target === 'database' || target === 'all') server.killDatabase()
  if (target === 'server' || target === 'all') await server.killServer()
}

/** Writers write, one or all of the processes are killed, all comes back, and what was acknowledged is there. */
async function round(server: ServerUnderTest, writers: Writers, target: Target): Promise<number> {
  const before = writers.writes.filter(({ acknowledged }) => acknowledged).length
  await pause(LEAST_WRITING_MS + Math.random() * (MOST_WRITING_MS - LEAST_WRITING_MS))
  await strike(server, target, Math.random())
  if (!server.isRunning) server.start()
  const took = await server.ready(LONGEST_READY_MS).catch((error: unknown) => {
    throw new Error(`${target} killed: ${String(error)}`)
  })
  // Until somebody could write again the round is not over.
  for (let waited = 0; waited < READY_MS; waited += 50) {
    if (writers.writes.filter(({ acknowledged }) => acknowledged).length > before) break
    await pause(50)
  }
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
  let done = 0
  while (done < count && all.faults.length === 0) {
    const target = targets[done % targets.length]!
    const writers = new Writers(port, session)
    const took = await round(server, writers, target)
    await writers.stop()
    readyMs.push(took)
    all.faults.push(...writers.faults, ...(await check(dataDir, writers.writes)))
    all.writes += writers.writes.length
    all.acknowledged += writers.writes.filter(({ acknowledged }) => acknowledged).length
    done += 1
    tick(done)
  }
  const limitMs = Math.round(READY_MS * Math.max(1, bareStart() / BARE_START_MS))
  const sorted = readyMs.toSorted((a, b) => a - b)
  const medianMs = sorted[Math.floor(sorted.length / 2)] ?? 0
  if (medianMs > limitMs) all.faults.push(`ready later than ${limitMs} ms in most rounds`)
  return { rounds: done, ...all, medianMs, slowestMs: sorted.at(-1) ?? 0 }
}
