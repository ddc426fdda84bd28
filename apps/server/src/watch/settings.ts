/** How the server is watched, and how it stops. */
export interface WatchSettings {
  /** Least level of what is written down: trace, debug, info, warn, error or fatal. */
  readonly level: string
  /** Queries that take as long are written down, without their values. */
  readonly slowQueryMs: number
  /** What asks for the metrics must bring this; without it only this machine is answered. */
  readonly metricsToken: string | undefined
  /** When it stops, how long connections on which nothing is asked are waited for. */
  readonly drainMs: number
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']
const MOST_MS = 600_000

function msOf(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name] ?? String(otherwise)
  if (/^\d+$/.test(text) && Number(text) <= MOST_MS) return Number(text)
  throw new Error(`${name} 写的是“${text}”，要写毫秒数，0 到 ${MOST_MS} 的整数`)
}

function levelOf(text = 'warn'): string {
  if (LEVELS.includes(text)) return text
  throw new Error(`LOG_LEVEL 写的是“${text}”，要写其中之一：${LEVELS.join('、')}`)
}

/** @throws Error saying which setting is wrong, and what it may be */
export function readWatchSettings(env: NodeJS.ProcessEnv): WatchSettings {
  return {
    level: levelOf(env['LOG_LEVEL']),
    slowQueryMs: msOf(env, 'KAOHE_SLOW_QUERY_MS', 200),
    metricsToken: env['KAOHE_METRICS_TOKEN'],
    drainMs: msOf(env, 'KAOHE_DRAIN_MS', 500),
  }
}
