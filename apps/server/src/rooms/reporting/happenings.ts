import { type Happening, reporting } from '@kaohe/contract'
import type { EventDeclaration } from '@kaohe/engine'
import { readTyped } from '@kaohe/intake'
import {
  type Acting,
  changeHappening,
  declareComplete,
  findUnit,
  insertHappening,
  type StoredHappening,
  voidRow,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from './clock.ts'
import { withUnit } from './entry.ts'
import { refuseFilling, sourceName } from './fill.ts'
import { changedBy } from './report.ts'
import { shownHappening } from './shown.ts'
import { claimedAttributes, declaredEvent, type ReportSource, sourceOf } from './source.ts'

interface Written {
  readonly happenedOn: string
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * What is stored of an event, when its day lies in the cycle and every attribute can be read.
 * @throws Stop 422 naming every place that is wrong
 */
function checkedWritten(
  { happenedOn, attributes }: Written,
  event: EventDeclaration,
  { program: { scheme }, cycle }: ReportSource,
): Written {
  const faults: { pointer: string; message: string }[] = []
  if (happenedOn < cycle.starts_on || happenedOn > cycle.ends_on)
    faults.push({
      pointer: '/body/happenedOn',
      message: `日期要在考核时段内（${cycle.starts_on} 至 ${cycle.ends_on}）`,
    })
  const kept: Record<string, string> = {}
  for (const attribute of claimedAttributes(event)) {
    const text = withUnit(attributes[attribute.id] ?? '', attribute.unit)
    const typed = readTyped(text, attribute, scheme)
    if ('fault' in typed)
      faults.push({
        pointer: `/body/attributes/${attribute.id}`,
        message: `${attribute.name}：${typed.fault}`,
      })
    else if ('value' in typed) kept[attribute.id] = text
  }
  if (faults.length > 0) throw invalid(faults)
  return { happenedOn, attributes: kept }
}

function answered(source: ReportSource, stored: StoredHappening) {
  const files = source.happenings.find(({ id }) => id === stored.id)?.files ?? []
  const row = { ...stored, files }
  const happenings = [...source.happenings.filter(({ id }) => id !== row.id), row]
  const happening: Happening = shownHappening(row)
  const touched = changedBy({ ...source, happenings }, ({ events }) => events.includes(row.event))
  return { happening, ...touched }
}

function rowOf(source: ReportSource, id: string) {
  const row = source.happenings.find((one) => one.id === id)
  const event = row && declaredEvent(source, row.event)
  if (row === undefined || event === undefined) throw notFound()
  return { row, event }
}

/** An event as it is stored now. */
async function again(db: Acting, { cycle, unit }: ReportSource, id: string) {
  const row = (await sourceOf(db, cycle.id, unit)).happenings.find((one) => one.id === id)
  return row && shownHappening(row)
}

/** Events, one by one. */
export function happeningRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.addHappening, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const event = declaredEvent(source, body.event)
    if (event === undefined) throw notFound()
    refuseFilling(source, actor, event)
    const { happenedOn, attributes } = checkedWritten(body, event, source)
    const row = await insertHappening(db, {
      org: unit.id,
      committee: source.cycle.org,
      cycle: source.cycle.id,
      event: event.id,
      happened_on: happenedOn,
      attributes,
      source: sourceName(source, actor, event.supplier),
      person: actor.person,
      at: nowIn(source.cycle, now).toISOString(),
    })
    const after = shownHappening({ ...row, files: [] })
    await call.record({ object: `happening/${row.id}`, org: unit.id, after })
    return answered(source, row)
  })

  serve(app, services, reporting.changeHappening, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const { row, event } = rowOf(source, params.happening)
    refuseFilling(source, actor, event)
    call.stands(() => again(db, source, row.id))
    if (row.voided_because !== null) throw conflict('这一件已经作废')
    const { happenedOn, attributes } = checkedWritten(body, event, source)
    const changed = await changeHappening(
      db,
      { ...row, version: body.version },
      {
        happened_on: happenedOn,
        attributes,
        source: sourceName(source, actor, event.supplier),
        person: actor.person,
        at: nowIn(source.cycle, now).toISOString(),
      },
    )
    if (changed === undefined) throw changedMeanwhile()
    const { files } = row
    const [before, after] = [shownHappening(row), shownHappening({ ...changed, files })]
    await call.record({ object: `happening/${row.id}`, org: unit.id, before, after })
    return answered(source, changed)
  })

  serve(app, services, reporting.voidHappening, async (call) => {
    const { db, params, body, actor } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const { row, event } = rowOf(source, params.happening)
    refuseFilling(source, actor, event)
    call.stands(() => again(db, source, row.id))
    if (row.voided_because !== null) throw conflict('这一件已经作废')
    const standing = { ...row, version: body.version }
    const gone = await voidRow(db, 'happening', standing, body.reason)
    if (gone === undefined) throw changedMeanwhile()
    const voided = { ...row, voided_because: body.reason, version: gone.version }
    const [before, after] = [shownHappening(row), shownHappening(voided)]
    await call.record({ object: `happening/${row.id}`, org: unit.id, before, after })
    return answered(source, voided)
  })

  serve(app, services, reporting.declareComplete, async (call) => {
    const { db, params, body, actor, now } = call
    const { complete } = body
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params.cycle, unit)
    const event = declaredEvent(source, params.event)
    if (event === undefined) throw notFound()
    refuseFilling(source, actor, event)
    await declareComplete(db, {
      org: unit.id,
      committee: source.cycle.org,
      cycle: source.cycle.id,
      event: event.id,
      complete,
      person: actor.person,
      at: nowIn(source.cycle, now).toISOString(),
    })
    const object = `complete/${source.cycle.id}/${unit.id}/${event.id}`
    await call.record({ object, org: unit.id, after: { complete } })
    const others = source.around.complete.filter((one) => one !== event.id)
    const around = { ...source.around, complete: complete ? [...others, event.id] : others }
    const touched = changedBy({ ...source, around }, ({ events }) => events.includes(event.id))
    return { complete, ...touched }
  })
}
