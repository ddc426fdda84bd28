import { BundleFault } from '@kaohe/bundle'
import { result } from '@kaohe/contract'
import { type Acting, entriesOn, findCheckpoint, findUnit, inclusionProof } from '@kaohe/storage'
import { zipSync } from 'fflate'
import type { Hono } from 'hono'
import { conflict } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { coreOfSnapshot, manifest } from './bundle-core.ts'
import { checkPage, HOW_TO_CHECK } from './bundle-page.ts'
import { type SeenSnapshot, seenSnapshot } from './seen.ts'
import { shownSnapshot } from './shown.ts'

/** The ratification in the log, and what proves that it is under the last checkpoint; null until it has its place. */
async function logOf(db: Acting, { snapshot }: SeenSnapshot, key: string) {
  const object = `snapshot/${snapshot.id}`
  const entries = await entriesOn(db, { org: snapshot.org, act: 'result.ratify', object })
  const checkpoint = await findCheckpoint(db)
  const placed = entries.filter(({ position }) => position < (checkpoint?.size ?? 0))
  if (checkpoint === undefined || placed.length === 0) return null
  const proved = []
  for (const { position, leaf, change } of placed) {
    const proof = await inclusionProof(db, position, checkpoint.size)
    const hashes = proof.map((hash) => hash.toString('hex'))
    proved.push({ position, leaf: leaf.toString('base64'), change, proof: hashes })
  }
  return { checkpoint: checkpoint.note, key, entries: proved }
}

function coreIn(seen: SeenSnapshot) {
  try {
    return coreOfSnapshot(seen)
  } catch (error) {
    if (error instanceof BundleFault) throw conflict('这个结果不能做成结果包', error.message)
    throw error
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

// The same contents give the same bytes: every file is of the day of ratification.
function zipped(files: readonly (readonly [string, string])[], day: string): Uint8Array {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const mtime = new Date(year, month - 1, date)
  return zipSync(Object.fromEntries(files.map(([path, text]) => [path, utf8(text)])), { mtime })
}

/** A ratified result to take along, and to check where nobody needs to trust this server. */
export function bundleRoutes(app: Hono, services: Services): void {
  serve(app, services, result.readBundle, async (call) => {
    const seen = await seenSnapshot(call)
    const { snapshot, cycle } = seen
    const { ratified, name, at, digest } = shownSnapshot(snapshot)
    if (ratified === null) throw conflict('结果还没有审定', '审定以后才有结果包')
    const core = coreIn(seen)
    const committee = await findUnit(call.db, snapshot.org)
    const about = {
      ...manifest(core),
      title: cycle.title,
      committee: committee?.name ?? '',
      snapshot: { name, at, digest },
      ratified: { body: ratified.body, on: ratified.on, number: ratified.number },
      log: await logOf(call.db, seen, services.logKey),
    }
    const page = checkPage()
    const files = [
      ['bundle.json', `${JSON.stringify(about, null, 2)}\n`],
      ...core.map(({ path, text }): [string, string] => [path, text]),
      ['README.txt', HOW_TO_CHECK],
      ...(page === undefined ? [] : [['check.html', page]]),
    ] as [string, string][]
    return new Response(new Uint8Array(zipped(files, ratified.on)), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${cycle.title}结果包.zip`)}`,
      },
    })
  })
}
