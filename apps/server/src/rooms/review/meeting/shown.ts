import type { Judge, Meeting, Speaker } from '@kaohe/contract'
import {
  type Acting,
  conflictsOf,
  judgesOf,
  type StoredConflict,
  type StoredJudge,
  type StoredMeeting,
  type StoredSpeaker,
  speakersOf,
  turnoutOf,
} from '@kaohe/storage'

export function shownMeeting(one: StoredMeeting): Meeting {
  const { id, cycle, event, name, place, state, seed, version } = one
  const { held_on: heldOn, order_because: orderBecause } = one
  return { id, cycle, event, name, heldOn, place, state, seed, orderBecause, version }
}

function shownSpeaker(
  one: StoredSpeaker,
  { given, expected }: { readonly given: number; readonly expected: number },
): Speaker {
  const { id, unit, name, position, state, because, has_summary: hasSummary, digest } = one
  return { id, unit, name, position, state, because, hasSummary, given, expected, digest }
}

const NOBODY = { given: 0, expected: 0 }

/** The agenda with how many gave their ballots. */
export async function shownSpeakers(db: Acting, meeting: string): Promise<Speaker[]> {
  const turnout = await turnoutOf(db, meeting)
  const all = await speakersOf(db, meeting)
  return all.map((one) => shownSpeaker(one, turnout.get(one.id) ?? NOBODY))
}

function shownJudge(one: StoredJudge, conflicts: readonly StoredConflict[]): Judge {
  const { id, number, name, judge_group: group, unit, affiliation, paper, issued_at } = one
  const barred = conflicts.map(({ speaker, because }) => ({ speaker, because }))
  return { id, number, name, group, unit, affiliation, paper, issuedAt: issued_at, barred }
}

/** The judges and whom they do not score. */
export async function shownJudges(db: Acting, meeting: string): Promise<Judge[]> {
  const conflicts = Map.groupBy(await conflictsOf(db, meeting), ({ judge }) => judge)
  const all = await judgesOf(db, meeting)
  return all.map((one) => shownJudge(one, conflicts.get(one.id) ?? []))
}
