import { createHash } from 'node:crypto'
import { type JudgeProblem, type OwnProblem, review } from '@kaohe/contract'
import { againstProblem } from '@kaohe/domain'
import {
  type Acting,
  dealWithProblem,
  insertProblem,
  lockProblems,
  type NamedProblem,
  problemsOf,
  type StoredProblem,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { type HolderCall, serveHolder } from '../../../http/holder.ts'
import { conflict, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { type HeldJudge, judgeLink } from './judge-link.ts'
import { seenMeeting } from './seen.ts'

// The log proves what was said, and does not say it: those who read the log are no part of the meeting.
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const placeOf = ({ meeting, judge, id }: StoredProblem): string =>
  `meeting/${meeting}/judge/${judge}/problem/${id}`

const shownOwn = ({ id, text, at, dealt_at, answer }: StoredProblem): OwnProblem => ({
  id,
  text,
  at,
  dealtAt: dealt_at,
  answer,
})

const shown = (one: NamedProblem): JudgeProblem => {
  const { number, name } = one
  return { ...shownOwn(one), number, name }
}

const shownAll = async (db: Acting, meeting: string): Promise<JudgeProblem[]> =>
  (await problemsOf(db, meeting)).map(shown)

type Telling = HolderCall<typeof review.tellProblem, HeldJudge>

async function told({ db, held, body, now }: Telling): Promise<[StoredProblem, boolean]> {
  const all = await lockProblems(db, held)
  const known = all.find(({ client }) => client === body.client)
  if (known !== undefined) return [known, false]
  const against = againstProblem(all)
  if (against !== undefined) throw conflict('报告的问题太多了', against)
  const { org, meeting, id: judge } = held
  const fresh = { org, meeting, judge, ...body, at: now.toISOString() }
  return [await insertProblem(db, fresh), true]
}

/** What goes wrong for judges: told from their phones, dealt with by the office; it knows no ballot. */
export function problemRoutes(app: Hono, services: Services): void {
  serveHolder(app, services, review.readOwnProblems, judgeLink, async ({ db, held }) => ({
    problems: (await problemsOf(db, held.meeting)).map(shownOwn),
  }))

  serveHolder(app, services, review.tellProblem, judgeLink, async (call) => {
    const [problem, isNew] = await told(call)
    const after = isNew ? { text: hashOf(problem.text) } : undefined
    await call.record({ object: placeOf(problem), ...(after && { after }) })
    return { problem: shownOwn(problem) }
  })

  serve(app, services, review.listProblems, async (call) => {
    const { id } = await seenMeeting(call)
    return { problems: await shownAll(call.db, id) }
  })

  serve(app, services, review.dealWithProblem, async (call) => {
    const { db, params, body, actor, now } = call
    const meeting = await seenMeeting(call)
    const all = await problemsOf(db, meeting.id)
    const problem = all.find(({ id }) => id === params.problem)
    if (problem === undefined) throw notFound()
    const answer = body.answer || null
    const dealt = { dealt_at: now.toISOString(), dealt_by: actor.person, answer }
    if (!(await dealWithProblem(db, problem, dealt))) throw conflict('这个问题已经有人处理过了')
    const after = { dealt: true, answer: answer && hashOf(answer) }
    await call.record({ object: placeOf(problem), before: { dealt: false }, after })
    return { problems: await shownAll(db, meeting.id) }
  })
}
