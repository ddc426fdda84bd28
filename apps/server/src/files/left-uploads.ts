import { acting, type Database, deleteLeftUploads } from '@kaohe/storage'
import type { FileStore } from './store.ts'

interface Keeping {
  readonly db: Database
  readonly files: FileStore
  readonly now: () => Date
}

const DAY_MS = 86_400_000
/** How long an upload that nobody goes on with is kept. */
export const KEPT_DAYS = 7

/**
 * Clears away uploads that were broken off and that nobody went on with for a week: the row, and what had
 * arrived of the file.
 * @returns how many files were cleared away
 */
export async function clearLeftUploads({ db, files, now }: Keeping): Promise<number> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS)
  const [left, lately] = await files.incoming(before)
  // A part that came lately keeps an upload that began long ago.
  await acting(db, { role: 'upload-keeper' }, (asKeeper) =>
    deleteLeftUploads(asKeeper, before.toISOString(), lately),
  )
  for (const upload of left) await files.discard(upload)
  return left.length
}
