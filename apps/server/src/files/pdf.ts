import { constants, inflate } from 'node:zlib'
import { promisify } from 'node:util'

const unpack = promisify(inflate)

// What makes a PDF do something by itself. A destination at which it opens (/OpenAction [page …]), as every
// office program writes it, does nothing; an action written there does.
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|RichMedia|ImportData|SubmitForm|EmbeddedFiles?)(?![A-Za-z])/
// As far as a dictionary of an action reaches: without a bound, many that begin and none that ends take for ever.
const OPENING = /\/OpenAction\s{0,100}<<(?![^>]{0,300}\/GoTo(?![A-Za-z]))/
const BEGINS = /stream\r?\n/g
const ENDS = 'endstream'
const PACKED = '/ObjStm'
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

/** What stands outside of streams, in one pass: an expression would look for each end as far as the file reaches. */
function outsideStreams(text: string): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    BEGINS.lastIndex = from
    const begin = BEGINS.exec(text)?.index
    const end = begin === undefined ? -1 : text.indexOf(ENDS, begin)
    if (begin === undefined || end < 0) return parts.join('') + text.slice(from)
    parts.push(text.slice(from, begin))
    from = end + ENDS.length
  }
}

/** Where streams begin that hold objects; undefined when there are more than any document has. */
function packedObjects(text: string): number[] | undefined {
  const begins: number[] = []
  let seen = 0
  for (let at = text.indexOf(PACKED); at >= 0; at = text.indexOf(PACKED, at + 1)) {
    // Counted in any case: each costs a look.
    seen += 1
    if (seen > MOST_STREAMS) return undefined
    const near = text.slice(at, at + MOST_OF_DICTIONARY)
    const found = /stream\r?\n/.exec(near)
    if (found !== null) begins.push(at + found.index + found[0].length)
  }
  return begins
}

const isTooLarge = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'

// Objects may lie packed in streams; pictures and fonts are streams too, and hold no names.
async function activeInside(bytes: Buffer, text: string): Promise<boolean> {
  let left = MOST_UNPACKED
  let end = -1
  const begins = packedObjects(text)
  if (begins === undefined) return true
  for (const from of begins) {
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
  const active = isActive(outsideStreams(text)) || (await activeInside(bytes, text))
  return active ? 'PDF 里带有会自动运行的内容，请重新打印或导出为 PDF' : undefined
}
