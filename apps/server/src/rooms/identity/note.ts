import { type Act, type Acting, record } from '@kaohe/storage'
import type { Context } from 'hono'
import { requestId } from '../../http/request.ts'

/** What happened at a door, for the log, before or without a post in use. */
export function note(
  db: Acting,
  c: Context,
  now: Date,
  act: Pick<Act, 'act' | 'object' | 'org' | 'person' | 'post' | 'after'>,
): Promise<void> {
  return record(db, { ...act, at: now.toISOString(), channel: 'web', request: requestId(c) })
}
