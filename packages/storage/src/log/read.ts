import { consistencyPath, inclusionPath, type Range, fullNodes, proofOf } from '@kaohe/log'
import type { Acting } from '../acting.ts'
import { loadNodes, nodesIn, sha256 } from './tree.ts'

const PAGE = 50
const LINES = 2000

/** An act as people look at it. */
export interface StoredAct {
  readonly id: string
  readonly at: string
  readonly act: string
  readonly object: string
  readonly person_name: string | null
  readonly org_name: string | null
  readonly change: unknown
  readonly position: number | null
}

/** A page of the acts that the asker may see, the newest first. */
export async function listActs(
  db: Acting,
  before: { readonly at: string; readonly id: string } | undefined,
): Promise<StoredAct[]> {
  return db
    .selectFrom('log_entry')
    .leftJoin('person', 'person.id', 'log_entry.person')
    .leftJoin('unit', 'unit.id', 'log_entry.org')
    .select([
      'log_entry.id',
      'log_entry.at',
      'log_entry.act',
      'log_entry.object',
      'log_entry.change',
      'log_entry.position',
      'person.name as person_name',
      'unit.name as org_name',
    ])
    .$if(before !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('log_entry.at', 'log_entry.id'), '<', eb.tuple(before!.at, before!.id)),
      ),
    )
    .orderBy('log_entry.at', 'desc')
    .orderBy('log_entry.id', 'desc')
    .limit(PAGE)
    .execute()
}

export interface StoredCheckpoint {
  readonly size: number
  readonly at: string
  readonly note: string
}

/** The last checkpoint, or the one of a size. */
export async function findCheckpoint(
  db: Acting,
  size?: number,
): Promise<StoredCheckpoint | undefined> {
  return db
    .selectFrom('log_checkpoint')
    .selectAll()
    .$if(size !== undefined, (query) => query.where('size', '=', size!))
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function hashesOf(db: Acting, path: readonly Range[]): Promise<Buffer[]> {
  const nodes = await loadNodes(db, path.flatMap(fullNodes))
  return proofOf(sha256, path, nodesIn(nodes)).map((hash) => Buffer.from(hash))
}

/** What proves that the entry at a position is in the tree of a size. */
export function inclusionProof(db: Acting, index: number, size: number): Promise<Buffer[]> {
  return hashesOf(db, inclusionPath(index, size))
}

/** What proves that the tree of a size only grew since it had the older one. */
export function consistencyProof(db: Acting, old: number, size: number): Promise<Buffer[]> {
  return hashesOf(db, consistencyPath(old, size))
}

/** One line of an export: every entry's hash, and what the asker may see of it. */
export interface LogLine {
  readonly position: number
  readonly hash: Buffer
  readonly leaf: Buffer | null
  readonly change: unknown
}

/** Entries from a position on, some thousand at once. */
export async function logLines(db: Acting, from: number): Promise<LogLine[]> {
  return db
    .selectFrom('log_node')
    .leftJoin('log_entry', 'log_entry.position', 'log_node.index')
    .select(['log_node.index as position', 'log_node.hash', 'log_entry.leaf', 'log_entry.change'])
    .where('log_node.level', '=', 0)
    .where('log_node.index', '>=', from)
    .orderBy('log_node.index')
    .limit(LINES)
    .execute()
}

/** An entry as it was hashed, and what it was written of. */
export interface PlacedEntry {
  readonly position: number
  readonly leaf: Buffer
  readonly change: unknown
}

/** The entries of an act on an object that have their place in the tree, in order. */
export async function entriesOn(
  db: Acting,
  { org, act, object }: { readonly org: string; readonly act: string; readonly object: string },
): Promise<PlacedEntry[]> {
  return db
    .selectFrom('log_entry')
    .select(['position', 'leaf', 'change'])
    .where('org', '=', org)
    .where('act', '=', act)
    .where('object', '=', object)
    .where('position', 'is not', null)
    .orderBy('position')
    .$narrowType<{ position: number }>()
    .execute()
}

/** How many entries wait for their place in the tree. */
export async function countWaiting(db: Acting): Promise<number> {
  const { count } = await db
    .selectFrom('log_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('position', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
