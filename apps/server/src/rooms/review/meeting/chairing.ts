import { review } from '@kaohe/contract'
import { againstStep } from '@kaohe/domain'
import {
  type Acting,
  changeMeeting,
  emptyBox,
  holdBallots,
  judgesOf,
  keepDigest,
  moveSpeaker,
  sheetsOf,
  speakersOf,
  type StoredMeeting,
  type StoredSpeaker,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Call } from '../../../http/call.ts'
import { changedMeanwhile, conflict, invalid, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import type { Live } from './live.ts'
import { outcomeOf } from './outcome.ts'
import { screenOf } from './screen.ts'
import { heldMeeting, seenMeeting } from './seen.ts'
import { shownMeeting, shownSpeakers } from './shown.ts'

type Stepping = Call<typeof review.stepMeeting>

async function refuseStep(db: Acting, meeting: StoredMeeting, { body }: Stepping): Promise<void> {
  const { sheets } = await sheetsOf(db, meeting.id)
  const agenda = {
    state: meeting.state,
    speakers: await speakersOf(db, meeting.id),
    judges: (await judgesOf(db, meeting.id)).length,
    unsettled: sheets.filter(({ state }) => state !== 'settled').length,
  }
  const why = againstStep(agenda, body.step, body.speaker ?? undefined)
  if (why !== undefined) throw conflict(why)
  if (body.step === 'absent' && !body.because)
    throw invalid([{ pointer: '/body/because', message: '请写明为什么没有来' }])
}

/** Nobody gives a ballot any more; what lies in the box is counted and can be read without judges. */
async function seal({ db, actor, now }: Stepping, speaker: StoredSpeaker) {
  await holdBallots(db, speaker.id)
  const sealed_at = now.toISOString()
  await moveSpeaker(db, speaker, { state: 'sealed', because: null, sealed_at })
  const { count, digest } = await emptyBox(db, speaker, actor.role)
  await keepDigest(db, speaker, digest)
  return { ballots: count, digest }
}

async function take(call: Stepping, speaker: StoredSpeaker | undefined): Promise<object> {
  const { step, because } = call.body
  if (speaker === undefined) return {}
  if (step === 'seal') return seal(call, speaker)
  const state = { open: 'scoring', absent: 'absent', back: 'waiting', close: undefined }[step]
  if (state === undefined) return {}
  const moved = { because: step === 'absent' ? because : null, sealed_at: null }
  await moveSpeaker(call.db, speaker, { state: state as StoredSpeaker['state'], ...moved })
  return step === 'absent' ? { because } : {}
}

function stateAfter(step: Stepping['body']['step'], now: Date) {
  if (step === 'open') return { state: 'running' as const, closed_at: null }
  return step === 'close' ? { state: 'closed' as const, closed_at: now.toISOString() } : {}
}

/** The chair drives all screens; the big one shows what may be shown. */
export function chairingRoutes(app: Hono, services: Services, live: Live): void {
  serve(app, services, review.stepMeeting, async (call) => {
    const { db, body } = call
    const meeting = await heldMeeting(call)
    call.stands(async () => ({
      ...shownMeeting(await heldMeeting(call)),
      speakers: await shownSpeakers(db, meeting.id),
    }))
    if (meeting.version !== body.version) throw changedMeanwhile()
    await refuseStep(db, meeting, call)
    const { step } = body
    const speaker = (await speakersOf(db, meeting.id)).find(({ id }) => id === body.speaker)
    const after = await take(call, step === 'close' ? undefined : speaker)
    const changed = await changeMeeting(db, meeting, stateAfter(step, call.now))
    const whom = step === 'close' || speaker === undefined ? '' : `/speaker/${speaker.id}`
    await call.record({ object: `meeting/${meeting.id}${whom}`, after: { step, ...after } })
    return { meeting: shownMeeting(changed), speakers: await shownSpeakers(db, meeting.id) }
  })

  serve(app, services, review.readScreen, async (call) =>
    screenOf(call.db, await seenMeeting(call)),
  )

  serve(app, services, review.followScreen, async (call) => {
    const { org, id } = await seenMeeting(call)
    return live.follow(org, id, call.query.as)
  })

  serve(app, services, review.readSpeakerOutcome, async (call) => {
    const { db, params } = call
    const meeting = await seenMeeting(call)
    const speaker = (await speakersOf(db, meeting.id)).find(({ id }) => id === params.speaker)
    if (speaker === undefined) throw notFound()
    return outcomeOf(db, meeting, speaker)
  })
}
