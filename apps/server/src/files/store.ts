import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

/** Where the bytes of files lie. Contents go by their hash: the same bytes lie there once. */
export interface FileStore {
  /** Writes a part of a file on its way; it lies on the disk when this resolves. */
  write(upload: string, offset: number, bytes: Uint8Array): Promise<void>
  /** All of a file on its way. */
  whole(upload: string): Promise<Buffer>
  /** Makes a file on its way one that stays. @returns its hash in hexadecimal */
  keep(upload: string): Promise<string>
  /** Forgets a file on its way. */
  discard(upload: string): Promise<void>
  read(sha256: string): ReadableStream
  /** Files on their way: those written to before a moment only, and the others. */
  incoming(before: Date): Promise<readonly [string[], string[]]>
}

const SAFE = /^[0-9a-f-]{8,64}$/

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** A store in a folder: files/ab/cd/<hash>, and files/incoming/ for what is on its way. */
export function folderStore(dataDir: string): FileStore {
  const root = join(dataDir, 'files')
  const safe = (name: string): string => {
    if (!SAFE.test(name)) throw new Error('not a name of a file')
    return name
  }
  const incoming = (upload: string): string => join(root, 'incoming', safe(upload))
  const kept = (sha256: string): string =>
    join(root, safe(sha256).slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    write: async (upload, offset, bytes) => {
      await mkdir(join(root, 'incoming'), { recursive: true })
      const path = incoming(upload)
      const file = await open(path, (await exists(path)) ? 'r+' : 'w', 0o600)
      try {
        await file.write(bytes, 0, bytes.length, offset)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    whole: (upload) => readFile(incoming(upload)),
    keep: async (upload) => {
      const sha256 = createHash('sha256')
        .update(await readFile(incoming(upload)))
        .digest('hex')
      const path = kept(sha256)
      await mkdir(dirname(path), { recursive: true })
      if (await exists(path)) await rm(incoming(upload), { force: true })
      else await rename(incoming(upload), path)
      await syncFolder(dirname(path))
      return sha256
    },
    discard: (upload) => rm(incoming(upload), { force: true }),
    incoming: async (before) => {
      const folder = join(root, 'incoming')
      // Nobody has sent anything yet.
      const names = await readdir(folder).catch((): string[] => [])
      const [left, lately]: [string[], string[]] = [[], []]
      for (const name of names.filter((one) => SAFE.test(one))) {
        const written = await stat(join(folder, name)).catch(() => undefined)
        if (written !== undefined) (written.mtime < before ? left : lately).push(name)
      }
      return [left, lately]
    },
    read: (sha256) => Readable.toWeb(createReadStream(kept(sha256))) as ReadableStream,
  }
}
