import { datedChange, refuseEnd, type Standing } from '@kaohe/domain'
import { type Acting, findUnit, lockTree, standings, type StoredUnit } from '@kaohe/storage'
import { changedMeanwhile, notFound } from '../../http/problem.ts'
import { dayOf } from '../identity/day.ts'
import { refuse } from './refusals.ts'

/**
 * The unit as it is once nobody else changes its tree: what was read before may have changed while waiting.
 * @throws Stop 409 when it is not the version that was looked at, or has ended
 */
export async function current(db: Acting, seen: StoredUnit, version: number): Promise<StoredUnit> {
  await lockTree(db, seen.path)
  const unit = await findUnit(db, seen.id)
  if (unit === undefined) throw notFound()
  if (unit.version !== version || unit.ended_on !== null) throw changedMeanwhile()
  return unit
}

async function eachStanding(
  db: Acting,
  units: readonly StoredUnit[],
  judge: (standing: Standing) => string | undefined,
): Promise<void> {
  const ids = units.map(({ id }) => id)
  for (const standing of await standings(db, ids)) {
    const because = judge(standing)
    const unit = units.find(({ id }) => id === standing.org)
    if (because !== undefined) throw refuse('on', `“${unit?.name ?? ''}”：${because}`)
  }
}

/** @throws Stop 422 at the field `on` when one of the units cannot change on that day */
export async function mayChangeOn(
  db: Acting,
  units: readonly StoredUnit[],
  on: string,
  now: Date,
): Promise<void> {
  await eachStanding(db, units, (standing) => {
    const change = datedChange(standing, on, dayOf(now))
    return change.kind === 'refused' ? change.because : undefined
  })
}

/** @throws Stop 422 at the field `on` when one of the units cannot end on that day */
export async function mayEndOn(
  db: Acting,
  units: readonly StoredUnit[],
  { on, now, children }: { readonly on: string; readonly now: Date; readonly children: number },
): Promise<void> {
  await eachStanding(db, units, ({ from }) => refuseEnd({ children, from }, on, dayOf(now)))
}
