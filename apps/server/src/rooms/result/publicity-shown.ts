import type { Audience, Publicity, PublicPart, Published, ShownPublicity } from '@kaohe/contract'
import type { StoredPublicity } from '@kaohe/storage'
import { todayOf } from '../reporting/clock.ts'

const DAY_MS = 86_400_000

function stateOf(one: StoredPublicity, now: Date): Publicity['state'] {
  const { withdrawn_because: gone, confirmed_at: confirmed, starts_on: from, ends_on: to } = one
  if (gone !== null) return 'withdrawn'
  if (confirmed === null) return 'asked'
  const today = todayOf(new Date(now.getTime() - one.behind_days * DAY_MS))
  if (from === null || to === null || today < from) return 'waiting'
  return today > to ? 'ended' : 'standing'
}

/** For those who ask and those who consent. */
export function shownPublicity(one: StoredPublicity, person: string, now: Date): Publicity {
  const { consent_body: body, consent_number: number, consent_on: on } = one
  return {
    id: one.id,
    snapshot: one.snapshot,
    parts: one.parts as PublicPart[],
    audience: one.audience as Audience[],
    published: one.shown as Published,
    days: one.days,
    working: one.working,
    event: one.event,
    startsOn: one.starts_on,
    endsOn: one.ends_on,
    state: stateOf(one, now),
    consent: body === null || on === null ? null : { body, number, on },
    mine: one.asked_by === person,
    withdrawnBecause: one.withdrawn_because,
    version: one.version,
  }
}

/** For those to whom it is made public, while it stands; undefined on every other day. */
export function madePublic(
  one: StoredPublicity | undefined,
  now: Date,
): ShownPublicity | undefined {
  if (one === undefined || stateOf(one, now) !== 'standing') return undefined
  return { ...(one.shown as Published), id: one.id, startsOn: one.starts_on!, endsOn: one.ends_on! }
}
