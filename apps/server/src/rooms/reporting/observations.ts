import { reporting } from '@kaohe/contract'
import {
  type Acting,
  findAssessee,
  findCycle,
  findScheme,
  findUnit,
  insertObservation,
  listAssessees,
  observationsOf,
  voidRow,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { programOf } from '../planning/programs.ts'

async function standingIn(db: Acting, id: string) {
  const cycle = await findCycle(db, id)
  const owner = cycle && (await findUnit(db, cycle.org))
  return { cycle, owner }
}

async function itemsOf(db: Acting, scheme: string): Promise<{ id: string; name: string }[]> {
  const stored = await findScheme(db, scheme)
  if (stored === undefined) throw notFound()
  return programOf(stored).scheme.items.map(({ id, name }) => ({ id, name }))
}

/** What departments saw of units during the year. */
export function observationRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.listObservations, async ({ db, params, query, permit }) => {
    const { cycle, owner } = await standingIn(db, params.cycle)
    permit(owner)
    const items = await itemsOf(db, cycle!.scheme)
    const names = new Map(items.map(({ id, name }) => [id, name]))
    const units = await listAssessees(db, params.cycle)
    const found = await observationsOf(db, params.cycle, query.unit)
    return {
      title: cycle!.title,
      units: units.map(({ unit, name }) => ({ id: unit, name })),
      items,
      observations: found.map((one) => ({
        id: one.id,
        unit: one.unit,
        unitName: one.unit_name,
        item: one.item,
        itemName: names.get(one.item) ?? one.item,
        observedOn: one.observed_on,
        text: one.text,
        by: one.by,
        at: one.at,
        voidedBecause: one.voided_because,
        version: one.version,
      })),
    }
  })

  serve(app, services, reporting.addObservation, async (call) => {
    const { db, params, body, actor, now } = call
    const { cycle, owner } = await standingIn(db, params.cycle)
    call.permit(owner)
    const { unit, item, observedOn, text } = body
    const items = await itemsOf(db, cycle!.scheme)
    if (!items.some(({ id }) => id === item))
      throw invalid([{ pointer: '/body/item', message: '方案里没有这一项' }])
    if ((await findAssessee(db, params.cycle, unit)) === undefined)
      throw invalid([{ pointer: '/body/unit', message: '这个单位不在本考核年度里' }])
    const stored = await insertObservation(db, {
      org: cycle!.org,
      cycle: cycle!.id,
      unit,
      item,
      observed_on: observedOn,
      text,
      person: actor.person,
      at: now.toISOString(),
    })
    await call.record({ object: `observation/${stored.id}`, org: cycle!.org, after: body })
    return { id: stored.id }
  })

  serve(app, services, reporting.voidObservation, async (call) => {
    const { db, params, body } = call
    const { cycle, owner } = await standingIn(db, params.cycle)
    call.permit(owner)
    const row = { org: cycle!.org, id: params.observation, version: body.version }
    const voided = await voidRow(db, 'observation', row, body.reason)
    if (voided === undefined) throw changedMeanwhile()
    const after = { voidedBecause: body.reason }
    await call.record({ object: `observation/${voided.id}`, org: cycle!.org, after })
    return { id: voided.id }
  })
}
