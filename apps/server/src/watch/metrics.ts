import { acting, answers, countJobs, countWaiting, type Database } from '@kaohe/storage'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Space } from './space.ts'

const LONGEST_WAIT_MS = 2000
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What Prometheus is told. No label holds more than the names of routes: no identifier, nobody's name. */
export interface Metrics {
  answered(method: string, route: string, status: number, seconds: number): void
  begun(): void
  ended(): void
  slowQuery(): void
  /** The text that Prometheus reads. */
  text(): Promise<string>
  readonly contentType: string
}

function watchDatabase(registry: Registry, db: Database): void {
  const up = new Gauge({
    name: 'kaohe_database_up',
    help: '1 when the database answers',
    registers: [],
    async collect() {
      this.set((await answers(db, LONGEST_WAIT_MS)) ? 1 : 0)
    },
  })
  const waiting = new Gauge({
    name: 'kaohe_log_waiting',
    help: 'Entries of the log of acts that have no place in its tree yet',
    registers: [],
    async collect() {
      const counted = acting(db, { role: 'log-keeper' }, countWaiting)
      // While the database is away the figure is not known.
      this.set(await counted.catch(() => Number.NaN))
    },
  })
  for (const state of ['waiting', 'running'] as const)
    registry.registerMetric(
      new Gauge({
        name: `kaohe_jobs_${state}`,
        help: `Pieces of work in the background that are ${state}`,
        registers: [],
        async collect() {
          const counted = countJobs(db)
          this.set(await counted.then((all) => all[state]).catch(() => Number.NaN))
        },
      }),
    )
  registry.registerMetric(up)
  registry.registerMetric(waiting)
}

function watchSpace(registry: Registry, space: Space): void {
  const free = new Gauge({
    name: 'kaohe_free_bytes',
    help: 'Bytes free on the disk of the data folder',
    registers: [],
    async collect() {
      this.set(await space.free())
    },
  })
  registry.registerMetric(free)
}

/** Counters of one server. */
export function makeMetrics(db: Database, space: Space): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  watchDatabase(registry, db)
  watchSpace(registry, space)
  const seconds = new Histogram({
    name: 'kaohe_http_seconds',
    help: 'Seconds from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const running = new Gauge({ name: 'kaohe_http_running', help: 'Requests at work', registers })
  const slow = new Counter({
    name: 'kaohe_slow_queries_total',
    help: 'Queries that took longer than KAOHE_SLOW_QUERY_MS',
    registers,
  })
  return {
    answered: (method, route, status, took) =>
      seconds.observe({ method, route, status: String(status) }, took),
    begun: () => running.inc(),
    ended: () => running.dec(),
    slowQuery: () => slow.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
