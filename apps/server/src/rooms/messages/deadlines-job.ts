import { deadlineOf, nearDeadline, tomorrowAt } from '@kaohe/domain'
import {
  type Acting,
  askQuietly,
  findScheme,
  listCycles,
  type NewMessage,
  progressOf,
  type StoredCycle,
} from '@kaohe/storage'
import { z } from 'zod'
import { jobKind, type Step } from '../../jobs/kind.ts'
import { programOf } from '../planning/programs.ts'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { dueMeasures } from './measures-due.ts'
import { unitRoles } from './tell.ts'
import { tellWork } from './work-due.ts'

const MORNING = '08:00'

/** From now on the deadlines of an organisation's open cycles and work points are looked at each morning. */
export async function watchDeadlines(
  db: Acting,
  org: string,
  request: string,
  from?: Date,
): Promise<void> {
  const job = { org, kind: 'deadlines' as const, key: `deadlines/${org}`, request }
  await askQuietly(db, [from === undefined ? job : { ...job, from: from.toISOString() }])
}

const sayDays = (days: number): string => (days === 0 ? '今天截止' : `还有 ${days} 天截止`)

async function nearIn({ db, now }: Step, cycle: StoredCycle): Promise<NewMessage[]> {
  const scheme = await findScheme(db, cycle.scheme)
  if (scheme === undefined) return []
  const deadline = deadlineOf(programOf(scheme).scheme)
  const all = await progressOf(db, cycle.id, [])
  const unfinished = all
    .filter((one) => one.excluded_because === null && one.state !== 'confirmed')
    .map(({ unit, exception_on: exceptionOn }) => ({ unit, exceptionOn }))
  return nearDeadline(unfinished, deadline?.on, todayOf(nowIn(cycle, now))).map(
    ({ unit, on, inDays, stage }) => ({
      org: unit,
      roles: unitRoles,
      kind: 'deadline',
      title: `${cycle.title}的填报${sayDays(inDays)}（${on}）`,
      cycle: cycle.title,
      page: `/cycles/${cycle.id}/reports/${unit}`,
      key: `deadline/${cycle.id}/${on}/${stage}`,
    }),
  )
}

/**
 * Tells each morning who has not finished that his deadline is near, who looks after a measure that it is due, and
 * of the dates of work points; as long as a cycle, a measure or a task of work points is open.
 */
export const deadlinesJob = jobKind({
  kind: 'deadlines',
  input: z.object({}),
  run: async () => async (step) => {
    const { db, now, request } = step
    const org = step.org!
    const cycles = (await listCycles(db)).filter((one) => one.org === org)
    const open = cycles.filter(({ state }) => state === 'open')
    for (const cycle of open) await step.tell(await nearIn(step, cycle), org)
    const measures = await dueMeasures(db, org, now)
    await step.tell(measures.messages, org)
    const isWorking = await tellWork(step, cycles)
    if (open.length > 0 || measures.any || isWorking)
      await watchDeadlines(db, org, request, new Date(tomorrowAt(now.getTime(), MORNING)))
    return { said: null }
  },
})
