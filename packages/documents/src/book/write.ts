import { PassThrough } from 'node:stream'
import type { AddWorksheetOptions, Cell, DataValidation, PaperSize, Worksheet } from 'exceljs'
import { guardText } from './guard.ts'
import { settleBytes } from './settle.ts'
import type { BookSpec, CellSpec, ColumnSpec, SheetSpec, Validation } from './spec.ts'
import { STYLES } from './styles.ts'

// oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enumeration exists in types alone
const A4 = 9 as PaperSize
const WRITTEN = new Date(Date.UTC(2000, 0, 1))
/** A stretch of the sheet that is ready to be typed in, below what is already written. */
const GUARDED = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  sort: true,
  autoFilter: true,
}

function validationOf({ rule, title, message }: Validation): DataValidation {
  const shown = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    error: message,
  } as const
  if ('list' in rule) return { type: 'list', formulae: [rule.list], ...shown }
  if ('custom' in rule) return { type: 'custom', formulae: [rule.custom], ...shown }
  const operator = rule.most === undefined ? 'greaterThanOrEqual' : 'between'
  return {
    type: rule.type,
    operator,
    formulae: rule.most === undefined ? [rule.least] : [rule.least, rule.most],
    ...shown,
  }
}

function writeCell(cell: Cell, spec: CellSpec, column: ColumnSpec | undefined): void {
  const { value } = spec
  if (value !== null) cell.value = typeof value === 'string' ? guardText(value) : value
  const format = spec.format ?? (spec.style === 'input' ? column?.format : undefined)
  cell.style = {
    ...STYLES[spec.style ?? 'plain'],
    ...(format === undefined ? {} : { numFmt: format }),
  }
  if (spec.note !== undefined)
    cell.note = { texts: [{ text: spec.note }], margins: { insetmode: 'auto' } }
}

function setColumns(sheet: Worksheet, columns: readonly ColumnSpec[]): void {
  sheet.columns = columns.map(({ width, format, input }) => ({
    width,
    style: {
      ...(input ? { protection: { locked: false } } : {}),
      ...(format === undefined ? {} : { numFmt: format }),
    },
  }))
}

async function writeSheet(sheet: Worksheet, spec: SheetSpec): Promise<void> {
  setColumns(sheet, spec.columns)
  if (spec.protect === true) await sheet.protect('', GUARDED)
  for (const { range, ...rest } of spec.validations ?? [])
    (
      sheet as unknown as { dataValidations: { add(range: string, v: DataValidation): void } }
    ).dataValidations.add(range, validationOf({ range, ...rest }))
  for (const rowSpec of spec.rows) {
    const row = sheet.addRow([])
    rowSpec.cells.forEach((cell, i) => writeCell(row.getCell(i + 1), cell, spec.columns[i]))
    if (rowSpec.height !== undefined) row.height = rowSpec.height
    if (rowSpec.hidden === true) row.hidden = true
    row.commit()
  }
  sheet.commit()
}

function optionsOf(spec: SheetSpec): Partial<AddWorksheetOptions> {
  const freeze = spec.freeze
  const top =
    freeze === undefined
      ? undefined
      : { state: 'frozen' as const, xSplit: freeze.columns, ySplit: freeze.rows }
  return {
    state: spec.hidden === true ? 'hidden' : 'visible',
    views: top === undefined ? [] : [top],
    pageSetup: {
      paperSize: A4,
      orientation: spec.portrait === true ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(spec.titleRows === undefined ? {} : { printTitlesRow: `1:${spec.titleRows}` }),
    },
    headerFooter: {
      // An ampersand begins a code there.
      ...(spec.header !== undefined && { oddHeader: `&C${spec.header.replaceAll('&', '&&')}` }),
      oddFooter: '&C第 &P 页，共 &N 页',
    },
  }
}

function collect(stream: PassThrough): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(Buffer.concat(chunks)))
    stream.on('error', reject)
  })
}

/**
 * Writes a workbook. This is the only place that knows the library; it writes as a stream, row by row.
 * @returns The bytes of an .xlsx file, the same for the same input.
 */
export async function writeBook(book: BookSpec): Promise<Uint8Array> {
  // Loaded when something is written: whoever only reads facts does without it.
  const { default: ExcelJS } = await import('exceljs')
  const stream = new PassThrough()
  const collected = collect(stream)
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  })
  Object.assign(writer, {
    created: WRITTEN,
    modified: WRITTEN,
    creator: '考核',
    lastModifiedBy: '考核',
  })
  for (const spec of book.sheets)
    await writeSheet(writer.addWorksheet(spec.name, optionsOf(spec)), spec)
  await writer.commit()
  return settleBytes(await collected)
}
