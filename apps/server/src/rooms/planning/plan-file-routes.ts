import { randomUUID } from 'node:crypto'
import { planning } from '@kaohe/contract'
import { findPlan, findPlanFile, findUnit, insertPlanFile } from '@kaohe/storage'
import type { Hono } from 'hono'
import { checkFile } from '../../files/index.ts'
import { badRequest, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { planOf } from './plan-page.ts'

/** Files that prove what a report of progress says: looked into before they are kept, served to be saved. */
export function planFileRoutes(app: Hono, services: Services): void {
  const { files } = services

  serve(app, services, planning.sendPlanFile, async (call) => {
    const { db, params, query, actor, now } = call
    const plan = await findPlan(db, params.plan)
    if (plan === undefined) throw notFound()
    call.permit(await findUnit(db, plan.org))
    if (!planOf(plan.text)?.tasks.some(({ id }) => id === params.task)) throw notFound()
    const bytes = await call.bytes()
    if (bytes.length > planning.MOST_PLAN_FILE_BYTES)
      throw badRequest('文件最大 30 MB，请分开或压缩后再传')
    const { name } = query
    const checked = await checkFile(name, Buffer.from(bytes))
    if ('why' in checked)
      throw invalid([{ pointer: '/query/name', message: `${name}：${checked.why}` }])
    const upload = randomUUID()
    await files.write(upload, 0, bytes)
    const sha256 = await files.keep(upload)
    const file = await insertPlanFile(db, {
      org: plan.org,
      plan: plan.id,
      task: params.task,
      step: null,
      sha256,
      name,
      type: checked.type,
      size: bytes.length,
      person: actor.person,
      at: now.toISOString(),
    })
    const { id, type, size } = file
    await call.record({ object: `plan-file/${id}`, after: { name, sha256, task: params.task } })
    return { id, name, type, size }
  })

  serve(app, services, planning.readPlanFile, async ({ db, params, permit }) => {
    const file = await findPlanFile(db, params.file)
    permit(file && (await findUnit(db, file.org)))
    const { sha256, type, size, name } = file!
    return new Response(files.read(sha256), {
      headers: {
        'Content-Type': type,
        'Content-Length': `${size}`,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
      },
    })
  })
}
