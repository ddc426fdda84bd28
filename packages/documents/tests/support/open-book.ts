import ExcelJS, { type Cell, type Workbook, type Worksheet } from 'exceljs'

/** Opens a workbook as another program does. */
export async function openBook(bytes: Uint8Array): Promise<Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return book
}

export function sheetNamed(book: Workbook, name: string): Worksheet {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** The texts of a column, a line each. */
export function linesOf(sheet: Worksheet, column: number): string {
  return Array.from({ length: sheet.rowCount }, (_, i) => sheet.getCell(i + 1, column).text).join(
    '\n',
  )
}

/** The anchors of a sheet, from its third row; without the sheet's own in front. */
export function anchorsOf(sheet: Worksheet): string[] {
  const row = sheet.getRow(3)
  return Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).text)
}

/** The column, counted from 1, whose anchor ends so. */
export function columnOf(sheet: Worksheet, anchor: string): number {
  const at = anchorsOf(sheet).findIndex((text) => text.split('|').at(-1) === anchor)
  if (at < 0) throw new Error(`no column ${anchor} on ${sheet.name}`)
  return at + 1
}

interface Check {
  readonly type?: string
  readonly operator?: string
  readonly formulae?: readonly unknown[]
  readonly error?: string
  readonly showErrorMessage?: boolean
}

/** What may be typed into a cell, as the workbook says. */
export function checkOf(cell: Cell): Check | undefined {
  return cell.dataValidation
}

export function noteOf(cell: Cell): string {
  const { note } = cell
  return typeof note === 'string' ? note : (note?.texts ?? []).map((t) => t.text).join('')
}

export function isLocked(cell: Cell): boolean {
  return cell.protection?.locked !== false
}

export function fillOf(cell: Cell): string | undefined {
  const { fill } = cell
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
}
