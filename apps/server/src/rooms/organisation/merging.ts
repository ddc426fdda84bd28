import { randomUUID } from 'node:crypto'
import { organisation } from '@kaohe/contract'
import {
  type Acting,
  countBelow,
  endUnits,
  findUnit,
  findUnits,
  importUnits,
  insertDescents,
  moveUnits,
  recordPlaces,
  type StoredUnit,
  unitsBelowAll,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Actor } from '../../http/call.ts'
import { changedMeanwhile } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { current, mayChangeOn, mayEndOn } from './dated.ts'
import { refuse, withFreeName } from './refusals.ts'
import { shownUnit, unitAgain } from './shown.ts'

type Versioned = readonly { readonly id: string; readonly version: number }[]

function mayMerge(
  into: StoredUnit,
  found: readonly StoredUnit[],
  asked: Versioned,
  actor: Actor,
): void {
  for (const { id, version } of asked) {
    const one = found.find((other) => other.id === id)
    if (one?.version !== version || one.ended_on !== null) throw changedMeanwhile()
    if (into.path.includes(id)) throw refuse('units', '不能把自己或者自己的上级并进来')
    if (actor.path.includes(id)) throw refuse('units', '不能撤销自己所在的组织')
  }
}

// What stood below the merged stands below what they are now.
async function takeOver(
  db: Acting,
  into: StoredUnit,
  merged: readonly string[],
  on: string,
): Promise<number> {
  const below = await unitsBelowAll(db, merged)
  const orphans = below.filter((id) => !merged.includes(id))
  if (orphans.length === 0) return 0
  const count = await withFreeName('下级的名称', 'units', () => moveUnits(db, orphans, into.path))
  await recordPlaces(db, orphans, on)
  return count
}

async function addParts(
  db: Acting,
  above: readonly string[],
  parts: readonly { readonly name: string; readonly kind: string }[],
  on: string,
): Promise<readonly StoredUnit[]> {
  const added = parts.map(({ name, kind }) => {
    const id = randomUUID()
    const empty = { short_name: null, founded_on: on, peer_group: null }
    return { id, path: [...above, id], name, kind, ...empty }
  })
  const nothing = { changed: [], placed: [], paths: [], attributes: [] }
  const names = parts.map(({ name }) => name).join('、')
  await withFreeName(names, 'units', () => importUnits(db, { on, source: '', added, ...nothing }))
  const ids: readonly string[] = added.map(({ id }) => id)
  const stored = await findUnits(db, ids)
  return stored.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** Units merge and split; what they came out of is written down, so that years stay comparable. */
export function mergingRoutes(app: Hono, services: Services): void {
  serve(app, services, organisation.mergeUnits, async (call) => {
    const { db, params, body, now, actor } = call
    const seen = call.permit(await findUnit(db, params.unit))
    const ids = body.units.map(({ id }) => id)
    if (new Set(ids).size < ids.length) throw refuse('units', '有一个组织选了两次')
    const asked = await findUnits(db, ids)
    for (const id of ids) call.permit(asked.find((one) => one.id === id))
    call.stands(async () => ({
      ...(await unitAgain(db, seen.id)),
      units: (await findUnits(db, ids)).map(shownUnit),
    }))
    const into = await current(db, seen, body.version)
    const merged = await findUnits(db, ids)
    mayMerge(into, merged, body.units, actor)
    await mayEndOn(db, merged, { on: body.on, now, children: 0 })
    const moved = await takeOver(db, into, ids, body.on)
    await endUnits(db, ids, body.on)
    const line = { org: into.id, happened_on: body.on, kind: 'merged' as const }
    await insertDescents(
      db,
      ids.map((earlier) => ({ ...line, earlier })),
    )
    const unit = shownUnit((await findUnit(db, into.id))!)
    const after = { ...unit, merged: merged.map(shownUnit), on: body.on, moved }
    const before = shownUnit(into)
    await call.record({ object: `unit/${unit.id}`, org: unit.id, before, after })
    return { unit, moved }
  })

  serve(app, services, organisation.splitUnit, async (call) => {
    const { db, params, body, now, actor } = call
    const seen = call.permit(await findUnit(db, params.unit))
    call.stands(() => unitAgain(db, seen.id))
    const unit = await current(db, seen, body.version)
    if (actor.path.includes(unit.id)) throw refuse('units', '自己所在的组织要由上级来分设')
    const { on } = body
    if (body.ends) {
      await mayEndOn(db, [unit], { on, now, children: await countBelow(db, unit.id) })
      await endUnits(db, [unit.id], on)
    } else await mayChangeOn(db, [unit], on, now)
    const parts = await addParts(db, unit.path.slice(0, -1), body.units, on)
    const line = { earlier: unit.id, happened_on: on, kind: 'split' as const }
    await insertDescents(
      db,
      parts.map(({ id: org }) => ({ ...line, org })),
    )
    const rest = shownUnit((await findUnit(db, unit.id))!)
    const units = parts.map(shownUnit)
    const before = shownUnit(unit)
    const after = { ...rest, split: units }
    await call.record({ object: `unit/${unit.id}`, org: unit.id, before, after })
    return { unit: rest, units }
  })
}
