/**
 * `kill -9` of the server, the database, one of the database's processes, or all of them, while 32 people write:
 * nothing acknowledged is lost, doubled or half done, the log verifies, and all is ready within 5 seconds (judged
 * where the machine has no other work). 200 rounds at scale 1. The same rounds with a planted bug (a write is acknowledged before it is committed) must find it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { rounds, type Told } from './kill/rounds.ts'
import { freePort, ServerUnderTest } from './installation/server.ts'

const ROUNDS = 200
// The planted bug loses something in nearly every round.
const PLANTED_ROUNDS = 12
const SHOWN = 10
const PLANT = fileURLToPath(new URL('kill/plant.ts', import.meta.url))

async function run(count: number, plant?: string): Promise<Told> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaohe-kill-'))
  const under = { dataDir, port: await freePort(), plant }
  const server = new ServerUnderTest(under)
  try {
    return await rounds(server, under, count, progress('rounds', count))
  } finally {
    // Killed in the middle of a round it may be down: started once more, it stops its database too.
    if (!server.isRunning) server.start()
    await server.ready(60_000).catch(() => {})
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export default async function kill({ scale }: VerifyOptions): Promise<void> {
  const right = await run(Math.ceil(ROUNDS * scale))
  const { writes, acknowledged, medianMs, roundsAtRest, atRestMs, slowestMs } = right
  console.log(
    `${right.rounds} rounds, ${writes} writes, ${acknowledged} acknowledged; ready again after ${Math.round(medianMs)} ms in the middle, ${Math.round(slowestMs)} ms at most; ${roundsAtRest} rounds on a machine at rest: ${Math.round(atRestMs)} ms in the middle`,
  )
  for (const fault of right.faults.slice(0, SHOWN)) console.log(fault)
  if (right.faults.length > 0) throw new Error(`${right.faults.length} things do not hold`)
  if (acknowledged === 0) throw new Error('nothing was acknowledged, so nothing was tried')
  const wrong = await run(PLANTED_ROUNDS, PLANT)
  const lost = wrong.faults.filter((fault) => fault.includes('acknowledged and lost'))
  if (lost.length === 0) throw new Error(`the planted bug was not found in ${wrong.rounds} rounds`)
  console.log(`the planted bug was found in round ${wrong.rounds}: ${lost.length} writes lost`)
}
