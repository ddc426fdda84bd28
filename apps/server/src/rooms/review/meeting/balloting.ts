import { createHash } from 'node:crypto'
import { type AgendaSpeaker, type OwnBallot, review } from '@kaohe/contract'
import { checkedBallotMark, linkEndsAt, receiptOf } from '@kaohe/domain'
import {
  type Acting,
  castBallot,
  conflictsOf,
  findMeeting,
  openBox,
  ownBallots,
  speakersOf,
  standingFor,
  type StoredBallot,
  type StoredJudge,
  type StoredMeeting,
  summaryOf,
  turnoutOfJudge,
  whileScoring,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { type HolderCall, serveHolder } from '../../../http/holder.ts'
import { changedMeanwhile, conflict, invalid, notFound } from '../../../http/problem.ts'
import type { Services } from '../../../services.ts'
import { type HeldJudge, judgeLink } from './judge-link.ts'
import type { Live } from './live.ts'

const TALLY_LENGTH = 12

/** As it stands among the ballots that were counted: nobody comes from there back to the receipt. */
const tallyOf = (box: Buffer): string =>
  createHash('sha256').update(box).digest('hex').slice(0, TALLY_LENGTH)

function shownBallot({
  marks,
  client,
  turn,
  box,
  sealed,
}: Omit<StoredBallot, 'speaker'>): OwnBallot {
  return { marks, client, turn, receipt: receiptOf(box), tally: tallyOf(box), sealed }
}

async function meetingOf(db: Acting, { meeting }: StoredJudge): Promise<StoredMeeting> {
  const found = await findMeeting(db, meeting)
  if (found === undefined) throw notFound()
  return found
}

async function agendaFor(db: Acting, judge: StoredJudge): Promise<AgendaSpeaker[]> {
  const conflicts = new Map(
    (await conflictsOf(db, judge.meeting)).map(({ speaker, because }) => [speaker, because]),
  )
  const ballots = new Map((await ownBallots(db, judge.meeting)).map((one) => [one.speaker, one]))
  const given = await turnoutOfJudge(db, judge.id)
  return (await speakersOf(db, judge.meeting)).map((speaker) => {
    const { id, name, position, state, has_summary: hasSummary } = speaker
    const own = ballots.get(id)
    return {
      id,
      name,
      position,
      state,
      barred: conflicts.get(id) ?? null,
      hasSummary,
      ballot: own === undefined ? null : shownBallot(own),
      earlier: own === undefined && given.has(id),
    }
  })
}

type Casting = HolderCall<typeof review.castBallot, HeldJudge>

/** @throws Stop 422 for each field that lacks its mark or has a wrong one */
function checkedMarks(
  { body }: Casting,
  { fields }: Pick<StoredMeeting, 'fields'>,
): Record<string, string> {
  const marks: Record<string, string> = {}
  const faults = fields.flatMap((field) => {
    const checked = checkedBallotMark(body.marks[field.id], field)
    if ('fault' in checked) return [{ pointer: `/body/marks/${field.id}`, message: checked.fault }]
    marks[field.id] = checked.text
    return []
  })
  if (faults.length > 0) throw invalid(faults)
  return marks
}

async function cast(call: Casting): Promise<OwnBallot> {
  const { db, held, params, body } = call
  const { speaker } = params
  await whileScoring(db, speaker)
  const standing = await standingFor(db, speaker, held.id)
  if (standing === undefined) throw notFound()
  const { box, client, turn, marks: before } = standing
  if (standing.barred !== null) throw conflict('您不评这个单位', standing.barred)
  if (turn !== null && client !== null && before !== null) {
    // The same attempt again, or one that was overtaken: what lies there stays.
    const own = { marks: before, client, turn, box, sealed: false }
    if (standing.state === 'scoring' && (body.client === client || body.turn < turn))
      return shownBallot(own)
    if (body.turn === turn) throw changedMeanwhile()
  } else if (standing.voted && standing.state === 'scoring')
    throw conflict('这个单位您已经用以前的链接投过票，那一票有效')
  if (standing.state === 'waiting') throw conflict('还没有轮到这个单位')
  if (standing.state !== 'scoring') throw conflict('这个单位的打分已经结束，不能再改')
  const marks = checkedMarks(call, standing)
  const { org, id: judge } = held
  const judge_group = standing.grouped ? held.judge_group : ''
  await castBallot(db, { org, speaker, judge, judge_group, marks, ...attemptOf(body) })
  return shownBallot({ marks, ...attemptOf(body), box, sealed: false })
}

const attemptOf = ({ client, turn }: Casting['body']) => ({ client, turn })

/** What judges do, by their private links: they see the agenda and their own ballots, and give them. */
export function ballotingRoutes(app: Hono, services: Services, live: Live): void {
  serveHolder(app, services, review.readBallots, judgeLink, async ({ db, held, secret }) => {
    await openBox(db, secret)
    const { name, held_on: heldOn, place, state, version, fields } = await meetingOf(db, held)
    const { number, name: own, judge_group: group } = held
    return {
      meeting: { name, heldOn, place, state, version },
      linkUntil: linkEndsAt(held.closed_at),
      judge: { number, name: own, group },
      fields,
      speakers: await agendaFor(db, held),
    }
  })

  serveHolder(app, services, review.castBallot, judgeLink, async (call) => {
    const { db, held, params, secret } = call
    await openBox(db, secret)
    const ballot = await cast(call)
    // That he gave one, and nothing of what is on it.
    const object = `meeting/${held.meeting}/speaker/${params.speaker}/judge/${held.id}`
    await call.record({ object })
    return { ballot }
  })

  serveHolder(app, services, review.followBallots, judgeLink, async ({ held }) =>
    live.follow(held.org, held.meeting, 'judge'),
  )

  serveHolder(app, services, review.readSummary, judgeLink, async ({ db, held, params }) => {
    const agenda = await speakersOf(db, held.meeting)
    if (!agenda.some(({ id }) => id === params.speaker)) throw notFound()
    const found = await summaryOf(db, params.speaker)
    if (found?.summary == null) throw notFound()
    return { name: found.name, text: found.summary }
  })
}
