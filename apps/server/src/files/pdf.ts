import { inflate } from 'node:zlib'
import { promisify } from 'node:util'

const unpack = promisify(inflate)

// What makes a PDF do something by itself. A destination at which it opens (/OpenAction [page …]), as every
// office program writes it, does nothing; an action written there does.
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|RichMedia|ImportData|SubmitForm|EmbeddedFiles?)(?![A-Za-z])/
const OPENING = /\/OpenAction\s*<<(?![^>]*\/GoTo(?![A-Za-z]))/
const MOST_UNPACKED = 20_000_000
const MOST_STREAMS = 5000

// Names may be written with hexadecimal escapes: /J#61vaScript.
function plain(text: string): string {
  return text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

const isActive = (text: string): boolean => ACTIVE.test(plain(text)) || OPENING.test(plain(text))

// Objects may lie packed in streams; pictures and fonts are streams too, and hold no names.
async function activeInside(bytes: Buffer, text: string): Promise<boolean> {
  let left = MOST_UNPACKED
  const objects = /\/ObjStm[\s\S]{0,400}?stream\r?\n/g
  for (let found = objects.exec(text), n = 0; found !== null; found = objects.exec(text), n += 1) {
    if (left <= 0 || n > MOST_STREAMS) return true
    const from = found.index + found[0].length
    const end = bytes.indexOf('endstream', from)
    const packed = bytes.subarray(from, end < 0 ? bytes.length : end)
    const inner = await unpack(packed, { maxOutputLength: left }).catch(() => undefined)
    if (inner === undefined) continue
    left -= inner.length
    if (isActive(inner.toString('latin1'))) return true
  }
  return false
}

/** Why a PDF is not taken: it would run something. */
export async function pdfFault(bytes: Buffer): Promise<string | undefined> {
  const text = bytes.toString('latin1')
  const active =
    isActive(text.replaceAll(/stream\r?\n[\s\S]*?endstream/g, '')) ||
    (await activeInside(bytes, text))
  return active ? 'PDF 里带有会自动运行的内容，请重新打印或导出为 PDF' : undefined
}
