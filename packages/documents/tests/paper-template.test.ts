import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  fillTemplate,
  lookAtTemplate,
  sampleTemplate,
  TemplateMistake,
  type Told,
} from '../src/index.ts'
import { paperDocument } from '../src/papers/word/page.ts'
import { text } from '../src/papers/words.ts'
import { linesOfPaper } from './support/paper-lines.ts'
import { told } from './support/told.ts'

const templateOf = (words: string): Promise<Uint8Array> =>
  paperDocument({
    form: 'plain',
    name: '模板',
    issuer: '团县委',
    day: '2024-01-20',
    children: text(words),
  })

const filled = async (words: string, from: Told = told(), about: 'unit' | 'all' = 'unit') =>
  linesOfPaper(fillTemplate(await templateOf(words), from, about))

describe('a template of the office’s own', () => {
  it('is filled with texts and lists, and a list inside a list', async () => {
    const lines = await filled(
      '{单位}得{等次}\n{#类别}\n{名称}：\n{#指标}\n{名称} {得分}/{满分}\n{/指标}\n{/类别}',
    )
    expect(lines).toEqual(['石桥镇团委得好', '基础工作：', '团费 40/40', '品牌工作 52.5/60'])
  })

  it('never takes for an inner field what stands outside it', async () => {
    const bare = told()
    const [unit] = bare.units
    const item = { ...unit!.categories![0]!.items[0]!, full: null }
    const categories = [{ ...unit!.categories![0]!, items: [item] }]
    const lines = await filled('{#指标}\n满分“{满分}”\n{/指标}', {
      ...bare,
      units: [{ ...unit!, categories }],
    })
    expect(lines).toEqual(['满分“”'])
  })

  it('writes the words of people as words', async () => {
    const bare = told()
    const units = [{ ...bare.units[0]!, comment: '<w:br/> & {单位}' }]
    expect(await filled('{评语}', { ...bare, units })).toEqual(['&lt;w:br/&gt; &amp; {单位}'])
  })

  it('has the mark at its top whatever it looks like', async () => {
    const bare = told()
    const lines = await filled('{单位}', {
      ...bare,
      office: { ...bare.office, mark: '内部 · 未审定' },
    })
    expect(lines).toEqual(['内部 · 未审定', '石桥镇团委'])
  })

  it('gives the same bytes each time', async () => {
    const template = await templateOf('{单位}')
    const [one, two] = [
      fillTemplate(template, told(), 'unit'),
      fillTemplate(template, told(), 'unit'),
    ]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })

  it('refuses to become too long', async () => {
    const bare = told()
    const units = Array.from({ length: 3000 }, () => bare.units[0]!)
    const nested = `${'{#各单位}\n'.repeat(3)}{单位}\n${'{/各单位}\n'.repeat(3)}`
    const template = await templateOf(nested.trim())
    const inner = { ...bare, units: units.slice(0, 2) }
    expect(() => fillTemplate(template, inner, 'all')).not.toThrow()
    const long = { ...bare, units: units.map((one) => ({ ...one, name: '长'.repeat(30_000) })) }
    expect(() => fillTemplate(template, long, 'all')).toThrow(TemplateMistake)
  })

  it.each([
    ['{单为}', /不认识占位符 {单为}；这里可以用 .*单位/],
    ['{constructor}', /不认识占位符 {constructor}/],
    ['{单位', /“{单位”没有写完/],
    ['单位}', /少了“{”/],
    ['{#指标}{名称}', /{#指标} 没有对应的 {\/指标}/],
    ['{名称}{/指标}', /{\/指标} 前面没有对应的 {#指标}/],
    ['{指标}', /{指标} 是一组/],
    ['{@评语}', /不能用 {@评语}/],
    ['{#指标}{主题}{/指标}', /不认识占位符 {主题}/],
    ['没有', /没有占位符/],
  ])('%s is refused with the reason', async (words, why) => {
    expect(lookAtTemplate(await templateOf(words), 'unit').faults.join('\n')).toMatch(why)
  })

  it('is told what was found in it', async () => {
    const { placeholders, faults } = lookAtTemplate(
      await templateOf('{单位}{#指标}{名称}{/指标}'),
      'unit',
    )
    expect([placeholders, faults]).toEqual([['单位', '#指标', '名称'], []])
  })

  it.each(['unit', 'all'] as const)(
    'the sample of a paper about %s has no mistake',
    async (about) => {
      const sample = await sampleTemplate('反馈函', about)
      const { placeholders, faults } = lookAtTemplate(sample, about)
      expect(faults).toEqual([])
      expect(placeholders).toContain('评语')
      expect(linesOfPaper(fillTemplate(sample, told(), about))).toContain(
        '发文的团委：共青团示范县委员会',
      )
    },
  )
})

async function withPart(name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await templateOf('{单位}'))
  parts[name] = strToU8(change(parts[name] === undefined ? '' : strFromU8(parts[name])))
  return zipSync(parts)
}

const RELATION = (type: string, mode = '') =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://x.example/"${mode}/></Relationships>`

describe('a hostile template', () => {
  const RELS = 'word/_rels/settings.xml.rels'
  it.each([
    [
      'a document type',
      'word/document.xml',
      (xml: string) => `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`,
    ],
    ['a template elsewhere', RELS, () => RELATION('attachedTemplate', ' TargetMode="External"')],
    ['a picture elsewhere', RELS, () => RELATION('image', ' TargetMode="External"')],
    ['an object inside', RELS, () => RELATION('oleObject')],
    [
      'a field that fetches',
      'word/document.xml',
      (xml: string) => xml.replace('<w:t', '<w:instrText>INCLUDETEXT "x"</w:instrText><w:t'),
    ],
    ['a part that explodes', 'word/document.xml', (xml: string) => xml + ' '.repeat(21_000_000)],
    ['a part that is long', 'word/document.xml', (xml: string) => xml + ' '.repeat(9_000_000)],
  ])('with %s is refused', async (_, name, change) => {
    const { placeholders, faults } = lookAtTemplate(await withPart(name, change), 'unit')
    expect([placeholders, faults.length]).toEqual([[], 1])
  })

  it('that is no document is refused', () => {
    for (const bytes of [new Uint8Array(), strToU8('PK'), zipSync({ 'a.txt': strToU8('{单位}') })])
      expect(lookAtTemplate(bytes, 'unit').faults).toHaveLength(1)
  })

  it('that says it is small is cut off where it says it ends', async () => {
    const bytes = await withPart('word/document.xml', (xml) => xml + ' '.repeat(21_000_000))
    // The size of the part in the directory of the archive, and where it begins.
    const copy = Buffer.from(bytes)
    for (const sign of ['504b0102', '504b0304'])
      for (let at = copy.indexOf(sign, 0, 'hex'); at >= 0; at = copy.indexOf(sign, at + 1, 'hex'))
        copy.writeUInt32LE(1000, at + (sign === '504b0102' ? 24 : 22))
    expect(lookAtTemplate(copy, 'unit').faults).toHaveLength(1)
  })
})
