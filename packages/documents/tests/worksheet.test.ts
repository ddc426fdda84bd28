import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { paperDocument, worksheetPaper } from '../src/index.ts'

async function textOf(rows: Parameters<typeof worksheetPaper>[0]['rows']): Promise<string> {
  const sheet = { title: '工作开展情况表', unit: '石桥镇团委', rows, day: '2024-01-20' }
  const bytes = await paperDocument(worksheetPaper(sheet))
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
  const paragraphs = xml.split('</w:p>').map((one) => one.replaceAll(/<[^>]+>/g, ''))
  return paragraphs.filter((one) => one !== '').join('\n')
}

describe('the worksheet as a Word document', () => {
  it('has the name of the unit above and a row for each category, in order', async () => {
    const text = await textOf([
      { category: '思想引领', items: [{ name: '学习', lines: ['办了三期。\n来了九十人。'] }] },
      { category: '改革', items: [] },
    ])
    expect(text.split('\n')).toEqual([
      '工作开展情况表',
      '填表单位：石桥镇团委',
      '序号',
      '考核项目',
      '工作开展情况',
      '（一）',
      '思想引领',
      '学习',
      '办了三期。',
      '来了九十人。',
      '（二）',
      '改革',
    ])
  })

  it('takes what people type as words, not as markup', async () => {
    const lines = ['<w:br/> & "引号"']
    const text = await textOf([{ category: '甲', items: [{ name: '乙', lines }] }])
    expect(text).toContain('&lt;w:br/&gt; &amp; &quot;引号&quot;')
  })
})
