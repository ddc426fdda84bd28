import type { Briefing, Letter, LetterAnswer, LetterSource } from '@kaohe/contract'
import { lastDayOf } from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import type {
  StoredAssessee,
  StoredBriefing,
  StoredLetter,
  StoredLetterAnswer,
  StoredRound,
} from '@kaohe/storage'
import { nameIn } from '../../result/names.ts'
import { shownField, takingPart } from '../shown.ts'
import { remarkOf } from './answer.ts'
import { fieldsFor, type LetterPlan, sayAbsent, sayWeight, stepsOf } from './plan.ts'

export function shownBriefing(one: StoredBriefing): Briefing {
  const { source, held_on: heldOn, told, text, at, version } = one
  const file =
    one.file_name === null || one.file_type === null || one.file_size === null
      ? null
      : { name: one.file_name, type: one.file_type, size: one.file_size }
  return { source, heldOn, told, text, file, at, version }
}

export function shownAnswer(one: StoredLetterAnswer): LetterAnswer {
  const { way, marks, comment, suggestion, because, at } = one
  return { way, marks: [...marks], comment, suggestion, because, at }
}

/** What goes with the letters of a cycle, as far as the one who asks may see it. */
export interface Beside {
  readonly person: string
  readonly briefings: readonly StoredBriefing[]
  readonly answers: readonly StoredLetterAnswer[]
}

export function shownLetter(one: StoredLetter, { person, briefings, answers }: Beside): Letter {
  const { unit, unit_name: unitName, issued_at: issuedAt, withdrawn_because: withdrawn } = one
  const { id, source, party, body, leader, post, issued, reminded, differs, version } = one
  const typists = [one.first_by, one.second_by]
  const briefing = briefings.find(({ org, source: of }) => org === unit && of === source)
  const answer = answers.find(({ letter }) => letter === id)
  return {
    id,
    source,
    party,
    unit,
    unitName,
    body,
    leader,
    post,
    issued,
    issuedAt,
    reminded,
    answeredAt: one.answered_at,
    answeredBy: one.answered_by,
    typed: typists.filter((typist) => typist !== null).length,
    differs,
    mine: typists.includes(person),
    withdrawn,
    briefing: briefing === undefined ? null : shownBriefing(briefing),
    answer: answer === undefined || withdrawn !== null ? null : shownAnswer(answer),
    version,
  }
}

type Assessee = StoredAssessee & { readonly name: string }

/** What the scheme asks nobody about, and what has no letter yet. */
function lackingIn(
  plan: LetterPlan,
  assessees: readonly Assessee[],
  letters: readonly StoredLetter[],
  scheme: Scheme,
): Pick<LetterSource, 'waiting' | 'without'> {
  const standing = new Set(
    letters
      .filter(({ withdrawn_because: withdrawn }) => withdrawn === null)
      .map(({ party, unit }) => `${party}/${unit}`),
  )
  const all = takingPart(assessees)
  const asked = (type: string) =>
    plan.parties.filter((party) => fieldsFor(plan, party, type).length > 0)
  return {
    waiting: all.flatMap(({ unit, name, type }) =>
      asked(type)
        .filter(({ id }) => !standing.has(`${id}/${unit}`))
        .map(({ id }) => ({ unit, name, party: id })),
    ),
    without: all
      .filter(({ type }) => asked(type).length === 0)
      .map(({ unit, name, type }) => ({ unit, name, type: nameIn(scheme.assessees, type) })),
  }
}

function shownRound(round: StoredRound | undefined): LetterSource['round'] {
  if (round === undefined) return null
  const { due_on: dueOn, grace_days: graceDays, closed_at: closedAt, version } = round
  return { dueOn, graceDays, closedAt, version, lastDay: lastDayOf({ dueOn, graceDays }) }
}

interface Stored extends Beside {
  readonly scheme: Scheme
  readonly assessees: readonly Assessee[]
  readonly rounds: readonly StoredRound[]
  readonly letters: readonly StoredLetter[]
  readonly readings: LetterSource['readings']
}

/** One collection as the office sees it. */
export function shownSource(plan: LetterPlan, stored: Stored): LetterSource {
  const { source, parties } = plan
  const { scheme, assessees, rounds } = stored
  const letters = stored.letters.filter((one) => one.source === source.id)
  const steps = stepsOf(scheme, source)
  return {
    id: source.id,
    name: source.name,
    clause: source.clause ?? null,
    weight: sayWeight(source),
    parties: parties.map(({ id, name, fields }) => ({
      id,
      name,
      fields: fields.map((field) => shownField(field, id, scheme)),
    })),
    remark: remarkOf(parties.flatMap(({ fields }) => fields)),
    calendar: steps.letters,
    briefing: steps.briefing,
    round: shownRound(rounds.find((one) => one.source === source.id)),
    letters: letters.map((one) => shownLetter(one, stored)),
    ...lackingIn(plan, assessees, letters, scheme),
    absent: sayAbsent(source),
    readings: stored.readings.filter(({ clause }) => clause === source.clause),
  }
}
