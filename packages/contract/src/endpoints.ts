import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import * as rooms from './rooms/index.ts'

function isEndpoint(one: unknown): one is Endpoint {
  return typeof one === 'object' && one !== null && 'method' in one && 'answer' in one
}

/** Every route of the HTTP API, by the name of its room. */
export const endpoints: readonly {
  readonly room: string
  readonly name: string
  readonly endpoint: Endpoint
}[] = Object.entries(rooms).flatMap(([room, all]) =>
  Object.entries(all as Readonly<Record<string, unknown>>).flatMap(([name, endpoint]) =>
    isEndpoint(endpoint) ? [{ room, name, endpoint }] : [],
  ),
)

/**
 * Whether a dry run can be had: everything happens but is not stored. Not of the doors and of one's own
 * session, which are no act of a post, nor of parts of a file.
 */
export function canRehearse({ method, act, door, passing }: Endpoint): boolean {
  const isRuled = act !== 'anyone' && act !== 'session' && door === undefined
  return isRuled && method !== 'GET' && passing !== true
}

/** Whether it replaces something of which one says the version that one saw. */
export function isVersioned({ method, body }: Endpoint): boolean {
  return method !== 'GET' && body instanceof z.ZodObject && 'version' in body.shape
}
