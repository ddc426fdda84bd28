import type { LiveAgenda, LiveScreen } from '@kaohe/contract'
import {
  type Acting,
  speakersOf,
  type StoredMeeting,
  type StoredSpeaker,
  turnoutOf,
} from '@kaohe/storage'
import { outcomeOf } from './outcome.ts'

/** What every screen follows, those of judges too: the agenda, and no count. */
export function shownAgenda(
  { version, state }: StoredMeeting,
  speakers: readonly StoredSpeaker[],
): LiveAgenda {
  const all = speakers.map(({ id, state: stands }) => ({ id, state: stands }))
  return { version, state, speakers: all }
}

const instant = ({ sealed_at: at }: StoredSpeaker): string => at ?? ''

/** Who was sealed last, as long as nobody else is being scored. */
function lastSealed(speakers: readonly StoredSpeaker[]): StoredSpeaker | undefined {
  if (speakers.some(({ state }) => state === 'scoring')) return undefined
  return speakers
    .filter(({ state }) => state === 'sealed')
    .toSorted((a, b) => (instant(a) < instant(b) ? 1 : -1))[0]
}

/** The big screen: how many gave their ballots, and nothing else, until a speaker is sealed. */
export async function screenOf(db: Acting, meeting: StoredMeeting): Promise<LiveScreen> {
  const speakers = await speakersOf(db, meeting.id)
  const turnout = await turnoutOf(db, meeting.id)
  const now = speakers.find(({ state }) => state === 'scoring')
  const next = speakers.find(({ state }) => state === 'waiting')
  const last = lastSealed(speakers)
  const counts = (now && turnout.get(now.id)) ?? { given: 0, expected: 0 }
  return {
    ...shownAgenda(meeting, speakers),
    name: meeting.name,
    now:
      now === undefined ? null : { id: now.id, name: now.name, position: now.position, ...counts },
    next: next === undefined ? null : { name: next.name, position: next.position },
    outcome: last === undefined ? null : await outcomeOf(db, meeting, last),
  }
}
