import { randomUUID } from 'node:crypto'
import { organisation } from '@kaohe/contract'
import {
  type Acting,
  countBelow,
  findUnit,
  indexNames,
  insertUnit,
  lockTree,
  placesUpOn,
  recordPlaces,
  searchUnits,
  type StoredUnit,
  unitsAbove,
  unitsBelow,
  unitsBelowOn,
  updateUnit,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { dayOf } from '../identity/day.ts'
import { mayChangeOn } from './dated.ts'
import { refuse, withFreeName } from './refusals.ts'
import { shownUnit, unitAgain } from './shown.ts'

type RowShown = Pick<StoredUnit, 'id' | 'parent' | 'name' | 'kind' | 'ended_on'> & {
  readonly founded_on?: string | null
  readonly children: number
}

function shownRow({ founded_on, ended_on, id, parent, name, kind, children }: RowShown): object {
  return { id, parent, name, kind, children, foundedOn: founded_on ?? null, endedOn: ended_on }
}

async function levelOf(
  db: Acting,
  parent: StoredUnit,
  { after, on }: { readonly after?: string | undefined; readonly on?: string | undefined },
): Promise<object> {
  const page =
    on === undefined
      ? await unitsBelow(db, parent.id, after)
      : await unitsBelowOn(db, parent.id, on, after)
  return { units: page.units.map(shownRow), next: page.next }
}

type Edit = Parameters<typeof updateUnit>[2]

function editOf(body: {
  readonly name?: string | undefined
  readonly kind?: string | undefined
  readonly shortName?: string | null | undefined
  readonly foundedOn?: string | null | undefined
  readonly peerGroup?: string | null | undefined
}): Edit {
  const { name, kind, shortName, foundedOn, peerGroup } = body
  return {
    ...(name !== undefined && { name }),
    ...(kind !== undefined && { kind }),
    ...(shortName !== undefined && { short_name: shortName || null }),
    ...(foundedOn !== undefined && { founded_on: foundedOn }),
    ...(peerGroup !== undefined && { peer_group: peerGroup || null }),
  }
}

/** The tree of organisations, as it is and as it was on a day. */
export function treeRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.searchUnits, async ({ db, actor, query, permit }) => {
    permit(actor)
    const { afterName: name, after: id } = query
    const after = name === undefined || id === undefined ? undefined : { name, id }
    const { units, more } = await searchUnits(db, query.q, after)
    const shown = units.map(({ short_name: shortName, ended_on: endedOn, ...unit }) => ({
      ...unit,
      shortName,
      endedOn,
    }))
    return { units: shown, more }
  })

  serve(app, services, organisation.listUnits, async ({ db, actor, query, permit }) => {
    if (query.parent === undefined) {
      const own = permit(await findUnit(db, actor.org))
      return { units: [shownRow({ ...own, children: await countBelow(db, own.id) })], next: null }
    }
    return levelOf(db, permit(await findUnit(db, query.parent)), query)
  })

  serve(app, services, organisation.readUnit, async ({ db, params, query, permit }) => {
    const unit = permit(await findUnit(db, params.unit))
    if (query.on === undefined) return { ...shownUnit(unit), above: await unitsAbove(db, unit) }
    const up = await placesUpOn(db, unit.id, query.on)
    const then = up.find(({ id }) => id === unit.id)
    const above = up.filter(({ id }) => id !== unit.id).map(({ id, name }) => ({ id, name }))
    return { ...shownUnit(unit), ...(then && { name: then.name, kind: then.kind }), above }
  })

  serve(app, services, organisation.addUnit, async ({ db, body, now, permit, record }) => {
    const parent = permit(await findUnit(db, body.parent))
    await lockTree(db, parent.path)
    if (parent.ended_on !== null) throw refuse('parent', '这个上级已经撤销')
    const today = dayOf(now)
    if (body.foundedOn !== undefined && body.foundedOn > today)
      throw refuse('foundedOn', `成立日期不能晚于今天（${today}）`)
    const unit = await withFreeName(body.name, 'name', () =>
      insertUnit(db, parent.path, { ...body, id: randomUUID() }, today),
    )
    await record({ object: `unit/${unit.id}`, org: unit.id, after: shownUnit(unit) })
    return shownUnit(unit)
  })

  serve(app, services, organisation.changeUnit, async ({ db, params, body, now, ...call }) => {
    const unit = call.permit(await findUnit(db, params.unit))
    call.stands(() => unitAgain(db, unit.id))
    if (unit.version !== body.version || unit.ended_on !== null) throw changedMeanwhile()
    const edit = editOf(body)
    const dated = (edit.name ?? unit.name) !== unit.name || (edit.kind ?? unit.kind) !== unit.kind
    if (dated) await mayChangeOn(db, [unit], body.on, now)
    const changed = await withFreeName(body.name ?? '', 'name', () => updateUnit(db, unit, edit))
    if (changed === undefined) throw changedMeanwhile()
    if (dated || edit.short_name !== undefined)
      await (dated ? recordPlaces(db, [unit.id], body.on) : indexNames(db, [unit.id]))
    const object = `unit/${unit.id}`
    await call.record({ object, org: unit.id, before: shownUnit(unit), after: shownUnit(changed) })
    return shownUnit(changed)
  })
}
