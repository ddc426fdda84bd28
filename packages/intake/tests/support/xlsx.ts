import { strToU8, zipSync } from 'fflate'

/** A cell of a test workbook, as an XLSX file would hold it. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly percent: number }
  | { readonly date: number }
  | { readonly suffix: string; readonly value: number }
  | { readonly formula: string; readonly value?: number | string }
  | { readonly error: string; readonly formula?: string }

export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly TestCell[])[]
  readonly merges?: readonly string[]
  readonly hidden?: boolean
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  /** Rows that hold formats and no values, behind the last one. */
  readonly emptyRows?: number
}

export interface TestBook {
  readonly sheets: readonly TestSheet[]
  readonly from1904?: boolean
  readonly macros?: boolean
  readonly outsideLinks?: boolean
  /** Parts written over or added: raw XML or bytes. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export function letters(index: number): string {
  return (
    (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') +
    String.fromCharCode(65 + (index % 26))
  )
}

function cellXml(cell: TestCell, ref: string, suffixes: string[]): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string')
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('percent' in cell) return `<c r="${ref}" s="1"><v>${cell.percent}</v></c>`
  if ('date' in cell) return `<c r="${ref}" s="2"><v>${cell.date}</v></c>`
  if ('error' in cell)
    return `<c r="${ref}" t="e">${cell.formula === undefined ? '' : `<f>${escape(cell.formula)}</f>`}<v>${cell.error}</v></c>`
  if ('suffix' in cell) {
    if (!suffixes.includes(cell.suffix)) suffixes.push(cell.suffix)
    return `<c r="${ref}" s="${3 + suffixes.indexOf(cell.suffix)}"><v>${cell.value}</v></c>`
  }
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  return `<c r="${ref}"${type}><f>${escape(cell.formula)}</f>${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`
}

function sheetXml(sheet: TestSheet, suffixes: string[]): string {
  const rows = sheet.rows.map((cells, i) => {
    const hidden = sheet.hiddenRows?.includes(i + 1) === true ? ' hidden="1"' : ''
    return `<row r="${i + 1}"${hidden}>${cells.map((c, k) => cellXml(c, `${letters(k)}${i + 1}`, suffixes)).join('')}</row>`
  })
  const empty = Array.from(
    { length: sheet.emptyRows ?? 0 },
    (_, i) => `<row r="${sheet.rows.length + 1 + i}" spans="1:9" s="1" customFormat="1"/>`,
  )
  const columns = (sheet.hiddenColumns ?? [])
    .map((c) => `<col min="${c}" max="${c}" hidden="1" width="9"/>`)
    .join('')
  const merges = (sheet.merges ?? []).map((m) => `<mergeCell ref="${m}"/>`).join('')
  return `${HEAD}<worksheet xmlns="${MAIN}">${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${rows.join('')}${empty.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`
}

function stylesXml(suffixes: readonly string[]): string {
  const formats = suffixes
    .map((s, i) => `<numFmt numFmtId="${200 + i}" formatCode="General&quot;${escape(s)}&quot;"/>`)
    .join('')
  const xfs = ['0', '10', '14', ...suffixes.map((_, i) => `${200 + i}`)]
    .map((id) => `<xf numFmtId="${id}"/>`)
    .join('')
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`
}

function bookXml(book: TestBook): string {
  const sheets = book.sheets.map(
    (s, i) =>
      `<sheet name="${escape(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${s.hidden === true ? ' state="hidden"' : ''}/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${book.from1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`
}

function relationsXml(relations: readonly (readonly [string, string, string])[]): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}

/** Writes a workbook for a test, sound or broken in exactly the way that the test wants. */
export function workbook(book: TestBook): Uint8Array {
  const suffixes: string[] = []
  const sheets = book.sheets.map(
    (s, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(s, suffixes)] as const,
  )
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': bookXml(book),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...book.sheets.map(
        (_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const,
      ),
      ['rId900', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(suffixes),
    ...Object.fromEntries(sheets),
    ...(book.macros === true ? { 'xl/vbaProject.bin': new Uint8Array(8) } : {}),
    ...(book.outsideLinks === true
      ? { 'xl/externalLinks/externalLink1.xml': `${HEAD}<externalLink/>` }
      : {}),
    ...book.parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )
}
