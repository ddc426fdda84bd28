import { log } from '@kaohe/contract'
import {
  consistencyProof,
  findCheckpoint,
  inclusionProof,
  listActs,
  logLines,
  type StoredCheckpoint,
} from '@kaohe/storage'
import type { Hono } from 'hono'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'

const PAGE = 50
const hex = (hash: Buffer): string => hash.toString('hex')

function shown({ size, at, note }: StoredCheckpoint): StoredCheckpoint {
  return { size, at, note }
}

/** The log of acts, and what proves that nothing in it was altered or removed. */
export function logRoutes(app: Hono, services: Services): void {
  serve(app, services, log.listActs, async ({ db, actor, query, permit }) => {
    permit(actor)
    const { at, id } = query
    const before = at === undefined || id === undefined ? undefined : { at, id }
    const acts = await listActs(db, before)
    const shownActs = acts.map(({ person_name: person, org_name: org, ...act }) => ({
      ...act,
      person,
      org,
    }))
    return { acts: shownActs, more: acts.length === PAGE }
  })

  serve(app, services, log.readCheckpoint, async ({ db, actor, permit }) => {
    permit(actor)
    const checkpoint = await findCheckpoint(db)
    return { checkpoint: checkpoint ? shown(checkpoint) : null, key: services.logKey }
  })

  serve(app, services, log.proveAct, async ({ db, actor, params, permit }) => {
    permit(actor)
    const checkpoint = await findCheckpoint(db)
    if (checkpoint === undefined || params.position >= checkpoint.size) throw notFound()
    const hashes = await inclusionProof(db, params.position, checkpoint.size)
    return { checkpoint: shown(checkpoint), hashes: hashes.map(hex) }
  })

  serve(app, services, log.proveGrowth, async ({ db, actor, params, permit }) => {
    permit(actor)
    const checkpoint = await findCheckpoint(db)
    if (checkpoint === undefined || params.old > checkpoint.size) throw notFound()
    const hashes = await consistencyProof(db, params.old, checkpoint.size)
    return { checkpoint: shown(checkpoint), hashes: hashes.map(hex) }
  })

  serve(app, services, log.exportLog, async ({ db, actor, query, permit }) => {
    permit(actor)
    const lines = await logLines(db, query.from)
    const last = lines.at(-1)?.position
    return {
      lines: lines.map(({ position, hash, leaf, change }) => ({
        position,
        hash: hex(hash),
        leaf: leaf === null ? null : leaf.toString('base64'),
        change,
      })),
      next: last === undefined ? null : last + 1,
    }
  })
}
