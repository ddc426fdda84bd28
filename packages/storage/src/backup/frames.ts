/**
 * The form of a backup: a line that says what it is, a gzip of frames, and the SHA-256 of all before it. A frame
 * is a header (length in four bytes, JSON) and its content in pieces (length in four bytes, bytes), the last of
 * length zero.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

const MAGIC = Buffer.from('kaohe-backup 1\n')
const DIGEST_BYTES = 32
const LONGEST_HEADER = 1_000_000

/** The file is none of ours, or not as it was written. */
export class DamagedBackup extends Error {
  constructor(why: string) {
    super(`备份文件不可用：${why}；没有改动任何内容`)
  }
}

/** What a frame holds. */
export type Header =
  | {
      readonly kind: 'about'
      readonly at: string
      readonly migrations: readonly string[]
      readonly keys: boolean
    }
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'end'; readonly tables: number; readonly files: number }

export interface Frame {
  readonly header: Header
  readonly content: AsyncIterable<Buffer>
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return length
}

async function* bytesOf(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const { header, content } of frames) {
    const head = Buffer.from(JSON.stringify(header))
    yield Buffer.concat([lengthOf(head), head])
    for await (const piece of content)
      if (piece.length > 0) yield Buffer.concat([lengthOf(piece), piece])
    yield Buffer.alloc(4)
  }
}

/** Writes a backup beside its place, and moves it there when it is whole and on the disk. */
export async function writeBackup(path: string, frames: AsyncIterable<Frame>): Promise<void> {
  const fresh = `${path}.${process.pid}.part`
  const hash = createHash('sha256').update(MAGIC)
  const sealed = new Transform({
    construct(done) {
      this.push(MAGIC)
      done()
    },
    transform(piece: Buffer, _, done) {
      hash.update(piece)
      done(null, piece)
    },
    flush(done) {
      done(null, hash.digest())
    },
  })
  try {
    const target = createWriteStream(fresh, { mode: 0o600, flush: true })
    await pipeline(Readable.from(bytesOf(frames)), createGzip({ level: 3 }), sealed, target)
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

/** Reads all of the file and compares it with the digest at its end. @throws DamagedBackup */
export async function checkBackup(path: string): Promise<void> {
  const { size } = await stat(path)
  if (size <= MAGIC.length + DIGEST_BYTES) throw new DamagedBackup('文件不完整')
  const hash = createHash('sha256')
  let first = true
  for await (const piece of createReadStream(path, { end: size - DIGEST_BYTES - 1 })) {
    if (first && !(piece as Buffer).subarray(0, MAGIC.length).equals(MAGIC))
      throw new DamagedBackup('不是本程序的备份')
    first = false
    hash.update(piece as Buffer)
  }
  const file = await open(path)
  try {
    const { buffer } = await file.read(
      Buffer.alloc(DIGEST_BYTES),
      0,
      DIGEST_BYTES,
      size - DIGEST_BYTES,
    )
    if (!buffer.equals(hash.digest())) throw new DamagedBackup('内容与摘要值不符，可能损坏或被改动')
  } finally {
    await file.close()
  }
}

/** Takes so many bytes at a time out of a stream. */
class Taker {
  private readonly source: AsyncIterator<Buffer>
  private held = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  async take(count: number): Promise<Buffer> {
    while (this.held.length < count) {
      const { done, value } = await this.source.next()
      if (done === true) throw new DamagedBackup('内容不完整')
      this.held = Buffer.concat([this.held, value])
    }
    const taken = this.held.subarray(0, count)
    this.held = this.held.subarray(count)
    return taken
  }

  async takeLength(): Promise<number> {
    return (await this.take(4)).readUInt32BE()
  }
}

async function* contentOf(taker: Taker): AsyncGenerator<Buffer> {
  for (;;) {
    const length = await taker.takeLength()
    if (length === 0) return
    yield await taker.take(length)
  }
}

/** The frames of a checked backup, one after another; the content of each must be read before the next. */
export async function* readBackup(path: string): AsyncGenerator<Frame> {
  const { size } = await stat(path)
  const packed = createReadStream(path, { start: MAGIC.length, end: size - DIGEST_BYTES - 1 })
  const taker = new Taker(packed.pipe(createGunzip()))
  for (;;) {
    const length = await taker.takeLength()
    if (length > LONGEST_HEADER) throw new DamagedBackup('内容不是本程序写的')
    const header = JSON.parse((await taker.take(length)).toString()) as Header
    yield { header, content: contentOf(taker) }
    if (header.kind === 'end') {
      packed.destroy()
      return
    }
  }
}
