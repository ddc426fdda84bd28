import type { Unit } from '@kaohe/contract'
import { type Acting, findUnit, type StoredBody, type StoredUnit } from '@kaohe/storage'

/** A unit as the API shows it. */
export function shownUnit(unit: StoredUnit): Unit {
  return {
    id: unit.id,
    parent: unit.parent,
    name: unit.name,
    shortName: unit.short_name,
    kind: unit.kind,
    foundedOn: unit.founded_on,
    endedOn: unit.ended_on,
    peerGroup: unit.peer_group,
    version: unit.version,
  }
}

/** A unit as it stands now. */
export async function unitAgain(db: Acting, id: string): Promise<Unit | undefined> {
  const unit = await findUnit(db, id)
  return unit && shownUnit(unit)
}

/** One that answers for a unit; `named` when it is a unit of this tree. */
export function shownBody(body: StoredBody, named: string | undefined): object {
  const { id, capacity, from_on: from, to_on: to, version } = body
  return { id, body: body.body, name: named ?? body.name ?? '', capacity, from, to, version }
}
