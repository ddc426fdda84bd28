/** Whether the database and the log tell the same of a cell as those who wrote it were told. */
import { createHash } from 'node:crypto'
import { canonical } from '@kaohe/storage'
import type { Client } from 'pg'
import type { Cell } from './cells.ts'
import type { CellHistory } from './history.ts'

interface Said extends Readonly<Record<string, unknown>> {
  readonly version: number
}

interface Entry {
  readonly object: string
  readonly leaf: Buffer
  readonly change: { readonly before?: Said; readonly after: Said }
}

const STANDING = `
  SELECT 'entry/' || cycle || '/' || org || '/' || fact || '/' || period AS object, version, text AS words FROM entry
  UNION ALL
  SELECT 'cycle/' || cycle || '/mark/' || party || '/' || item || '/' || unit, version, reason FROM mark`

const hashOf = (value: object | undefined): string | undefined =>
  value && createHash('sha256').update(canonical(value)).digest('hex')

function faultsOfEntry({ leaf, change }: Entry, last: Entry | undefined, cell: Cell): string[] {
  const { before, after } = change
  const hashes = JSON.parse(leaf.toString()) as { before?: string; after?: string }
  const faults: string[] = []
  if (hashes.before !== hashOf(before) || hashes.after !== hashOf(after))
    faults.push('holds other words than were hashed')
  if ((before?.version ?? 0) + 1 !== after.version) faults.push('skips a version')
  if (last !== undefined && hashes.before !== hashOf(last.change.after))
    faults.push('does not begin where the one before ended')
  if (last === undefined && after.version !== cell.first + 1) faults.push('is not the first')
  return faults.map((fault) => `${cell.name}: the entry of version ${after.version} ${fault}`)
}

function faultsOfCell(
  cell: Cell,
  { accepted }: CellHistory,
  entries: readonly Entry[],
  standing: { readonly version: number; readonly words: string | null } | undefined,
): string[] {
  const sorted = entries.toSorted((a, b) => a.change.after.version - b.change.after.version)
  const faults = sorted.flatMap((entry, at) => faultsOfEntry(entry, sorted[at - 1], cell))
  const logged = sorted.map(({ change }) => cell.keyIn(change.after))
  const told = accepted.toSorted((a, b) => a.version - b.version).map(({ key }) => key)
  if (canonical(logged) !== canonical(told))
    faults.push(`${cell.name}: ${logged.length} writes logged, ${told.length} told, or others`)
  const last = told.at(-1)
  if (
    last !== undefined &&
    (standing?.version !== cell.first + told.length || standing.words !== last)
  )
    faults.push(`${cell.name}: not the last that was accepted stands`)
  return faults
}

/** @returns what does not hold of the cells, asked of the database as its owner */
export async function faultsStored(
  client: Client,
  histories: ReadonlyMap<Cell, CellHistory>,
): Promise<string[]> {
  const objects = [...histories.keys()].map(({ object }) => object)
  const { rows } = await client.query<Entry>(
    'SELECT object, leaf, change FROM log_entry WHERE object = ANY ($1)',
    [objects],
  )
  const entries = Map.groupBy(rows, ({ object }) => object)
  const stand = await client.query<{ object: string; version: number; words: string | null }>(
    STANDING,
  )
  const standing = new Map(stand.rows.map((row) => [row.object, row]))
  return [...histories].flatMap(([cell, history]) =>
    faultsOfCell(cell, history, entries.get(cell.object) ?? [], standing.get(cell.object)),
  )
}
