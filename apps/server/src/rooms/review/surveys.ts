import { createHash } from 'node:crypto'
import { review, type Survey, type SurveyRow } from '@kaohe/contract'
import { areSurveysOpen, givenTwice, refuseSurveyReopening, standingSurveys } from '@kaohe/domain'
import type { Program } from '@kaohe/engine'
import {
  type Acting,
  agreeSurveyReopening,
  askSurveyReopening,
  insertSurvey,
  listAssessees,
  lockSurveys,
  type StoredCycle,
  type SurveyFigure,
  surveysOf,
  type SurveysOfCycle,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { schemeOf, seenCycle } from '../planning/find.ts'
import { programOf } from '../planning/programs.ts'
import { nowIn } from '../reporting/clock.ts'
import type { PlannedCheck } from './inspection-checks.ts'
import { takingPart } from './shown.ts'
import { shownColumn, surveyedFigures } from './survey-plan.ts'
import { type ReadSurvey, readSurvey, type SurveyedUnit, surveySheet } from './survey-sheet.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_TOLD = 20

/** A cycle with what its surveys supply, of whom. */
interface Seen {
  readonly cycle: StoredCycle
  readonly program: Program
  readonly columns: readonly PlannedCheck[]
  readonly units: readonly SurveyedUnit[]
}

type Asked = Parameters<typeof seenCycle>[0] & { readonly db: Acting }

async function seenSurveys(call: Asked & { readonly params: { readonly cycle: string } }) {
  const cycle = await seenCycle(call, call.params.cycle)
  const program = programOf(await schemeOf(call.db, cycle))
  const columns = surveyedFigures(program)
  const asked = new Set(columns.flatMap(({ types }) => types))
  const all = takingPart(await listAssessees(call.db, cycle.id))
  return { cycle, program, columns, units: all.filter(({ type }) => asked.has(type)) }
}

type Stored = SurveysOfCycle['surveys'][number]

function rowsOf(figures: readonly SurveyFigure[], { units }: Seen): SurveyRow[] {
  const names = new Map(units.map(({ unit, name }) => [unit, name]))
  return [...Map.groupBy(figures, ({ unit }) => unit)].map(([unit, all]) => ({
    place: null,
    unit,
    name: names.get(unit) ?? '',
    answers: all[0]!.answers,
    cells: all.map(({ subject, text }) => ({ subject, text })),
  }))
}

function shownSurvey(one: Stored, standing: ReadonlySet<string>, seen: Seen): Survey {
  const { id, name, method, source, answers, file, sha256, replaces, because, by, at } = one
  return {
    id,
    name,
    method,
    source,
    from: one.from_on,
    to: one.to_on,
    answers,
    file,
    sha256,
    rows: rowsOf(one.figures, seen),
    stands: standing.has(id),
    replaces,
    because,
    by,
    at,
  }
}

const standingIds = ({ surveys }: SurveysOfCycle): ReadonlySet<string> =>
  new Set(standingSurveys(surveys).map(({ id }) => id))

function isOpen({ frozen, reopening }: SurveysOfCycle): boolean {
  return areSurveysOpen({
    frozenAt: frozen?.at ?? null,
    reopenedAt: reopening?.agreed_at ?? null,
  })
}

function refuseClosed(found: SurveysOfCycle, { cycle }: Seen): void {
  if (cycle.state !== 'open') throw conflict('这个考核年度现在不收调查结果')
  if (isOpen(found)) return
  const name = found.frozen?.name ?? ''
  throw conflict(
    `结果已经冻结（${name}），调查结果不能再改`,
    '确需更改的，请先申请重新打开，由另一位同志确认',
  )
}

/** Figures that a standing survey gives already, but for the one that is replaced. */
function refuseTwice(
  read: ReadSurvey,
  found: SurveysOfCycle,
  replaces: string | null,
  columns: readonly PlannedCheck[],
): void {
  const cells = read.rows.flatMap(({ place, unit, name, cells: own }) =>
    own.map(({ subject }) => ({ place, unit, name, subject })),
  )
  const standing = standingSurveys(found.surveys).filter(({ id }) => id !== replaces)
  const names = new Map(standing.map(({ id, name }) => [id, name]))
  const figures = new Map(columns.map(({ check }) => [check.subject, check.name]))
  const refused = givenTwice(cells, standing).map(({ cell, survey }) => ({
    place: cell.place ?? '',
    message: `${cell.name}的“${figures.get(cell.subject) ?? ''}”已由《${names.get(survey) ?? ''}》给出；要改的请换那一份`,
  }))
  read.refused.push(...refused)
}

interface Sent {
  readonly name: string
  readonly content: string
}

function readFile(sent: Sent, replaces: string | null, seen: Seen, found: SurveysOfCycle) {
  const bytes = new Uint8Array(Buffer.from(sent.content, 'base64'))
  const read = readSurvey({ name: sent.name, bytes }, seen)
  refuseTwice(read, found, replaces, seen.columns)
  return { read, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function refuseUnread({ refused }: ReadSurvey): void {
  if (refused.length === 0) return
  throw invalid(
    refused.slice(0, MOST_TOLD).map(({ place, message }) => ({
      pointer: '/body/file/content',
      message: `${place}：${message}`,
    })),
  )
}

const figuresOf = ({ rows }: ReadSurvey): SurveyFigure[] =>
  rows.flatMap(({ unit, answers, cells }) =>
    cells.map(({ subject, text }) => ({ unit, subject, text, answers })),
  )

/** A survey that still stands. @throws Stop 404, or 409 when it was replaced meanwhile */
function standingOne({ surveys }: SurveysOfCycle, id: string): Stored {
  const found = surveys.find((one) => one.id === id)
  if (found === undefined) throw notFound()
  if (!standingSurveys(surveys).includes(found))
    throw conflict('这一版已经被换过或者撤回', '请刷新后对现在的一版操作')
  return found
}

/** What surveys came to: files with method, source and dates, taken in whole or not at all. */
export function surveyRoutes(app: Hono, services: Services): void {
  serve(app, services, review.listSurveys, async (call) => {
    const { db, actor } = call
    const seen = await seenSurveys(call)
    const found = await surveysOf(db, seen.cycle.id)
    const standing = standingIds(found)
    const { reopening, frozen } = found
    return {
      title: seen.cycle.title,
      columns: seen.columns.map(shownColumn),
      units: seen.units.length,
      surveys: found.surveys.map((one) => shownSurvey(one, standing, seen)),
      closed: isOpen(found) ? null : frozen,
      reopening:
        reopening === null || reopening.agreed_at !== null
          ? null
          : {
              by: reopening.by ?? '',
              because: reopening.because,
              at: reopening.asked_at,
              mine: reopening.asked_by === actor.person,
            },
    }
  })

  serve(app, services, review.readSurveySheet, async (call) => {
    const seen = await seenSurveys(call)
    const bytes = await surveySheet(seen)
    const name = encodeURIComponent(`${seen.cycle.title}调查结果.xlsx`)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      },
    })
  })

  serve(app, services, review.lookAtSurvey, async (call) => {
    const { db, body } = call
    const seen = await seenSurveys(call)
    const { read } = readFile(body, body.replaces, seen, await surveysOf(db, seen.cycle.id))
    return read
  })

  serve(app, services, review.handSurvey, async (call) => {
    const { db, body, actor, now } = call
    const seen = await seenSurveys(call)
    const { cycle } = seen
    const found = await lockSurveys(db, cycle.id)
    refuseClosed(found, seen)
    const before = body.replaces === null ? undefined : standingOne(found, body.replaces)
    const { read, sha256 } = readFile(body.file, body.replaces, seen, found)
    refuseUnread(read)
    const { name, method, source, from, to, answers, replaces, because } = body
    const said = { name, method, source, from_on: from, to_on: to, answers, sha256 }
    const id = await insertSurvey(db, {
      org: cycle.org,
      cycle: cycle.id,
      ...said,
      file: body.file.name,
      figures: figuresOf(read),
      replaces,
      because,
      person: actor.person,
      at: nowIn(cycle, now).toISOString(),
    })
    await call.record({
      object: `cycle/${cycle.id}/survey/${id}`,
      ...(before !== undefined && { before: { survey: before.id, sha256: before.sha256 } }),
      after: { ...said, rows: read.rows.length, replaces, because },
    })
    const after = await surveysOf(db, cycle.id)
    const stored = after.surveys.find((one) => one.id === id)!
    return { survey: shownSurvey(stored, standingIds(after), seen) }
  })

  serve(app, services, review.withdrawSurvey, async (call) => {
    const { db, params, body, actor, now } = call
    const seen = await seenSurveys(call)
    const { cycle } = seen
    const found = await lockSurveys(db, cycle.id)
    refuseClosed(found, seen)
    const { by: _, id: replaces, ...before } = standingOne(found, params.survey)
    const id = await insertSurvey(db, {
      ...before,
      figures: [],
      replaces,
      because: body.because,
      person: actor.person,
      at: nowIn(cycle, now).toISOString(),
    })
    await call.record({
      object: `cycle/${cycle.id}/survey/${id}`,
      before: { survey: replaces, sha256: before.sha256 },
      after: { withdrawn: body.because },
    })
    const after = await surveysOf(db, cycle.id)
    const stored = after.surveys.find((one) => one.id === id)!
    return { survey: shownSurvey(stored, standingIds(after), seen) }
  })

  serve(app, services, review.askSurveyReopening, async (call) => {
    const { db, body, actor, now } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const found = await lockSurveys(db, cycle.id)
    if (cycle.state !== 'open') throw conflict('这个考核年度已经结束')
    if (isOpen(found)) throw conflict('调查结果现在可以直接更换，不用重新打开')
    if (found.reopening !== null && found.reopening.agreed_at === null)
      throw conflict('已经有人申请重新打开，等另一位同志确认')
    const at = nowIn(cycle, now).toISOString()
    const { because } = body
    const asked = { org: cycle.org, cycle: cycle.id, because, asked_by: actor.person, asked_at: at }
    await askSurveyReopening(db, asked)
    await call.record({ object: `cycle/${cycle.id}/surveys`, after: { reopen: because } })
    return { asked: true as const }
  })

  serve(app, services, review.agreeSurveyReopening, async (call) => {
    const { db, actor, now } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const { reopening } = await lockSurveys(db, cycle.id)
    const asked = reopening && { by: reopening.asked_by, agreed: reopening.agreed_at !== null }
    const refused = refuseSurveyReopening(asked, actor.person)
    if (refused !== undefined) throw conflict(refused)
    const at = nowIn(cycle, now).toISOString()
    const agreed = { agreed_by: actor.person, agreed_at: at }
    if (!(await agreeSurveyReopening(db, reopening!.id, agreed))) throw conflict('已经有人确认')
    await call.record({
      object: `cycle/${cycle.id}/surveys`,
      before: { open: false, askedBy: reopening!.asked_by },
      after: { open: true, because: reopening!.because },
    })
    return { open: true as const }
  })
}
