import { unzipSync, type Zippable, zipSync } from 'fflate'

const FIRST = ['[Content_Types].xml', '_rels/.rels']

function order(name: string): string {
  const at = FIRST.indexOf(name)
  return `${at < 0 ? 9 : at}${name}`
}

const DATA_END = '</sheetData>'

// The streaming writer puts the protection behind the validations, where the format does not allow it
// and Excel offers to repair the file: it belongs right behind the data.
function protectionFirst(bytes: Uint8Array): Uint8Array {
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = xml.lastIndexOf('<sheetProtection ')
  const end = xml.indexOf('/>', at) + 2
  const data = xml.lastIndexOf(DATA_END) + DATA_END.length
  if (at < 0 || data < DATA_END.length || data > at) return bytes
  return Buffer.concat([
    xml.subarray(0, data),
    xml.subarray(at, end),
    xml.subarray(data, at),
    xml.subarray(end),
  ])
}

/**
 * The same workbook with its parts in a fixed order and without the time of writing, so that the
 * same input gives the same bytes.
 */
export function settleBytes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  // Archives hold local time; a date made of local parts is the same bytes in every time zone.
  const mtime = new Date(2000, 0, 1)
  const sorted: Zippable = {}
  for (const name of names)
    sorted[name.replace(/^\//, '')] = [
      protectionFirst(parts[name] as Uint8Array),
      { mtime, level: 6 },
    ]
  return zipSync(sorted)
}
