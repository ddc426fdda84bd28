import type { Unit } from '@kaohe/contract'
import type { StoredUnit } from '@kaohe/storage'

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
    version: unit.version,
  }
}
