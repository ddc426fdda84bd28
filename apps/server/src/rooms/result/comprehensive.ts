import { result } from '@kaohe/contract'
import {
  comprehensiveOn,
  type Content,
  type StoredComprehensive,
  writeComprehensive,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nowIn } from '../reporting/clock.ts'
import { seenSnapshot } from './seen.ts'

/** All remarks on a unit one after another, without saying whose is which; empty where there is none. */
export function mergedRemarks({ opinions, letters = [] }: Content, unit: string): string {
  return [...opinions, ...letters]
    .filter((one) => one.unit === unit && one.comment !== '')
    .map(({ comment }) => comment)
    .join('\n')
}

interface Written {
  readonly content: Content
  readonly comprehensive: ReadonlyMap<string, StoredComprehensive>
}

/** The one opinion on a unit: as the office wrote it, or else all remarks as they are; null where there is none. */
export function comprehensiveOf({ content, comprehensive }: Written, unit: string): string | null {
  const text = comprehensive.get(unit)?.text ?? mergedRemarks(content, unit)
  return text === '' ? null : text
}

/** What the office writes of a unit for the meeting, until it is ratified. */
export function comprehensiveRoutes(app: Hono, services: Services): void {
  serve(app, services, result.writeOpinion, async (call) => {
    const { db, body, actor, now, params } = call
    const { snapshot, cycle, content } = await seenSnapshot(call)
    if (snapshot.ratified_at !== null) throw conflict('这个结果已经审定，综合评语不能再改')
    const unit = content.units.find(({ id, type }) => id === params.assessee && type !== null)
    if (unit === undefined || unit.excluded_because !== null) throw notFound()
    call.stands(async () => {
      const all = await comprehensiveOn(db, snapshot.id)
      return all
        .filter((one) => one.unit === unit.id)
        .map(({ text, at, version }) => ({ text, at, version }))[0]
    })
    const written = await writeComprehensive(
      db,
      {
        org: snapshot.org,
        snapshot: snapshot.id,
        unit: unit.id,
        text: body.text,
        person: actor.person,
        at: nowIn(cycle, now).toISOString(),
      },
      body.version,
    )
    if (written === undefined) throw changedMeanwhile()
    const { text, version } = written
    await call.record({ object: `snapshot/${snapshot.id}/opinion/${unit.id}`, after: { text } })
    return { text, version }
  })
}
