import { reporting } from '@kaohe/contract'
import { template, worksheetPaper } from '@kaohe/documents'
import {
  changeHappening,
  declareComplete,
  findCycle,
  findUnit,
  insertHappenings,
  writeEntries,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { attachment, TYPES } from '../../http/attachment.ts'
import { ENDINGS, paperIn } from '../../http/paper.ts'
import { changedMeanwhile, conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import { askFor } from '../../jobs/ask.ts'
import type { Services } from '../../services.ts'
import { nowIn, todayOf } from './clock.ts'
import { ownDatasetOf } from './dataset.ts'
import { FORMS } from './papers-job.ts'
import { refuseClosed, sourceOf } from './source.ts'
import { declarationsFor } from './workbook-complete.ts'
import { happeningsFor } from './workbook-events.ts'
import { entriesFor, lookAt, previewOf } from './workbook.ts'
import { worksheetFor } from './worksheet.ts'

const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'base64'))

/** A report on paper and in a workbook. */
export function paperRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readWorkbook, async ({ db, params, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const bytes = await template(source.program.scheme, { filled: ownDatasetOf(source) })
    return attachment(bytes, TYPES.xlsx, `${unit.name}填报.xlsx`)
  })

  serve(app, services, reporting.readWorksheet, async ({ db, params, query, permit, now }) => {
    const unit = permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const day = todayOf(nowIn(source.cycle, now))
    const paper = worksheetPaper(worksheetFor(source, query.lead, day))
    const bytes = await paperIn(services, paper, query.format)
    const ending = ENDINGS[query.format]
    return attachment(bytes, TYPES[ending], `${unit.name}工作开展情况表.${ending}`)
  })

  serve(app, services, reporting.askPapers, async (call) => {
    const { db, params, body } = call
    const cycle = await findCycle(db, params.cycle)
    call.permit(cycle && (await findUnit(db, cycle.org)))
    const title = `打包${cycle!.title}的${FORMS[body.form].name}`
    const input = { cycle: params.cycle, ...body }
    const job = await askFor(call, { kind: 'reports.papers', title, input })
    await call.record({ object: `cycle/${params.cycle}/papers`, org: cycle!.org, after: body })
    return { job }
  })

  serve(app, services, reporting.previewWorkbook, async ({ db, params, body, actor, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const file = { name: body.name, bytes: bytesOf(body.content) }
    return previewOf(lookAt(source, actor, file), source)
  })

  serve(app, services, reporting.takeWorkbook, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    refuseClosed(source)
    if (source.around.submission?.state === 'confirmed')
      throw conflict('这份填报已经提交', '需要修改的，请组织部退回后再改')
    const looked = lookAt(source, actor, { name: body.name, bytes: bytesOf(body.content) })
    if (looked.refused.length > 0)
      throw invalid(looked.refused.map(({ place, message }) => ({ pointer: place, message })))
    const preview = previewOf(looked, source)
    if (preview.digest !== body.digest) throw changedMeanwhile()
    const entries = entriesFor(looked, source, actor, now)
    const { added, changed } = happeningsFor(looked.events, source, actor, now)
    if ((await writeEntries(db, entries)) !== entries.length) throw changedMeanwhile()
    await insertHappenings(db, added)
    // Few: a list is mostly new.
    for (const { row, fresh } of changed)
      if ((await changeHappening(db, row, fresh)) === undefined) throw changedMeanwhile()
    for (const one of declarationsFor(looked.complete, source, actor, now))
      await declareComplete(db, one)
    await call.record({
      object: `report/${params.cycle}/${unit.id}/workbook`,
      org: unit.id,
      after: { name: body.name, changes: preview.changes },
    })
    return { changed: preview.changes.length }
  })
}
