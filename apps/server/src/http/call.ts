import type { Endpoint, Received } from '@kaohe/contract'
import type { Role } from '@kaohe/domain'
import type { Acting } from '@kaohe/storage'
import type { Stop } from './problem.ts'
import type { Standing } from './versions.ts'

/** Who is signed in, acting on which post. */
export interface Actor {
  readonly session: string
  readonly person: string
  readonly personName: string
  readonly post: string
  readonly role: Role
  readonly org: string
  readonly orgName: string
  readonly path: readonly string[]
}

/** An organisation as policies look at it. */
export interface Placed {
  readonly path: readonly string[]
}

/** What happened, for the log; who, when and through what is added. */
export interface Happened {
  readonly object: string
  readonly org?: string
  readonly before?: object
  readonly after?: object
}

/** One request to one endpoint, inside its transaction. */
export interface Call<E extends Endpoint> extends Received<E> {
  readonly db: Acting
  readonly actor: Actor
  readonly now: Date
  /** The request, as the log names it. */
  readonly request: string
  /** What was sent, where it is no JSON. */
  bytes(): Promise<Uint8Array>
  /** The object, when the policies allow the endpoint's act on those of its organisation. @throws notFound */
  permit<T extends Placed>(object: T | undefined): T
  /** What the database refuses of what nobody waited for, which shows at the commit, as it is told to people. */
  unless(is: (error: unknown) => boolean, told: () => Stop): void
  /** How to read what a write replaces, as whoever asks may see it now: for those whom another has forestalled. */
  stands(read: Standing): void
  /** Writes the log's entry, in this transaction. */
  record(happened: Happened): Promise<void>
}

/** What answers an endpoint: what is sent as JSON, or a Response with bytes of its own. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<unknown>
