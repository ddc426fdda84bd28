import { reporting } from '@kaohe/contract'
import { template, type Worksheet, worksheetDocument } from '@kaohe/documents'
import { findUnit, writeEntries } from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { datasetOf } from './dataset.ts'
import { refuseClosed, type ReportSource, sourceOf, workOf } from './source.ts'
import { entriesFor, lookAt, previewOf } from './workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function attachment(bytes: Uint8Array, type: string, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}

const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'base64'))

function linesOf(source: ReportSource, { item, cells, judged }: ReportSource['sheet'][number]) {
  const own = new Set(judged ? [workOf(item.id)] : [])
  for (const { fact } of cells) own.add(fact)
  const names = new Map((source.program.scheme.facts ?? []).map(({ id, name }) => [id, name]))
  return source.entries
    .filter(({ fact, text }) => own.has(fact) && text !== null)
    .map(({ fact, period, text }) => {
      const name = names.get(fact)
      const when = period === '' ? '' : `（${period}）`
      return name === undefined ? (text ?? '') : `${name}${when}：${text}`
    })
}

function worksheetFor(source: ReportSource, lead: string | undefined): Worksheet {
  const { categories = [] } = source.program.scheme
  const sheet = source.sheet.filter(
    ({ item }) => lead === undefined || (item.leads ?? []).includes(lead),
  )
  const nameOf = (id: string | undefined): string =>
    categories.find((one) => one.id === id)?.name ?? '其他'
  const rows = [...Map.groupBy(sheet, ({ item }) => nameOf(item.category))]
  return {
    title: `${source.cycle.title}工作开展情况表`,
    unit: source.unit.name,
    rows: rows.map(([category, of]) => ({
      category,
      items: of
        .map((one) => ({ name: one.item.name, lines: linesOf(source, one) }))
        .filter(({ lines }) => lines.length > 0),
    })),
  }
}

/** A report on paper and in a workbook. */
export function paperRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readWorkbook, async ({ db, params, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const bytes = await template(source.program.scheme, { filled: datasetOf(source) })
    return attachment(bytes, XLSX, `${unit.name}填报.xlsx`)
  })

  serve(app, services, reporting.readWorksheet, async ({ db, params, query, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const bytes = await worksheetDocument(worksheetFor(source, query.lead))
    return attachment(bytes, DOCX, `${unit.name}工作开展情况表.docx`)
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
    if ((await writeEntries(db, entries)) !== entries.length) throw changedMeanwhile()
    await call.record({
      object: `report/${params.cycle}/${unit.id}/workbook`,
      org: unit.id,
      after: { name: body.name, changes: preview.changes },
    })
    return { changed: entries.length }
  })
}
