import type { Got, Sent, World } from '../../../apps/server/tests/world.ts'

export type Ask = (path: string, sent?: Sent) => Promise<Got>

/** A write of the contract that is tried again and again from the same state. */
export interface Write {
  /** As the contract has it: `PUT /cycles/{cycle}/reports/{unit}/entries/{fact}`. */
  readonly route: string
  readonly ask: Ask
  readonly path: string
  readonly sent: Sent
}

/** Writes one after another; each is done once before the next is asked for, which may build on it. */
export type Writes = (world: World) => AsyncGenerator<Write, void, Got>

export const method =
  (name: string) =>
  (route: string, ask: Ask, path: string, body: object = {}): Write => ({
    route: `${name} ${route}`,
    ask,
    path,
    sent: { method: name, body },
  })
export const post = method('POST')
export const put = method('PUT')
export const patch = method('PATCH')
