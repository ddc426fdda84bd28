import { reporting } from '@kaohe/contract'
import {
  findStanding,
  insertObservation,
  isNotAssessed,
  listAssessees,
  OBSERVATION_ITEM,
  observationFiles,
  observationsOf,
  voidRow,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { standingProgram } from '../planning/programs.ts'
import { clockOf, nowIn } from './clock.ts'
import { shownFile } from './shown.ts'

type Observed = Awaited<ReturnType<typeof observationsOf>>[number]

function shownObservation(one: Observed) {
  return {
    id: one.id,
    unit: one.unit,
    unitName: one.unit_name,
    item: one.item,
    observedOn: one.observed_on,
    text: one.text,
    by: one.by,
    at: one.at,
    voidedBecause: one.voided_because,
    version: one.version,
  }
}

/** What departments saw of units during the year. */
export function observationRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.listObservations, async ({ db, params, query, permit, now }) => {
    const cycle = permit(await findStanding(db, params.cycle))
    const { scheme } = await standingProgram(db, cycle)
    const items = scheme.items.map(({ id, name }) => ({ id, name }))
    const names = new Map(items.map(({ id, name }) => [id, name]))
    const units = await listAssessees(db, params.cycle)
    const found = await observationsOf(db, params.cycle, query.unit)
    const files = Map.groupBy(await observationFiles(db, params.cycle, cycle.org), (of) => of.item)
    return {
      title: cycle.title,
      clock: clockOf(cycle, now),
      units: units.map(({ unit, name }) => ({ id: unit, name })),
      items,
      observations: found.map((one) => ({
        ...shownObservation(one),
        itemName: names.get(one.item) ?? one.item,
        files: (files.get(`${OBSERVATION_ITEM}${one.id}`) ?? []).map(shownFile),
      })),
    }
  })

  serve(app, services, reporting.addObservation, async (call) => {
    const { db, params, body, actor, now } = call
    const cycle = call.permit(await findStanding(db, params.cycle))
    const { unit, item, observedOn, text } = body
    const { scheme } = await standingProgram(db, cycle)
    if (!scheme.items.some(({ id }) => id === item))
      throw invalid([{ pointer: '/body/item', message: '方案里没有这一项' }])
    call.unless(isNotAssessed, () =>
      invalid([{ pointer: '/body/unit', message: '这个单位不在本考核年度里' }]),
    )
    const id = await insertObservation(db, {
      org: cycle.org,
      cycle: cycle.id,
      unit,
      item,
      observed_on: observedOn,
      text,
      person: actor.person,
      at: nowIn(cycle, now).toISOString(),
    })
    await call.record({ object: `observation/${id}`, org: cycle.org, after: body })
    return { id }
  })

  serve(app, services, reporting.voidObservation, async (call) => {
    const { db, params, body } = call
    const cycle = call.permit(await findStanding(db, params.cycle))
    const find = async () =>
      (await observationsOf(db, cycle.id, undefined)).find(({ id }) => id === params.observation)
    call.stands(async () => {
      const standing = await find()
      return standing && shownObservation(standing)
    })
    if ((await find())?.voided_because != null) throw conflict('这次观察已经作废')
    const row = { org: cycle.org, id: params.observation, version: body.version }
    const voided = await voidRow(db, 'observation', row, body.reason)
    if (voided === undefined) throw changedMeanwhile()
    const after = { voidedBecause: body.reason }
    await call.record({ object: `observation/${voided.id}`, org: cycle.org, after })
    return { id: voided.id }
  })
}
