import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

const CORE = 'docProps/core.xml'
const FIRST = ['[Content_Types].xml', '_rels/.rels']
const TIMES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g

// A moment made of local parts gives an archive the same bytes in every time zone.
function momentOf(day: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

const order = (name: string): string => `${FIRST.includes(name) ? FIRST.indexOf(name) : 9}${name}`

/**
 * The same document with its parts in a fixed order, made on one day, so that the same input gives the same
 * bytes at any time and in every time zone.
 * @param day as `2024-01-20`
 */
export function settleDocument(bytes: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(bytes)
  const core = parts[CORE]
  if (core !== undefined)
    parts[CORE] = strToU8(new TextDecoder().decode(core).replaceAll(TIMES, `$1${day}T00:00:00Z`))
  const names = Object.keys(parts).toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  const mtime = momentOf(day)
  const settled: Zippable = {}
  for (const name of names) settled[name] = [parts[name] as Uint8Array, { mtime, level: 6 }]
  return zipSync(settled)
}
