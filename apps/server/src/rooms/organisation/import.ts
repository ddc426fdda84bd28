import { organisation } from '@kaohe/contract'
import { formats } from '@kaohe/documents'
import { findUnit, importUnits, isTaken, lockTree, subtree } from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { dayOf } from '../identity/day.ts'
import { exportTable } from './export.ts'
import { planOf, shownPlan, workOf } from './import-plan.ts'
import { namesCollide } from './refusals.ts'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Units come and go by workbook: all rows or none, and not over what others changed meanwhile. */
export function importRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.previewImport, async ({ db, query, now, permit, bytes }) => {
    permit(await findUnit(db, query.under))
    return shownPlan(await planOf(db, query, await bytes(), dayOf(now)))
  })

  serve(app, services, organisation.importUnits, async ({ db, query, now, ...call }) => {
    const top = call.permit(await findUnit(db, query.under))
    await lockTree(db, top.path)
    const today = dayOf(now)
    const planned = await planOf(db, query, await call.bytes(), today)
    const { plan, basis } = planned
    if (plan.faults.length > 0)
      throw invalid([{ pointer: '/body', message: '文件里有不能导入的行，请重新预览' }])
    if (basis !== query.basis)
      throw conflict('预览以后组织树或者文件有变化', '请重新预览再导入；这次什么也没有写入')
    await importUnits(db, workOf(planned, today, `导入 ${query.file}`)).catch((error: unknown) => {
      throw isTaken(error, 'unit_name') ? namesCollide() : error
    })
    const done = {
      added: plan.added.length,
      changed: plan.changed.length,
      moved: plan.paths.size,
    }
    const changes = plan.changed.map(({ id, fields }) => ({ id, fields }))
    const added = plan.added.map(({ id, name }) => ({ id, name }))
    const after = { file: query.file, ...done, units: added, changes }
    await call.record({ object: `unit/${top.id}/import`, org: top.id, after })
    return done
  })

  serve(app, services, organisation.exportUnits, async ({ db, query, permit }) => {
    const top = permit(await findUnit(db, query.under))
    const table = exportTable(top, await subtree(db, top.id))
    const format = formats.find(({ name }) => name === query.format)!
    const content = await format.write([table])
    return new Response(content, {
      headers: {
        'Content-Type': TYPES[query.format],
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${top.name}组织.${format.ending}`)}`,
      },
    })
  })
}
