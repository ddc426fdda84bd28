import { organisation } from '@kaohe/contract'
import { countSubtree, findUnit, subtree } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import { askFor } from '../../jobs/ask.ts'
import type { Services } from '../../services.ts'
import { dayOf } from '../identity/day.ts'
import { exportFile } from './export-job.ts'
import { carryOut } from './import-job.ts'
import { planOf, shownPlan } from './import-plan.ts'

/** So many units are exported while one waits; more in the background. */
const AT_ONCE = 2000
/** About as many are in a file of this size. */
const SMALL_BYTES = 200_000

/** Units come and go by workbook: all rows or none, and not over what others changed meanwhile. */
export function importRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.previewImport, async ({ db, query, now, permit, bytes }) => {
    permit(await findUnit(db, query.under))
    return shownPlan(await planOf(db, query, await bytes(), dayOf(now)))
  })

  serve(app, services, organisation.importUnits, async (call) => {
    const { db, query, now } = call
    const top = call.permit(await findUnit(db, query.under))
    const bytes = await call.bytes()
    const object = `unit/${top.id}/import`
    if (bytes.length > SMALL_BYTES) {
      const file = { name: query.file, type: 'application/octet-stream', content: bytes }
      const title = `导入“${query.file}”到“${top.name}”下面`
      const job = await askFor(call, { kind: 'units.import', title, input: query, file })
      await call.record({ object, org: top.id, after: { file: query.file, job } })
      return { job, added: 0, changed: 0, moved: 0 }
    }
    const { done, told } = await carryOut(db, top, query, bytes, dayOf(now))
    await call.record({ object, org: top.id, after: told })
    return { job: null, ...done }
  })

  serve(app, services, organisation.askExport, async (call) => {
    const { db, body } = call
    const top = call.permit(await findUnit(db, body.under))
    const units = await countSubtree(db, top.id)
    const title = `导出“${top.name}”的组织`
    const job =
      units <= AT_ONCE ? null : await askFor(call, { kind: 'units.export', title, input: body })
    await call.record({ object: `unit/${top.id}/export`, org: top.id, after: { ...body, units } })
    return { job, units }
  })

  serve(app, services, organisation.exportUnits, async ({ db, query, permit }) => {
    const top = permit(await findUnit(db, query.under))
    const file = await exportFile(top, await subtree(db, top.id), query.format)
    return new Response(new Uint8Array(file.content), {
      headers: {
        'Content-Type': file.type,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    })
  })
}
