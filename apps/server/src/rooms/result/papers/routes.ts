import { result } from '@kaohe/contract'
import { papers, resultWorkbook, scoreBook } from '@kaohe/documents'
import { prove } from '@kaohe/engine'
import { putDetail, type StoredDetail, type StoredTemplate } from '@kaohe/storage'
import type { Hono } from 'hono'
import { attachment, TYPES } from '../../../http/attachment.ts'
import { ENDINGS, paperIn } from '../../../http/paper.ts'
import { conflict } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import { askFor } from '../../../jobs/ask.ts'
import type { Services } from '../../../services.ts'
import { type SeenSnapshot, seenSnapshot } from '../seen.ts'
import {
  endingOf,
  kindOf,
  leaderOf,
  nameOf,
  printableOf,
  toldFor,
  toldForBook,
  write,
} from './print.ts'
import { releasedParts } from './shares.ts'
import { paperTemplateRoutes } from './template.ts'

const NO_DETAIL = { number: '', signedOn: null, copies: '', contact: '' }

function shownDetail({ number, signed_on: signedOn, copies, contact }: StoredDetail) {
  return { number, signedOn, copies, contact }
}

function shownTemplate({ name, size, at }: StoredTemplate) {
  return { name, size, at }
}

// A page and more for each unit: hundreds of megabytes of memory while it is set.
function refuseTooLong({ evaluation }: SeenSnapshot, format: string): void {
  const units = evaluation.results().length
  if (format === 'excel' || units <= result.MOST_UNITS_ON_PAPER) return
  throw conflict(
    `计分册有 ${units} 个单位，Word 和 PDF 最多 ${result.MOST_UNITS_ON_PAPER} 个`,
    '请用 Excel，或在“打包”里选得分表，每个单位一份',
  )
}

function workbookOf({ snapshot, program, evaluation }: SeenSnapshot): Promise<Uint8Array> {
  const units = evaluation.results()
  const proofs = units.map(({ unit }) => prove(evaluation, unit))
  const mark = snapshot.ratified_at === null ? '未审定' : undefined
  return resultWorkbook({ scheme: program.scheme, units, proofs }, mark)
}

/** What leaves the office of a result, one by one and all together; every print is in the log. */
export function paperRoutes(app: Hono, services: Services): void {
  paperTemplateRoutes(app, services)

  serve(app, services, result.readPapers, async (call) => {
    const seen = await seenSnapshot(call)
    const printable = await printableOf(call.db, seen)
    const { snapshot, cycle, evaluation } = seen
    return {
      title: cycle.title,
      name: snapshot.name,
      cycle: cycle.id,
      ratified: snapshot.ratified_at !== null,
      papers: papers.map(({ id, name, about, ending }) => {
        const detail = printable.details.find((one) => one.paper === id)
        const template = printable.templates.get(id)
        return {
          id,
          name,
          about,
          ending,
          detail: detail === undefined ? NO_DETAIL : shownDetail(detail),
          template: template === undefined ? null : shownTemplate(template),
        }
      }),
      units: evaluation.results().map(({ unit, name }) => ({
        unit,
        name,
        leader: leaderOf(printable, unit, name),
        released: releasedParts(snapshot, printable.releases, unit),
      })),
    }
  })

  serve(app, services, result.writePaperDetail, async (call) => {
    const { snapshot } = await seenSnapshot(call)
    const { id: paper } = kindOf(call.params.paper)
    const { signedOn: signed_on, ...said } = call.body
    await putDetail(call.db, {
      org: snapshot.org,
      snapshot: snapshot.id,
      paper,
      signed_on,
      ...said,
    })
    await call.record({ object: `snapshot/${snapshot.id}/papers/${paper}`, after: call.body })
    return call.body
  })

  serve(app, services, result.printPaper, async (call) => {
    const { params, body, db } = call
    const seen = await seenSnapshot(call)
    const kind = kindOf(params.paper)
    const printable = await printableOf(db, seen)
    const told = toldFor(printable, kind, body.assessee, body.ranking)
    const bytes = await write(printable, kind, told, body.format, services)
    const ending = endingOf(kind, body.format)
    const object = `snapshot/${params.snapshot}/papers/${kind.id}`
    const after = { ...body, mark: told.office.mark }
    await call.record({ object, after })
    return attachment(bytes, TYPES[ending], `${nameOf(kind, told)}.${ending}`)
  })

  serve(app, services, result.printScoreBook, async (call) => {
    const { body, db } = call
    const seen = await seenSnapshot(call)
    const { snapshot, cycle } = seen
    refuseTooLong(seen, body.format)
    const ending = body.format === 'excel' ? 'xlsx' : ENDINGS[body.format]
    const bytes =
      body.format === 'excel'
        ? await workbookOf(seen)
        : await paperIn(services, scoreBook(toldForBook(await printableOf(db, seen))), body.format)
    await call.record({ object: `snapshot/${snapshot.id}/score-book`, after: body })
    const draft = snapshot.ratified_at === null ? '（未审定）' : ''
    return attachment(bytes, TYPES[ending], `${cycle.title}计分册${draft}.${ending}`)
  })

  serve(app, services, result.packPapers, async (call) => {
    const { params, body } = call
    const { cycle } = await seenSnapshot(call)
    const kinds = body.papers.map(kindOf)
    const title = `打包${cycle.title}的${kinds.map(({ name }) => name).join('、')}`
    const input = { snapshot: params.snapshot, ...body }
    const job = await askFor(call, { kind: 'result.papers', title, input })
    await call.record({ object: `snapshot/${params.snapshot}/papers`, after: body })
    return { job }
  })
}
