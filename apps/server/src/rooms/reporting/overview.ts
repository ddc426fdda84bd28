import { reporting } from '@kaohe/contract'
import { deadlineOf, momentOf, worksheetOf, type WorksheetItem } from '@kaohe/domain'
import type { Program } from '@kaohe/engine'
import {
  assessedIn,
  factProgressOf,
  findCycle,
  findScheme,
  findUnit,
  progressOf,
  type StoredCycle,
  type UnitProgress,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import { askFor } from '../../jobs/ask.ts'
import type { Services } from '../../services.ts'
import { programOf } from '../planning/programs.ts'
import { clockOf } from './clock.ts'
import { findSource, workOf } from './source.ts'
import { AT_ONCE, remindUnits } from './remind.ts'
import { standingOf } from './standing.ts'

/** The cells of an item that units fill in themselves: of data nobody else supplies, and the words. */
function ownCells({ item, cells, judged }: WorksheetItem, supplied: ReadonlySet<string>): string[] {
  const own = cells.map(({ fact, period }) => `${fact}/${period ?? ''}`)
  const kept = own.filter((key) => !supplied.has(key.slice(0, key.lastIndexOf('/'))))
  return judged ? [...kept, `${workOf(item.id)}/`] : kept
}

const factOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/** What each kind of assessee is asked for, cell by cell. */
class Asked {
  readonly #byType = new Map<string, { item: WorksheetItem['item']; cells: string[] }[]>()
  readonly facts = new Set<string>()

  constructor(program: Program) {
    const all = program.scheme.facts ?? []
    const supplied = new Set(all.filter((one) => one.supplier !== undefined).map(({ id }) => id))
    for (const { id } of program.scheme.assessees) {
      const items = worksheetOf(program, id).map((one) => ({
        item: one.item,
        cells: ownCells(one, supplied),
      }))
      this.#byType.set(id, items)
      for (const { cells } of items) for (const key of cells) this.facts.add(factOf(key))
    }
  }

  of(type: string): number {
    const items = this.#byType.get(type) ?? []
    return new Set(items.flatMap(({ cells }) => cells)).size
  }

  cellsOf(type: string, item: string): readonly string[] {
    return this.#byType.get(type)?.find((one) => one.item.id === item)?.cells ?? []
  }
}

function shownProgress(row: UnitProgress, asked: Asked) {
  return {
    unit: row.unit,
    name: row.name,
    type: row.type,
    excludedBecause: row.excluded_because,
    state: row.state ?? ('draft' as const),
    confirmedAt: row.confirmed_at,
    lateDays: row.late_days,
    exceptionOn: row.exception_on,
    asked: asked.of(row.type),
    filled: row.filled,
    happenings: row.happenings,
    files: row.files,
    openReturns: row.open_returns,
    openContests: row.open_contests,
    remindedAt: row.reminded_at,
  }
}

function itemProgress(
  program: Program,
  asked: Asked,
  units: readonly UnitProgress[],
  filled: ReadonlyMap<string, number>,
) {
  const { items, categories = [] } = program.scheme
  const types = Map.groupBy(units, ({ type }) => type)
  return items.flatMap((item) => {
    let [wanted, there] = [0, 0]
    for (const [type, of] of types) {
      const cells = asked.cellsOf(type, item.id)
      wanted += cells.length * of.length
      for (const fact of new Set(cells.map(factOf))) there += filled.get(`${fact}/${type}`) ?? 0
    }
    if (wanted === 0) return []
    const category = categories.find(({ id }) => id === item.category)?.name ?? null
    return [{ id: item.id, name: item.name, category, asked: wanted, filled: there }]
  })
}

function deadlineMoment(program: Program): string | null {
  const deadline = deadlineOf(program.scheme)
  return deadline === undefined ? null : momentOf(deadline.on, deadline.hour)
}

function pickCycle(cycles: readonly Pick<StoredCycle, 'id'>[], wanted: string | undefined) {
  if (wanted === undefined) return cycles[0]?.id
  if (!cycles.some(({ id }) => id === wanted)) throw notFound()
  return wanted
}

/** One's own standing, and the organiser's view of all. */
export function overviewRoutes(app: Hono, services: Services): void {
  serve(app, services, reporting.readMine, async ({ db, query, actor, now, permit }) => {
    permit(actor)
    const unit = { id: actor.org, name: actor.orgName, path: [...actor.path] }
    const cycles = await assessedIn(db, unit)
    const cycle = pickCycle(cycles, query.cycle)
    const source = cycle === undefined ? undefined : await findSource(db, cycle, unit)
    const standing = source === undefined ? null : standingOf(source, now)
    return {
      unit: { id: unit.id, name: unit.name },
      cycles: cycles.map(({ id, title }) => ({ id, title })),
      standing,
    }
  })

  serve(app, services, reporting.readProgress, async ({ db, params, permit, now }) => {
    const cycle = await findCycle(db, params.cycle)
    permit(cycle && (await findUnit(db, cycle.org)))
    const scheme = await findScheme(db, cycle!.scheme)
    if (scheme === undefined) throw notFound()
    const program = programOf(scheme)
    const asked = new Asked(program)
    const units = await progressOf(db, params.cycle, [...asked.facts])
    const facts = await factProgressOf(db, params.cycle)
    const filled = new Map(facts.map((one) => [`${one.fact}/${one.type}`, one.filled]))
    return {
      title: cycle!.title,
      clock: clockOf(cycle!, now),
      deadline: deadlineMoment(program),
      units: units.map((row) => shownProgress(row, asked)),
      items: itemProgress(program, asked, units, filled),
    }
  })

  serve(app, services, reporting.remind, async (call) => {
    const { db, params, body } = call
    const cycle = await findCycle(db, params.cycle)
    call.permit(cycle && (await findUnit(db, cycle.org)))
    const known = new Set((await progressOf(db, params.cycle, [])).map(({ unit }) => unit))
    const wanted = [...new Set(body.units)]
    const stranger = wanted.findIndex((unit) => !known.has(unit))
    if (stranger >= 0)
      throw invalid([{ pointer: `/body/units/${stranger}`, message: '这个单位不在本考核年度里' }])
    const { id, org, title: name } = cycle!
    const object = `cycle/${id}/reminders`
    const { text } = body
    if (wanted.length > AT_ONCE) {
      const title = `提醒${name}的 ${wanted.length} 个单位`
      const input = { cycle: id, units: wanted, text }
      const job = await askFor(call, { kind: 'reports.remind', title, input })
      await call.record({ object, org, after: { job, text } })
      return { reminded: 0, job }
    }
    await remindUnits(call, cycle!, wanted, text)
    await call.record({ object, org, after: { units: wanted, text } })
    return { reminded: wanted.length, job: null }
  })
}
