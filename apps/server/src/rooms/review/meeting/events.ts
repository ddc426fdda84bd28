import type { Dataset, EventEntry, Program, Value } from '@kaohe/engine'
import { readTyped } from '@kaohe/intake'
import type { ContentBallots } from '@kaohe/storage'
import { withUnit } from '../../reporting/entry.ts'

type Counted = ContentBallots['cast'][number]
type Heard = ContentBallots['heard'][number]

// Of what was frozen before there were meetings.
const NONE: ContentBallots = { heard: [], cast: [] }

/** A ballot as the engine takes it: of a meeting, with its receipt, and with a number for the judge. */
function eventOf(
  ballot: Counted,
  { on, group }: Pick<Heard, 'on' | 'group'>,
  number: number,
  { scheme }: Program,
): EventEntry[] {
  const declared = scheme.events?.find(({ id }) => id === ballot.event)
  if (declared === undefined) return []
  const attributes: Record<string, Value> = {}
  for (const attribute of declared.attributes ?? []) {
    const { id, type, unit } = attribute
    const said = id === group ? ballot.judge_group : ballot.marks[id]
    if (said === undefined && type === 'text') attributes[id] = { text: `${number}号票` }
    if (said === undefined) continue
    const typed = readTyped(withUnit(said, unit), attribute, scheme)
    if ('value' in typed) attributes[id] = typed.value
  }
  const { unit, event, receipt, meeting } = ballot
  const from = { by: `meeting/${meeting}`, origin: `ballot/${receipt}` }
  return [{ id: `ballot/${receipt}`, unit, event, date: on, attributes, ...from }]
}

/** The ballots of closed meetings as events. They are numbered anew for each unit, in the order of receipts. */
function ballotEvents(ballots: ContentBallots | undefined, program: Program): EventEntry[] {
  const { heard, cast } = ballots ?? NONE
  const places = new Map(heard.map((one) => [`${one.unit}/${one.meeting}`, one]))
  const numbers = new Map<string, number>()
  return cast.flatMap((ballot) => {
    const place = places.get(`${ballot.unit}/${ballot.meeting}`)
    if (place === undefined) return []
    const key = `${ballot.unit}/${ballot.event}`
    const number = (numbers.get(key) ?? 0) + 1
    numbers.set(key, number)
    return eventOf(ballot, place, number, program)
  })
}

/**
 * The events of a result with the ballots of closed meetings. Whom a meeting heard has the ballots of the meeting
 * and no others: what was typed in of the same kind would count twice.
 */
export function withBallots(
  events: readonly EventEntry[],
  ballots: ContentBallots | undefined,
  program: Program,
): EventEntry[] {
  const heard = new Set((ballots ?? NONE).heard.map(({ unit, event }) => `${unit}/${event}`))
  const others = events.filter(({ unit, event }) => !heard.has(`${unit}/${event}`))
  return [...others, ...ballotEvents(ballots, program)]
}

/** For whom all ballots are in: whoever was on the agenda of a closed meeting, heard or absent. */
export function ballotsComplete({
  heard,
}: ContentBallots = NONE): readonly { readonly org: string; readonly event: string }[] {
  return heard.map(({ unit: org, event }) => ({ org, event }))
}

/** What ballots alone say of one unit, for the engine: nothing else of it is known. */
export function ballotsAlone(
  unit: Dataset['units'][number],
  ballots: ContentBallots,
  program: Program,
): Dataset {
  return {
    units: [unit],
    facts: [],
    events: ballotEvents(ballots, program),
    reported: ballots.heard.map(({ event }) => event),
    pending: [],
    history: [],
    lineage: [],
    previous: [],
  }
}
