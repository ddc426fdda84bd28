import { randomUUID } from 'node:crypto'
import { checkFile, type FileStore } from '../../../files/index.ts'
import { badRequest, invalid, notFound } from '../../../http/problem.ts'

/** A file beside a row, as its columns name it. */
export interface Attached {
  readonly file_sha256: string | null
  readonly file_name: string | null
  readonly file_type: string | null
  readonly file_size: number | null
}

/** Looks into what was sent and keeps it. @throws Stop 400 or 422 saying why it is not taken */
export async function attach(
  files: FileStore,
  name: string,
  bytes: Uint8Array,
  most: number,
): Promise<{ [K in keyof Attached]-?: NonNullable<Attached[K]> }> {
  if (bytes.length === 0 || bytes.length > most)
    throw badRequest(`文件是空的，或者超过 ${Math.floor(most / 1_000_000)} MB`)
  const checked = await checkFile(name, Buffer.from(bytes))
  if ('why' in checked)
    throw invalid([{ pointer: '/query/name', message: `${name}：${checked.why}` }])
  const upload = randomUUID()
  await files.write(upload, 0, bytes)
  const file_sha256 = await files.keep(upload)
  return { file_sha256, file_name: name, file_type: checked.type, file_size: bytes.length }
}

/** The file, to be saved and never opened in the page. @throws notFound when there is none */
export function attached(files: FileStore, one: Attached): Response {
  const { file_sha256: sha256, file_name: name, file_type: type, file_size: size } = one
  if (sha256 === null || name === null || type === null) throw notFound()
  return new Response(files.read(sha256), {
    headers: {
      'Content-Type': type,
      'Content-Length': `${size}`,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    },
  })
}
