import { reporting } from '@kaohe/contract'
import { worksheetOf } from '@kaohe/domain'
import {
  type Acting,
  entriesOf,
  findAssessee,
  findCycle,
  findScheme,
  findUnit,
  writeEntry,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { programOf } from '../planning/programs.ts'
import { datasetOf } from './dataset.ts'
import { checkedEntry, shownEntry } from './entry.ts'
import { reportOf, type ReportSource } from './report.ts'
import { yieldsOf } from './yields.ts'

interface Place {
  readonly cycle: string
  readonly unit: string
}

async function sourceOf(db: Acting, place: Place, unitName: string): Promise<ReportSource> {
  const cycle = await findCycle(db, place.cycle)
  const assessee = await findAssessee(db, place.cycle, place.unit)
  if (cycle === undefined || assessee === undefined) throw notFound()
  const scheme = await findScheme(db, cycle.scheme)
  if (scheme === undefined) throw notFound()
  const entries = await entriesOf(db, place.cycle, place.unit)
  return { program: programOf(scheme), cycle, assessee, unitName, entries }
}

/** What units report. */
export function reportingRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readReport, async ({ db, params, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    return reportOf(await sourceOf(db, params, unit.name))
  })

  serve(app, services, reporting.writeEntry, async (call) => {
    const { db, params, body, actor, now } = call
    const unit = call.permit(await findUnit(db, params.unit))
    const source = await sourceOf(db, params, unit.name)
    const { program, cycle, assessee } = source
    if (cycle.state !== 'open') throw conflict('这个考核年度现在不收填报')
    const fact = program.scheme.facts?.find(({ id }) => id === params.fact)
    if (fact === undefined) throw notFound()
    const period = body.period ?? ''
    const before = source.entries.find((one) => one.fact === fact.id && one.period === period)
    const written = await writeEntry(
      db,
      {
        org: unit.id,
        committee: cycle.org,
        cycle: cycle.id,
        fact: fact.id,
        period,
        ...checkedEntry(body, fact, program.scheme),
        source: '本单位填报',
        person: actor.person,
        at: now.toISOString(),
      },
      body.version,
    )
    if (written === undefined) throw changedMeanwhile()
    const object = `entry/${cycle.id}/${unit.id}/${fact.id}/${period}`
    const shown = shownEntry(written)
    await call.record({
      object,
      org: unit.id,
      ...(before && { before: shownEntry(before) }),
      after: shown,
    })
    const entries = [...source.entries.filter((one) => one !== before), written]
    const yields = yieldsOf(program, datasetOf(program, assessee, unit.name, entries))
    const touched = worksheetOf(program, assessee.type).filter(({ cells }) =>
      cells.some((cell) => cell.fact === fact.id),
    )
    const items = touched.map(({ item: { id } }) => ({ id, yields: yields.of(id) }))
    return { entry: shown, items, total: yields.total }
  })
}
