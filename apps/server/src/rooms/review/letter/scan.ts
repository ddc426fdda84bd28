import { review } from '@kaohe/contract'
import { type Acting, findScan, writeScan } from '@kaohe/storage'
import type { Hono } from 'hono'
import { conflict, notFound } from '../../../http/problem.ts'
import { serve } from '../../../http/serve.ts'
import type { Services } from '../../../services.ts'
import { nowIn } from '../../reporting/clock.ts'
import { attach, attached } from './attached.ts'
import { seenLetter } from './seen.ts'

/** What the one who asks may know of the scan. */
export async function scanOf(db: Acting, letter: string) {
  const scan = await findScan(db, letter)
  return scan === undefined ? null : { name: scan.file_name, size: scan.file_size }
}

/** The sheet of paper as a picture, kept with what was typed from it. */
export function scanRoutes(app: Hono, services: Services): void {
  serve(app, services, review.sendScan, async (call) => {
    const { db, query, actor, now } = call
    const { letter, cycle, round } = await seenLetter(call)
    if (![letter.first_by, letter.second_by].includes(actor.person))
      throw conflict('请先录入这份答复，再附扫描件')
    if (round.closed_at !== null) throw conflict('已经截止收函')
    const most = review.MOST_SCAN_BYTES
    const file = await attach(services.files, query.name, await call.bytes(), most)
    const at = nowIn(cycle, now).toISOString()
    const { org, id } = letter
    await writeScan(db, { org, letter: id, ...file, person: actor.person, at })
    await call.record({ object: `letter/${id}`, after: { scan: file.file_sha256 } })
    return { name: file.file_name, size: file.file_size }
  })

  serve(app, services, review.readScan, async (call) => {
    const { letter } = await seenLetter(call)
    const scan = await findScan(call.db, letter.id)
    if (scan === undefined) throw notFound()
    return attached(services.files, scan)
  })
}
