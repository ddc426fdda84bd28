import { fault, say } from '../report/index.ts'
import { Refusal } from './refusal.ts'

function attempt(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function encodingByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/**
 * Decodes text: by its byte order mark, else UTF-8, else GB18030 (which holds GBK and GB2312).
 * @throws Refusal when it is none of these.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = encodingByMark(bytes)
  const text =
    marked === undefined
      ? (attempt('utf-8', bytes) ?? attempt('gb18030', bytes))
      : attempt(marked, bytes)
  if (text !== undefined) return text
  const expected = say('请另存为“CSV UTF-8”后再交', 'save it as “CSV UTF-8” and send that')
  throw new Refusal(
    fault(
      'encoding',
      say(
        '文字编码既不是 UTF-8 也不是 GB18030，或者中间有损坏',
        'neither UTF-8 nor GB18030, or damaged',
      ),
      { expected },
    ),
  )
}
