import { type CellSpec, type SheetSpec, writeBook } from '../book/index.ts'
import { consequences } from '../exports/consequences.ts'
import { decisions } from '../exports/decisions.ts'
import { explanations } from '../exports/explanations.ts'
import { missing } from '../exports/missing.ts'
import { ranking } from '../exports/ranking.ts'
import { type Results, words } from '../exports/results.ts'
import { sheetOf } from '../formats/xlsx.ts'
import { layoutOf, type PointsLayout, rowOf } from './layout.ts'
import { pointsSheet } from './points-sheet.ts'

// Totals and ranks follow the sheet of points, where they are computed.
function linked(sheet: SheetSpec, layout: PointsLayout, points: string): SheetSpec {
  const [head, ...rows] = sheet.rows
  const link = (cell: CellSpec | undefined, column: string, row: number): CellSpec => {
    const value = cell?.value
    return typeof value === 'number'
      ? { ...cell, value: { formula: `'${points}'!${column}${row}`, result: value } }
      : (cell ?? { value: null })
  }
  const linkedRows = rows.map((row, i) => ({
    ...row,
    cells: row.cells.map((cell, c) =>
      c === 0
        ? link(cell, layout.rankColumn, rowOf(i))
        : c === 5
          ? link(cell, layout.totalColumn, rowOf(i))
          : cell,
    ),
  }))
  return { ...sheet, rows: head === undefined ? [] : [head, ...linkedRows] }
}

/**
 * The results as a workbook: ranking, points with live formulas, explanations, what is missing, consequences,
 * decisions.
 * Formulas are written from the proofs, so that they compute what was computed; without proofs the
 * totals are plain numbers.
 * @param mark of what is not final, in the name of every sheet and above every printed page: 未审定
 * @returns The bytes of an .xlsx file, the same for the same input.
 */
export async function resultWorkbook(results: Results, mark?: string): Promise<Uint8Array> {
  const layout = layoutOf(results)
  const called = (title: string): string => (mark === undefined ? title : `${title}（${mark}）`)
  const name = called(words(results)('得分', 'Points'))
  const tables = [explanations, missing, consequences, decisions]
    .map((e) => e.make(results))
    .filter((t) => t.rows.length > 0)
  const first = ranking.make(results)
  const sheets = [
    linked(sheetOf(first, called(first.title)), layout, name),
    pointsSheet(results, layout, name),
    ...tables.map((t) => sheetOf(t, called(t.title))),
  ]
  const marked = sheets.map((one) => (mark === undefined ? one : { ...one, header: mark }))
  return writeBook({ sheets: marked })
}
