import { organisation } from '@kaohe/contract'
import { refuseMove } from '@kaohe/domain'
import { countBelow, endUnits, findUnit, moveUnits, recordPlaces } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { current, mayChangeOn, mayEndOn } from './dated.ts'
import { refuse, withFreeName } from './refusals.ts'
import { shownUnit, unitAgain } from './shown.ts'

/** Units move and end; where they were stays known. */
export function successionRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.moveUnit, async ({ db, params, body, now, ...call }) => {
    const seen = call.permit(await findUnit(db, params.unit))
    call.stands(() => unitAgain(db, seen.id))
    const unit = await current(db, seen, body.version)
    // Whoever takes must be one whom the mover may change too, like whoever gives.
    const parent = call.permit(await findUnit(db, body.parent))
    const because = refuseMove(unit.path, parent.path)
    if (because !== undefined) throw refuse('parent', because)
    if (parent.ended_on !== null) throw refuse('parent', '这个上级已经撤销')
    await mayChangeOn(db, [unit], body.on, now)
    const count = await withFreeName(unit.name, 'parent', () =>
      moveUnits(db, [unit.id], parent.path),
    )
    await recordPlaces(db, [unit.id], body.on)
    const moved = shownUnit((await findUnit(db, unit.id))!)
    const before = shownUnit(unit)
    await call.record({ object: `unit/${unit.id}`, org: unit.id, before, after: moved })
    return { unit: moved, moved: count }
  })

  serve(app, services, organisation.endUnit, async ({ db, params, body, now, actor, ...call }) => {
    const seen = call.permit(await findUnit(db, params.unit))
    call.stands(() => unitAgain(db, seen.id))
    const unit = await current(db, seen, body.version)
    if (actor.path.includes(unit.id)) throw refuse('on', '不能撤销自己所在的组织')
    await mayEndOn(db, [unit], { on: body.on, now, children: await countBelow(db, unit.id) })
    await endUnits(db, [unit.id], body.on)
    const ended = shownUnit((await findUnit(db, unit.id))!)
    const before = shownUnit(unit)
    await call.record({ object: `unit/${unit.id}`, org: unit.id, before, after: ended })
    return ended
  })
}
