import { reporting } from '@kaohe/contract'
import {
  type Acting,
  deleteUpload,
  findCycle,
  insertFile,
  lockUpload,
  noteReceived,
  type StoredFile,
  type StoredUpload,
} from '@kaohe/storage'
import { checkFile, type FileStore } from '../../files/index.ts'
import { badRequest, conflict, invalid, notFound } from '../../http/problem.ts'
import { nowIn } from './clock.ts'

/** One's own upload to a place. @throws notFound when it belongs to another */
export async function uploadOf(
  db: Acting,
  place: { readonly cycle: string; readonly org: string; readonly upload: string },
): Promise<StoredUpload> {
  const upload = await lockUpload(db, place.upload)
  if (upload?.org !== place.org || upload.cycle !== place.cycle) throw notFound()
  return upload
}

/** Takes the next part of a file. @throws Stop 409 or 400 when it is not the next, or no part */
export async function takePart(
  db: Acting,
  files: FileStore,
  upload: StoredUpload,
  offset: number,
  part: Uint8Array,
): Promise<{ id: string; received: number }> {
  const { id, received, size } = upload
  if (offset !== received) throw conflict(`已收到 ${received} 字节，请从那里接着传`)
  if (part.length === 0 || part.length > reporting.MOST_PART_BYTES)
    throw badRequest('这一段太大或是空的')
  if (received + part.length > size) throw badRequest('比文件的大小还多')
  await files.write(id, received, part)
  await noteReceived(db, id, received + part.length)
  return { id, received: received + part.length }
}

/** Makes a file that has arrived one that stays, after a look into it. @throws Stop 422 saying why it is not taken */
export async function finishFile(
  db: Acting,
  files: FileStore,
  upload: StoredUpload,
  person: string,
  now: Date,
): Promise<StoredFile> {
  if (upload.received !== upload.size) throw conflict('文件还没有传完')
  const checked = await checkFile(upload.name, await files.whole(upload.id))
  if ('why' in checked)
    throw invalid([{ pointer: '/body', message: `${upload.name}：${checked.why}` }])
  const sha256 = await files.keep(upload.id)
  const { org, cycle, item, name, size, shows_on } = upload
  const within = await findCycle(db, cycle)
  const at = (within === undefined ? now : nowIn(within, now)).toISOString()
  const { type } = checked
  const file = await insertFile(
    db,
    { org, cycle, sha256, name, type, size, shows_on, person, at },
    item,
  )
  await deleteUpload(db, upload.id)
  return file
}
