import { readFileSync } from 'node:fs'

// OpenType 1.9, "name": family, and family as designers group it.
const FAMILIES = [1, 16]
const UNICODE_PLATFORMS = [0, 3]
const RECORD = 12
const COLLECTION = 0x74746366

function tableAt(view: DataView, font: number, tag: number): number | undefined {
  const count = view.getUint16(font + 4)
  for (let at = 0; at < count; at += 1) {
    const entry = font + 12 + at * 16
    if (view.getUint32(entry) === tag) return view.getUint32(entry + 8)
  }
  return undefined
}

const utf16 = new TextDecoder('utf-16be')

function namesAt(bytes: Uint8Array, view: DataView, font: number): string[] {
  const table = tableAt(view, font, 0x6e616d65)
  if (table === undefined) return []
  const strings = table + view.getUint16(table + 4)
  const found: string[] = []
  for (let at = 0; at < view.getUint16(table + 2); at += 1) {
    const record = table + 6 + at * RECORD
    const [platform, name] = [view.getUint16(record), view.getUint16(record + 6)]
    if (!UNICODE_PLATFORMS.includes(platform) || !FAMILIES.includes(name)) continue
    const start = strings + view.getUint16(record + 10)
    found.push(utf16.decode(bytes.subarray(start, start + view.getUint16(record + 8))))
  }
  return found
}

function fontsIn(view: DataView): number[] {
  if (view.getUint32(0) !== COLLECTION) return [0]
  return Array.from({ length: view.getUint32(8) }, (_, at) => view.getUint32(12 + at * 4))
}

/**
 * The family names of the fonts in a file (.ttf, .otf, .ttc), in every language that it has them.
 * @returns nothing for a file that is no font
 */
export function familiesIn(path: string): string[] {
  const bytes = readFileSync(path)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return [...new Set(fontsIn(view).flatMap((font) => namesAt(bytes, view, font)))]
  } catch (error) {
    // What is cut off or of another kind points beyond its end.
    if (error instanceof RangeError) return []
    throw error
  }
}
