import { planning } from '@kaohe/contract'
import {
  type Acting,
  changeProposal,
  departmentOfPost,
  departmentsOf,
  findProposal,
  findUnit,
  insertProposal,
  listProposals,
  type StoredProposal,
  type StoredScheme,
  writeScheme,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import type { Placed } from '../../http/call.ts'
import { changedMeanwhile, conflict, invalid, notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { tellDecided, tellHandedIn } from '../messages/tell.ts'
import { filesOf } from './files.ts'
import { aroundIn } from './drafting.ts'
import { storedScheme } from './find.ts'
import { lookAt } from './look.ts'
import { shownProposal } from './shown.ts'
import { beginning, merged } from './parts.ts'
import { tryOut } from './trial.ts'

interface Asked {
  readonly db: Acting
  readonly permit: <T extends Placed>(object: T | undefined) => T
}

async function seenProposal(
  { db, permit }: Asked,
  id: string,
): Promise<{ proposal: StoredProposal; scheme: StoredScheme }> {
  const proposal = await findProposal(db, id)
  if (proposal === undefined) throw notFound()
  permit(await findUnit(db, proposal.org))
  return { proposal, scheme: await storedScheme(db, proposal.scheme) }
}

async function proposalAgain(db: Acting, id: string) {
  const proposal = await findProposal(db, id)
  return proposal && shownProposal(proposal)
}

function mergedInto(scheme: StoredScheme, proposal: StoredProposal): string {
  const text = merged(scheme, proposal)
  const fits = text !== undefined && lookAt(filesOf({ ...scheme, text })).scheme !== undefined
  const readableNow = lookAt(filesOf(scheme)).scheme !== undefined
  if (text === undefined || (readableNow && !fits))
    throw conflict('放进方案以后有写错的地方', '请退回部门修改，或先改好方案的文本')
  return text
}

/** What departments draft, hand in, and see merged or returned. */
export function proposalRoutes(app: Hono, services: Services): void {
  serve(app, services, planning.listProposals, async ({ db, actor, params, permit }) => {
    const scheme = await storedScheme(db, params.scheme)
    permit(await findUnit(db, scheme.org))
    const look = lookAt(filesOf(scheme)).scheme
    const named = (all: readonly { id: string; name: string }[] | undefined) =>
      (all ?? []).map(({ id, name }) => ({ id, name }))
    return {
      proposals: (await listProposals(db, scheme.id)).map(shownProposal),
      departments: await departmentsOf(db, scheme.org),
      own: await departmentOfPost(db, actor.post),
      items: named(look?.items),
      questions: named(look?.survey),
    }
  })

  serve(app, services, planning.startProposal, async (call) => {
    const { db, actor, params, body } = call
    const scheme = await storedScheme(db, params.scheme)
    call.permit(await findUnit(db, scheme.org))
    if (scheme.state === 'published') throw conflict('方案已经发布，要改请先写更正')
    const own = await departmentOfPost(db, actor.post)
    const department = own ?? body.department
    const known = await departmentsOf(db, scheme.org)
    const drafter = known.find(({ id }) => id === department)
    if (drafter === undefined)
      throw invalid([{ pointer: '/body/department', message: '本级没有这个部门' }])
    const { kind, subject } = body
    const used = (await listProposals(db, scheme.id)).map((one) => one.text)
    const parties = lookAt(filesOf(scheme)).scheme?.parties ?? []
    const lead = parties.find(({ name }) => name === drafter.name)?.id
    const text = beginning(scheme, kind, subject, { used, lead })
    if (text === undefined) throw notFound()
    const { person } = actor
    const fresh = { org: scheme.org, scheme: scheme.id, department, kind, subject, text, person }
    const id = await insertProposal(db, fresh)
    await call.record({ object: `proposal/${id}`, after: { kind, subject, department } })
    return { id }
  })

  serve(app, services, planning.readProposal, async (call) => {
    const { proposal, scheme } = await seenProposal(call, call.params.proposal)
    const trial = tryOut(scheme, proposal)
    return { ...shownProposal(proposal), trial, around: aroundIn(scheme) }
  })

  serve(app, services, planning.writeProposal, async (call) => {
    const { db, body, now } = call
    const { proposal, scheme } = await seenProposal(call, call.params.proposal)
    call.stands(() => proposalAgain(db, proposal.id))
    if (proposal.state === 'accepted') throw conflict('已经并入方案，要改请另起一份')
    if (proposal.state === 'handed') throw conflict('已经交给组织部，退回以后才能改')
    const { id } = proposal
    const at = { id, version: body.version }
    const version = await changeProposal(
      db,
      at,
      { text: body.text, state: 'draft' },
      now.toISOString(),
    )
    if (version === undefined) throw changedMeanwhile()
    const object = `proposal/${id}`
    await call.record({ object, before: { text: proposal.text }, after: { text: body.text } })
    return { version, trial: tryOut(scheme, { ...proposal, text: body.text }) }
  })

  serve(app, services, planning.handInProposal, async (call) => {
    const { db, body, now } = call
    const { proposal, scheme } = await seenProposal(call, call.params.proposal)
    call.stands(() => proposalAgain(db, proposal.id))
    if (proposal.state !== 'draft' && proposal.state !== 'returned')
      throw conflict('这份内容已经交出')
    if (!tryOut(scheme, proposal).check.readable)
      throw conflict('起草的内容里还有写错的地方，改好以后再交')
    const at = { id: proposal.id, version: body.version }
    const version = await changeProposal(db, at, { state: 'handed' }, now.toISOString())
    if (version === undefined) throw changedMeanwhile()
    await tellHandedIn(call, proposal, scheme)
    await call.record({ object: `proposal/${proposal.id}`, after: { state: 'handed' } })
    return { version }
  })

  serve(app, services, planning.decideProposal, async (call) => {
    const { db, body, now } = call
    const { proposal, scheme } = await seenProposal(call, call.params.proposal)
    call.stands(() => proposalAgain(db, proposal.id))
    if (proposal.state !== 'handed') throw conflict('部门还没有交出，或者已经处理过')
    const at = { id: proposal.id, version: body.version }
    const change = body.accept
      ? { state: 'accepted' as const, because: null }
      : { state: 'returned' as const, because: body.because }
    const version = await changeProposal(db, at, change, now.toISOString())
    if (version === undefined) throw changedMeanwhile()
    if (body.accept) {
      const { title, readings } = scheme
      const written = { title, readings, text: mergedInto(scheme, proposal) }
      const done = await writeScheme(db, scheme.id, scheme.version, written, now.toISOString())
      if (done === undefined) throw changedMeanwhile()
    }
    await tellDecided(call, proposal, scheme, change.because)
    await call.record({
      object: `proposal/${proposal.id}`,
      after: { ...change, scheme: scheme.id },
    })
    return { version }
  })
}
