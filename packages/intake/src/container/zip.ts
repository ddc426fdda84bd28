import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { fault, type Phrase, say } from '../report/index.ts'
import { Refusal } from './refusal.ts'

/** One file inside an archive, as its directory describes it; nothing is believed before it is seen. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 10_000

function damaged(why: Phrase): never {
  const expected = say(
    '可能没有传完，请重新上传或重新保存',
    'perhaps it was cut short; save or upload it again',
  )
  throw new Refusal(fault('damaged', why, { expected }))
}

function differs(): never {
  return damaged(say('压缩包里的内容损坏（校验不符）', 'the content is damaged (checksum differs)'))
}

function tooLarge(): never {
  const expected = say(
    '请删去不用的工作表和空行后再交',
    'remove unused sheets and empty rows and send it again',
  )
  throw new Refusal(
    fault('too-large', say('解开后太大，超过了允许的字节数', 'too large once unpacked'), {
      expected,
    }),
  )
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return damaged(say('压缩包不完整，读不到目录', 'the archive is incomplete: no directory'))
}

function entryAt(view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL)
    damaged(say('压缩包的目录损坏', 'the directory of the archive is damaged'))
  const length = view.getUint16(at + 28, true)
  if (at + 46 + length > view.byteLength)
    damaged(say('压缩包的目录损坏', 'the directory of the archive is damaged'))
  if ((view.getUint16(at + 8, true) & 1) === 1) {
    throw new Refusal(
      fault('encrypted', say('压缩包设了密码，读不了', 'the archive is protected by a password'), {
        expected: say('请去掉密码后再交', 'remove the password and send it again'),
      }),
    )
  }
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, length),
  )
  const number = (offset: number): number => view.getUint32(at + offset, true)
  const entry = {
    name: name.replace(/^\//, ''),
    method: view.getUint16(at + 10, true),
    crc: number(16),
    packed: number(20),
    size: number(24),
    offset: number(42),
  }
  return {
    entry,
    next: at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  }
}

function refuseOverlap(entries: readonly ZipEntry[]): void {
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end)
      damaged(say('压缩包里的文件互相重叠', 'files inside the archive overlap'))
    end = entry.offset + 30 + entry.packed
  }
}

/** Packed bytes taken at a time: what comes out of them at once, a thousand times as much, stays small. */
const STEP = 16_384
/** Unpacked bytes handed on at a time: as text they are still short-lived memory, which costs least. */
const PIECE = 32_768

type Take = (bytes: Uint8Array, last: boolean) => void

function inPieces(bytes: Uint8Array, last: boolean, take: Take): void {
  let at = 0
  for (; at + PIECE < bytes.length; at += PIECE) take(bytes.subarray(at, at + PIECE), false)
  take(bytes.subarray(at), last)
}

/** An archive opened for reading; everything unpacked from it counts against one limit. */
export class Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #left: number

  /** @throws Refusal when the directory is missing, damaged, overlapping or too long. */
  constructor(bytes: Uint8Array, limit: number) {
    this.#bytes = bytes
    this.#left = limit
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const end =
      bytes.length < 22
        ? damaged(say('压缩包不完整', 'the archive is incomplete'))
        : findEnd(this.#view)
    const count = this.#view.getUint16(end + 10, true)
    if (count > MOST_ENTRIES)
      damaged(say('压缩包里的文件太多', 'too many files inside the archive'))
    const entries: ZipEntry[] = []
    let at = this.#view.getUint32(end + 16, true)
    for (let i = 0; i < count; i += 1) {
      const { entry, next } = entryAt(this.#view, at)
      entries.push(entry)
      at = next
    }
    refuseOverlap(entries)
    this.entries = new Map(entries.map((entry) => [entry.name, entry]))
  }

  #packed(entry: ZipEntry): Uint8Array {
    const { offset, packed } = entry
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL)
      damaged(say('压缩包损坏', 'the archive is damaged'))
    const start =
      offset +
      30 +
      this.#view.getUint16(offset + 26, true) +
      this.#view.getUint16(offset + 28, true)
    if (start + packed > this.#bytes.length)
      damaged(say('压缩包不完整，文件被截断', 'the archive is cut short'))
    return this.#bytes.subarray(start, start + packed)
  }

  /**
   * Unpacks a part piece by piece.
   * @throws Refusal when it is damaged, or when more bytes come out than the limit allows.
   */
  unpack(entry: ZipEntry, take: Take): void {
    // What is claimed is not believed, but a claim beyond the limit is enough to refuse.
    if (entry.size > this.#left) tooLarge()
    let size = 0
    let crc = 0
    const receive = (bytes: Uint8Array, last: boolean): void => {
      size += bytes.length
      this.#spend(bytes.length)
      if (size > entry.size) differs()
      crc = crc32(bytes, crc)
      inPieces(bytes, last, take)
    }
    this.#inflate(entry, receive)
    if (size !== entry.size || crc !== entry.crc) differs()
  }

  #spend(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0) tooLarge()
  }

  #inflate(entry: ZipEntry, receive: Take): void {
    const packed = this.#packed(entry)
    if (entry.method === 0) return receive(packed, true)
    if (entry.method !== 8)
      damaged(say('压缩方式不常见，读不了', 'an unusual method of compression'))
    const inflate = new Inflate(receive)
    try {
      for (let at = 0; at < packed.length || at === 0; at += STEP)
        inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
    } catch (error) {
      if (error instanceof Error && 'code' in error)
        damaged(say('压缩包里的内容损坏', 'the content of the archive is damaged'))
      throw error
    }
  }
}
