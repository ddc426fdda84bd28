import { startTypesetter } from '@kaohe/typeset'
import { afterAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../../tools/testing/read-pdf.ts'
import {
  evaluationLetter,
  type Paper,
  papers,
  scoreBook,
  type Told,
  worksheetPaper,
} from '../src/index.ts'
import { paperMarkup } from '../src/papers/typst/paper.ts'
import { text } from '../src/papers/words.ts'
import { letterTo } from './support/letter.ts'
import { closedUnit, openUnit, told } from './support/told.ts'

const typesetter = startTypesetter({ folder: null })
afterAll(() => typesetter.close())

const DAY = '2024-01-22'
const pdfOf = (id: string, from: Told): Promise<Uint8Array> =>
  typesetter.pdf(papers.find((one) => one.id === id)!.markup(from), DAY)
const readOf = async (id: string, from: Told) => readPdf(await pdfOf(id, from))
// Where a line ends is the typesetter's choice.
const wordsIn = (pages: readonly string[]): string => pages.join('').replaceAll(/\s/g, '')

const plain = (children: Paper['children'], more: Partial<Paper> = {}): Paper => ({
  form: 'plain',
  name: '样张',
  issuer: '团县委',
  day: DAY,
  children,
  ...more,
})
const readPaper = async (paper: Paper) => readPdf(await typesetter.pdf(paperMarkup(paper), DAY))

describe('papers as PDF', () => {
  it('hold what the papers in Word hold', async () => {
    const { pages, fonts, title, tagged, language } = await readOf('notice', told())
    const words = wordsIn(pages)
    for (const said of [
      '共青团示范县委员会文件示团函〔2024〕8号关于2023年度考核结果的通知石桥镇团委：',
      '一、考核结果你单位考核等次为“好”，总分92.5分（满分100分），在2个单位中列第1位。',
      '共青团示范县委员会2024年1月22日（联系人：张三）',
      '附件石桥镇团委各项得分表',
      '一（一）1团费4040团费收缴率96%，得40分',
    ])
      expect(words).toContain(said)
    expect(pages.length).toBe(3)
    expect(fonts).toEqual(['NotoSerifSC-Bold', 'NotoSerifSC-Regular'])
    expect([title, tagged, language]).toEqual([
      '关于石桥镇团委2023年度考核结果的通知',
      true,
      'zh-CN',
    ])
  })

  it.each(papers.map(({ id }) => id))('%s are the same to the byte', async (id) => {
    const [one, two] = [await pdfOf(id, told()), await pdfOf(id, told())]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })

  it('tell nothing that is not told', async () => {
    for (const { id } of papers) {
      const { pages } = await readOf(id, told([closedUnit]))
      expect([id, wordsIn(pages)]).not.toEqual([id, expect.stringMatching(/92\.5|第1位|品牌/)])
    }
  })

  it('carry a mark on every page that may not leave the office', async () => {
    const { office, ...rest } = told()
    for (const { id } of papers) {
      const { pages } = await readOf(id, { ...rest, office: { ...office, mark: '内部 · 未审定' } })
      for (const page of pages) expect([id, page]).toEqual([id, expect.stringContaining('内部')])
      expect(wordsIn((await readOf(id, told())).pages)).not.toContain('内部')
    }
  })

  it('give ranks in a circular, and who gets a copy at its foot', async () => {
    const second = { ...openUnit, name: '河口镇团委', rank: { at: 2, of: 2, among: null } }
    const { pages } = await readOf('circular', { ...told([openUnit, second]), ranking: true })
    expect(wordsIn(pages)).toContain('附件名次表名次单位等次总分1石桥镇团委好92.52河口镇团委')
    expect(wordsIn(pages.slice(-1))).toContain('抄送：县委组织部。')
  })

  it('draw a unit on one page, with its figures as words', async () => {
    const { pages } = await readOf('picture', told())
    expect(pages.length).toBe(1)
    for (const said of ['石桥镇团委', '92.5', '从满分到总分', '-7.5', '各个来源'])
      expect(pages[0]).toContain(said)
  })

  it('take what people write as words, whatever it means to the typesetter', async () => {
    const hostile =
      '#import "x": * $a^2$ @b *粗* _斜_ \\ <c> `d` //e /*f*/ ~ -- ] ) } #panic("!") "'
    const unit = { ...openUnit, name: hostile, comment: hostile, leader: hostile }
    for (const { id } of papers.filter((one) => one.id !== 'picture')) {
      const { pages } = await readOf(id, told([unit]))
      expect([id, wordsIn(pages)]).toEqual([
        id,
        expect.stringContaining(hostile.replaceAll(/\s/g, '')),
      ])
    }
    const drawn = await readOf('picture', told([{ ...openUnit, name: '#panic("!") $*@' }]))
    expect(drawn.pages[0]).toContain('#panic("!") $*@')
  })
})

describe('other papers as PDF', () => {
  it('a letter to a leader has its signature on its first page, its code and its form on the second', async () => {
    for (const reminder of [false, true]) {
      const { pages } = await readPaper(evaluationLetter({ ...letterTo('石桥镇'), reminder }))
      expect(pages.length).toBe(2)
      expect(wordsIn(pages.slice(0, 1))).toMatch(/共青团示范县委员会2024年1月20日（联系人：张三/)
      expect(wordsIn(pages.slice(1))).toMatch(/附件评价答复单.*letter#token.*签名和日期/)
    }
  })

  it('a letter with much to say brings its lines closer instead', async () => {
    const long = { ...letterTo('内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗'), reminder: true }
    const { pages } = await readPaper(evaluationLetter(long))
    expect(pages.length).toBe(2)
    expect(wordsIn(pages.slice(0, 1))).toContain('2024年1月20日')
  })

  it('a worksheet has a row for each category, which goes on over pages, and none where nothing was reported', async () => {
    const lines = Array.from({ length: 80 }, (_, at) => `第${at}次活动`)
    const rows = [
      { category: '思想引领', items: [{ name: '学习', lines }] },
      { category: '改革', items: [] },
    ]
    const sheet = { title: '工作开展情况表', unit: '石桥镇团委', rows, day: DAY }
    const { pages } = await readPaper(worksheetPaper(sheet))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('考核项目')
    expect(wordsIn(pages)).toMatch(/填表单位：石桥镇团委.*学习第0次活动.*第79次活动（二）改革/)
  })

  it('a book of scores has everybody, then a page for each', async () => {
    const out = { ...closedUnit, out: '成立不满一年' }
    const { pages } = await readPaper(scoreBook(told([openUnit, out])))
    expect(pages.length).toBe(3)
    expect(wordsIn(pages.slice(0, 1))).toContain(
      '名次单位总分等次1石桥镇团委92.5好河口镇团委不参评',
    )
    expect(wordsIn(pages.slice(1, 2))).toMatch(/^石桥镇团委考核等次为“好”.*组织部评52\.5分/)
    expect(wordsIn(pages.slice(2))).toContain('不参加评定：成立不满一年')
  })
})

describe('the form of an official document as PDF', () => {
  it('has 28 signs in a line and 22 lines on a page', async () => {
    const linesOf = async (count: number) => {
      const { pages } = await readPaper(plain(text('字'.repeat(count))))
      return pages[0]!.split('\n').filter((line) => line.startsWith('字')).length
    }
    // Two signs are the indent.
    expect([await linesOf(26), await linesOf(27)]).toEqual([1, 2])
    const pagesOf = async (count: number) =>
      (await readPaper(plain(text(Array.from({ length: count }, () => '行').join('\n'))))).pages
    expect((await pagesOf(22)).length).toBe(1)
    expect((await pagesOf(23)).length).toBe(2)
  })

  it('has no mark of punctuation at the beginning of a line, and no bracket at its end', async () => {
    // 26 signs, then what may not begin the next line.
    for (const sign of ['。', '，', '”', '）', '》', '、']) {
      const { pages } = await readPaper(plain(text(`${'字'.repeat(26)}${sign}${'后'.repeat(9)}`)))
      expect([sign, pages[0]]).not.toEqual([sign, expect.stringMatching(new RegExp(`\\n${sign}`))])
    }
    const { pages } = await readPaper(plain(text(`${'字'.repeat(25)}（${'后'.repeat(9)}）`)))
    expect(pages[0]).not.toMatch(/（\n/)
  })

  it('numbers pages, but the first one of a letter', async () => {
    const lines = text(Array.from({ length: 60 }, () => '行').join('\n'))
    expect((await readPaper(plain(lines))).pages.map((page) => /— \d+ —/.exec(page)?.[0])).toEqual([
      '— 1 —',
      '— 2 —',
      '— 3 —',
    ])
    const letter = (await readPaper(plain(lines, { form: 'letter' }))).pages
    expect(letter.map((page) => /— \d+ —/.test(page))).toEqual([false, true, true])
  })

  it('repeats the heading of a table on each of its pages', async () => {
    const items = openUnit.categories![0]!.items
    const many = Array.from({ length: 60 }, (_, at) => ({ ...items[0]!, clause: `${at}` }))
    const unit = { ...openUnit, categories: [{ ...openUnit.categories![0]!, items: many }] }
    const { pages } = await readOf('points', told([unit]))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('怎样得来')
  })
})
