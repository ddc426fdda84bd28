import { AsyncLocalStorage } from 'node:async_hooks'
import type { LoggerOptions } from 'pino'

const asked = new AsyncLocalStorage<string>()

/** Runs `work` so that every line it writes names the request. */
export function duringRequest<T>(request: string, work: () => T): T {
  return asked.run(request, work)
}

interface Told {
  readonly type: string
  readonly message?: string
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  readonly stack?: string
}

const frames = (stack: string | undefined): string =>
  (stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n')

/**
 * An error as it may be written down. The database's messages quote values (a name, a login), so of its
 * errors only what they are and where they came from is told.
 */
export function toldError(error: Error): Told {
  const { name: type, message, stack } = error
  if (!('severity' in error)) return { type, message, stack: frames(stack) }
  const { code, table, constraint } = error as Error & Omit<Told, 'type'>
  return {
    type,
    ...(code && { code }),
    ...(table && { table }),
    ...(constraint && { constraint }),
    stack: frames(stack),
  }
}

/** One line of JSON for each event on standard output, with the request it belongs to; no personal data. */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    serializers: { err: toldError },
    mixin: () => {
      const request = asked.getStore()
      return request === undefined ? {} : { request }
    },
  }
}
