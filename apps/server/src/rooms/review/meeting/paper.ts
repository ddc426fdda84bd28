import { type PaperSheet, review } from '@kaohe/contract'
import { checkedBallotMark } from '@kaohe/domain'
import {
  type Acting,
  changeMeeting,
  conflictsOf,
  sheetEntriesOf,
  insertSheet,
  insertSheetEntry,
  judgesOf,
  lockSheet,
  lockSheetOf,
  settleSheet,
  sheetsOf,
  speakersOf,
  type StoredEntryOfSheet,
  type StoredMeeting,
  type StoredSheet,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, invalid, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { heldMeeting, seenMeeting } from './seen.ts'

type Marks = Record<string, string>

/** What one may see of a sheet: figures only once two persons have entered it, but one's own. */
function shownSheet(
  sheet: StoredSheet,
  entries: readonly StoredEntryOfSheet[],
  person: string,
): PaperSheet {
  const { id, speaker, number, judge_group: group, state, because } = sheet
  const own = entries.filter((one) => one.sheet === id)
  const told = own.map(({ name: by, person: who, marks }) => ({ by, mine: who === person, marks }))
  const mine = told.some((one) => one.mine)
  return { id, speaker, number, group, state, because, entries: told, mine }
}

function checkedMarks(sent: Marks, { fields }: StoredMeeting): Marks {
  const marks: Marks = {}
  const faults = fields.flatMap((field) => {
    const checked = checkedBallotMark(sent[field.id], field)
    if ('fault' in checked) return [{ pointer: `/body/marks/${field.id}`, message: checked.fault }]
    marks[field.id] = checked.text
    return []
  })
  if (faults.length > 0) throw invalid(faults)
  return marks
}

function refuseGroup({ group_field, groups }: StoredMeeting, group: string): void {
  if (group_field !== null && !groups.includes(group))
    throw invalid([{ pointer: '/body/group', message: `评委组请选${groups.join('、')}中的一个` }])
}

/** No more sheets than judges who write on paper and score this speaker. */
async function refuseSurplus(
  db: Acting,
  meeting: StoredMeeting,
  speaker: string,
  group: string,
): Promise<void> {
  const barred = new Set(
    (await conflictsOf(db, meeting.id)).flatMap((one) =>
      one.speaker === speaker ? [one.judge] : [],
    ),
  )
  const isCounted = (one: string): boolean => meeting.group_field === null || one === group
  const writers = (await judgesOf(db, meeting.id)).filter(
    (one) => one.paper && !barred.has(one.id) && isCounted(one.judge_group),
  ).length
  const { sheets } = await sheetsOf(db, meeting.id)
  const known = sheets.filter((one) => one.speaker === speaker && isCounted(one.judge_group)).length
  if (known >= writers)
    throw conflict(
      `给这个单位用纸质票的评委只有 ${writers} 位`,
      '请核对票号；改用纸质票的评委要先标明',
    )
}

const same = (a: Marks, b: Marks): boolean =>
  Object.keys({ ...a, ...b }).every((field) => a[field] === b[field])

/** Ballots on paper: entered by two persons independently, and settled where they differ. */
export function paperRoutes(app: Hono, services: Services): void {
  serve(app, services, review.listSheets, async (call) => {
    const { db, actor } = call
    const meeting = await seenMeeting(call)
    const { sheets, entries } = await sheetsOf(db, meeting.id)
    return { sheets: sheets.map((sheet) => shownSheet(sheet, entries, actor.person)) }
  })

  serve(app, services, review.enterSheet, async (call) => {
    const { db, body, actor, now } = call
    const meeting = await heldMeeting(call)
    if (meeting.state !== 'running') throw conflict('会议没有在进行，不能录票')
    const speaker = (await speakersOf(db, meeting.id)).find(({ id }) => id === body.speaker)
    if (speaker === undefined) throw notFound()
    if (speaker.state !== 'scoring' && speaker.state !== 'sealed')
      throw conflict('这个单位还没有述职')
    refuseGroup(meeting, body.group)
    const marks = checkedMarks(body.marks, meeting)
    const place = { org: meeting.org, speaker: speaker.id, number: body.number }
    const judge_group = meeting.group_field === null ? '' : body.group
    const before = await lockSheet(db, place)
    if (before === undefined) await refuseSurplus(db, meeting, speaker.id, judge_group)
    const sheet = before ?? (await insertSheet(db, { ...place, judge_group }))
    if (sheet.state !== 'once') throw conflict('这张票已经有两个人录过')
    if (sheet.judge_group !== judge_group)
      throw conflict('评委组和第一次录的不同，请核对票号', `第一次录的是“${sheet.judge_group}”`)
    const own = await sheetEntriesOf(db, [sheet.id])
    if (own.length > 0) throw conflict('这张票您已经录过，请另一个人再录一遍')
    const at = now.toISOString()
    await insertSheetEntry(db, {
      org: meeting.org,
      sheet: sheet.id,
      person: actor.person,
      marks,
      at,
    })
    if (before !== undefined) {
      const open = { marks: null, settled_by: null, because: null }
      await settleSheet(db, sheet, { ...open, state: 'differs' })
      const entries = await sheetEntriesOf(db, [sheet.id])
      if (entries.every((one) => same(one.marks, marks)))
        await settleSheet(db, sheet, { ...open, state: 'settled', marks })
      await changeMeeting(db, meeting)
    }
    const after = { speaker: speaker.id, number: body.number }
    await call.record({ object: `meeting/${meeting.id}/sheet/${sheet.id}`, after })
    const stored = await lockSheet(db, place)
    return { sheet: shownSheet(stored!, await sheetEntriesOf(db, [sheet.id]), actor.person) }
  })

  serve(app, services, review.settleSheet, async (call) => {
    const { db, params, body, actor } = call
    const meeting = await heldMeeting(call)
    if (meeting.state !== 'running') throw conflict('会议没有在进行，不能录票')
    const sheet = await lockSheetOf(db, params.sheet)
    const speakers = await speakersOf(db, meeting.id)
    if (sheet === undefined || !speakers.some(({ id }) => id === sheet.speaker)) throw notFound()
    if (sheet.state !== 'differs') throw conflict('这张票没有两次录入不同的地方')
    const marks = checkedMarks(body.marks, meeting)
    const { because } = body
    await settleSheet(db, sheet, { state: 'settled', marks, settled_by: actor.person, because })
    await changeMeeting(db, meeting)
    await call.record({ object: `meeting/${meeting.id}/sheet/${sheet.id}`, after: { because } })
    const stored = await lockSheetOf(db, sheet.id)
    return { sheet: shownSheet(stored!, await sheetEntriesOf(db, [sheet.id]), actor.person) }
  })
}
