import type { Endpoint } from '@kaohe/contract'
import { findCycle, findUnit, insertReminders, type StoredCycle } from '@kaohe/storage'
import { z } from 'zod'
import type { Call } from '../../http/call.ts'
import { notFound } from '../../http/problem.ts'
import { jobKind } from '../../jobs/kind.ts'
import { type Telling, tellReminded } from '../messages/tell.ts'
import { nowIn } from './clock.ts'

/** So many units are reminded while one waits; more in the background. */
export const AT_ONCE = 200
/** So many between two looks at whether it is still wanted. */
const PART = 100

/** What is remembered of a reminder, and told to the units. */
export async function remindUnits(
  call: Telling & { readonly actor: Pick<Call<Endpoint>['actor'], 'person'> },
  cycle: StoredCycle,
  units: readonly string[],
  text: string,
): Promise<void> {
  const { id, org: committee } = cycle
  const at = nowIn(cycle, call.now).toISOString()
  const shared = { committee, cycle: id, text, person: call.actor.person, at }
  await insertReminders(
    call.db,
    units.map((org) => ({ org, ...shared })),
  )
  await tellReminded(call, cycle, units, text)
}

const Input = z.object({ cycle: z.uuid(), units: z.array(z.uuid()), text: z.string() })

/** Reminders to many units: to all of them, or to none. */
export const remindJob = jobKind({
  kind: 'reports.remind',
  input: Input,
  run: async ({ input: { cycle: id, units, text }, tell }) => {
    await tell(0, units.length, '正在提醒')
    return async (step) => {
      const { db, actor, now, request } = step
      const cycle = await findCycle(db, id)
      if (cycle === undefined) throw notFound()
      step.permit('report.remind', await findUnit(db, cycle.org))
      for (let at = 0; at < units.length; at += PART) {
        const part = units.slice(at, at + PART)
        await remindUnits({ db, actor, now, request }, cycle, part, text)
        await tell(at + part.length, units.length, '正在提醒')
      }
      const after = { units, text }
      await step.record('report.remind', {
        object: `cycle/${id}/reminders`,
        org: cycle.org,
        after,
      })
      return { said: `已提醒 ${units.length} 个单位`, page: `/cycles/${id}/progress` }
    }
  },
})
