import { type EvidenceFile, Problem, reporting } from '@kaohe/contract'
import { ApiProblem, call, unreachable } from '../../api/client.ts'
import { draftKey, readDraft, writeDraft } from './drafts.ts'
import type { Place } from './save.ts'

export interface Begun {
  readonly id: string
  readonly received: number
}

const TRIES = 6
const WAIT_MS = 1500

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function sendPart(place: Place, upload: string, offset: number, part: Blob): Promise<Begun> {
  const address = `/api/cycles/${place.cycle}/reports/${place.unit}/uploads/${upload}?offset=${offset}`
  const response = await fetch(address, { method: 'PUT', body: part }).catch(() => {
    throw new ApiProblem(unreachable)
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as Begun
  const problem = Problem.safeParse(answer)
  throw new ApiProblem(problem.success ? problem.data : { ...unreachable, status: response.status })
}

/** The upload of the same file that was broken off, if the server still has it; else a new one. */
async function begin(place: Place, item: string, file: File, key: string, showsOn: string | null) {
  const known = readDraft(key) as string | null
  if (known !== null) {
    const resumed = await call(reporting.readUpload, { params: { ...place, upload: known } }).catch(
      (error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null
        throw error
      },
    )
    if (resumed !== null) return resumed
  }
  const body = { item, name: file.name, size: file.size, showsOn }
  const begun = await call(reporting.startUpload, { params: place, body })
  writeDraft(key, begun.id)
  return begun
}

/** Where the server stands, after the connection was lost: asked a few times before it is given up. */
async function resumeAt(place: Place, upload: string, tries: number): Promise<Begun> {
  await wait(WAIT_MS * tries)
  return call(reporting.readUpload, { params: { ...place, upload } })
}

/**
 * Sends a file part by part. A lost connection is resumed where the server stands; the same file chosen
 * again later goes on where it was broken off.
 * @throws ApiProblem when it cannot be sent, or is refused
 */
export async function sendFile(
  place: Place,
  item: string,
  file: File,
  showsOn: string | null,
  onProgress: (share: number) => void,
): Promise<EvidenceFile> {
  const key = draftKey('upload', place.cycle, place.unit, item, file.name, `${file.size}`)
  const { id, received } = await begin(place, item, file, key, showsOn)
  let [at, failed] = [received, 0]
  while (at < file.size) {
    try {
      // Parts follow each other: the server takes each where the last ended.
      const part = file.slice(at, at + reporting.MOST_PART_BYTES)
      at = (await sendPart(place, id, at, part)).received
      failed = 0
      onProgress(at / file.size)
    } catch (error) {
      failed += 1
      const lost = error instanceof ApiProblem && [0, 409, 502, 503].includes(error.status)
      if (!lost || failed > TRIES) throw error
      at = await resumeAt(place, id, failed).then(
        (begun) => begun.received,
        () => at,
      )
    }
  }
  writeDraft(key, null)
  return call(reporting.finishUpload, { params: { ...place, upload: id }, body: {} })
}
