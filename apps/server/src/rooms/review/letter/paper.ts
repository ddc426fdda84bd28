import { type AnswerTyped, review } from '@kaohe/contract'
import { allows, differencesOf, policies, type TypedAnswer } from '@kaohe/domain'
import {
  type Acting,
  answersTo,
  findLetter,
  insertAnswer,
  markAnswered,
  mendFirst,
  notePaper,
  type StoredLetterAnswer,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Actor } from '../../../http/call.ts'
import { conflict, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { nowIn } from '../../reporting/clock.ts'
import { shownField } from '../shown.ts'
import { checkedAnswer, remarkOf } from './answer.ts'
import { scanOf } from './scan.ts'
import { letterAgain, refuseDone, type SeenLetter, seenLetter } from './seen.ts'
import { shownAnswer, shownLetter } from './shown.ts'

function checked(typed: AnswerTyped, { fields, program }: SeenLetter): TypedAnswer {
  const { scheme } = program
  return checkedAnswer(typed, { fields, remark: remarkOf(fields), scheme, complete: false })
}

const bare = { briefings: [], answers: [] }

const differing = ([one, other]: readonly TypedAnswer[]): readonly string[] =>
  one === undefined || other === undefined ? [] : differencesOf(one, other)

const byTwo = (all: readonly StoredLetterAnswer[]): StoredLetterAnswer[] =>
  (['first', 'second'] as const).flatMap((way) => all.find((one) => one.way === way) ?? [])

/** Types a sheet for the first time, or mends it; or for the second, and compares. @returns where the two differ */
async function type(
  db: Acting,
  { letter, cycle }: SeenLetter,
  { person }: Actor,
  answer: TypedAnswer,
  now: Date,
): Promise<readonly string[]> {
  const at = nowIn(cycle, now).toISOString()
  const own = { org: letter.org, letter: letter.id, person, because: null, attempt: null }
  const stored = { ...own, ...answer, receipt: null, at }
  if (letter.second_by !== null) throw conflict('已经有两个人录过', '两人不一致的，请第三个人核定')
  if (letter.first_by === null || letter.first_by === person) {
    // Mended too it is another version: who typed it may have it open in two windows.
    await notePaper(db, letter.id, { first_by: person })
    const write = letter.first_by === null ? insertAnswer : mendFirst
    await write(db, { ...stored, way: 'first', counts: false })
    return []
  }
  // From here on one sees what the first typed, and changes nothing any more.
  await notePaper(db, letter.id, { second_by: person })
  const [first] = byTwo(await answersTo(db, letter.id))
  if (first === undefined) throw notFound()
  const differences = differencesOf(first, answer)
  const counts = differences.length === 0
  await insertAnswer(db, { ...stored, way: 'second', counts })
  if (counts) await markAnswered(db, letter.id, { answered_at: at, answered_by: 'paper' })
  else await notePaper(db, letter.id, { differs: true })
  return differences
}

/** How far a letter is now, with what the one who asks typed of it himself, which he may mend. */
async function paperAgain(db: Acting, id: string, person: string) {
  const letter = await letterAgain(db, id, person)
  if (letter === undefined) return undefined
  const own = byTwo(await answersTo(db, id)).find((one) => one.person === person)
  return { ...letter, own: own === undefined ? null : shownAnswer(own) }
}

/** What was answered on paper: typed by two, and settled by a third where they differ. */
export function paperRoutes(app: Hono, services: Services): void {
  serve(app, services, review.readPaper, async (call) => {
    const { db, actor } = call
    const seen = await seenLetter(call)
    const { letter, cycle, fields, program, round } = seen
    const typed = byTwo(await answersTo(db, letter.id))
    const office = [cycle.org]
    const may = (act: string): boolean =>
      allows(policies, act, { role: actor.role, path: office }, office)
    const open = letter.answered_at === null && letter.withdrawn_because === null
    const waits = open && round.closed_at === null
    const own = [letter.first_by, letter.second_by].includes(actor.person)
    return {
      cycle: cycle.id,
      title: cycle.title,
      letter: shownLetter(letter, { person: actor.person, ...bare }),
      fields: fields.map((field) => shownField(field, letter.party, program.scheme)),
      remark: remarkOf(fields),
      typed: typed.map(shownAnswer),
      differences: [...differing(typed)],
      mayType: waits && letter.second_by === null && may('letter.type'),
      scan: await scanOf(db, letter.id),
      maySettle: waits && letter.differs && !own && may('letter.settle'),
    }
  })

  serve(app, services, review.typePaper, async (call) => {
    const { db, body, actor, now } = call
    const seen = await seenLetter(call)
    call.stands(() => paperAgain(db, seen.letter.id, actor.person))
    refuseDone(seen, body.version)
    const differences = await type(db, seen, actor, checked(body, seen), now)
    const { id } = seen.letter
    const letter = await findLetter(db, id)
    if (letter === undefined) throw notFound()
    // Neither what was typed nor where two differ goes into the log, which others read.
    const after = { typed: letter.second_by === null ? 1 : 2, same: differences.length === 0 }
    await call.record({ object: `letter/${id}`, after })
    return {
      letter: shownLetter(letter, { person: actor.person, ...bare }),
      differences: [...differences],
    }
  })

  serve(app, services, review.settlePaper, async (call) => {
    const { db, body, actor, now } = call
    const seen = await seenLetter(call)
    call.stands(() => paperAgain(db, seen.letter.id, actor.person))
    refuseDone(seen, body.version)
    const { letter, cycle } = seen
    const { person } = actor
    if (!letter.differs) throw conflict('两人录入没有不一致，不需要核定')
    if ([letter.first_by, letter.second_by].includes(person))
      throw conflict('录入的人不能自己核定', '请第三个人对照原件核定')
    const at = nowIn(cycle, now).toISOString()
    const settled = { ...checked(body, seen), person, because: body.because, at, counts: true }
    const own = { org: letter.org, letter: letter.id, attempt: null, receipt: null }
    await insertAnswer(db, { ...own, ...settled, way: 'settled' })
    await markAnswered(db, letter.id, { answered_at: at, answered_by: 'paper' })
    await call.record({ object: `letter/${letter.id}`, after: { settled: body.because } })
    const stored = await findLetter(db, letter.id)
    if (stored === undefined) throw notFound()
    return { letter: shownLetter(stored, { person, ...bare }) }
  })
}
