import { addReading, settleReading } from '@kaohe/domain'
import {
  type Acting,
  findQuestion,
  findScheme,
  insertRuling,
  insertScheme,
  openCorrection,
  rulingsOf,
  type StoredCycle,
  type StoredScheme,
  writeScheme,
} from '@kaohe/storage'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { filesOf } from './files.ts'
import { schemeOf } from './find.ts'
import { lookAt } from './look.ts'

/** What the organiser records of a meeting. */
export interface Minutes {
  readonly question: string | null
  readonly clause: string
  readonly asked: string
  readonly answer: string
  readonly body: string
  readonly decidedOn: string
  readonly reason: string
  readonly reading: { readonly id: string; readonly option: string } | null
}

// Rulings made before the next version is published go into one draft together.
async function correctionOf(
  db: Acting,
  scheme: StoredScheme,
  reason: string,
): Promise<StoredScheme> {
  const open = await openCorrection(db, scheme.id)
  if (open === undefined) {
    const { org, title, text, readings, bases, derives } = scheme
    const draft = { org, title, text, readings, bases, derives, corrects: scheme.id, reason }
    return { ...scheme, id: await insertScheme(db, draft), state: 'draft', version: 1 }
  }
  const found = await findScheme(db, open)
  if (found === undefined) throw notFound()
  return found
}

function ruledReadings(
  draft: StoredScheme,
  minutes: Minutes,
  fresh: string,
): { reading: string; readings: string } {
  const { body, decidedOn: on, reason, reading, clause, asked: question, answer } = minutes
  const decided = { body, on, reason }
  const { scheme } = lookAt(filesOf(draft))
  const readings =
    reading === null
      ? addReading(
          draft.readings,
          scheme?.id ?? '',
          { id: fresh, clause, question, answer },
          decided,
        )
      : settleReading(draft.readings ?? '', reading.id, reading.option, decided)
  const id = reading?.id ?? fresh
  if (readings === undefined || lookAt(filesOf({ ...draft, readings })).scheme === undefined)
    throw conflict('这个决定写不进口径文件', '请在草案的文本里写好口径，再记下决定')
  return { reading: id, readings }
}

/**
 * Records a ruling: a reading of the scheme, in a correction that waits to be published by two persons.
 * @returns also the unit that had asked, if one had
 * @throws Stop 404 for a question of another cycle, 409 when it was answered before
 */
export async function rule(
  db: Acting,
  cycle: StoredCycle,
  minutes: Minutes,
  at: string,
): Promise<{ id: string; draft: string; unit: string | null }> {
  const before = await rulingsOf(db, cycle.id)
  let unit: string | null = null
  if (minutes.question !== null) {
    const question = await findQuestion(db, minutes.question)
    if (question === undefined || question.cycle !== cycle.id) throw notFound()
    if (before.some((one) => one.question === question.id)) throw conflict('这个问题已有决定')
    unit = question.unit
  }
  const reason = `会议决定：${minutes.asked}`
  const draft = await correctionOf(db, await schemeOf(db, cycle), reason)
  const fresh = `ruling-${before.length + 1}-${at.slice(0, 10)}`
  const { reading, readings } = ruledReadings(draft, minutes, fresh)
  const { title, text } = draft
  const written = await writeScheme(db, draft.id, draft.version, { title, text, readings }, at)
  if (written === undefined) throw changedMeanwhile()
  const { question, clause, asked, answer, body, decidedOn: decided_on } = minutes
  const id = await insertRuling(db, {
    org: cycle.org,
    cycle: cycle.id,
    question,
    clause,
    asked,
    answer,
    body,
    decided_on,
    reading,
    draft: draft.id,
    recorded_at: at,
  })
  return { id, draft: draft.id, unit }
}
