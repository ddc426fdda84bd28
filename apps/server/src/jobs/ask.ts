import { insertJob, type JobFile } from '@kaohe/storage'
import type { Call } from '../http/call.ts'
import type { Endpoint } from '@kaohe/contract'

interface Wanted {
  readonly kind: string
  /** As its owner finds it among his work; undefined for work that no page shows. */
  readonly title?: string
  readonly input: object
  readonly file?: JobFile
}

/** Asks for work, in the transaction of the request, as the one who asks and on the post in use. */
export function askFor<E extends Endpoint>(
  { db, actor, request }: Pick<Call<E>, 'db' | 'actor' | 'request'>,
  { kind, title, input, file }: Wanted,
): Promise<string> {
  const { org, person, post } = actor
  const job = { org, person, post, kind, title: title ?? null, input, request }
  return insertJob(db, file === undefined ? job : { ...job, file })
}
