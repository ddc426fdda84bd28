import { review } from '@kaohe/contract'
import {
  type Acting,
  clearConflicts,
  deleteJudge,
  hasVoted,
  insertConflicts,
  insertJudges,
  judgesOf,
  linkJudges,
  pathsOf,
  putOnPaper,
  speakersOf,
  type StoredJudge,
  type StoredMeeting,
  turnoutOfJudge,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import { hashOf, newToken } from '../../../http/token.ts'
import type { Services } from '../../../services.ts'
import { bar } from './barring.ts'
import { heldMeeting } from './seen.ts'
import { shownJudges } from './shown.ts'

function refuseClosed({ state }: StoredMeeting): void {
  if (state === 'closed') throw conflict('会议已经结束')
}

async function judgeIn(db: Acting, meeting: StoredMeeting, id: string): Promise<StoredJudge> {
  const judge = (await judgesOf(db, meeting.id)).find((one) => one.id === id)
  if (judge === undefined) throw notFound()
  return judge
}

/** The judges of a meeting: who they are, whom they do not score, and their links. */
export function judgingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.addJudges, async (call) => {
    const { db, body } = call
    const meeting = await heldMeeting(call)
    refuseClosed(meeting)
    const { org, id } = meeting
    const known = await pathsOf(
      db,
      body.judges.flatMap(({ unit }) => unit ?? []),
    )
    const faults = body.judges.flatMap(({ unit, group }, i) => [
      ...(unit !== null && !known.has(unit)
        ? [{ pointer: `/body/judges/${i}/unit`, message: '没有这个单位' }]
        : []),
      ...(meeting.group_field !== null && !meeting.groups.includes(group)
        ? [
            {
              pointer: `/body/judges/${i}/group`,
              message: `评委组请写${meeting.groups.join('、')}中的一个`,
            },
          ]
        : []),
    ])
    if (faults.length > 0) throw invalid(faults)
    const last = Math.max(0, ...(await judgesOf(db, id)).map(({ number }) => number))
    const fresh = body.judges.map(({ group, ...one }, i) => ({
      org,
      meeting: id,
      number: last + i + 1,
      judge_group: group,
      ...one,
    }))
    await insertJudges(db, fresh)
    await bar(db, meeting)
    const after = {
      judges: fresh.map(({ number, name, judge_group }) => [number, name, judge_group]),
    }
    await call.record({ object: `meeting/${id}/judges`, after })
    return { judges: await shownJudges(db, id) }
  })

  serve(app, services, review.removeJudge, async (call) => {
    const { db, params } = call
    const meeting = await heldMeeting(call)
    refuseClosed(meeting)
    const judge = await judgeIn(db, meeting, params.judge)
    if (await hasVoted(db, judge.id)) throw conflict('这位评委已经投过票，不能去掉')
    await deleteJudge(db, judge)
    const { number, name } = judge
    const object = `meeting/${meeting.id}/judge/${judge.id}`
    await call.record({ object, before: { number, name } })
    return {}
  })

  serve(app, services, review.declareConflicts, async (call) => {
    const { db, params, body } = call
    const meeting = await heldMeeting(call)
    refuseClosed(meeting)
    const judge = await judgeIn(db, meeting, params.judge)
    const speakers = new Map((await speakersOf(db, meeting.id)).map((one) => [one.id, one]))
    const given = await turnoutOfJudge(db, judge.id)
    const wrong = body.conflicts.findIndex(({ speaker }) => !speakers.has(speaker))
    if (wrong >= 0)
      throw invalid([{ pointer: `/body/conflicts/${wrong}`, message: '议程里没有这个单位' }])
    const late = body.conflicts.find(({ speaker }) => given.has(speaker))
    if (late !== undefined)
      throw conflict(`这位评委已经给“${speakers.get(late.speaker)!.name}”投过票，不能再回避`)
    await clearConflicts(db, meeting.org, judge.id)
    const conflicts = body.conflicts.map((one) => ({ judge: judge.id, ...one }))
    await insertConflicts(db, meeting.org, conflicts)
    await bar(db, meeting)
    const object = `meeting/${meeting.id}/judge/${judge.id}/conflicts`
    await call.record({ object, after: { conflicts: body.conflicts } })
    return { judges: await shownJudges(db, meeting.id) }
  })

  serve(app, services, review.giveLinks, async (call) => {
    const { db, body, now } = call
    const meeting = await heldMeeting(call)
    refuseClosed(meeting)
    const all = await judgesOf(db, meeting.id)
    const wanted = body.judges
    const strange = wanted?.findIndex((id) => !all.some((one) => one.id === id)) ?? -1
    if (strange >= 0)
      throw invalid([{ pointer: `/body/judges/${strange}`, message: '没有这位评委' }])
    const chosen = all.filter((one) =>
      wanted === null ? one.issued_at === null && !one.paper : wanted.includes(one.id),
    )
    const slips = chosen.map(({ id: judge, number, name, judge_group: group }) => ({
      judge,
      number,
      name,
      group,
      token: newToken(),
    }))
    const links = slips.map(({ judge, token }) => ({ judge, token: hashOf(token) }))
    await linkJudges(db, meeting.org, links, now.toISOString())
    const after = { judges: slips.map(({ number }) => number) }
    await call.record({ object: `meeting/${meeting.id}/links`, after })
    return { slips }
  })

  serve(app, services, review.turnToPaper, async (call) => {
    const { db, params } = call
    const meeting = await heldMeeting(call)
    refuseClosed(meeting)
    const judge = await judgeIn(db, meeting, params.judge)
    await putOnPaper(db, judge)
    await call.record({
      object: `meeting/${meeting.id}/judge/${judge.id}`,
      before: { paper: judge.paper },
      after: { paper: true },
    })
    return { judges: await shownJudges(db, meeting.id) }
  })
}
