import { constants, inflate } from 'node:zlib'
import { promisify } from 'node:util'

const unpack = promisify(inflate)

// What makes a PDF do something by itself; looked for everywhere, for what a program takes for an object may lie in what
// another takes for the bytes of a picture. These names are too long to stand there by chance. A destination at which
// it opens (/OpenAction [page …]), as every office program writes it, does nothing; an action written there does.
const ACTIVE = /\/(?:JavaScript|Launch|RichMedia|ImportData|SubmitForm|EmbeddedFiles?)(?![A-Za-z])/
// As far as a dictionary of an action reaches: without a bound, many that begin and none that ends take for ever.
const OPENING = /\/OpenAction\s{0,100}<<(?![^>]{0,300}\/GoTo(?![A-Za-z]))/
// Names may be written with hexadecimal escapes, each letter of them.
const PACKED = /\/(?:O|#4f)(?:b|#62)(?:j|#6a)(?:S|#53)(?:t|#74)(?:m|#6d)/gi
// Programs that write PDFs pack objects by Flate alone; what is packed by these too we could not look into.
const OTHERWISE = /\/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL)\b/
const ENDS = 'endstream'
const MOST_OF_DICTIONARY = 400
const MOST_UNPACKED = 20_000_000
const MOST_STREAMS = 5000

// Names may be written with hexadecimal escapes: /J#61vaScript.
function plain(text: string): string {
  return text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

function isActive(text: string): boolean {
  const names = plain(text)
  return ACTIVE.test(names) || OPENING.test(names)
}

/** A stream that holds objects: where its bytes begin, and what is said of it. */
interface Packed {
  readonly from: number
  readonly dictionary: string
}

/** The streams that hold objects; undefined when there are more than any document has. */
function packedObjects(text: string): Packed[] | undefined {
  const all: Packed[] = []
  let seen = 0
  for (const { index: at } of text.matchAll(PACKED)) {
    // Counted in any case: each costs a look.
    seen += 1
    if (seen > MOST_STREAMS) return undefined
    const found = /stream\r?\n/.exec(text.slice(at, at + MOST_OF_DICTIONARY))
    if (found === null) continue
    const before = text.slice(Math.max(0, at - MOST_OF_DICTIONARY), at)
    const said = before.slice(before.lastIndexOf('obj') + 1) + text.slice(at, at + found.index)
    all.push({ from: at + found.index + found[0].length, dictionary: plain(said) })
  }
  return all
}

const isTooLarge = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'

// Objects may lie packed in streams; pictures and fonts are streams too, and hold no names.
async function activeInside(bytes: Buffer, text: string): Promise<boolean> {
  let left = MOST_UNPACKED
  let end = -1
  const all = packedObjects(text)
  if (all === undefined) return true
  for (const { from, dictionary } of all) {
    if (OTHERWISE.test(dictionary)) return true
    if (end < from) end = bytes.indexOf(ENDS, from)
    if (end < 0) end = bytes.length
    const packed = bytes.subarray(from, end)
    // What is cut off is read as far as it goes, as programs do that show it. What is sealed with a password opens not.
    const options = { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH }
    const inner = await unpack(packed, options).catch((error: unknown) =>
      isTooLarge(error) ? 'too large' : undefined,
    )
    if (inner === 'too large') return true
    if (inner === undefined) continue
    left -= inner.length
    if (left <= 0 || isActive(inner.toString('latin1'))) return true
  }
  return false
}

/** Why a PDF is not taken: it would run something. */
export async function pdfFault(bytes: Buffer): Promise<string | undefined> {
  const text = bytes.toString('latin1')
  const active = isActive(text) || (await activeInside(bytes, text))
  return active ? 'PDF 里带有会自动运行的内容，请重新打印或导出为 PDF' : undefined
}
