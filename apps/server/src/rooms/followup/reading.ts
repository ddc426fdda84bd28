import { followup } from '@kaohe/contract'
import type { Role } from '@kaohe/domain'
import {
  listCycles,
  measuresIn,
  measuresOwnedBy,
  staffOf,
  standingSnapshot,
  standingSnapshots,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { seenCycle } from '../planning/find.ts'
import { nowIn, todayOf } from '../reporting/clock.ts'
import { seenSnapshot } from '../result/seen.ts'
import { proposalsOf } from './proposing.ts'
import { shownMeasures } from './shown.ts'

/** To whom something can be given to do. */
export const STAFF: readonly Role[] = [
  'organiser',
  'department-head',
  'department-reviewer',
  'vice-secretary',
]

/** What follows from results, for those who decide and those who do it. */
export function readingRoutes(app: Hono, services: Services): void {
  serve(app, services, followup.readFollowups, async ({ db, actor, permit }) => {
    permit(actor)
    const cycles = (await listCycles(db)).filter(({ org }) => org === actor.org)
    const standing = await standingSnapshots(
      db,
      cycles.map(({ id }) => id),
    )
    return {
      cycles: cycles.map(({ id, title }) => ({
        id,
        title,
        ratified: standing.has(id),
        open: standing.get(id) ?? 0,
      })),
    }
  })

  serve(app, services, followup.readFollowup, async (call) => {
    const { db, now, permit } = call
    const cycle = await seenCycle(call, call.params.cycle)
    const stored = await measuresIn(db, cycle.id)
    const snapshot = await standingSnapshot(db, cycle.id)
    const measures = await shownMeasures(db, stored, { now, standing: snapshot?.id })
    const today = todayOf(nowIn(cycle, now))
    const staff = await staffOf(db, cycle.org, STAFF, todayOf(now))
    const found = { title: cycle.title, measures, staff, today }
    if (snapshot === undefined) return { ...found, snapshot: null, proposals: [] }
    const seen = await seenSnapshot({ db, permit, params: { snapshot: snapshot.id } })
    return { ...found, snapshot, proposals: await proposalsOf(db, seen, stored) }
  })

  serve(app, services, followup.readOwnMeasures, async ({ db, actor, permit, now }) => {
    permit(actor)
    const stored = await measuresOwnedBy(db, actor.person)
    return { measures: await shownMeasures(db, stored, { now, standing: undefined }) }
  })
}
