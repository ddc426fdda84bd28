import { type Released, result } from '@kaohe/contract'
import { figuresOf, refuseFiling } from '@kaohe/domain'
import {
  type Acting,
  changeObjection,
  findCycle,
  findObjection,
  findRelease,
  findUnit,
  insertObjection,
  objectionsOf,
  type StoredObjection,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Placed } from '../../http/call.ts'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Standing } from '../../http/versions.ts'
import type { Services } from '../../services.ts'
import { tellObjection } from '../messages/tell-result.ts'
import { attachingRoutes } from '../reporting/attaching.ts'
import { nowIn } from '../reporting/clock.ts'
import { OBJECTION, shownAgain, shownObjections } from './objection-shown.ts'

interface Asked {
  readonly db: Acting
  readonly params: { readonly object: string }
  readonly permit: <T extends Placed>(object: T | undefined) => T
}

async function ownObjection({ db, params, permit }: Asked): Promise<StoredObjection> {
  const found = await findObjection(db, params.object)
  permit(found && (await findUnit(db, found.org)))
  return found!
}

/** The same to change it: whom another has forestalled sees how it stands. */
async function heldObjection(
  call: Asked & { stands(read: Standing): void },
): Promise<StoredObjection> {
  const found = await ownObjection(call)
  call.stands(() => shownAgain(call.db, found.id))
  return found
}

function refuseWritten({ state }: StoredObjection): void {
  if (state !== 'draft') throw conflict('申诉已经提出，不能再改', '需要补充的，请先撤回再重新提出')
}

/** What a unit does about a figure that it holds to be wrong. */
export function objectingRoutes(app: Hono, services: Services): void {
  serve(app, services, result.readOwnObjections, async ({ db, actor, permit }) => {
    permit(actor)
    return { objections: await shownObjections(db, await objectionsOf(db, actor.org)) }
  })

  serve(app, services, result.writeObjection, async (call) => {
    const { db, params, body, actor, now } = call
    const release = await findRelease(db, params.release)
    call.permit(release && (await findUnit(db, release.org)))
    const { org, committee, cycle, snapshot, shown, objection_until: until } = release!
    const figure = figuresOf(shown as Released).find((one) => one.figure === body.figure)
    if (figure === undefined)
      throw invalid([{ pointer: '/body/figure', message: '反馈里没有这个数' }])
    const within = (await findCycle(db, cycle))!
    const refused = refuseFiling({ state: 'draft', until, stands: true }, nowIn(within, now))
    if (refused !== undefined) throw conflict(refused)
    const about = { org, committee, cycle, release: release!.id, snapshot }
    const said = { figure: figure.figure, figure_name: figure.name, was: figure.says }
    const at = nowIn(within, now).toISOString()
    const fresh = { ...about, ...said, text: body.text, person: actor.person, at }
    const id = await insertObjection(db, fresh)
    if (id === undefined) throw conflict('对这个数已经写了申诉', '请在那一份里接着写')
    const after = { figure: figure.figure, was: figure.says }
    await call.record({ object: `objection/${id}`, after })
    return shownAgain(db, id)
  })

  serve(app, services, result.changeObjection, async (call) => {
    const { db, body } = call
    const found = await heldObjection(call)
    refuseWritten(found)
    const { text, version } = body
    if (!(await changeObjection(db, { id: found.id, version }, { text }))) throw changedMeanwhile()
    await call.record({ object: `objection/${found.id}`, after: { version: version + 1 } })
    return shownAgain(db, found.id)
  })

  serve(app, services, result.fileObjection, async (call) => {
    const { db, body, actor, now } = call
    const found = await heldObjection(call)
    const release = await findRelease(db, found.release)
    const cycle = (await findCycle(db, found.cycle))!
    const clock = { until: release?.objection_until ?? null, stands: release !== undefined }
    const refused = refuseFiling({ state: found.state, ...clock }, nowIn(cycle, now))
    if (refused !== undefined) throw conflict(refused)
    const filed_at = nowIn(cycle, now).toISOString()
    const change = { state: 'filed' as const, filed_by: actor.person, filed_at }
    if (!(await changeObjection(db, { id: found.id, version: body.version }, change)))
      throw changedMeanwhile()
    await tellObjection(call, found, 'filed')
    const after = { figure: found.figure, filed: filed_at }
    await call.record({ object: `objection/${found.id}`, after })
    return shownAgain(db, found.id)
  })

  serve(app, services, result.withdrawObjection, async (call) => {
    const { db, body } = call
    const found = await heldObjection(call)
    const { id, state } = found
    if (state === 'ruled' || state === 'withdrawn') throw conflict('已经裁定或撤回，不能再撤回')
    const withdrawn = { state: 'withdrawn' as const }
    if (!(await changeObjection(db, { id, version: body.version }, withdrawn)))
      throw changedMeanwhile()
    await call.record({ object: `objection/${id}`, before: { state }, after: withdrawn })
    return shownAgain(db, id)
  })

  const sending = {
    start: result.startObjectionUpload,
    read: result.readObjectionUpload,
    send: result.sendObjectionPart,
    finish: result.finishObjectionUpload,
  }
  attachingRoutes(app, services, sending, async (call) => {
    const found = await ownObjection(call)
    refuseWritten(found)
    if (found.org !== call.actor.org) throw notFound()
    return { org: found.org, cycle: found.cycle, item: `${OBJECTION}/${found.id}` }
  })
}
