/** Many sessions that write over one another, each over what it saw last. */
import { pause } from '../installation/server.ts'
import type { Board, Cell } from './cells.ts'
import type { Accepted, CellHistory, Refused } from './history.ts'

interface Answer {
  readonly entry?: { readonly version: number }
  readonly mark?: { readonly version: number }
}

interface Problem {
  readonly type?: string
  readonly versions?: {
    readonly yours: Readonly<Record<string, unknown>>
    readonly standing: Readonly<Record<string, unknown>> | null
  }
}

interface Told {
  readonly accepted?: Accepted
  readonly refused?: Refused
}

const CHANGED = 'urn:kaohe:problem:changed'
// Turned away because all connections were at work too long: nothing was changed, as the log will show.
const AWAY = 'urn:kaohe:problem:database-away'
const AGAIN_MS = 500
const MOST_TRIES = 5

function refusedBy(problem: Problem, cell: Cell, sent: Omit<Accepted, 'version'>): Refused {
  const { yours, standing } = problem.versions ?? {}
  return {
    ...sent,
    yours: Number(yours?.['version']),
    isHis: yours !== undefined && cell.keyIn(yours) === sent.key,
    standing: Number(standing?.['version'] ?? 0),
    by: standing ? cell.keyIn(standing) : '',
  }
}

// A connection that was kept open may be closed as it is used again: the same key asks for the same once more.
async function sentOnce(address: string, init: RequestInit): Promise<Response> {
  for (let n = 1; ; n += 1) {
    try {
      return await fetch(address, init)
    } catch (error) {
      if (n === MOST_TRIES) throw new Error('the server does not answer', { cause: error })
      await pause(AGAIN_MS)
    }
  }
}

/** @returns nothing when it was turned away @throws Error when the answer is neither yes nor that another was first */
async function edit(
  port: number,
  cookie: string,
  cell: Cell,
  { key, base }: { readonly key: string; readonly base: number },
): Promise<Told> {
  const seen = { 'If-Match': `"${base}"`, 'Idempotency-Key': encodeURIComponent(key) }
  const headers = { cookie, 'Content-Type': 'application/json', ...seen }
  const begun = performance.now()
  const body = JSON.stringify(cell.body(key))
  const got = await sentOnce(`http://127.0.0.1:${port}${cell.path}`, {
    method: 'PUT',
    headers,
    body,
  })
  const json = (await got.json()) as Answer & Problem
  const sent = { key, base, begun, ended: performance.now() }
  if (got.status === 200) {
    const { version } = json.entry ?? json.mark!
    return { accepted: { ...sent, version } }
  }
  if (got.status === 412 && json.type === CHANGED) return { refused: refusedBy(json, cell, sent) }
  if (got.status === 503 && json.type === AWAY) {
    await pause(AGAIN_MS)
    return {}
  }
  throw new Error(`${cell.name}: ${got.status} ${JSON.stringify(json)}`)
}

interface Kept extends CellHistory {
  readonly accepted: Accepted[]
  readonly refused: Refused[]
}

/** So many edits of the boards by all their sessions at once. @returns what happened to each cell */
export async function edits(
  port: number,
  boards: readonly Board[],
  count: number,
  tick: (done: number) => void,
): Promise<ReadonlyMap<Cell, CellHistory>> {
  const histories = new Map<Cell, Kept>()
  let done = 0
  let state = 7
  const chance = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const work = async ({ cells }: Board, cookie: string): Promise<void> => {
    const seen = new Map<Cell, number>()
    while (done < count) {
      done += 1
      const key = `第${done}次`
      const cell = cells[chance(cells.length)]!
      const kept = histories.get(cell)!
      const told = await edit(port, cookie, cell, { key, base: seen.get(cell) ?? cell.first })
      if (told.accepted) kept.accepted.push(told.accepted)
      if (told.refused) kept.refused.push(told.refused)
      const version = told.accepted?.version ?? told.refused?.standing
      if (version !== undefined) seen.set(cell, version)
      tick(done)
    }
  }
  for (const { cells } of boards)
    for (const cell of cells)
      histories.set(cell, { name: cell.name, first: cell.first, accepted: [], refused: [] })
  await Promise.all(boards.flatMap((board) => board.cookies.map((cookie) => work(board, cookie))))
  return histories
}
