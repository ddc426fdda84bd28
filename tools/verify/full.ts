/**
 * REL-03: the disk full at 100 random byte counts while 32 people write and others read: each write is acknowledged
 * or refused with a clear answer, every page is read, and when there is room again, writing goes on by itself; nothing
 * acknowledged is lost, and the log verifies. 100 rounds at scale 1. The same with a planted bug (nobody looks at how
 * much is free, so that the database meets the end of the disk) must find that pages do not come. Needs root: it mounts.
 */
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { Disk } from './full/disk.ts'
import { rounds, type Told } from './full/rounds.ts'
import { freePort, ServerUnderTest } from './installation/server.ts'

const ROUNDS = 100
const PLANTED_ROUNDS = 10
const DISK_MEGABYTES = 600
const MEGABYTE = 2 ** 20
const LEAST_FREE_MEGABYTES = 200
/** Half the rounds begin below the line, half so near above it that the writing crosses it. */
const ABOVE_MEGABYTES = 6
const SHOWN = 10

const drawn = (from: number, to: number): number =>
  Math.floor((from + Math.random() * (to - from)) * MEGABYTE)

function freeOf(round: number): number {
  return round % 2 === 0
    ? drawn(0, LEAST_FREE_MEGABYTES)
    : drawn(LEAST_FREE_MEGABYTES, LEAST_FREE_MEGABYTES + ABOVE_MEGABYTES)
}

async function run(frees: readonly number[], leastFree: number): Promise<Told> {
  const disk = new Disk(DISK_MEGABYTES)
  const under = { dataDir: disk.folder, port: await freePort() }
  process.env['KAOHE_LEAST_FREE_MB'] = String(leastFree)
  const server = new ServerUnderTest(under)
  try {
    return await rounds(server, under, disk, frees, progress('rounds', frees.length))
  } finally {
    disk.clear()
    await server.stop()
    disk.remove()
  }
}

export default async function full({ scale }: VerifyOptions): Promise<void> {
  const frees = Array.from({ length: Math.ceil(ROUNDS * scale) }, (_, round) => freeOf(round))
  const right = await run(frees, LEAST_FREE_MEGABYTES)
  console.log(
    `${right.rounds} rounds, ${right.acknowledged} writes acknowledged, ${right.read} pages read; the disk was full in ${right.full}; written again after at most ${Math.round(right.slowestMs)} ms`,
  )
  for (const fault of right.faults.slice(0, SHOWN)) console.log(fault)
  if (right.faults.length > 0) throw new Error(`${right.faults.length} things do not hold`)
  if (right.full === 0) throw new Error('the disk was never full, so nothing was tried')
  const planted = Array.from({ length: PLANTED_ROUNDS }, () => drawn(0, 1))
  const wrong = await run(planted, 0)
  if (wrong.faults.length === 0) throw new Error('the planted bug was not found')
  console.log(`the planted bug was found in round ${wrong.rounds}: ${wrong.faults[0]}`)
}
