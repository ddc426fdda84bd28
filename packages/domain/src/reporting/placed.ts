import type { Scheme, Unit } from '@kaohe/engine'

/**
 * The units that a scheme knows: those assessed, and those on one of its levels. The engine takes a unit without
 * a level for one of any; in a tree of real organisations it is one that the scheme does not speak of. What
 * stands below such a unit stands below the next one above that is known.
 */
export function placedUnits(
  units: readonly Unit[],
  { levels = [] }: Pick<Scheme, 'levels'>,
): Unit[] {
  if (levels.length === 0) return [...units]
  const all = new Map(units.map((unit) => [unit.id, unit]))
  const isKnown = ({ type, level }: Unit): boolean => type !== null || level !== undefined
  const above = (unit: Unit): string | undefined => {
    const parent = unit.parent === undefined ? undefined : all.get(unit.parent)
    return parent === undefined || isKnown(parent) ? unit.parent : above(parent)
  }
  return units.filter(isKnown).map((unit) => {
    const { parent: _, ...alone } = unit
    const parent = above(unit)
    return parent === undefined ? alone : { ...alone, parent }
  })
}
