import { result } from '@kaohe/contract'
import { ADJUSTED, decidableIn, type Evaluation, formatRational, type Program } from '@kaohe/engine'
import {
  insertResolution,
  type PastOutcome,
  ratifySnapshot,
  resolutionsOn,
  snapshotsOf,
  type StoredCycle,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { sealOf } from './bundle-core.ts'
import { type SeenSnapshot, seenSnapshot } from './seen.ts'
import { shownResolution, shownSnapshot } from './shown.ts'

type Value = string | number | boolean | null

function refuseValue(program: Program, on: string, value: Value): void {
  const matter = decidableIn(program.scheme).find((one) => one.on === on)
  if (matter === undefined)
    throw invalid([{ pointer: '/body/matter', message: '方案没有把这件事交给会议决定' }])
  if (value === null) return
  const { asks } = matter
  const grades = program.scheme.grading?.grades ?? []
  const fits =
    asks === 'grade'
      ? grades.some(({ id }) => id === value)
      : typeof value === (asks === 'order' ? 'number' : 'boolean')
  const should = { grade: '请选一个等次', order: '请写先后的序号', grant: '请选给予或者不给' }
  if (!fits) throw invalid([{ pointer: '/body/value', message: should[asks] }])
}

/**
 * The body that decided, as the scheme names it where it names one; officials write it short (书记会 of
 * 自治区团委书记会). Else as it was written.
 */
function bodyOf({ scheme }: Program, on: string, said: string): string {
  const named = decidableIn(scheme).find((one) => one.on === on)?.body
  if (named === undefined) return said
  const party = scheme.parties?.find(({ id }) => id === named)
  const name = party?.name ?? named
  if (said === named || name.includes(said)) return named
  throw invalid([{ pointer: '/body/body', message: `方案写明这件事由${name}决定` }])
}

interface Adjusting {
  readonly unit: string
  readonly value: Value
  readonly voted: boolean
}

/** An adjustment of a grade is another grade than the computed one, and the vote is on record with it. */
function refuseAdjustment(
  { evaluation, program: { scheme } }: Pick<SeenSnapshot, 'evaluation' | 'program'>,
  { unit, value, voted }: Adjusting,
): void {
  if (value === null) return
  if (!voted)
    throw invalid([{ pointer: '/body/votes', message: '调整等次要写表决的票数：同意、反对、弃权' }])
  const { grade, adjusted, vetoes } = evaluation.result(unit)
  const computed = adjusted === undefined ? grade : adjusted.from
  if (computed === value)
    throw invalid([
      { pointer: '/body/value', message: '与计算的等次相同，不用调整；要撤回以前的调整，请空着' },
    ])
  const at = (id: unknown): number => scheme.grading?.grades.findIndex((one) => one.id === id) ?? 0
  const lowered = scheme.overrides?.some(
    ({ id, grade: to, atMost, down }) =>
      vetoes.includes(id) && [to, atMost, down].some((effect) => effect !== undefined),
  )
  if (lowered === true && at(value) < at(computed))
    throw conflict('这个单位有否决降等的情形，等次不能调高', '否决降等是方案规定的，会议可以调低')
}

/** What years after look back to. */
export function outcomeOf(
  evaluation: Evaluation,
  { starts_on: start }: StoredCycle,
): PastOutcome[] {
  return evaluation.results().map((one) => ({
    unit: one.unit,
    year: Number(start.slice(0, 4)),
    total: one.total === undefined ? null : formatRational(one.total),
    rank: one.rank ?? null,
    grade: one.grade ?? null,
    met: one.consequences.filter(({ met }) => met === 'yes').map(({ id }) => id),
  }))
}

/** What a meeting decides, and the ratification that closes a result. */
export function concludingRoutes(app: Hono, services: Services): void {
  serve(app, services, result.resolve, async (call) => {
    const { db, body, actor, now } = call
    const { snapshot, cycle, program, content, evaluation } = await seenSnapshot(call)
    if (snapshot.ratified_at !== null)
      throw conflict('这个结果已经审定，不能再改', '需要更正的，请另外冻结、重新审定')
    const unit = content.units.find(({ id, type }) => id === body.assessee && type !== null)
    if (unit === undefined || unit.excluded_because !== null)
      throw invalid([{ pointer: '/body/assessee', message: '这个单位不参加本次考核' }])
    refuseValue(program, body.matter, body.value)
    const { matter, value, decidedOn: decided_on, number, mover, reason, votes } = body
    if (matter === ADJUSTED)
      refuseAdjustment({ evaluation, program }, { unit: unit.id, value, voted: votes !== null })
    const who = bodyOf(program, matter, body.body)
    const decided = { unit: unit.id, matter, value, body: who, decided_on }
    const voted = {
      votes_for: votes?.for ?? null,
      votes_against: votes?.against ?? null,
      abstained: votes?.abstained ?? null,
    }
    const id = await insertResolution(db, {
      org: snapshot.org,
      snapshot: snapshot.id,
      ...decided,
      number: number || null,
      mover,
      reason,
      ...voted,
      person: actor.person,
      at: nowIn(cycle, now).toISOString(),
    })
    const after = { ...decided, number, mover, reason, votes }
    await call.record({ object: `snapshot/${snapshot.id}/resolution/${id}`, after })
    const stored = (await resolutionsOn(db, snapshot.id)).find((one) => one.id === id)!
    return { resolution: shownResolution(stored, program) }
  })

  serve(app, services, result.ratify, async (call) => {
    const { db, body, actor, now } = call
    const seen = await seenSnapshot(call)
    const { snapshot, cycle, evaluation } = seen
    call.stands(async () => {
      const standing = (await snapshotsOf(db, cycle.id)).find(({ id }) => id === snapshot.id)
      return standing && shownSnapshot(standing)
    })
    if (snapshot.ratified_at !== null) throw conflict('这个结果已经审定')
    if (snapshot.person === actor.person) throw conflict('冻结结果的人不能自己审定')
    const all = await snapshotsOf(db, cycle.id)
    const gone = new Set(all.map(({ replaces }) => replaces))
    const standing = all.find(({ id, ratified_at: at }) => at !== null && !gone.has(id))
    if (standing !== undefined && !body.because)
      throw invalid([
        { pointer: '/body/because', message: '这个年度已有审定的结果，请写明为什么更正' },
      ])
    const open = evaluation.results().filter(({ gradeOpen }) => gradeOpen).length
    if (open > 0) throw conflict(`还有 ${open} 个单位的等次没有定`, '请先记下会议的决定')
    const ratified = await ratifySnapshot(db, snapshot.id, body.version, {
      ratified_body: body.body,
      ratified_on: body.on,
      ratified_number: body.number || null,
      ratified_minutes: body.minutes || null,
      ratified_by: actor.person,
      ratified_at: nowIn(cycle, now).toISOString(),
      outcome: outcomeOf(evaluation, cycle),
      replaces: standing?.id ?? null,
      because: standing === undefined ? null : body.because,
    })
    if (ratified === undefined) throw changedMeanwhile()
    const shown = shownSnapshot(ratified)
    const { digest, replaces, because } = shown
    const after = { ...shown.ratified, digest, bundle: sealOf(seen), replaces, because }
    await call.record({ object: `snapshot/${snapshot.id}`, after })
    return shown
  })
}
