import { organisation } from '@kaohe/contract'
import { allows, policies, type Role, roles, standingFor } from '@kaohe/domain'
import { descentsOf, findUnit, findUnits, firstDays, unitPage } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { dayOf } from '../identity/day.ts'
import { openPhone } from './phone.ts'
import { shownUnit } from './shown.ts'

/** The page of one unit: two queries, whatever hangs on it. */
export function pageRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.readUnitPage, async ({ db, actor, params, permit, now }) => {
    const unit = permit(await findUnit(db, params.unit))
    const page = await unitPage(db, unit, dayOf(now))
    const may = (act: string): boolean => allows(policies, act, actor, unit.path)
    const mine = {
      change: may('unit.change'),
      describe: may('unit.describe'),
      people: may('person.read'),
      report: may('report.read'),
    }
    const contacts = page.contacts.map((one) => ({
      ...one,
      phone: openPhone(services.door.secrets, one.phone),
    }))
    const posts = (mine.people ? page.posts : []).map(({ name, role, department }) => ({
      name,
      roleName: roles[role as Role]?.name ?? role,
      department,
    }))
    return { ...shownUnit(unit), ...page, contacts, posts, may: mine }
  })

  serve(app, services, organisation.readPredecessors, async ({ db, params, query, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    const lines = await descentsOf(db, [unit.id])
    const descents = lines.map(({ org, earlier, happened_on: happenedOn }) => ({
      unit: org,
      earlier,
      happenedOn,
    }))
    const known = [unit.id, ...lines.map(({ earlier }) => earlier)]
    const began = await firstDays(db, known)
    const stood = await findUnits(db, standingFor(descents, began, unit.id, query.on))
    return { units: stood.map(({ id, name }) => ({ id, name })) }
  })
}
