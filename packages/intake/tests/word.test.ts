import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWord } from '../src/index.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (body: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ),
  })
const p = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

describe('the text of a Word document', () => {
  it('is told paragraph by paragraph, headings marked, empty ones left out', () => {
    const body = `${p('总结', 'Heading1')}<w:p/>${p('一&lt;二')}`
    expect(readWord(docx(body))).toEqual({
      blocks: [
        { kind: 'text', heading: true, text: '总结' },
        { kind: 'text', heading: false, text: '一<二' },
      ],
      cut: false,
    })
  })

  it('keeps tables as rows of cells, a table in a cell as its text', () => {
    const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`
    const inner = `<w:tbl><w:tr>${cell(p('内'))}</w:tr></w:tbl>`
    const table = `<w:tbl><w:tr>${cell(p('甲'))}${cell(`${p('乙')}${inner}`)}</w:tr></w:tbl>`
    expect(readWord(docx(table))?.blocks).toEqual([{ kind: 'table', rows: [['甲', '乙\n内']] }])
  })

  it('takes only what is shown: no instructions of fields, no names of objects', () => {
    const field = '<w:p><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r></w:p>'
    expect(readWord(docx(`${field}${p('正文')}`))?.blocks).toHaveLength(1)
  })

  it('says when only the beginning is given', () => {
    const many = Array.from({ length: 2100 }, (_, at) => p(`第${at}段`)).join('')
    const read = readWord(docx(many))
    expect([read?.blocks.length, read?.cut]).toEqual([2000, true])
  })

  it('is not read of what is no document, or declares what could explode', () => {
    expect(readWord(strToU8('PK no archive'))).toBeUndefined()
    expect(readWord(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBeUndefined()
    const entity = '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'
    expect(readWord(zipSync({ 'word/document.xml': strToU8(entity) }))).toBeUndefined()
  })
})
