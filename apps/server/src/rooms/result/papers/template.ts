import { randomUUID } from 'node:crypto'
import { result } from '@kaohe/contract'
import { lookAtTemplate, sampleTemplate } from '@kaohe/documents'
import {
  type Acting,
  findCycle,
  findUnit,
  insertTemplate,
  removeTemplate,
  templatesOf,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { checkFile } from '../../../files/index.ts'
import type { Placed } from '../../../http/call.ts'
import { badRequest, conflict, invalid, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { attachment, TYPES } from '../../../http/attachment.ts'
import { bytesOf, kindOf } from './print.ts'

interface Asked {
  readonly db: Acting
  readonly permit: <T extends Placed>(object: T | undefined) => T
  readonly params: { readonly cycle: string; readonly paper: string }
}

async function placeOf({ db, permit, params }: Asked) {
  const cycle = await findCycle(db, params.cycle)
  if (cycle === undefined) throw notFound()
  permit(await findUnit(db, cycle.org))
  const kind = kindOf(params.paper)
  if (kind.ending !== 'docx') throw conflict(`${kind.name}不用 Word 模板`)
  return { cycle, kind }
}

async function refuseUnfit(name: string, bytes: Uint8Array, about: 'unit' | 'all') {
  const pointer = '/query/name'
  if (bytes.length > result.MOST_TEMPLATE_BYTES) throw badRequest('模板最大 2 MB')
  if (!/\.docx$/i.test(name)) throw invalid([{ pointer, message: '模板要存为 .docx' }])
  const checked = await checkFile(name, Buffer.from(bytes))
  if ('why' in checked) throw invalid([{ pointer, message: `${name}：${checked.why}` }])
  const { placeholders, faults } = lookAtTemplate(bytes, about)
  if (faults.length > 0) throw invalid(faults.map((message) => ({ pointer, message })))
  return placeholders
}

/** Templates of the committee's own, in the place of ours. */
export function paperTemplateRoutes(app: Hono, services: Services): void {
  const { files } = services

  serve(app, services, result.sendPaperTemplate, async (call) => {
    const { db, query, actor, now } = call
    const { cycle, kind } = await placeOf(call)
    const bytes = await call.bytes()
    const { name } = query
    const placeholders = await refuseUnfit(name, bytes, kind.about)
    const upload = randomUUID()
    await files.write(upload, 0, bytes)
    const sha256 = await files.keep(upload)
    const fresh = { org: cycle.org, cycle: cycle.id, paper: kind.id, sha256, name }
    const [size, at] = [bytes.length, now.toISOString()]
    const stored = await insertTemplate(db, { ...fresh, size, person: actor.person, at })
    const object = `cycle/${cycle.id}/papers/${kind.id}/template`
    await call.record({ object, after: { name, sha256, placeholders } })
    return { name, size, at: stored.at, placeholders: [...placeholders] }
  })

  serve(app, services, result.removePaperTemplate, async (call) => {
    const { cycle, kind } = await placeOf(call)
    const place = { cycle: cycle.id, paper: kind.id }
    const removed = await removeTemplate(call.db, place, call.now.toISOString())
    if (removed === undefined) throw conflict('没有在用的模板')
    const { name, sha256 } = removed
    const object = `cycle/${cycle.id}/papers/${kind.id}/template`
    await call.record({ object, before: { name, sha256 } })
    return {}
  })

  serve(app, services, result.readPaperTemplate, async (call) => {
    const { cycle, kind } = await placeOf(call)
    const found = (await templatesOf(call.db, cycle.id)).find(({ paper }) => paper === kind.id)
    if (found !== undefined)
      return attachment(await bytesOf(files, found.sha256), TYPES.docx, found.name)
    const bytes = await sampleTemplate(kind.name, kind.about)
    return attachment(bytes, TYPES.docx, `${kind.name}模板样例.docx`)
  })
}
