import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, readFacts } from '../src/index.ts'
import { EVENT_HEAD, errorsOf, sheet, UNITS } from './support/base.ts'
import { scheme } from './support/scheme.ts'
import { letters, workbook } from './support/xlsx.ts'

/** A sound workbook whose second sheet is this XML. */
function book(xml: string, name = '全年数据', strings?: string): Uint8Array {
  const parts = {
    'xl/worksheets/sheet2.xml': xml,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
  }
  return workbook({ sheets: [sheet('单位', UNITS), sheet(name, [['单位', 'x']])], parts })
}

const rows = (xml: string, after = ''): string =>
  `<worksheet><sheetData>${xml}</sheetData>${after}</worksheet>`
const text = (at: string, t: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${t}</t></is></c>`
const HEAD = `<row r="1">${text('A1', '单位')}${text('B1', '团费收缴率')}</row>`

const read = (bytes: Uint8Array, path = '坏.xlsx') => readFacts([{ path, bytes }], scheme)

function refusal(bytes: Uint8Array | string, path = '坏.xlsx'): Diagnostic {
  const result = read(typeof bytes === 'string' ? strToU8(bytes) : bytes, path)
  const [error] = errorsOf(result)
  if (error === undefined || result.dataset !== undefined) throw new Error('it was taken')
  expect(error.file).toBe(path)
  expect(error.message).toMatch(/^坏\.\w+.*：.*[\u4E00-\u9FFF]/)
  expect(error.expected).toMatch(/[\u4E00-\u9FFF]/)
  return error
}

describe('workbooks that would cost without end are refused, and say which part', () => {
  it('elements nested without end', () => {
    const error = refusal(book(`<worksheet>${'<a>'.repeat(100_000)}`))
    expect(error).toMatchObject({ code: 'damaged' })
    expect(error.message).toContain('嵌套太深')
  })

  it.each([
    ['a text', rows(`<row r="1">${text('A1', 'x'.repeat(5_000_000))}</row>`)],
    ['blanks', `<worksheet>${' '.repeat(5_000_000)}</worksheet>`],
    ['a comment', `<worksheet><!--${'x'.repeat(5_000_000)}--></worksheet>`],
    ['a tag', `<worksheet ${Array.from({ length: 400_000 }, (_, i) => `a${i}=""`).join(' ')}/>`],
  ])('%s without end', (_, xml) => {
    expect(refusal(book(xml))).toMatchObject({ code: 'too-large' })
  })

  it('entries that claim more than is allowed, before anything is unpacked', () => {
    const bytes = book(rows(HEAD)).slice()
    const name = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet2.xml')
    new DataView(bytes.buffer).setUint32(name - 46 + 24, 0xf0000000, true)
    expect(refusal(bytes)).toMatchObject({ code: 'too-large' })
  })

  it('entries that hold more than they claim, as soon as they do', () => {
    const bytes = book(rows(' '.repeat(1_000_000))).slice()
    const name = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet2.xml')
    new DataView(bytes.buffer).setUint32(name - 46 + 24, 1000, true)
    expect(refusal(bytes).message).toContain('校验不符')
  })

  it('sixteen thousand headings', () => {
    const heads = Array.from({ length: 16_384 }, (_, i) => text(`${letters(i)}1`, `列${i}`))
    const error = refusal(book(rows(`<row r="1">${heads.join('')}</row>`)))
    expect(error).toMatchObject({ code: 'too-wide', sheet: '全年数据' })
    expect(error.message).toContain('16384 列')
  })

  it('merged cells over everything, many times', () => {
    const last = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    const merges = '<mergeCell ref="A2:B1048576"/>'.repeat(1000)
    const error = refusal(book(rows(HEAD + last, `<mergeCells>${merges}</mergeCells>`)))
    expect(error.message).toContain('工作表“全年数据”合并的单元格太多')
  })

  it('rows that are numbered as no sheet is, and texts that are not there', () => {
    const numbered = refusal(book(rows('<row r="99999999"><c r="A1"><v>1</v></c></row>')))
    expect(numbered.message).toContain('工作表“全年数据”有一行的行号是 99999999')
    const absent = refusal(book(rows('<row r="7"><c r="B7" t="s"><v>3</v></c></row>')))
    expect(absent.message).toContain('工作表“全年数据”的 B7 指向不存在的文字')
  })

  it('a row with more cells than a sheet has columns', () => {
    const error = refusal(book(rows(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(16_385)}</row>`)))
    expect(error.message).toContain('第 1 行的格子太多')
  })
})

describe('workbooks that look worse than they are cost little and are read', () => {
  it('a cell in the last column of every row', () => {
    const far = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 2}"><c r="XFD${i + 2}"><v>1</v></c></row>`,
    )
    expect(errorsOf(read(book(rows(HEAD + far.join('')))))).toEqual([])
  })

  it('rules for columns without end', () => {
    const columns = '<col min="1" max="16384" hidden="1"/>'.repeat(20_000)
    const xml = `<worksheet><cols>${columns}</cols><sheetData>${HEAD}</sheetData></worksheet>`
    expect(errorsOf(read(book(xml)))).toEqual([])
  })

  it('a title merged over the whole sheet', () => {
    const cells = `<row r="1">${text('A1', '示范县考核')}</row><row r="2">${text('A2', '单位')}${text('B2', '培训团干部')}</row><row r="3">${text('A3', 't01')}<c r="B3"><v>3</v></c></row>`
    const { dataset } = read(
      book(rows(cells, '<mergeCells><mergeCell ref="A1:ZZZZZ1"/></mergeCells>')),
    )
    expect(dataset?.facts.map((f) => f.fact)).toEqual(['trained'])
  })
})

describe('unknown units in every row', () => {
  it('are listed as far as anyone reads, and counted', () => {
    const wrong = Array.from(
      { length: 3000 },
      (_, i) =>
        `<row r="${i + 2}">${text(`A${i + 2}`, `无此单位${i}`)}${text(`B${i + 2}`, '2023-03-05')}</row>`,
    )
    const head = EVENT_HEAD.slice(0, 2).map((h, i) => text(`${letters(i)}1`, h as string))
    const { diagnostics } = read(
      book(rows(`<row r="1">${head.join('')}</row>${wrong.join('')}`), '志愿服务活动'),
    )
    const errors = diagnostics.filter((d) => d.code === 'unknown-unit')
    expect(errors).toHaveLength(501)
    expect(errors[0]).toMatchObject({ sheet: '志愿服务活动', cell: 'A2', found: '无此单位0' })
    expect(errors.at(-1)?.message).toContain('另有 2500 处')
  })
})

describe('text tables and JSON without end', () => {
  it('are refused with the line', () => {
    expect(refusal(','.repeat(100_000), '坏.csv').message).toContain('第 1 行的格子太多')
    expect(refusal(`a,b\n1,2\n"${'x\n'.repeat(100_000)}`, '坏.csv').message).toContain('第 3 行')
    const deep = refusal(`{"facts":${'['.repeat(100_000)}`, '坏.json')
    expect(deep).toMatchObject({ code: 'bad-json', line: 1 })
    expect(deep.message).toContain('嵌套太深')
  })

  it('with brackets inside texts are not deep', () => {
    const units = JSON.stringify([{ id: 't01', name: `${'['.repeat(50)}"\\`, type: 'township' }])
    expect(errorsOf(read(strToU8(`{"units":${units}}`), 'a.json'))).toEqual([])
  })
})
