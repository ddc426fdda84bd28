import { fills, sideOf } from '@kaohe/domain'
import type { EventDeclaration } from '@kaohe/engine'
import type { FactsRead } from '@kaohe/intake'
import type { Declared } from '@kaohe/storage'
import type { Actor } from '../../http/call.ts'
import { nowIn } from './clock.ts'
import { supplierOf } from './fill.ts'
import { declaredEvent, type ReportSource, supplierName } from './source.ts'

/** A kind of events that a workbook declares complete, or of which it takes that back. */
export interface CompleteChange {
  readonly event: EventDeclaration
  readonly complete: boolean
}

export interface LookedComplete {
  readonly changes: readonly CompleteChange[]
  readonly refused: readonly { readonly place: string; readonly message: string }[]
}

// What was left blank says nothing: it neither declares nor takes back.
function saidOf(event: string, unit: string, { dataset, denied = [] }: FactsRead) {
  const isMine = (one: { readonly event: string; readonly unit: string | null }): boolean =>
    one.event === event && (one.unit === null || one.unit === unit)
  if (denied.some(isMine) || dataset?.pending.some(isMine)) return false
  return dataset?.reported.includes(event) ? true : undefined
}

/** What the sheet 事件报齐 of a workbook would change for the unit. */
export function lookAtComplete(
  source: ReportSource,
  actor: Actor,
  read: FactsRead,
): LookedComplete {
  const asked = [...new Set(source.sheet.flatMap(({ events }) => events))]
  const changed = asked.flatMap((id): CompleteChange[] => {
    const event = declaredEvent(source, id)
    const complete = saidOf(id, source.unit.id, read)
    const same = complete === undefined || complete === source.around.complete.includes(id)
    return event === undefined || same ? [] : [{ event, complete }]
  })
  const side = sideOf(actor.role)
  const mine = ({ event }: CompleteChange): boolean =>
    fills(side, supplierOf(source, event.supplier))
  const refused = changed
    .filter((one) => !mine(one))
    .map(({ event }) => {
      const who = supplierName(source, supplierOf(source, event.supplier))
      const message = who === null ? '由单位自己声明报齐，这里不能改' : `由${who}声明报齐，不能改`
      return { place: `事件报齐：${event.name}`, message }
    })
  return { changes: changed.filter(mine), refused }
}

/** The declarations that the changes come to. */
export function declarationsFor(
  changes: readonly CompleteChange[],
  source: ReportSource,
  actor: Actor,
  now: Date,
): Declared[] {
  return changes.map(({ event, complete }) => ({
    org: source.unit.id,
    committee: source.cycle.org,
    cycle: source.cycle.id,
    event: event.id,
    complete,
    person: actor.person,
    at: nowIn(source.cycle, now).toISOString(),
  }))
}
