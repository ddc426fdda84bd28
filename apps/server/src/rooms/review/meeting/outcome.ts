import type { SpeakerOutcome } from '@kaohe/contract'
import { spreadOf } from '@kaohe/domain'
import { evaluate, formatRational, prove, type Rational, tellItem, type Unit } from '@kaohe/engine'
import {
  type Acting,
  type CountedBallot,
  countedFor,
  findAssessee,
  sheetsOf,
  type StoredMeeting,
  type StoredSpeaker,
} from '@kaohe/storage'
import { notFound } from '../../../http/problem.ts'
import { ballotsAlone } from './events.ts'
import { type Grounds, groundsOf } from './seen.ts'

const text = (value: Rational | null | undefined): string | null =>
  value === null || value === undefined ? null : formatRational(value)

type Items = SpeakerOutcome['items']

// The engine says what the ballots come to, by the rule of the scheme; nothing is added up here.
function itemsOf(
  { program, kind }: Grounds,
  unit: Unit,
  { event, id, held_on: on, group_field: group }: StoredMeeting,
  counted: readonly CountedBallot[],
): Items {
  const heard = [{ unit: unit.id, event, meeting: id, on, group }]
  const cast = counted.map((one) => ({ ...one, event, meeting: id }))
  const evaluation = evaluate(program, ballotsAlone(unit, { heard, cast }, program))
  const proof = prove(evaluation, unit.id)
  const { items } = evaluation.result(unit.id)
  return items
    .filter((item) => kind.ids.includes(item.id))
    .map((item) => {
      const told = proof.items.find((one) => one.id === item.id)
      return {
        name: told?.name ?? item.id,
        points: text(item.points),
        least: text(item.range?.lo),
        most: text(item.range?.hi),
        full: text(item.full),
        lines: told === undefined ? [] : tellItem(told, proof, 1).map(({ text: line }) => line),
      }
    })
}

function spreadsOf({ fields }: StoredMeeting, counted: readonly CountedBallot[]) {
  const all = fields.flatMap((field) => {
    const texts = counted.flatMap(({ marks }) => marks[field.id] ?? [])
    const bands = spreadOf(texts, field)
    return bands === undefined ? [] : [{ name: field.name, bands }]
  })
  return all.length < fields.length ? null : all
}

/** What came out for a speaker who is sealed. @throws notFound while he is not */
export async function outcomeOf(
  db: Acting,
  meeting: StoredMeeting,
  speaker: StoredSpeaker,
): Promise<SpeakerOutcome> {
  if (speaker.state !== 'sealed') throw notFound()
  const grounds = await groundsOf(db, meeting)
  const assessee = await findAssessee(db, grounds.cycle.id, speaker.unit)
  if (assessee === undefined) throw notFound()
  const counted = await countedFor(db, speaker.id)
  const { sheets } = await sheetsOf(db, meeting.id)
  const outstanding = sheets.filter(
    (sheet) => sheet.speaker === speaker.id && sheet.state !== 'settled',
  )
  const { unit: id, name } = speaker
  const group = assessee.peer_group === null ? {} : { group: assessee.peer_group }
  const unit: Unit = { id, name, type: assessee.type, attributes: {}, ...group }
  return {
    speaker: speaker.id,
    name,
    ballots: counted.length,
    outstanding: outstanding.length,
    items: itemsOf(grounds, unit, meeting, counted),
    spread: spreadsOf(meeting, counted),
  }
}
