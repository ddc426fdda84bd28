import { reporting } from '@kaohe/contract'
import {
  type Acting,
  deleteUpload,
  findFile,
  findUnit,
  insertFile,
  insertUpload,
  linkFile,
  lockUpload,
  noteReceived,
  type StoredUpload,
  unlinkFile,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { checkFile } from '../../files/index.ts'
import { badRequest, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { shownFile } from './shown.ts'
import { type ReportSource, sourceOf } from './source.ts'

function refuseOtherItems({ sheet }: ReportSource, item: string): void {
  if (!sheet.some((one) => one.item.id === item)) throw notFound()
}

async function uploadOf(
  db: Acting,
  place: { readonly cycle: string; readonly unit: string; readonly upload: string },
): Promise<StoredUpload> {
  const upload = await lockUpload(db, place.upload)
  if (upload?.org !== place.unit || upload.cycle !== place.cycle) throw notFound()
  return upload
}

/** Only pictures are shown in the page; all else is saved, whatever its name says. */
const SHOWN_IN_PAGE: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

function disposition(type: string, name: string): string {
  const how = SHOWN_IN_PAGE.includes(type) ? 'inline' : 'attachment'
  return `${how}; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
}

/** Files of evidence: sent in parts that may be resumed, kept by their content, served so that nothing runs. */
export function evidenceRoutes(app: Hono, services: Services): void {
  const { files } = services

  serve(app, services, reporting.startUpload, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    refuseOtherItems(source, body.item)
    const { item, name, size, showsOn } = body
    const upload = await insertUpload(db, {
      org: unit.id,
      cycle: source.cycle.id,
      item,
      name,
      size,
      shows_on: showsOn,
      person: actor.person,
      at: now.toISOString(),
    })
    await call.record({ object: `upload/${upload.id}`, org: unit.id, after: { item, name, size } })
    return { id: upload.id, received: 0 }
  })

  serve(app, services, reporting.readUpload, async ({ db, params, permit }) => {
    permit(await findUnit(db, params.unit))
    const { id, received } = await uploadOf(db, params)
    return { id, received }
  })

  serve(app, services, reporting.sendPart, async ({ db, params, query, permit, bytes }) => {
    permit(await findUnit(db, params.unit))
    const upload = await uploadOf(db, params)
    const part = await bytes()
    const received = upload.received
    if (query.offset !== received) throw conflict(`已收到 ${received} 字节，请从那里接着传`)
    if (part.length === 0 || part.length > reporting.MOST_PART_BYTES)
      throw badRequest('这一段太大或是空的')
    if (received + part.length > upload.size) throw badRequest('比文件的大小还多')
    await files.write(upload.id, received, part)
    await noteReceived(db, upload.id, received + part.length)
    return { id: upload.id, received: received + part.length }
  })

  serve(app, services, reporting.finishUpload, async (call) => {
    const { db, params, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const upload = await uploadOf(db, params)
    if (upload.received !== upload.size) throw conflict('文件还没有传完')
    const checked = await checkFile(upload.name, await files.whole(upload.id))
    if ('why' in checked)
      throw invalid([{ pointer: '/body', message: `${upload.name}：${checked.why}` }])
    const sha256 = await files.keep(upload.id)
    const { cycle, item, name, size, shows_on } = upload
    const file = await insertFile(
      db,
      {
        org: unit.id,
        cycle,
        sha256,
        name,
        type: checked.type,
        size,
        shows_on,
        person: actor.person,
        at: now.toISOString(),
      },
      item,
    )
    await deleteUpload(db, upload.id)
    const after = { item, name, sha256 }
    await call.record({ object: `evidence/${file.id}`, org: unit.id, after })
    return shownFile({ ...file, item })
  })

  serve(app, services, reporting.linkEvidence, async (call) => {
    const { db, params } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    refuseOtherItems(source, params.item)
    const file = await findFile(db, params.file)
    if (file?.org !== unit.id || file.cycle !== source.cycle.id) throw notFound()
    await linkFile(db, file, params.item)
    const after = { item: params.item }
    await call.record({ object: `evidence/${file.id}`, org: unit.id, after })
    return shownFile({ ...file, item: params.item })
  })

  serve(app, services, reporting.unlinkEvidence, async (call) => {
    const { db, params } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const file = await findFile(db, params.file)
    if (file?.org !== unit.id || file.cycle !== params.cycle) throw notFound()
    if (!(await unlinkFile(db, file, params.item))) throw notFound()
    const before = { item: params.item }
    await call.record({ object: `evidence/${file.id}`, org: unit.id, before })
    return null
  })

  serve(app, services, reporting.readEvidence, async ({ db, params, permit }) => {
    const file = await findFile(db, params.file)
    permit(file && (await findUnit(db, file.org)))
    return new Response(files.read(file!.sha256), {
      headers: {
        'Content-Type': file!.type,
        'Content-Length': `${file!.size}`,
        'Content-Disposition': disposition(file!.type, file!.name),
      },
    })
  })
}
