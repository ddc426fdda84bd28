/** One who writes over a version that has gone, in a situation in which he might otherwise write. */
import type { Got, Sent, World } from '../world.ts'

export type Ask = (path: string, sent?: Sent) => Promise<Got>

export interface Late {
  /** Room and name of the endpoint. */
  readonly route: string
  readonly ask: Ask
  readonly path: string
  readonly body: object
  /** What he is told that he sent, where it is not all of that. */
  readonly yours?: object
  /** What he is told of what stands. */
  readonly standing: object
}

/** The situations of a room, each of which holds until the next is asked for. */
export type Situations = (world: World) => AsyncGenerator<Late>

export const post = (body: object = {}): Sent => ({ method: 'POST', body })
export const put = (body: object): Sent => ({ method: 'PUT', body })

/** The answer, when there was no problem. @throws Error with the problem */
export async function must(asked: Promise<Got>): Promise<Got['json']> {
  const { status, text, json } = await asked
  if (status !== 200) throw new Error(`${status} ${text}`)
  return json
}
