import type { UnitPage } from '@kaohe/contract'

/** What the parts of the page are given: the unit, and what is told anew after a change. */
export interface Shown {
  readonly page: UnitPage
}

/** What is asked for again when something of a unit was changed. */
export function staleOf({ id }: UnitPage): readonly (readonly string[])[] {
  return [['unit-page', id], ['units'], ['unit'], ['units-search']]
}
