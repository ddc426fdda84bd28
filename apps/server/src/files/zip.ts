import { inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'

const unpack = promisify(inflateRaw)

const MOST_UNPACKED = 500_000_000
const MOST_OF_ONE = 200_000_000
const MOST_ENTRIES = 5000
const MOST_RATIO = 200
const SMALL = 1_000_000
// The upper half of the attributes is the mode of Unix, whose first four bits say what an entry is.
const LINK_SHIFT = 28
const LINK = 0o12
const EXPLODES = '压缩包解开后太大，可能是有意做成的；请分开上传'
const BROKEN = '压缩包不完整，打不开；请重新压缩或另存'

interface Entry {
  readonly name: string
  /** A link of the file system, which leads whoever unpacks it to a file of his own. */
  readonly isLink: boolean
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

function entriesOf(zip: Buffer): Entry[] | undefined {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > zip.length) return undefined
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return undefined
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const [name = 0, extra = 0, comment = 0] = lengths
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      isLink: zip.readUInt32LE(at + 38) >>> LINK_SHIFT === LINK,
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

// What an archive says of its sizes may be untrue: each part is unpacked once, and no further than it says.
async function isAsSaid(zip: Buffer, { method, packed, size, at }: Entry): Promise<boolean> {
  if (method === 0) return packed === size
  if (method !== 8 || at + 30 > zip.length) return false
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const part = zip.subarray(from, from + packed)
  const inner = await unpack(part, { maxOutputLength: Math.max(1, size) }).catch(() => undefined)
  return inner?.length === size
}

function nameFault(entries: readonly Entry[], inside: string | undefined): string | undefined {
  const names = entries.map(({ name }) => name)
  if (names.some((name) => /vbaproject|\.ocx$|activex/i.test(name)))
    return '文件带宏或控件，请去掉后再交，或另存为 PDF'
  if (entries.some(({ isLink }) => isLink)) return '压缩包里有指向别处的链接，请换成文件本身'
  if (names.some((name) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]/.test(name))) return BROKEN
  if (inside !== undefined && !names.some((name) => name.startsWith(inside)))
    return '内容与后缀不符'
  const runs = /\.(?:exe|com|bat|cmd|scr|js|vbs|ps1|html?|svg|jar|lnk|msi|docm|xlsm|pptm)$/i
  const found = inside === undefined ? names.find((name) => runs.test(name)) : undefined
  return found === undefined ? undefined : `压缩包里有不收的文件：${found.split('/').at(-1)}`
}

/**
 * Why an archive, or a document that is one, is not taken.
 * @param inside the folder that a document of its kind has
 */
export async function zipFault(zip: Buffer, inside?: string): Promise<string | undefined> {
  const entries = entriesOf(zip)
  if (entries === undefined || entries.length === 0) return BROKEN
  if (entries.length > MOST_ENTRIES) return EXPLODES
  const fault = nameFault(entries, inside)
  if (fault !== undefined) return fault
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const packed = entries.reduce((sum, one) => sum + one.packed, 0)
  const explodes = ({ size, packed: p }: Entry): boolean =>
    size > MOST_OF_ONE || (size > SMALL && size > p * MOST_RATIO)
  if (total > MOST_UNPACKED || packed > zip.length || entries.some(explodes)) return EXPLODES
  for (const entry of entries)
    if (!entry.name.endsWith('/') && !(await isAsSaid(zip, entry))) return BROKEN
  return undefined
}
