import { type InspectedUnit, type InspectionFinding, review } from '@kaohe/contract'
import {
  type Acting,
  entriesOf,
  findingsOf,
  insertFinding,
  listAssessees,
  lockChecklist,
  type StoredAssessee,
  type StoredFinding,
  writeEntry,
  writeChecklist,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { type PlannedCheck, plannedChecks } from './inspection-checks.ts'
import { type SeenDesks, seenDesks } from './seen.ts'
import { takingPart } from './shown.ts'

/** Where data of an inspection are said to come from. */
const SOURCE = '实地检查'

type Standing = Awaited<ReturnType<typeof findingsOf>>
type Inspected = StoredAssessee & { readonly name: string }

const shownFinding = ({
  subject,
  text,
  note,
  noted_at: notedAt,
  by,
}: ByFinding): InspectionFinding => ({
  subject,
  text,
  note,
  notedAt,
  by,
})

type ByFinding = StoredFinding & { readonly by: string | null }

function shownUnit(
  { unit, name, type }: Inspected,
  checks: readonly PlannedCheck[],
  { findings, sheets }: Standing,
  own: ReadonlySet<string>,
): InspectedUnit {
  const sheet = sheets.find((one) => one.unit === unit)
  return {
    unit,
    name,
    subjects: checks.filter(({ types }) => types.includes(type)).map(({ check }) => check.subject),
    findings: findings.filter((one) => one.unit === unit && one.text !== '').map(shownFinding),
    handedAt: sheet?.handed === true ? sheet.at : null,
    own: own.has(unit),
  }
}

/** A unit that one may inspect now. @throws Stop 404, or 409 saying why not */
async function inspected(
  call: Parameters<typeof seenDesks>[0] & { readonly params: { readonly assessee: string } },
) {
  const seen = await seenDesks(call)
  const all = takingPart(await listAssessees(call.db, seen.cycle.id))
  const unit = all.find((one) => one.unit === call.params.assessee)
  if (unit === undefined) throw notFound()
  if (seen.cycle.state !== 'open') throw conflict('这个考核年度现在不能检查')
  if (seen.own.has(unit.unit)) throw conflict('您在这个单位任职，不能检查它', '请由其他人检查')
  const checks = plannedChecks(seen.program).filter(({ types }) => types.includes(unit.type))
  return { seen, unit, checks }
}

/** Data that an inspection supplies become entries like any other; what others supplied stays. */
async function writeFacts(
  db: Acting,
  { cycle }: SeenDesks,
  checks: readonly PlannedCheck[],
  findings: readonly ByFinding[],
): Promise<string[]> {
  const [first] = findings
  if (first === undefined) return []
  const standing = await entriesOf(db, cycle.id, first.unit)
  const kept: string[] = []
  for (const { fact, check } of checks) {
    const finding = findings.find(({ subject }) => subject === check.subject)
    if (fact === null || finding === undefined || finding.text === '') continue
    const period = fact.period ?? ''
    const before = standing.find((one) => one.fact === fact.id && one.period === period)
    if (before?.state === 'value' && before.source !== SOURCE) {
      if (before.text !== finding.text) kept.push(check.name)
      continue
    }
    const { unit: org, person, at, text } = finding
    const place = { org, committee: cycle.org, cycle: cycle.id, fact: fact.id, period }
    const said = { state: 'value' as const, text, reason: null, source: SOURCE, shared: false }
    await writeEntry(db, { ...place, ...said, person, at }, before?.version ?? 0)
  }
  return kept
}

/** Inspections: what is found on the spot, sent when there is a signal, counted when the list is handed in. */
export function inspectionRoutes(app: Hono, services: Services): void {
  serve(app, services, review.readInspection, async (call) => {
    const seen = await seenDesks(call)
    const checks = plannedChecks(seen.program)
    const standing = await findingsOf(call.db, seen.cycle.id)
    const units = takingPart(await listAssessees(call.db, seen.cycle.id))
    return {
      title: seen.cycle.title,
      mine: seen.seat.role !== 'organiser' && seen.cycle.state === 'open',
      checks: checks.map(({ check }) => check),
      units: units.map((unit) => shownUnit(unit, checks, standing, seen.own)),
    }
  })

  serve(app, services, review.noteFinding, async (call) => {
    const { db, body, actor, now } = call
    const { seen, unit, checks } = await inspected(call)
    const planned = checks.find(({ check }) => check.subject === body.subject)
    if (planned === undefined)
      throw invalid([{ pointer: '/body/subject', message: '检查清单里没有这一项' }])
    const place = { org: seen.cycle.org, cycle: seen.cycle.id, unit: unit.unit }
    const sheet = await lockChecklist(db, place)
    if (sheet?.handed === true)
      throw conflict('这个单位的检查单已经提交', '需要改的，请先撤回检查单')
    const read = body.text === '' ? { text: '' } : planned.read(body.text)
    if ('fault' in read) throw invalid([{ pointer: '/body/text', message: read.fault }])
    const { id, subject, notedAt } = body
    const note = body.note || null
    const at = nowIn(seen.cycle, now).toISOString()
    const said = { id, subject, text: read.text, note, noted_at: notedAt }
    await insertFinding(db, { ...place, ...said, person: actor.person, at })
    const object = `cycle/${seen.cycle.id}/finding/${unit.unit}/${id}`
    await call.record({ object, after: { subject, text: read.text, note } })
    return { finding: { subject, text: read.text, note, notedAt, by: actor.personName } }
  })

  serve(app, services, review.handInspection, async (call) => {
    const { db, body, actor, now } = call
    const { seen, unit, checks } = await inspected(call)
    const place = { org: seen.cycle.org, cycle: seen.cycle.id, unit: unit.unit }
    const before = await lockChecklist(db, place)
    const standing = await findingsOf(db, seen.cycle.id)
    const findings = standing.findings.filter((one) => one.unit === unit.unit)
    const lacking = checks.filter(
      ({ check }) =>
        !findings.some(({ subject, text }) => subject === check.subject && text !== ''),
    )
    if (body.handed && lacking.length > 0)
      throw conflict(
        `还有 ${lacking.length} 项没有查`,
        lacking.map(({ check }) => check.name).join('、'),
      )
    const at = nowIn(seen.cycle, now).toISOString()
    const sheet = { ...place, handed: body.handed, person: actor.person, at }
    await writeChecklist(db, sheet)
    const kept = body.handed ? await writeFacts(db, seen, checks, findings) : []
    const object = `cycle/${seen.cycle.id}/inspection/${unit.unit}`
    await call.record({
      object,
      before: { handed: before?.handed ?? false },
      after: { handed: body.handed },
    })
    const sheets = [...standing.sheets.filter((one) => one.unit !== unit.unit), sheet]
    return { unit: shownUnit(unit, checks, { findings, sheets }, seen.own), kept }
  })
}
