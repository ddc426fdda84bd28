import type { Connection, Database } from '@kaohe/storage'
import type { Logger } from 'pino'
import { makeMetrics, type Metrics } from './metrics.ts'
import type { WatchSettings } from './settings.ts'

const LONGEST_SQL = 1000

/** A pool whose slow queries are counted and written down, without their values. */
export function watchedDatabase(
  connect: (connection: Connection) => Database,
  url: string,
  { slowQueryMs: slowMs }: WatchSettings,
  log: Logger,
): { readonly db: Database; readonly metrics: Metrics } {
  let metrics: Metrics | undefined
  const onSlow = ({ sql, ms }: { readonly sql: string; readonly ms: number }): void => {
    metrics?.slowQuery()
    log.warn({ sql: sql.slice(0, LONGEST_SQL), ms: Math.round(ms) }, 'slow query')
  }
  const db = connect({ url, slowMs, onSlow })
  metrics = makeMetrics(db)
  return { db, metrics }
}
