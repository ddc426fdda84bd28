import {
  type ColumnMeaning,
  readColumnAnchor,
  readSheetAnchor,
  type SheetAnchor,
} from '@kaohe/documents'
import { type Grid, placeAt, placeOf, plainOf, type Row } from '../grid/index.ts'
import { type Catalogue, nearestOf } from '../names/index.ts'
import { fault, note, type Report, say, warning } from '../report/index.ts'
import { tidy } from '../value/index.ts'
import { findHeader, type Header, mostHeadings } from './header.ts'
import { headingsFor, meaningOf } from './meaning.ts'
import type { Column, Plan } from './plan.ts'
import { withReasons } from './reasons.ts'
import { KINDS_BY_HEADINGS, kindByName, nearestSheetName } from './sheet-kind.ts'

const textAt = (row: Row | undefined, index: number): string => {
  const plain = plainOf(row?.cell(index))
  return plain === undefined ? '' : tidy(`${plain}`)
}

function anchorRow(grid: Grid): { row: Row; sheet: SheetAnchor; first: string } | undefined {
  for (const row of grid.rows.head(20)) {
    const found = readSheetAnchor(textAt(row, 0))
    if (found !== undefined) return { row, ...found }
  }
  return undefined
}

function stillDeclared(meaning: ColumnMeaning, sheet: SheetAnchor, names: Catalogue): boolean {
  if (meaning.column === 'fact-value') return names.facts.find(meaning.fact) !== undefined
  if (meaning.column === 'mark-value' || meaning.column === 'mark-reason')
    return names.marks.find(meaning.item) !== undefined
  if (meaning.column !== 'attribute') return true
  return (
    (sheet.kind === 'event' ? names.eventAttributes(sheet.id ?? '') : names.attributes).find(
      meaning.id,
    ) !== undefined
  )
}

function planByAnchors(grid: Grid, names: Catalogue, report: Report): Plan | undefined {
  const anchors = anchorRow(grid)
  if (anchors === undefined) return undefined
  const columns: Column[] = []
  const head = grid.rows.at(0)
  for (const [index] of anchors.row.entries()) {
    const text = index === 0 ? anchors.first : textAt(anchors.row, index)
    const heading = (textAt(head, index) || text).split('\n')[0] ?? text
    const meaning = readColumnAnchor(text)
    if (meaning !== undefined && stillDeclared(meaning, anchors.sheet, names))
      columns.push({ index, meaning, heading })
    else if (text !== '')
      report.add(
        placeAt(grid, anchors.row.number, index),
        fault(
          'stale-template',
          say(
            '方案里没有这一列，模板与方案不是同一版',
            'the scheme has no such column: template and scheme differ',
          ),
          {
            found: text,
            expected: say('请用现在的方案重新生成模板', 'make a new template from this scheme'),
          },
        ),
        heading,
      )
  }
  const plan = {
    grid,
    sheet: anchors.sheet,
    columns: withReasons(anchors.sheet, [
      ...columns,
      ...addedColumns(grid, anchors, names, report),
    ]),
    headRow: anchors.row.number,
  }
  complainTwice(plan, report)
  return plan
}

// People add columns to a template: a 13th episode, a remark.
function addedColumns(
  grid: Grid,
  { row, sheet }: { row: Row; sheet: SheetAnchor },
  names: Catalogue,
  report: Report,
): Column[] {
  const columns: Column[] = []
  const unknown: { index: number; heading: string }[] = []
  const head = grid.rows.at(0)
  for (const [index] of head?.entries() ?? []) {
    const heading = textAt(head, index)
    if (heading === '' || textAt(row, index) !== '' || index === 0) continue
    const meaning =
      meaningOf(heading, '', sheet, names) ??
      meaningOf(heading, '', { ...sheet, id: periodicFact(grid, names) }, names)
    if (meaning === undefined) unknown.push({ index, heading })
    else columns.push({ index, meaning, heading })
  }
  const header = { columns, unknown, headRow: row.number }
  complainUnknown(grid, header, sheet, names, report, head?.number)
  return columns
}

const periodicFact = (grid: Grid, names: Catalogue): string | null =>
  names.facts.find(grid.name)?.id ?? null

/** The columns with unknown headings in which something is written below. */
function filledBelow(grid: Grid, { unknown, headRow }: Header): ReadonlySet<number> {
  const open = new Set(unknown.map((u) => u.index))
  const filled = new Set<number>()
  for (const row of grid.rows) {
    if (open.size === 0) break
    if (row.number <= headRow) continue
    for (const index of open) {
      if (textAt(row, index) === '') continue
      filled.add(index)
      open.delete(index)
    }
  }
  return filled
}

function complainUnknown(
  grid: Grid,
  header: Header,
  sheet: SheetAnchor,
  names: Catalogue,
  report: Report,
  titleRow = header.headRow,
): void {
  const filled = filledBelow(grid, header)
  for (const { index, heading } of header.unknown) {
    if (!filled.has(index)) continue
    const nearest = nearestOf(heading.split('/').at(-1) ?? heading, headingsFor(sheet, names))
    const place = placeAt(grid, titleRow, index)
    const why = say(
      '不认识这一列的标题，这一列没有读',
      'this heading is not known; the column is not read',
    )
    if (nearest === undefined && sheet.kind !== 'facts')
      report.add(place, warning('unknown-column', why, { found: heading }))
    else
      report.add(
        place,
        fault('unknown-column', why, {
          found: heading,
          expected: say('请改正标题，或把这一列移出表', 'mend the heading or take the column away'),
          ...(nearest === undefined ? {} : { nearest }),
        }),
      )
  }
}

function complainTwice(plan: Plan, report: Report): void {
  const seen = new Map<string, Column>()
  for (const column of plan.columns) {
    const key = JSON.stringify(column.meaning)
    const before = seen.get(key)
    seen.set(key, column)
    if (before === undefined || column.meaning.column === 'ignored') continue
    report.add(
      placeAt(plan.grid, plan.headRow, column.index),
      fault(
        'column-twice',
        say(`与“${before.heading}”是同一列`, `the same column as “${before.heading}”`),
        { found: column.heading, expected: say('两列只能留一列', 'keep one of the two') },
      ),
    )
  }
}

function planByHeadings(grid: Grid, names: Catalogue, report: Report): Plan | undefined {
  const named = kindByName(grid, names)
  const kinds = named === undefined ? KINDS_BY_HEADINGS : [named]
  for (const sheet of kinds) {
    const header = findHeader(grid, sheet, names)
    const values =
      header?.columns.some(
        (c) =>
          !['unit', 'unit-id', 'ignored', 'by', 'at', 'evidence', 'clause', 'period'].includes(
            c.meaning.column,
          ),
      ) === true
    if (header === undefined || (named === undefined && !values)) continue
    complainUnknown(grid, header, sheet, names, report)
    const plan = { grid, sheet, columns: header.columns, headRow: header.headRow }
    complainTwice(plan, report)
    return plan
  }
  complainUnread(grid, named, names, report)
  return undefined
}

function complainUnread(
  grid: Grid,
  named: SheetAnchor | undefined,
  names: Catalogue,
  report: Report,
): void {
  const place = placeOf(grid)
  if (named !== undefined) {
    const headings = headingsFor(named, names).slice(0, 6).join('、')
    report.add(
      place,
      fault('no-headings', say('找不到标题行', 'no row of headings was found'), {
        expected: say(`标题应有 单位 和 ${headings} 等`, `headings such as ${headings}`),
      }),
    )
    return
  }
  const nearest = nearestSheetName(grid, names)
  const why = say('不认识这张表，没有读', 'this sheet is not known and was not read')
  if (nearest === undefined || grid.hidden)
    report.add(place, warning('unknown-sheet', why, { found: grid.name }))
  else
    report.add(
      place,
      fault('unknown-sheet', why, {
        found: grid.name,
        expected: say('请改正表名', 'mend the name of the sheet'),
        nearest,
      }),
    )
}

/** More headings than any scheme has things to tell. */
const MOST_HEADINGS = 1000

function tooWide(grid: Grid, report: Report): boolean {
  const count = mostHeadings(grid)
  if (count <= MOST_HEADINGS) return false
  const why = say(
    `这张表有 ${count} 列，太多了`,
    `the sheet has ${count} columns, which is too many`,
  )
  report.add(
    placeOf(grid),
    fault('too-wide', why, {
      expected: say(
        `请删去多余的列，最多 ${MOST_HEADINGS} 列`,
        `remove the columns not needed; at most ${MOST_HEADINGS}`,
      ),
    }),
  )
  return true
}

/** What a grid holds. Empty grids and notes hold nothing; what is not recognised is reported. */
export function recognise(grid: Grid, names: Catalogue, report: Report): Plan | undefined {
  if (grid.rows.length === 0 || tooWide(grid, report)) return undefined
  const anchored = planByAnchors(grid, names, report)
  if (anchored === undefined && kindByName(grid, names)?.kind === 'notes') return undefined
  const plan = anchored ?? planByHeadings(grid, names, report)
  if (plan === undefined || plan.sheet.kind === 'notes') return undefined
  if (grid.hidden)
    report.add(
      placeOf(grid),
      warning('hidden-sheet', say('是隐藏的工作表，也读了', 'a hidden sheet; it was read too')),
    )
  for (const { index, heading, meaning } of plan.columns) {
    if (grid.hiddenColumns.has(index) && meaning.column !== 'ignored')
      report.add(
        placeAt(grid, plan.headRow, index),
        note('hidden-column', say('是隐藏的列，也读了', 'a hidden column; it was read too')),
        heading,
      )
  }
  return plan
}
