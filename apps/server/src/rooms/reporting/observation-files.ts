import { reporting } from '@kaohe/contract'
import {
  type Acting,
  findCycle,
  findObservation,
  findUnit,
  insertUpload,
  OBSERVATION_ITEM,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { shownFile } from './shown.ts'
import { finishFile, takePart, uploadOf } from './uploads.ts'

async function ownerOf(db: Acting, cycle: string) {
  const found = await findCycle(db, cycle)
  return found && findUnit(db, found.org)
}

/** Photos and papers that go with an observation; only the committee's own see them. */
export function observationFileRoutes(app: Hono, services: Services): void {
  const { files } = services

  serve(app, services, reporting.startObservationUpload, async (call) => {
    const { db, params, body, actor, now } = call
    const owner = call.permit(await ownerOf(db, params.cycle))
    const observation = await findObservation(db, params.observation)
    if (observation?.cycle !== params.cycle || observation.org !== owner.id) throw notFound()
    const { name, size } = body
    const item = `${OBSERVATION_ITEM}${observation.id}`
    const upload = await insertUpload(db, {
      org: owner.id,
      cycle: params.cycle,
      item,
      name,
      size,
      shows_on: observation.observed_on,
      person: actor.person,
      at: now.toISOString(),
    })
    await call.record({ object: `upload/${upload.id}`, org: owner.id, after: { item, name, size } })
    return { id: upload.id, received: 0 }
  })

  serve(app, services, reporting.readObservationUpload, async ({ db, params, permit }) => {
    const { id: org } = permit(await ownerOf(db, params.cycle))
    const { id, received } = await uploadOf(db, { ...params, org })
    return { id, received }
  })

  serve(app, services, reporting.sendObservationPart, async (call) => {
    const { db, params, query, bytes } = call
    const { id: org } = call.permit(await ownerOf(db, params.cycle))
    const upload = await uploadOf(db, { ...params, org })
    return takePart(db, files, upload, query.offset, await bytes())
  })

  serve(app, services, reporting.finishObservationUpload, async (call) => {
    const { db, params, actor, now } = call
    const { id: org } = call.permit(await ownerOf(db, params.cycle))
    const upload = await uploadOf(db, { ...params, org })
    if (upload.item !== `${OBSERVATION_ITEM}${params.observation}`) throw notFound()
    const { item } = upload
    const file = await finishFile(db, files, upload, actor.person, now)
    const after = { item, name: file.name, sha256: file.sha256 }
    await call.record({ object: `evidence/${file.id}`, org, after })
    return shownFile({ ...file, item })
  })
}
