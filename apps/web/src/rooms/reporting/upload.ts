import { type EvidenceFile, Problem, reporting } from '@kaohe/contract'
import { ApiProblem, call, unreachable } from '../../api/client.ts'
import { draftKey, readDraft, writeDraft } from '../../parts/drafts.ts'
import type { Place } from './save.ts'

export interface Begun {
  readonly id: string
  readonly received: number
}

/** To what files are sent: to an item of a report, or to an observation. */
export interface Target {
  /** What tells this place from others, for what is kept of a file that was broken off. */
  readonly key: readonly string[]
  /** The address of the uploads there. */
  readonly address: string
  start(file: File): Promise<Begun>
  read(upload: string): Promise<Begun>
  finish(upload: string): Promise<EvidenceFile>
}

/** Evidence of an item. */
export function toItem(place: Place, item: string, showsOn: string | null): Target {
  return {
    key: [place.cycle, place.unit, item],
    address: `/api/cycles/${place.cycle}/reports/${place.unit}/uploads`,
    start: ({ name, size }) =>
      call(reporting.startUpload, { params: place, body: { item, name, size, showsOn } }),
    read: (upload) => call(reporting.readUpload, { params: { ...place, upload } }),
    finish: (upload) => call(reporting.finishUpload, { params: { ...place, upload }, body: {} }),
  }
}

/** What goes with an observation. */
export function toObservation(cycle: string, observation: string): Target {
  const params = { cycle, observation }
  return {
    key: [cycle, 'observation', observation],
    address: `/api/cycles/${cycle}/observations/${observation}/uploads`,
    start: ({ name, size }) =>
      call(reporting.startObservationUpload, { params, body: { name, size } }),
    read: (upload) => call(reporting.readObservationUpload, { params: { ...params, upload } }),
    finish: (upload) =>
      call(reporting.finishObservationUpload, { params: { ...params, upload }, body: {} }),
  }
}

const TRIES = 6
const WAIT_MS = 1500

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function sendPart(
  { address }: Target,
  upload: string,
  offset: number,
  part: Blob,
): Promise<Begun> {
  const sent = { method: 'PUT', body: part }
  const response = await fetch(`${address}/${upload}?offset=${offset}`, sent).catch(() => {
    throw new ApiProblem(unreachable)
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as Begun
  const problem = Problem.safeParse(answer)
  throw new ApiProblem(problem.success ? problem.data : { ...unreachable, status: response.status })
}

/** The upload of the same file that was broken off, if the server still has it; else a new one. */
async function begin(target: Target, file: File, key: string): Promise<Begun> {
  const known = readDraft(key) as string | null
  if (known !== null) {
    const resumed = await target.read(known).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 404) return null
      throw error
    })
    if (resumed !== null) return resumed
  }
  const begun = await target.start(file)
  writeDraft(key, begun.id)
  return begun
}

/** Where the server stands, after the connection was lost: asked a few times before it is given up. */
async function resumeAt(target: Target, upload: string, tries: number): Promise<Begun> {
  await wait(WAIT_MS * tries)
  return target.read(upload)
}

/**
 * Sends a file part by part. A lost connection is resumed where the server stands; the same file chosen
 * again later goes on where it was broken off.
 * @throws ApiProblem when it cannot be sent, or is refused
 */
export async function sendFile(
  target: Target,
  file: File,
  onProgress: (share: number) => void,
): Promise<EvidenceFile> {
  const key = draftKey('upload', ...target.key, file.name, `${file.size}`)
  const { id, received } = await begin(target, file, key)
  let [at, failed] = [received, 0]
  while (at < file.size) {
    try {
      // Parts follow each other: the server takes each where the last ended.
      const part = file.slice(at, at + reporting.MOST_PART_BYTES)
      at = (await sendPart(target, id, at, part)).received
      failed = 0
      onProgress(at / file.size)
    } catch (error) {
      failed += 1
      const lost = error instanceof ApiProblem && [0, 409, 502, 503, 507].includes(error.status)
      if (!lost || failed > TRIES) throw error
      at = await resumeAt(target, id, failed).then(
        (begun) => begun.received,
        () => at,
      )
    }
  }
  writeDraft(key, null)
  return target.finish(id)
}
