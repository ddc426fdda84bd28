import type { Role } from '../access/roles.ts'

/** Who fills something in: the unit for itself, or those above it for what they supply. */
export type Side = 'unit' | 'committee'

const UNIT: readonly Role[] = ['unit-clerk', 'unit-head', 'subordinate-clerk']

/** On which side of a report a role stands. */
export function sideOf(role: Role): Side {
  return UNIT.includes(role) ? 'unit' : 'committee'
}

/**
 * May this side fill it in? What a unit reports of itself nobody types over; what others supply the unit
 * may contest, not change.
 * @param supplier the party that the scheme names; undefined for the unit itself
 */
export function fills(side: Side, supplier: string | undefined): boolean {
  return (side === 'unit') === (supplier === undefined)
}
