import type { Letter } from '@kaohe/contract'
import type { Program } from '@kaohe/engine'
import {
  findLetter,
  lockLetter,
  roundsOf,
  type Acting,
  type StoredCycle,
  type StoredLetter,
  type StoredRound,
  type StoredScheme,
} from '@kaohe/storage'
import type { Placed } from '../../../http/call.ts'
import { changedMeanwhile, conflict, notFound } from '../../../http/problem.ts'
import { schemeOf, seenCycle } from '../../planning/find.ts'
import { programOf } from '../../planning/programs.ts'
import type { PlannedField } from '../plan.ts'
import { type AskedParty, fieldsFor, type LetterPlan, letterPlans } from './plan.ts'
import { shownLetter } from './shown.ts'

interface Asked {
  readonly db: Acting
  readonly permit: <T extends Placed>(object: T | undefined) => T
}

/** The letters of a cycle as its scheme has them. */
export interface SeenLetters {
  readonly cycle: StoredCycle
  readonly scheme: StoredScheme
  readonly program: Program
  readonly plans: readonly LetterPlan[]
}

/** @throws notFound for those to whom the cycle is nothing */
export async function seenLetters(
  call: Asked & { readonly params: { readonly cycle: string } },
): Promise<SeenLetters> {
  const cycle = await seenCycle(call, call.params.cycle)
  const scheme = await schemeOf(call.db, cycle)
  const program = programOf(scheme)
  return { cycle, scheme, program, plans: letterPlans(program.scheme) }
}

/** One of them. @throws notFound */
export function planOf({ plans }: Pick<SeenLetters, 'plans'>, source: string): LetterPlan {
  const plan = plans.find((one) => one.source.id === source)
  if (plan === undefined) throw notFound()
  return plan
}

/** A letter with what it asks. */
export interface SeenLetter extends SeenLetters {
  readonly letter: StoredLetter
  readonly round: StoredRound
  readonly plan: LetterPlan
  readonly party: AskedParty
  readonly fields: readonly PlannedField[]
}

/** What a letter asks. @throws notFound when the scheme has no such letter any more */
export function askedBy(letter: StoredLetter, round: StoredRound, seen: SeenLetters): SeenLetter {
  const plan = planOf(seen, letter.source)
  const party = plan.parties.find(({ id }) => id === letter.party)
  if (party === undefined) throw notFound()
  return { ...seen, letter, round, plan, party, fields: fieldsFor(plan, party, letter.type) }
}

/** The collection of a letter; it was opened before there was the letter. */
export async function roundOf(db: Acting, letter: StoredLetter): Promise<StoredRound> {
  const round = (await roundsOf(db, letter.cycle)).find(({ source }) => source === letter.source)
  if (round === undefined) throw notFound()
  return round
}

/** A letter by its identifier, locked, for those who may do the endpoint's act. @throws notFound */
export async function seenLetter(
  call: Asked & { readonly params: { readonly letter: string } },
): Promise<SeenLetter> {
  const letter = await lockLetter(call.db, call.params.letter)
  if (letter === undefined) throw notFound()
  const seen = await seenLetters({ ...call, params: { cycle: letter.cycle } })
  return askedBy(letter, await roundOf(call.db, letter), seen)
}

/** How far a letter is now: neither what anybody answered nor what was typed of it. */
export async function letterAgain(
  db: Acting,
  id: string,
  person: string,
): Promise<Letter | undefined> {
  const letter = await findLetter(db, id)
  return letter && shownLetter(letter, { person, briefings: [], answers: [] })
}

/** @throws Stop 409 unless an answer on paper can still be taken */
export function refuseDone({ letter, round }: SeenLetter, version: number): void {
  if (letter.withdrawn_because !== null) throw conflict('这份函已经收回')
  if (letter.answered_at !== null) throw conflict('这份函已经有了答复')
  if (round.closed_at !== null) throw conflict('已经截止收函')
  if (letter.version !== version) throw changedMeanwhile()
}
