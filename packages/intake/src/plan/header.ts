import type { ColumnMeaning, SheetAnchor } from '@kaohe/documents'
import { type Grid, type Merge, plainOf, type Row } from '../grid/index.ts'
import type { Catalogue } from '../names/index.ts'
import { tidy } from '../value/index.ts'
import { meaningOf } from './meaning.ts'
import type { Column } from './plan.ts'
import { withReasons } from './reasons.ts'

/** Headings are looked for in so many rows from the top. */
const HEAD_ROWS = 20

const MOST_MERGES = 2000

export interface Header {
  readonly columns: readonly Column[]
  /** Columns with a heading that means nothing here. */
  readonly unknown: readonly { readonly index: number; readonly heading: string }[]
  readonly headRow: number
}

function texts(row: Row | undefined): Map<number, string> {
  const found = new Map<number, string>()
  for (const [index, raw] of row?.entries() ?? []) {
    const plain = plainOf(raw)
    const text = plain === undefined ? '' : tidy(`${plain}`)
    if (text !== '') found.set(index, text)
  }
  return found
}

// A heading merged over several columns or rows stands in all of them, as far as anything is headed.
function spread(
  merges: readonly Merge[],
  row: Row,
  found: Map<number, string>,
  above: Map<number, string>,
): Map<number, string> {
  const all = new Map(found)
  for (const m of merges) {
    if (row.number < m.top || row.number > m.bottom) continue
    const text = row.number === m.top ? found.get(m.left) : above.get(m.left)
    if (text === undefined) continue
    for (let c = m.left; c <= m.right; c += 1) if (!all.has(c)) all.set(c, text)
  }
  return all
}

function combine(
  top: Map<number, string>,
  sub: Map<number, string>,
  sheet: SheetAnchor,
  names: Catalogue,
  headRow: number,
): Header {
  const columns: Column[] = []
  const unknown: { index: number; heading: string }[] = []
  for (const index of [...new Set([...top.keys(), ...sub.keys()])].toSorted((a, b) => a - b)) {
    const [upper, lower] = [top.get(index) ?? '', sub.get(index) ?? '']
    const meaning = meaningOf(upper, lower === upper ? '' : lower, sheet, names)
    const heading =
      upper === lower || lower === '' ? upper : upper === '' ? lower : `${upper}/${lower}`
    if (meaning === undefined) unknown.push({ index, heading })
    else columns.push({ index, meaning, heading: heading.split('\n')[0] ?? heading })
  }
  return { columns: withReasons(sheet, columns), unknown, headRow }
}

const isValue = (m: ColumnMeaning): boolean =>
  ['fact-value', 'mark-value', 'mark-reason', 'attribute'].includes(m.column)

function score(header: Header): number {
  const unit = header.columns.some(
    (c) =>
      c.meaning.column === 'unit' || c.meaning.column === 'unit-id' || c.meaning.column === 'event',
  )
  return unit
    ? header.columns.filter((c) => c.meaning.column !== 'ignored').length +
        header.columns.filter((c) => isValue(c.meaning)).length
    : 0
}

function repeatsAnything(header: Header): boolean {
  return (
    new Set(header.columns.map((c) => JSON.stringify(c.meaning))).size <
    header.columns.filter((c) => c.meaning.column !== 'ignored').length
  )
}

// The merged blocks among headings, no wider than what is headed: a title may be merged over the whole sheet.
function mergesAmong(grid: Grid, rows: readonly Row[]): readonly Merge[] {
  const [last, widest] = [rows.at(-1)?.number ?? 0, Math.max(0, ...rows.map((r) => r.last))]
  return grid.merges
    .filter((m) => m.top <= last)
    .slice(0, MOST_MERGES)
    .map((m) => ({ ...m, right: Math.min(m.right, widest) }))
}

/** How many headings the fullest of the rows has in which headings are looked for. */
export function mostHeadings(grid: Grid): number {
  return Math.max(0, ...grid.rows.head(HEAD_ROWS).map((row) => texts(row).size))
}

/** The headings of a sheet taken to be of a kind: one row or two, below titles or not. */
export function findHeader(grid: Grid, sheet: SheetAnchor, names: Catalogue): Header | undefined {
  let best: Header | undefined
  let above = new Map<number, string>()
  const top = grid.rows.at(0)?.number ?? 0
  const rows = grid.rows.head(HEAD_ROWS).filter((r) => r.number <= HEAD_ROWS + top)
  const merges = mergesAmong(grid, rows)
  let paired = false
  const consider = (header: Header, pair: boolean): void => {
    const named = header.columns.length + header.unknown.length > 1
    const better =
      best === undefined
        ? score(header) > 0 && named
        : score(header) > score(best) ||
          (score(header) === score(best) &&
            ((repeatsAnything(best) && !repeatsAnything(header)) || (paired && !pair)))
    if (better) [best, paired] = [header, pair]
  }
  rows.forEach((row, i) => {
    const here = spread(merges, row, texts(row), above)
    consider(combine(here, new Map(), sheet, names, row.number), false)
    const next = rows[i + 1]
    if (next?.number === row.number + 1)
      consider(
        combine(here, spread(merges, next, texts(next), here), sheet, names, next.number),
        true,
      )
    above = here
  })
  return best
}
