import type { Attachments } from '@kaohe/contract'
import { insertUpload } from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Call } from '../../http/call.ts'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { shownFile } from './shown.ts'
import { finishFile, takePart, uploadOf } from './uploads.ts'

/** Whose files they are, of which cycle, and what they are linked to: a kind, a slash and an identifier. */
export interface Attached {
  readonly org: string
  readonly cycle: string
  readonly item: string
}

type Asked = Call<Attachments['start' | 'read' | 'send' | 'finish']>

/**
 * Answers the four routes by which files are sent to an object.
 * @param placeOf asks the policies, and throws for an object to which nothing may be added now
 */
export function attachingRoutes(
  app: Hono,
  services: Services,
  sending: Attachments,
  placeOf: (call: Pick<Asked, 'db' | 'params' | 'permit' | 'actor' | 'now'>) => Promise<Attached>,
): void {
  const { files } = services

  serve(app, services, sending.start, async (call) => {
    const { db, body, actor, now } = call
    const place = await placeOf(call)
    const { name, size } = body
    const fresh = { ...place, name, size, shows_on: null, person: actor.person }
    const upload = await insertUpload(db, { ...fresh, at: now.toISOString() })
    const after = { item: place.item, name, size }
    await call.record({ object: `upload/${upload.id}`, org: place.org, after })
    return { id: upload.id, received: 0 }
  })

  serve(app, services, sending.read, async (call) => {
    const { org, cycle } = await placeOf(call)
    const { id, received } = await uploadOf(call.db, { org, cycle, upload: call.params.upload })
    return { id, received }
  })

  serve(app, services, sending.send, async (call) => {
    const { db, params, query, bytes } = call
    const { org, cycle } = await placeOf(call)
    const upload = await uploadOf(db, { org, cycle, upload: params.upload })
    return takePart(db, files, upload, query.offset, await bytes())
  })

  serve(app, services, sending.finish, async (call) => {
    const { db, params, actor, now } = call
    const { org, cycle, item } = await placeOf(call)
    const upload = await uploadOf(db, { org, cycle, upload: params.upload })
    if (upload.item !== item) throw notFound()
    const file = await finishFile(db, files, upload, actor.person, now)
    const after = { item, name: file.name, sha256: file.sha256 }
    await call.record({ object: `evidence/${file.id}`, org, after })
    return shownFile({ ...file, item })
  })
}
