import { checkpointText } from '@kaohe/log'
import { sql } from 'kysely'
import { type Acting, acting } from '../acting.ts'
import type { Database } from '../connect.ts'
import { frontier, grow, loadNodes, treeSize } from './tree.ts'

/** The log as its checkpoints call it, and who signs them. */
export interface Keeper {
  readonly origin: string
  /** Makes a signed note of a checkpoint's text. */
  sign(text: string): string
}

const PLACING_LOCK = 7_240_003
const MOST_AT_ONCE = 1000

async function waiting(db: Acting): Promise<{ id: string; leaf: Buffer }[]> {
  return db
    .selectFrom('log_entry')
    .select(['id', 'leaf'])
    .where('position', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_AT_ONCE)
    .execute()
}

async function givePositions(db: Acting, ids: readonly string[], from: number): Promise<void> {
  await sql`
    UPDATE log_entry SET position = ${from}::bigint + ordinality - 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS placed (id, ordinality)
    WHERE log_entry.id = placed.id`.execute(db)
}

/** Gives the entries that wait their place in the tree. @returns how many got one */
async function placeSome(db: Acting, { origin, sign }: Keeper, at: string): Promise<number> {
  const locked = await sql<{ locked: boolean }>`
    SELECT pg_try_advisory_xact_lock(${PLACING_LOCK}) AS locked`.execute(db)
  if (locked.rows[0]?.locked !== true) return 0
  const entries = await waiting(db)
  if (entries.length === 0) return 0
  const size = await treeSize(db)
  const known = await loadNodes(db, frontier(size))
  const leaves = entries.map(({ leaf }) => leaf)
  const { nodes, root } = grow(size, known, leaves)
  await db
    .insertInto('log_node')
    .values(nodes.map((node) => ({ ...node, hash: Buffer.from(node.hash) })))
    .execute()
  await givePositions(
    db,
    entries.map(({ id }) => id),
    size,
  )
  const checkpoint = { origin, size: size + entries.length, root }
  await db
    .insertInto('log_checkpoint')
    .values({ size: checkpoint.size, at, note: sign(checkpointText(checkpoint)) })
    .execute()
  return entries.length
}

/**
 * Places what waits, until nothing does or another server is at it.
 * @returns how many entries got their position
 */
export async function placeEntries(db: Database, keeper: Keeper, at: string): Promise<number> {
  let total = 0
  for (;;) {
    const placed = await acting(db, { role: 'log-keeper' }, (asKeeper) =>
      placeSome(asKeeper, keeper, at),
    )
    total += placed
    if (placed < MOST_AT_ONCE) return total
  }
}
