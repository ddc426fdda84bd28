/**
 * REL-07: 200 sessions write over one another in 50 cells (fields of a report, marks of a desk), each with `If-Match`:
 * the history of each cell is linearisable, its versions and its entries in the log chain exactly, the last that was
 * accepted stands, and each loser is shown both versions. 100,000 edits at scale 1. The same with a planted bug (the
 * version is not looked at) must find it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'
import { type Board, fieldsOfReport, marksOfDesk } from './edits/cells.ts'
import { edits } from './edits/editing.ts'
import { faultsOf } from './edits/history.ts'
import { faultsStored } from './edits/stored.ts'
import { checkLog } from './installation/check.ts'
import { asOwner } from './installation/database.ts'
import { freePort, ServerUnderTest } from './installation/server.ts'

const EDITS = 100_000
const PLANTED_EDITS = 400
const CELLS = 50
const SESSIONS = 200
const SYSTEMS = ['neimenggu', 'dongguan']
const SHOWN = 10
const PLANT = fileURLToPath(new URL('edits/plant.ts', import.meta.url))

function faultsIn(dataDir: string, histories: Awaited<ReturnType<typeof edits>>) {
  const told = [...histories.values()].flatMap(faultsOf)
  return asOwner(dataDir, async (client) => [
    ...told,
    ...(await faultsStored(client, histories)),
    ...(await checkLog(client)),
  ])
}

async function tried(dataDir: string, port: number, count: number, sessions: number) {
  const boards: Board[] = []
  for (const [at, system] of SYSTEMS.entries()) {
    const each = CELLS / SYSTEMS.length / 2
    const people = sessions / SYSTEMS.length / 2
    boards.push(await fieldsOfReport(port, system, people, Math.ceil(each) - at))
    boards.push(await marksOfDesk(port, system, people, Math.floor(each) + at))
  }
  const begun = performance.now()
  const histories = await edits(port, boards, count, progress('edits', count))
  const seconds = (performance.now() - begun) / 1000
  const all = [...histories.values()]
  const sum = (of: 'accepted' | 'refused') => all.reduce((total, one) => total + one[of].length, 0)
  const told = { cells: histories.size, accepted: sum('accepted'), refused: sum('refused') }
  const away = count - told.accepted - told.refused
  return { ...told, away, seconds, faults: await faultsIn(dataDir, histories) }
}

async function run(count: number, sessions: number, plant?: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaohe-edits-'))
  const port = await freePort()
  const under = { dataDir, port, plant }
  const server = new ServerUnderTest(under)
  server.start()
  try {
    await server.ready(300_000)
    return await tried(dataDir, port, count, sessions)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export default async function verifyEdits({ scale }: VerifyOptions): Promise<void> {
  const right = await run(Math.ceil(EDITS * scale), SESSIONS)
  const { cells, accepted, refused, faults, seconds } = right
  console.log(
    `${accepted + refused} edits of ${cells} cells by ${SESSIONS} sessions in ${Math.round(seconds)} s: ${accepted} accepted, ${refused} refused with both versions, ${right.away} turned away unchanged`,
  )
  for (const fault of faults.slice(0, SHOWN)) console.log(fault)
  if (faults.length > 0) throw new Error(`${faults.length} things do not hold`)
  if (cells !== CELLS) throw new Error(`${cells} cells, not ${CELLS}`)
  if (accepted === 0 || refused === 0) throw new Error('nobody met another, so nothing was tried')
  const wrong = await run(PLANTED_EDITS, 20, PLANT)
  const twice = wrong.faults.filter((fault) => /is version|than it had seen/.test(fault))
  if (twice.length === 0) throw new Error('the planted bug was not found')
  console.log(
    `the planted bug was found: ${twice.length} of ${wrong.accepted} writes over what nobody had seen`,
  )
}
