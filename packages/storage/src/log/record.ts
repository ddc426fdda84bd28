import { createHash, randomUUID } from 'node:crypto'
import type { Acting } from '../acting.ts'
import { unwaited } from '../lines/index.ts'

/** One act: who did what to which object, for which organisation, through which channel. */
export interface Act {
  readonly at: string
  readonly act: string
  /** What it was done to, for instance `unit/3f2a…`. */
  readonly object: string
  readonly org?: string | undefined
  readonly person?: string | undefined
  readonly post?: string | undefined
  readonly channel: 'web' | 'api' | 'job' | 'command'
  readonly request: string
  readonly before?: object | undefined
  readonly after?: object | undefined
}

/** JSON with the keys in order and nothing between: the same value has the same bytes. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function digest(value: object | undefined): string | undefined {
  return value && createHash('sha256').update(canonical(value)).digest('hex')
}

/**
 * The bytes of an entry. Contents enter as hashes only, so that personal data can be purged later without
 * breaking the proofs.
 */
export function leafOf(id: string, act: Act): Buffer {
  const { before, after, ...rest } = act
  return Buffer.from(canonical({ ...rest, v: 1, id, before: digest(before), after: digest(after) }))
}

/** Writes the entry of an act, in the transaction of the act: at the latest with its commit, which fails with it. */
export async function record(db: Acting, act: Act): Promise<void> {
  const id = randomUUID()
  const { before, after } = act
  const entry = db
    .insertInto('log_entry')
    .values({
      id,
      org: act.org ?? null,
      person: act.person ?? null,
      at: act.at,
      act: act.act,
      object: act.object,
      change: before || after ? JSON.stringify({ before, after }) : null,
      leaf: leafOf(id, act),
      position: null,
    })
    .compile()
  await db.executeQuery(unwaited(entry))
}
