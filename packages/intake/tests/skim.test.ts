import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { plainOf } from '../src/grid/index.ts'
import { readWorkbook } from '../src/xlsx/index.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function book(sheet: string, strings: string): Uint8Array {
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="sheet.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="strings.xml"/></Relationships>`,
    'xl/sheet.xml': sheet,
    'xl/strings.xml': strings,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([n, t]) => [n, strToU8(t)])))
}

const STRINGS =
  '<sst><si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh><r><t>丙</t></r></si></sst>'

function cells(sheet: string, strings = STRINGS): unknown[] {
  const [grid] = readWorkbook('a.xlsx', book(sheet, strings), 1e8).grids
  return [...(grid?.rows ?? [])].map((row) => [row.number, ...row.entries()])
}

const inRows = (...rows: string[]): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`

const USUAL = [
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>1.5</v></c><c r="D1" t="s"><v>1</v></c></row>',
  '<row r="3"><c r="A3" t="inlineStr"><is><t>五 六</t></is></c><c r="B3" t="b"><v>1</v></c><c r="C3"/></row>',
  '<row r="4"><c r="AA4" t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c r="AB4"><f>1+1</f><v>2</v></c></row>',
]
const READ = [
  [1, [0, '甲'], [1, 1.5], [3, '乙丙']],
  [3, [0, '五 六'], [1, true]],
  [4, [26, { value: '甲x', formula: 'A1&"x"' }], [27, { value: 2, formula: '1+1' }]],
]

describe('cells taken without the parser', () => {
  it('are read as the parser reads them, however the sheet is written', () => {
    const prefixed = inRows(...USUAL).replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
    const quoted = inRows(...USUAL.map((row) => row.replaceAll(/r="(\w+)"/g, "r='$1'")))
    const spaced = inRows(...USUAL.map((row) => row.replaceAll('><', '>\n  <')))
    const turned = inRows(...USUAL.map((row) => row.replaceAll(/ (r="\w+") (t="\w+")/g, ' $2 $1')))
    const marked = inRows(...USUAL.map((row) => row.replaceAll('<c ', '<c x="&gt;>" ')))
    for (const sheet of [inRows(...USUAL), quoted, prefixed, spaced, turned, marked])
      expect(cells(sheet)).toEqual(READ)
  })

  it('are not looked for in comments, texts and attributes', () => {
    const cell = '<c r="B1"><v>9</v></c>'
    const hidden = [
      `<row r="1"><!-- ${cell} --><c r="A1" t="s"><v>0</v></c><!--${cell}--></row>`,
      `<row r="1"><c r="A1" t="str"><v><![CDATA[${cell}]]></v></c></row>`,
      `<row r="1" x="a>"><c r="A1" t="str"><v>&lt;c r="B1"></v></c></row>`,
      `<row r="1"><?pi > ${cell} ?><c r="A1"><v>1</v></c></row>`,
    ]
    expect(hidden.map((row) => cells(inRows(row)))).toEqual([
      [[1, [0, '甲']]],
      [[1, [0, cell]]],
      [[1, [0, '<c r="B1">']]],
      [[1, [0, 1]]],
    ])
  })

  it('are not looked for in comments that go on in the next piece of the sheet', () => {
    // The comment begins right behind the row, somewhere before the end of the first piece, and ends behind it.
    const all = Array.from({ length: 120 }, (_, i) => {
      const fill = ' '.repeat(32_768 - 200 + i)
      const comment = `<!--${' '.repeat(60)}<c r="B1"><v>9</v></c>-->`
      return cells(inRows(`${fill}<row r="1">${comment}<c r="A1"><v>1</v></c></row>`))
    })
    expect(all).toEqual(all.map(() => [[1, [0, 1]]]))
  })

  it('are the same wherever the pieces of the sheet are cut', () => {
    // Pieces are some thirty thousand bytes long: rows of many lengths put a cut at every place of a cell.
    const rows = Array.from(
      { length: 4000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${'团'.repeat(i % 67)}</t></is></c><c r="B${i + 1}"><v>${i}</v></c></row>`,
    )
    const [grid] = readWorkbook('a.xlsx', book(inRows(...rows), STRINGS), 1e8).grids
    const read = [...(grid?.rows ?? [])].map((r) => [plainOf(r.cell(0)) ?? '', r.cell(1)])
    expect(read).toEqual(rows.map((_, i) => ['团'.repeat(i % 67), i]))
  })

  it('that come out of order are put in order, and of two in one place the later counts', () => {
    const row =
      '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="C1"><v>4</v></c></row>'
    expect(cells(inRows(row))).toEqual([[1, [0, 1], [2, 4]]])
  })
})
