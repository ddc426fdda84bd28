import type { ClaimKind } from '@kaohe/contract'
import { rulesOn, type Seat, worksheetOf } from '@kaohe/domain'
import { type EventDeclaration, formatRational, type Item, type Program } from '@kaohe/engine'
import { claimedAttributes } from '../reporting/source.ts'

/** A kind of events of which the office decides something, and the items that rest on it. */
export interface PlannedClaims {
  readonly event: EventDeclaration
  readonly items: readonly Item[]
}

export const ruledAttributes = ({ attributes = [] }: EventDeclaration) =>
  attributes.filter(({ ruled }) => ruled === true)

/** What units may claim under a scheme. */
export function plannedClaims(program: Program): PlannedClaims[] {
  const sheets = program.scheme.assessees.flatMap(({ id }) => worksheetOf(program, id))
  return (program.scheme.events ?? [])
    .filter((event) => ruledAttributes(event).length > 0)
    .map((event) => {
      const resting = sheets.filter(({ events }) => events.includes(event.id))
      return { event, items: [...new Map(resting.map(({ item }) => [item.id, item])).values()] }
    })
}

/** Whether one decides on these: as the organiser, or for the department in charge of an item. */
export function isMine(seat: Seat, { items }: PlannedClaims): boolean {
  return rulesOn(
    seat,
    items.flatMap(({ leads = [] }) => leads),
  )
}

/** The attribute by which people call it: the first words among those that the unit writes. */
export function nameAttribute({ event }: PlannedClaims): string | undefined {
  return claimedAttributes(event).find(({ type }) => type === 'text')?.id
}

const sayBound = (bound: { readonly value: Parameters<typeof formatRational>[0] } | undefined) =>
  bound === undefined ? null : formatRational(bound.value)

export function shownKind(planned: PlannedClaims, seat: Seat): ClaimKind {
  const { event, items } = planned
  return {
    event: event.id,
    name: event.name,
    clause: event.clause ?? null,
    items: items.map(({ name }) => name),
    fields: ruledAttributes(event).map(({ id, name, type, unit, words = [], least, most }) => ({
      id,
      name,
      type,
      unit: unit ?? null,
      words: [...words],
      least: sayBound(least),
      most: sayBound(most),
    })),
    mine: isMine(seat, planned),
  }
}
