import { createHash } from 'node:crypto'
import { planning } from '@kaohe/contract'
import {
  type Acting,
  findScheme,
  insertScheme,
  listSchemes,
  type NewScheme,
  writeScheme,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { changedMeanwhile, conflict, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { derivedDraft } from './derive.ts'
import { filesOf } from './files.ts'
import { schemeAgain, seenScheme, storedScheme } from './find.ts'
import { checkOf, lookAt, shownMistake } from './look.ts'
import { shippedScheme, shippedSchemes } from './shipped.ts'
import { shownPages, shownScheme } from './shown.ts'

type Wanted =
  | { readonly shipped: string }
  | { readonly derives: string; readonly title: string }
  | { readonly title: string; readonly text: string; readonly readings: string | null }

interface Home {
  readonly org: string
  readonly orgName: string
}

async function draftOf(db: Acting, wanted: Wanted, home: Home): Promise<NewScheme> {
  const { org } = home
  if ('shipped' in wanted) {
    const files = shippedScheme(wanted.shipped)
    if (files === undefined) throw notFound()
    return { org, ...files }
  }
  if ('text' in wanted) return { org, ...wanted }
  const upper = await findScheme(db, wanted.derives)
  if (upper === undefined || upper.state !== 'published') throw notFound()
  return { org, derives: upper.id, ...derivedDraft(upper, wanted.title, home.orgName) }
}

/** Texts go into the log as their digest: they stay in the table, and the entry proves which they were. */
function traceOf(text: string, readings: string | null, version: number): object {
  const digest = createHash('sha256')
    .update(text)
    .update('\0')
    .update(readings ?? '')
    .digest('hex')
  return { version, digest }
}

/** Schemes as pages to read and as text to write. */
export function schemeRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.listSchemes, async ({ db, actor, permit }) => {
    permit(actor)
    const all = await listSchemes(db)
    const seen = all.filter(({ state, org }) => state === 'published' || org === actor.org)
    return { schemes: seen.map((one) => shownScheme(one, actor.person)) }
  })

  serve(app, services, planning.listShipped, async ({ actor, permit }) => {
    permit(actor)
    return { schemes: shippedSchemes() }
  })

  serve(app, services, planning.createScheme, async ({ db, actor, body, permit, record }) => {
    permit(actor)
    const draft = await draftOf(db, body, actor)
    const id = await insertScheme(db, draft)
    await record({ object: `scheme/${id}`, after: traceOf(draft.text, draft.readings, 1) })
    return { id, check: checkOf(lookAt(filesOf({ bases: [], ...draft }))) }
  })

  serve(app, services, planning.readScheme, async (call) => {
    const { scheme, unit } = await seenScheme(call, call.params.scheme)
    const look = lookAt(filesOf(scheme))
    const shown = shownScheme({ ...scheme, org_name: unit.name }, call.actor.person)
    const mistakes = look.read.diagnostics.map(shownMistake)
    return { ...shown, mistakes, pages: shownPages(look) }
  })

  serve(app, services, planning.readSchemeText, async (call) => {
    const { scheme, unit } = await seenScheme(call, call.params.scheme)
    const { text, readings } = scheme
    const shown = shownScheme({ ...scheme, org_name: unit.name }, call.actor.person)
    return { ...shown, text, readings, check: checkOf(lookAt(filesOf(scheme))) }
  })

  serve(app, services, planning.writeSchemeText, async (call) => {
    const { db, body, now } = call
    const { scheme } = await seenScheme(call, call.params.scheme)
    call.stands(async () => {
      const { text, readings } = await storedScheme(db, scheme.id)
      return { ...(await schemeAgain(call, scheme.id)), text, readings }
    })
    if (scheme.state === 'published')
      throw conflict('已经发布的方案不能再改', '要改请在方案页写更正，说明理由')
    const { version: before, ...written } = body
    const version = await writeScheme(db, scheme.id, before, written, now.toISOString())
    if (version === undefined) throw changedMeanwhile()
    await call.record({
      object: `scheme/${scheme.id}`,
      before: traceOf(scheme.text, scheme.readings, before),
      after: traceOf(body.text, body.readings, version),
    })
    return { version, check: checkOf(lookAt(filesOf({ ...scheme, ...written }))) }
  })
}
