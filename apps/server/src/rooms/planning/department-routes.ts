import { planning } from '@kaohe/contract'
import { calendarOf, conflictsOf, evaluatorTable, type Holidays } from '@kaohe/domain'
import {
  addDepartments,
  departmentsOf,
  holidaysOf,
  itemLeads,
  replaceItemLeads,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { schemeOf, seenCycle } from './find.ts'
import { leadNames, leadsAsWritten } from './leads.ts'
import { programOf } from './programs.ts'

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Who answers for which indicator, who evaluates whom, and when. */
export function departmentRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.readAssignments, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const { scheme } = programOf(await schemeOf(db, cycle))
    const departments = await departmentsOf(db, cycle.org)
    const leads = Map.groupBy(await itemLeads(db, cycle.id), ({ item }) => item)
    const namesOf = leadNames(scheme)
    const items = scheme.items.map((item) => ({
      item: item.id,
      name: item.name,
      clause: item.clause ?? null,
      leads: namesOf(item),
      departments: (leads.get(item.id) ?? []).map(({ department }) => department),
    }))
    return { departments, items, evaluators: evaluatorTable(scheme) }
  })

  serve(app, services, planning.assignDepartments, async (call) => {
    const { db, params, body } = call
    const cycle = await seenCycle(call, params.cycle)
    const { scheme } = programOf(await schemeOf(db, cycle))
    if (!scheme.items.some(({ id }) => id === params.item)) throw notFound()
    const known = new Set((await departmentsOf(db, cycle.org)).map(({ id }) => id))
    const departments = [...new Set(body.departments)]
    if (departments.some((id) => !known.has(id)))
      throw invalid([{ pointer: '/body/departments', message: '其中有的部门不在本级' }])
    await replaceItemLeads(
      db,
      { org: cycle.org, cycle: cycle.id },
      new Map([[params.item, departments]]),
    )
    const object = `cycle/${cycle.id}/item/${params.item}`
    await call.record({ object, after: { departments } })
    return { departments }
  })

  serve(app, services, planning.assignAsWritten, async (call) => {
    const { db } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const { scheme } = programOf(await schemeOf(db, cycle))
    const namesOf = leadNames(scheme)
    const names = [...new Set(scheme.items.flatMap(namesOf))]
    const created = await addDepartments(db, cycle.org, names)
    const leads = leadsAsWritten(scheme, await departmentsOf(db, cycle.org))
    await replaceItemLeads(db, { org: cycle.org, cycle: cycle.id }, leads)
    const counts = { created, items: leads.size }
    await call.record({ object: `cycle/${cycle.id}`, after: counts })
    return counts
  })

  serve(app, services, planning.readCalendar, async (call) => {
    const cycle = await seenCycle(call, call.params.cycle)
    const { scheme } = programOf(await schemeOf(call.db, cycle))
    const period = { from: cycle.starts_on, to: cycle.ends_on }
    // Results are often due in the year after.
    const table = await holidaysOf(call.db, yearOf(period.from), yearOf(period.to) + 1)
    const holidays: Holidays = { years: table.years.map(({ year }) => year), spans: table.spans }
    const deadlines = calendarOf(scheme, period, holidays)
    const conflicts = conflictsOf(scheme, deadlines, period, holidays)
    return { deadlines, conflicts, sources: table.years }
  })
}
