import { unzipSync, type Zippable, zipSync } from 'fflate'

const FIRST = ['[Content_Types].xml', '_rels/.rels']

function order(name: string): string {
  const at = FIRST.indexOf(name)
  return `${at < 0 ? 9 : at}${name}`
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
  for (const name of names) sorted[name.replace(/^\//, '')] = [parts[name] as Uint8Array, { mtime, level: 6 }]
  return zipSync(sorted)
}
