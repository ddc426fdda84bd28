import { type Received, review } from '@kaohe/contract'
import { evaluationLetter, type Paper } from '@kaohe/documents'
import { lastDayOf } from '@kaohe/domain'
import { findUnit, issueLinks, lettersOf, roundsOf, type StoredLetter } from '@kaohe/storage'
import { zipSync } from 'fflate'
import type { Hono } from 'hono'
import { attachment, TYPES } from '../../../http/attachment.ts'
import { ENDINGS, paperIn } from '../../../http/paper.ts'
import { conflict, invalid } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import { hashOf, newToken } from '../../../http/token.ts'
import type { Services } from '../../../services.ts'
import { clockOf, nowIn, todayOf } from '../../reporting/clock.ts'
import { remarkOf } from './answer.ts'
import { sayRange } from './range.ts'
import { askedBy, type SeenLetter, type SeenLetters, seenLetters } from './seen.ts'

interface Fresh {
  readonly seen: SeenLetter
  readonly token: string
}

type Wanted = Received<typeof review.issueLetters>['body']

interface Issuing {
  readonly issuer: string
  readonly day: string
  readonly address: string
  readonly wanted: Wanted
}

function paperOf({ seen, token }: Fresh, { issuer, day, address, wanted }: Issuing): Paper {
  const { letter, cycle, plan, round, fields } = seen
  const { body, leader, post, unit_name: unit } = letter
  const { due_on: dueOn } = round
  return evaluationLetter({
    issuer,
    day,
    body,
    leader,
    post,
    unit,
    dueOn,
    number: wanted.number || null,
    contact: wanted.contact || null,
    reminder: wanted.reminder,
    subject: cycle.title,
    source: plan.source.name,
    clause: plan.source.clause ?? null,
    asked: fields.map(({ judged }) => ({ name: judged.name, range: sayRange(judged) })),
    remark: remarkOf(fields),
    // In the fragment, so that no server, proxy or preview on the way gets to know it.
    link: `${address}letter#${token}`,
  })
}

/** A name that every system takes, and that no two have. */
function fileNames(letters: readonly StoredLetter[], kind: string, ending: string): string[] {
  const taken = new Set<string>()
  return letters.map(({ unit_name: unit, body }) => {
    const plain = `${kind}：${unit}（${body}）`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    let free = plain
    for (let n = 2; taken.has(free); n += 1) free = `${plain}${n}`
    taken.add(free)
    return `${free}.${ending}`
  })
}

// The link in it is nobody else's.
function sent(bytes: Uint8Array, type: string, name: string): Response {
  const response = attachment(bytes, type, name)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

/** The chosen letters with what they ask; @throws Stop when one of them cannot be issued */
async function chosenOf(
  call: Parameters<typeof seenLetters>[0],
  seen: SeenLetters,
  wanted: Wanted,
  today: string,
): Promise<SeenLetter[]> {
  const all = new Map((await lettersOf(call.db, seen.cycle.id)).map((one) => [one.id, one]))
  const rounds = await roundsOf(call.db, seen.cycle.id)
  return [...new Set(wanted.letters)].map((id, at) => {
    const letter = all.get(id)
    const round = rounds.find(({ source }) => source === letter?.source)
    const refuse = (message: string) => invalid([{ pointer: `/body/letters/${at}`, message }])
    if (letter === undefined || round === undefined) throw refuse('没有这份函')
    const asked = askedBy(letter, round, seen)
    if (letter.withdrawn_because !== null) throw refuse(`${letter.unit_name}的函已经收回`)
    if (letter.answered_at !== null) throw refuse(`${letter.unit_name}的函已经答复`)
    if (round.closed_at !== null) throw conflict('已经截止收函')
    const { due_on: dueOn, grace_days: graceDays } = round
    if (lastDayOf({ dueOn, graceDays }) < today)
      throw conflict('答复期限已过', '请先改晚答复期限，再生成函件')
    if (wanted.reminder && letter.issued === 0)
      throw refuse(`${letter.unit_name}的函还没有发过，不必催办`)
    return asked
  })
}

/**
 * Letters as documents. The token of a link is known while its document is written and to nobody afterwards, so a
 * document is made once and never kept; whoever needs it again issues it again, which ends the link before.
 */
export function issuingRoutes(app: Hono, services: Services): void {
  serve(app, services, review.issueLetters, async (call) => {
    const { db, body, now } = call
    const seen = await seenLetters(call)
    const { cycle } = seen
    const { today } = clockOf(cycle, now)
    const chosen = await chosenOf(call, seen, body, today)
    const fresh = chosen.map((one) => ({ seen: one, token: newToken() }))
    const links = fresh.map(({ seen: { letter }, token }) => ({
      letter: letter.id,
      hash: hashOf(token),
    }))
    const at = nowIn(cycle, now).toISOString()
    const done = await issueLinks(db, links, at, body.reminder)
    if (done.length < links.length) throw conflict('有的函刚刚答复了，请刷新后再生成')
    const issuer = (await findUnit(db, cycle.org))?.name ?? ''
    const day = todayOf(nowIn(cycle, now))
    const issuing = { issuer, day, address: services.address(), wanted: body }
    const documents = await Promise.all(
      fresh.map((one) => paperIn(services, paperOf(one, issuing), body.format)),
    )
    await call.record({
      object: `cycle/${cycle.id}/letters`,
      after: { issued: chosen.map(({ letter }) => letter.id), reminder: body.reminder },
    })
    const kind = body.reminder ? '催办函' : '评价函'
    const ending = ENDINGS[body.format]
    const names = fileNames(
      chosen.map(({ letter }) => letter),
      kind,
      ending,
    )
    const [only] = documents
    if (documents.length === 1 && only !== undefined)
      return sent(only, TYPES[ending], names[0] ?? '')
    const files = Object.fromEntries(documents.map((bytes, i) => [names[i] ?? `${i}`, bytes]))
    // Documents are compressed already.
    const zip = zipSync(files, { level: 0 })
    return sent(zip, TYPES.zip, `${cycle.title}${kind}.zip`)
  })
}
