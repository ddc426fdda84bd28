import { reporting } from '@kaohe/contract'
import {
  attachToHappening,
  findFile,
  findUnit,
  insertUpload,
  linkFile,
  unlinkFile,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { textOf } from '../../files/index.ts'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { refuseFilling } from './fill.ts'
import { shownFile, shownHappening } from './shown.ts'
import { declaredEvent, type ReportSource, sourceOf } from './source.ts'
import { finishFile, takePart, uploadOf } from './uploads.ts'

function refuseOtherItems({ sheet }: ReportSource, item: string): void {
  if (!sheet.some((one) => one.item.id === item)) throw notFound()
}

/** Larger ones are not read into memory for a look. */
const MOST_READ_BYTES = 30_000_000

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
      // By the real clock: what was left lying is cleared away by it.
      at: now.toISOString(),
    })
    await call.record({ object: `upload/${upload.id}`, org: unit.id, after: { item, name, size } })
    return { id: upload.id, received: 0 }
  })

  serve(app, services, reporting.readUpload, async ({ db, params, permit }) => {
    permit(await findUnit(db, params.unit))
    const { id, received } = await uploadOf(db, { ...params, org: params.unit })
    return { id, received }
  })

  serve(app, services, reporting.sendPart, async ({ db, params, query, permit, bytes }) => {
    permit(await findUnit(db, params.unit))
    const upload = await uploadOf(db, { ...params, org: params.unit })
    return takePart(db, files, upload, query.offset, await bytes())
  })

  serve(app, services, reporting.finishUpload, async (call) => {
    const { db, params, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const upload = await uploadOf(db, { ...params, org: unit.id })
    const file = await finishFile(db, files, upload, actor.person, now)
    const { item } = upload
    const after = { item, name: file.name, sha256: file.sha256 }
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

  serve(app, services, reporting.attachToHappening, async (call) => {
    const { db, params, body, actor } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const row = source.happenings.find(({ id }) => id === params.happening)
    const event = row && declaredEvent(source, row.event)
    const file = await findFile(db, params.file)
    if (row === undefined || event === undefined || file?.org !== unit.id) throw notFound()
    if (file.cycle !== source.cycle.id) throw notFound()
    refuseFilling(source, actor, event)
    const { shows } = body
    if (shows !== null && !event.evidence?.some(({ name }) => name === shows))
      throw invalid([{ pointer: '/body/shows', message: '方案没有要求这一种材料' }])
    await attachToHappening(db, row, file.id, shows)
    const after = { file: file.id, shows }
    await call.record({ object: `happening/${row.id}`, org: unit.id, after })
    const others = row.files.filter(({ id }) => id !== file.id)
    const kept = shows === null ? others : [...others, { id: file.id, name: file.name, shows }]
    return { happening: shownHappening({ ...row, files: kept }) }
  })

  serve(app, services, reporting.previewEvidence, async ({ db, params, permit }) => {
    const file = await findFile(db, params.file)
    permit(file && (await findUnit(db, file.org)))
    const { name, size, sha256 } = file!
    if (size > MOST_READ_BYTES) throw conflict('文件太大，请下载后看')
    const bytes = new Uint8Array(await new Response(files.read(sha256)).arrayBuffer())
    const text = textOf(name, bytes)
    if (text === undefined) throw conflict('这份文件里的文字读不出来，请下载后看')
    return text
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
