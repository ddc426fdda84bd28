/** What must hold of the database after each round, asked of it directly as its owner. */
import { leafOf, RootOf } from '@kaohe/checker'
import type { Client } from 'pg'
import { asOwner } from './database.ts'
import type { Write } from './writers.ts'

interface Found {
  readonly id: string
  readonly name: string
  readonly places: number
  readonly entries: number
}

const FOUND = `
  SELECT u.id, u.name,
    (SELECT count(*)::int FROM unit_place p WHERE p.org = u.id) AS places,
    (SELECT count(*)::int FROM log_entry e WHERE e.object = 'unit/' || u.id) AS entries
  FROM unit u WHERE u.name = ANY ($1)`

const ORPHANS = `
  SELECT e.object FROM log_entry e
  WHERE e.object LIKE 'unit/%' AND e.act = 'unit.change'
    AND NOT EXISTS (SELECT FROM unit u WHERE 'unit/' || u.id = e.object)`

function faultsOf(write: Write, found: readonly Found[]): string[] {
  const rows = found.filter(({ name }) => name === write.name)
  const faults: string[] = []
  if (rows.length > 1) faults.push(`${write.name}: doubled`)
  if (write.acknowledged !== undefined && rows.length === 0)
    faults.push(`${write.name}: acknowledged and lost`)
  for (const { id, places, entries } of rows) {
    if (write.acknowledged !== undefined && write.acknowledged !== id)
      faults.push(`${write.name}: another one than was acknowledged`)
    if (places !== 1 || entries !== 1)
      faults.push(`${write.name}: half done (${places} places, ${entries} entries)`)
  }
  return faults
}

async function checkWrites(client: Client, writes: readonly Write[]): Promise<string[]> {
  const { rows } = await client.query<Found>(FOUND, [writes.map(({ name }) => name)])
  const byName = Map.groupBy(rows, ({ name }) => name)
  const faults = writes.flatMap((write) => faultsOf(write, byName.get(write.name) ?? []))
  const orphans = await client.query<{ object: string }>(ORPHANS)
  return [...faults, ...orphans.rows.map(({ object }) => `${object}: an entry without its unit`)]
}

const rootIn = (note: string): string => note.split('\n')[2] ?? ''

/** Every checkpoint ever signed is of the entries that are there, in their places. */
export async function checkLog(client: Client): Promise<string[]> {
  const entries = await client.query<{ position: string; leaf: Buffer }>(
    'SELECT position, leaf FROM log_entry WHERE position IS NOT NULL ORDER BY position',
  )
  const notes = await client.query<{ size: string; note: string }>(
    'SELECT size, note FROM log_checkpoint ORDER BY size',
  )
  const signed = new Map(notes.rows.map(({ size, note }) => [Number(size), rootIn(note)]))
  const tree = new RootOf()
  const faults: string[] = []
  for (const { position, leaf } of entries.rows) {
    if (Number(position) !== tree.size) faults.push(`the log has no entry ${tree.size}`)
    tree.addHash(leafOf(leaf))
    const root = signed.get(tree.size)
    if (root !== undefined && root !== Buffer.from(tree.root()).toString('base64'))
      faults.push(`the checkpoint at ${tree.size} is of other entries`)
    signed.delete(tree.size)
    if (faults.length > 0) return faults
  }
  return [...signed.keys()].map((size) => `the log is shorter than its checkpoint at ${size}`)
}

/** @returns what does not hold */
export function check(dataDir: string, writes: readonly Write[]): Promise<string[]> {
  return asOwner(dataDir, async (client) => [
    ...(await checkWrites(client, writes)),
    ...(await checkLog(client)),
  ])
}
