import { planning } from '@kaohe/contract'
import {
  compareSchemes,
  danglingKinds,
  type Publishable,
  refuseConfirmation,
  refuseProposal,
} from '@kaohe/domain'
import type { Scheme } from '@kaohe/engine'
import {
  type Acting,
  cyclesBy,
  findScheme,
  insertScheme,
  moveCycles,
  openCorrection,
  proposeScheme,
  publishScheme,
  type StoredScheme,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { tellPublished } from '../messages/tell.ts'
import { filesOf, upperPath } from './files.ts'
import { schemeAgain, seenScheme } from './find.ts'
import { lookAt } from './look.ts'

function publishable(scheme: StoredScheme): Publishable {
  return {
    state: scheme.state,
    proposedBy: scheme.proposed_by,
    readable: lookAt(filesOf(scheme)).scheme !== undefined,
  }
}

interface Against {
  readonly title: string
  readonly upper: boolean
  readonly scheme: Scheme
}

async function againstOf(db: Acting, scheme: StoredScheme): Promise<Against | undefined> {
  if (scheme.corrects !== null) {
    const before = await findScheme(db, scheme.corrects)
    const read = before && lookAt(filesOf(before)).scheme
    return read && { title: before.title, upper: false, scheme: read }
  }
  const path = upperPath(scheme)
  const read = path === undefined ? undefined : lookAt(scheme.bases, path).scheme
  return read && { title: read.name, upper: true, scheme: read }
}

/** @throws Stop 409 when a cycle that would go on by the correction says of units what only the scheme before knows */
async function refuseUnmapped(db: Acting, before: string, scheme: StoredScheme): Promise<void> {
  const read = lookAt(filesOf(scheme)).scheme
  if (read === undefined) return
  for (const { title, kinds } of await cyclesBy(db, before)) {
    const [dangling] = danglingKinds(kinds, read, new Set(Object.keys(kinds)))
    if (dangling !== undefined)
      throw conflict(`“${title}”还用着更正里没有的类别或者层级`, `${dangling.message}。`)
  }
}

/** Draft, proposed, published; corrected by a new version with a reason. */
export function publicationRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.proposePublication, async (call) => {
    const { db, actor, body, now } = call
    const { scheme } = await seenScheme(call, call.params.scheme)
    call.stands(() => schemeAgain(call, scheme.id))
    const refused = refuseProposal(publishable(scheme))
    if (refused !== undefined) throw conflict(refused)
    const { version } = body
    if (!(await proposeScheme(db, scheme.id, version, actor.person, now.toISOString())))
      throw changedMeanwhile()
    await call.record({ object: `scheme/${scheme.id}`, after: { proposed: version } })
    return { version }
  })

  serve(app, services, planning.confirmPublication, async (call) => {
    const { db, actor, body, now } = call
    const { scheme } = await seenScheme(call, call.params.scheme)
    call.stands(() => schemeAgain(call, scheme.id))
    if (scheme.version !== body.version) throw changedMeanwhile()
    const refused = refuseConfirmation(publishable(scheme), actor.person)
    if (refused !== undefined) throw conflict(refused)
    if (scheme.corrects !== null) await refuseUnmapped(db, scheme.corrects, scheme)
    const publishedAt = now.toISOString()
    if (!(await publishScheme(db, scheme.id, body.version, actor.person, publishedAt)))
      throw changedMeanwhile()
    const cycles = scheme.corrects === null ? 0 : await moveCycles(db, scheme.corrects, scheme.id)
    await tellPublished(call, scheme)
    const after = { published: body.version, proposedBy: scheme.proposed_by, cycles }
    await call.record({ object: `scheme/${scheme.id}`, after })
    return { publishedAt, cycles }
  })

  serve(app, services, planning.correctScheme, async (call) => {
    const { db, body } = call
    const { scheme } = await seenScheme(call, call.params.scheme)
    if (scheme.state === 'draft') throw conflict('草案可以直接修改，不需要更正')
    if ((await openCorrection(db, scheme.id)) !== undefined)
      throw conflict('这份方案已有一份没有发布的更正', '请在那份草案里继续修改')
    const { org, title, text, readings, bases, derives } = scheme
    const { reason } = body
    const draft = { org, title, text, readings, bases, derives, corrects: scheme.id, reason }
    const id = await insertScheme(db, draft)
    await call.record({ object: `scheme/${id}`, after: { corrects: scheme.id, reason } })
    return { id }
  })

  serve(app, services, planning.readChanges, async (call) => {
    const { scheme } = await seenScheme(call, call.params.scheme)
    const now = lookAt(filesOf(scheme)).scheme
    const against = await againstOf(call.db, scheme)
    const { reason } = scheme
    if (now === undefined || against === undefined)
      return { against: null, reason, taken: [], changes: [] }
    const { changes, taken } = compareSchemes(against.scheme, now)
    const { title, upper } = against
    return { against: { title, upper }, reason, taken, changes }
  })
}
