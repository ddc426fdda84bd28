import { randomUUID } from 'node:crypto'
import { organisation } from '@kaohe/contract'
import { findUnit, insertUnit, renameUnit, unitsAbove, unitsBelow } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import { changedMeanwhile } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { shownUnit } from './shown.ts'

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** The tree of organisations. */
export function organisationRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.listUnits, async ({ db, actor, query, permit }) => {
    if (query.parent === undefined) {
      const own = permit(await findUnit(db, actor.org))
      const { units } = await unitsBelow(db, own.id, undefined)
      return { units: [{ ...shownUnit(own), children: units.length }], next: null }
    }
    permit(await findUnit(db, query.parent))
    const { units, next } = await unitsBelow(db, query.parent, query.after)
    return { units: units.map((unit) => ({ ...shownUnit(unit), children: unit.children })), next }
  })

  serve(app, services, organisation.readUnit, async ({ db, params, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    return { ...shownUnit(unit), above: await unitsAbove(db, unit) }
  })

  serve(app, services, organisation.addUnit, async ({ db, body, now, permit, record }) => {
    const parent = permit(await findUnit(db, body.parent))
    const unit = await insertUnit(db, parent.path, { id: randomUUID(), ...body }, dayOf(now))
    await record({ object: `unit/${unit.id}`, org: unit.id, after: shownUnit(unit) })
    return shownUnit(unit)
  })

  serve(app, services, organisation.renameUnit, async ({ db, params, body, permit, record }) => {
    const unit = permit(await findUnit(db, params.unit))
    if (unit.version !== body.version) throw changedMeanwhile()
    const renamed = await renameUnit(db, unit, body.name, body.on)
    if (renamed === undefined) throw changedMeanwhile()
    const object = `unit/${unit.id}`
    await record({ object, org: unit.id, before: shownUnit(unit), after: shownUnit(renamed) })
    return shownUnit(renamed)
  })
}
