import { result } from '@kaohe/contract'
import { insertSnapshot, releasesOf, snapshotsOf } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { schemeOf, seenCycle } from '../planning/find.ts'
import { nowIn } from '../reporting/clock.ts'
import { seenSnapshot } from './seen.ts'
import { shownMatters, shownResult, shownSnapshot } from './shown.ts'
import { shownUnitResult } from './unit.ts'
import { contentNow, digestOf, resultOf } from './whole.ts'

const releaseKey = ({
  parts,
  released_on: on,
  consent,
}: Awaited<ReturnType<typeof releasesOf>>[number]) => JSON.stringify([parts, on, consent])

/** What comes out, now or at a frozen moment. */
export function readingRoutes(app: Hono, services: Services): void {
  serve(app, services, result.readProvisional, async (call) => {
    const { db, params } = call
    const cycle = await seenCycle(call, params.cycle)
    const scheme = await schemeOf(db, cycle)
    const content = await contentNow(db, cycle, scheme)
    const { program, evaluation } = resultOf(scheme, content)
    const snapshots = (await snapshotsOf(db, cycle.id)).map(shownSnapshot)
    return { ...shownResult(cycle.title, program, evaluation, content), snapshots }
  })

  serve(app, services, result.freeze, async (call) => {
    const { db, params, body, actor, now } = call
    const cycle = await seenCycle(call, params.cycle)
    const scheme = await schemeOf(db, cycle)
    const content = await contentNow(db, cycle, scheme)
    const digest = digestOf(scheme, content)
    const fresh = { org: cycle.org, cycle: cycle.id, name: body.name, scheme: scheme.id, digest }
    const at = nowIn(cycle, now).toISOString()
    const stored = await insertSnapshot(db, { ...fresh, person: actor.person, at }, content)
    await call.record({ object: `snapshot/${stored.id}`, after: { name: body.name, digest } })
    return shownSnapshot(stored)
  })

  serve(app, services, result.readSnapshot, async (call) => {
    const seen = await seenSnapshot(call)
    const { snapshot, cycle, scheme, content, program, evaluation } = seen
    const releases = Map.groupBy(
      (await releasesOf(call.db, cycle.id)).filter((one) => one.snapshot === snapshot.id),
      releaseKey,
    )
    return {
      ...shownResult(cycle.title, program, evaluation, content),
      cycle: cycle.id,
      snapshot: shownSnapshot(snapshot),
      matters: shownMatters(program),
      intact: digestOf(scheme, content) === snapshot.digest,
      releases: [...releases.values()].map((all) => ({
        parts: [...all[0]!.parts],
        units: all.length,
        on: all[0]!.released_on,
        consent: all[0]!.consent,
      })),
    }
  })

  serve(app, services, result.readUnitResult, async (call) => {
    return shownUnitResult(await seenSnapshot(call), call.params.assessee)
  })
}
