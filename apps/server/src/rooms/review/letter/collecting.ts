import { type LetterSource, review } from '@kaohe/contract'
import { lastDayOf } from '@kaohe/domain'
import {
  briefingsOf,
  closeRound,
  lettersOf,
  listAssessees,
  lockStanding,
  openedAnswers,
  roundsOf,
  withdrawLetter,
  writeReceivers,
  writeRound,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, invalid, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { filesOf } from '../../planning/files.ts'
import { lookAt } from '../../planning/look.ts'
import { clockOf, nowIn } from '../../reporting/clock.ts'
import { takingPart } from '../shown.ts'
import { fieldsFor } from './plan.ts'
import { letterAgain, planOf, seenLetter, seenLetters } from './seen.ts'
import { shownLetter, shownSource } from './shown.ts'

type Files = Parameters<typeof filesOf>[0]

// What the scheme left open and somebody settled, to be seen where it matters.
function readingsIn(scheme: Files): LetterSource['readings'] {
  const { readings, chosen } = lookAt(filesOf(scheme)).read
  return readings.map(({ id, clause, question, options }) => ({
    clause: clause ?? '',
    question,
    chosen: options.find((one) => one.id === chosen[id])?.note ?? null,
  }))
}

/** Letters: to whom they go, who has answered, and the end of the collection. */
export function collectingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.readLetters, async (call) => {
    const { db, actor, now } = call
    const seen = await seenLetters(call)
    const { cycle, scheme, program, plans } = seen
    const { id } = cycle
    const rounds = await roundsOf(db, id)
    // What was answered is seen once a round is closed.
    const isOpened = rounds.some((one) => one.closed_at !== null)
    const stored = {
      scheme: program.scheme,
      person: actor.person,
      assessees: await listAssessees(db, id),
      rounds,
      letters: await lettersOf(db, id),
      briefings: await briefingsOf(db, id),
      answers: isOpened ? await openedAnswers(db, id) : [],
      readings: readingsIn(scheme),
    }
    return {
      title: cycle.title,
      today: clockOf(cycle, now).today,
      sources: plans.map((plan) => shownSource(plan, stored)),
    }
  })

  serve(app, services, review.makeLetters, async (call) => {
    const { db, params, body, now } = call
    const seen = await seenLetters(call)
    const { cycle } = seen
    const plan = planOf(seen, params.source)
    if (cycle.state !== 'open') throw conflict('这个考核年度现在不能发函')
    const place = { org: cycle.org, cycle: cycle.id, source: params.source }
    const rounds = await roundsOf(db, cycle.id)
    const before = rounds.find(({ source }) => source === params.source)
    if (before !== undefined && before.closed_at !== null) throw conflict('已经截止收函')
    const { dueOn, graceDays } = body
    if (lastDayOf(body) < clockOf(cycle, now).today)
      throw invalid([{ pointer: '/body/dueOn', message: '答复期限已经过去，请改晚一些' }])
    const units = new Map(
      takingPart(await listAssessees(db, cycle.id)).map((one) => [one.unit, one]),
    )
    const receivers = body.receivers.map((one, at) => {
      const assessee = units.get(one.unit)
      const party = plan.parties.find(({ id }) => id === one.party)
      if (!assessee || !party || fieldsFor(plan, party, assessee.type).length === 0)
        throw invalid([
          { pointer: `/body/receivers/${at}/unit`, message: '方案没有就这个单位发函' },
        ])
      return { ...one, type: assessee.type, unit_name: assessee.name }
    })
    if (new Set(receivers.map(({ party, unit }) => `${party}/${unit}`)).size < receivers.length)
      throw invalid([{ pointer: '/body/receivers', message: '一个单位写了两次' }])
    await writeRound(db, place, { due_on: dueOn, grace_days: graceDays })
    const written = receivers.length === 0 ? 0 : await writeReceivers(db, place, receivers)
    const object = `cycle/${cycle.id}/letters/${params.source}`
    // No names of leaders: more people read the log than the letters.
    const after = { dueOn, graceDays, units: receivers.map(({ unit }) => unit) }
    await call.record({ object, after })
    return { written }
  })

  serve(app, services, review.withdrawLetter, async (call) => {
    const { db, params, body, actor } = call
    const { letter, round } = await seenLetter(call)
    call.stands(() => letterAgain(db, letter.id, actor.person))
    if (letter.withdrawn_because !== null) throw conflict('这份函已经收回')
    if (round.closed_at !== null) throw conflict('已经截止收函，不能再收回')
    const stored = await withdrawLetter(db, params.letter, body.version, body.because)
    if (stored === undefined) throw changedMeanwhile()
    const { because } = body
    await call.record({ object: `letter/${letter.id}`, after: { withdrawn: because } })
    return { letter: shownLetter(stored, { person: actor.person, briefings: [], answers: [] }) }
  })

  serve(app, services, review.closeLetters, async (call) => {
    const { db, params, actor, now } = call
    const seen = await seenLetters(call)
    const { cycle } = seen
    planOf(seen, params.source)
    const place = { org: cycle.org, cycle: cycle.id, source: params.source }
    const at = nowIn(cycle, now).toISOString()
    const rounds = await roundsOf(db, cycle.id)
    if (!rounds.some(({ source }) => source === params.source)) throw notFound()
    if ((await closeRound(db, place, actor.person, at)) === undefined)
      throw conflict('已经截止收函')
    const standing = await lockStanding(db, place)
    const answered = standing.filter(({ answered_at: done }) => done !== null).length
    const counts = { answered, missing: standing.length - answered }
    await call.record({ object: `cycle/${cycle.id}/letters/${params.source}`, after: counts })
    return counts
  })
}
