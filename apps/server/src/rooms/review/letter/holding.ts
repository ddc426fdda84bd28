import { randomBytes } from 'node:crypto'
import { review } from '@kaohe/contract'
import { isAnswerable, lastDayOf } from '@kaohe/domain'
import {
  type Acting,
  answersTo,
  askAs,
  findBriefing,
  findCycle,
  findUnit,
  heldLetter,
  insertAnswer,
  markAnswered,
  type StoredLetterAnswer,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { type Held, type Link, serveHolder } from '../../../http/holder.ts'
import { conflict, noSuchLink, notFound } from '../../../http/problem.ts'
import type { Services } from '../../../services.ts'
import { schemeOf } from '../../planning/find.ts'
import { programOf } from '../../planning/programs.ts'
import { clockOf, nowIn } from '../../reporting/clock.ts'
import { shownField } from '../shown.ts'
import { attached } from './attached.ts'
import { checkedAnswer, remarkOf } from './answer.ts'
import { letterPlans } from './plan.ts'
import { askedBy, roundOf, type SeenLetter } from './seen.ts'
import { shownBriefing } from './shown.ts'

interface HeldLetter extends Held, SeenLetter {}

/** The letter that a link opens, as long as it can be answered, or was. */
async function findHeld(
  db: Acting,
  token: Buffer,
  now: Date,
  lock: boolean,
): Promise<HeldLetter | undefined> {
  const letter = await heldLetter(db, token, lock)
  if (letter === undefined) return undefined
  // The published scheme and the cycle are read as by everybody below the office; of its rows still his own alone.
  await askAs(db, { path: [letter.org], role: 'party-leader', token: token.toString('hex') })
  const cycle = await findCycle(db, letter.cycle)
  if (cycle === undefined) return undefined
  const scheme = await schemeOf(db, cycle)
  const program = programOf(scheme)
  const seen = { cycle, scheme, program, plans: letterPlans(program.scheme) }
  const asked = askedBy(letter, await roundOf(db, letter), seen)
  const { due_on: dueOn, grace_days: graceDays, closed_at: closed } = asked.round
  const withdrawn = letter.withdrawn_because !== null
  const time = { dueOn, graceDays, closed: closed !== null, withdrawn }
  if (!isAnswerable(time, clockOf(cycle, now).today)) return undefined
  return { org: letter.org, ...asked }
}

const link = (lock: boolean): Link<HeldLetter> => ({
  role: 'party-leader',
  find: (db, token, now) => findHeld(db, token, now, lock),
})

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 8

/** What the leader can name later; it says nothing of what he answered. */
function newReceipt(): string {
  return [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
}

async function receiptOf(db: Acting, { letter }: SeenLetter) {
  if (letter.answered_at === null) return null
  const [own] = await answersTo(db, letter.id)
  return { code: own?.receipt ?? null, at: letter.answered_at }
}

/** A leader and his letter: without an account, by the link alone. Looking changes nothing. */
export function holdingRoutes(app: Hono, services: Services): void {
  serveHolder(app, services, review.readOwnLetter, link(false), async ({ db, held }) => {
    const { letter, cycle, plan, round, fields, program } = held
    const { due_on: dueOn, grace_days: graceDays } = round
    const briefing = await findBriefing(db, cycle.id, letter.unit, letter.source)
    const office = await findUnit(db, letter.org)
    return {
      from: office?.name ?? '',
      title: cycle.title,
      unitName: letter.unit_name,
      leader: letter.leader,
      post: letter.post,
      sourceName: plan.source.name,
      clause: plan.source.clause ?? null,
      lastDay: lastDayOf({ dueOn, graceDays }),
      fields: fields.map((field) => shownField(field, letter.party, program.scheme)),
      remark: remarkOf(fields),
      briefing: briefing === undefined ? null : shownBriefing(briefing),
      receipt: await receiptOf(db, held),
    }
  })

  serveHolder(app, services, review.answerLetter, link(true), async (call) => {
    const { db, held, body, now } = call
    const { letter, cycle, fields, program } = held
    const object = `letter/${letter.id}`
    if (letter.answered_at !== null) {
      const [own] = await answersTo(db, letter.id)
      // A phone that lost the answer to what it sent asks once more.
      if (own?.attempt !== body.attempt || own.receipt === null)
        throw conflict('这份函已经答复过了', '每份函只答复一次；需要更改的，请与发函单位联系')
      await call.record({ object, after: { again: true } })
      return { code: own.receipt, at: letter.answered_at }
    }
    const { scheme } = program
    const asked = { fields, remark: remarkOf(fields), scheme, complete: true }
    const answer = checkedAnswer(body, asked)
    const at = nowIn(cycle, now).toISOString()
    const code = newReceipt()
    if (!(await markAnswered(db, letter.id, { answered_at: at, answered_by: 'link' })))
      throw noSuchLink()
    const stored: StoredLetterAnswer = {
      org: letter.org,
      letter: letter.id,
      way: 'link',
      ...answer,
      person: null,
      because: null,
      attempt: body.attempt,
      receipt: code,
      at,
      counts: true,
    }
    await insertAnswer(db, stored)
    // No mark is written into the log, which others read.
    await call.record({ object, after: { answered: 'link' } })
    return { code, at }
  })

  serveHolder(app, services, review.readOwnBriefingFile, link(false), async ({ db, held }) => {
    const { letter } = held
    const briefing = await findBriefing(db, letter.cycle, letter.unit, letter.source)
    if (briefing === undefined) throw notFound()
    return attached(services.files, briefing)
  })
}
