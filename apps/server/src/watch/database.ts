import type { Connection, Database } from '@kaohe/storage'
import type { Logger } from 'pino'
import { makeMetrics, type Metrics } from './metrics.ts'
import type { WatchSettings } from './settings.ts'
import type { Space } from './space.ts'

const LONGEST_SQL = 1000

interface Watched {
  readonly watch: WatchSettings
  readonly log: Logger
  readonly space: Space
}

/** A pool whose slow queries are counted and written down, without their values. */
export function watchedDatabase(
  connect: (connection: Connection) => Database,
  url: string,
  { watch, log, space }: Watched,
): { readonly db: Database; readonly metrics: Metrics } {
  const slowMs = watch.slowQueryMs
  const held: { metrics?: Metrics } = {}
  const onSlow = ({ sql, ms }: { readonly sql: string; readonly ms: number }): void => {
    held.metrics?.slowQuery()
    log.warn({ sql: sql.slice(0, LONGEST_SQL), ms: Math.round(ms) }, 'slow query')
  }
  const db = connect({ url, slowMs, onSlow })
  const metrics = makeMetrics(db, space)
  held.metrics = metrics
  return { db, metrics }
}
