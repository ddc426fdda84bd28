import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type PaperKind, papers, type Told } from '../src/index.ts'
import { scaleFor } from '../src/papers/picture/scale.ts'
import { figure, ordinal } from '../src/papers/result/say.ts'
import { chineseDate } from '../src/papers/words.ts'
import { linesOfPaper } from './support/paper-lines.ts'
import { closedUnit, openUnit, told } from './support/told.ts'

const kindOf = (id: string): PaperKind => papers.find((one) => one.id === id)!
const linesOf = async (id: string, from: Told): Promise<string[]> => {
  const bytes = await kindOf(id).write(from)
  return id === 'picture' ? new TextDecoder().decode(bytes).split('\n') : linesOfPaper(bytes)
}
const wordsOf = async (id: string, from: Told): Promise<string> =>
  (await linesOf(id, from)).join('\n')

describe('the form of an official document', () => {
  it('has the page, the lines and the fonts that the standard says', async () => {
    const parts = unzipSync(await kindOf('notice').write(told()))
    const document = strFromU8(parts['word/document.xml']!)
    const styles = strFromU8(parts['word/styles.xml']!)
    // 37, 28, 26 and 35 mm around 156 by 225 mm; 22 lines of 579 twentieths of a point.
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(document).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(styles).toMatch(/<w:spacing w:line="579" w:lineRule="exact"\/>/)
    expect(Math.floor((16_838 - 2097 - 1984) / 579)).toBe(22)
    for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312'])
      expect(styles).toContain(`w:eastAsia="${font}"`)
    const footers = Object.keys(parts).filter((name) => name.startsWith('word/footer'))
    expect(footers.length).toBe(2)
    for (const name of footers) expect(strFromU8(parts[name]!)).toMatch(/— .*PAGE.* —/s)
  })

  it('fits 28 signs into a line, and no 29', () => {
    const [sign, width] = [320 - 5, 8844]
    expect([28 * sign <= width, 29 * sign <= width]).toEqual([true, false])
  })

  it('writes dates and numbers as offices do', () => {
    expect(chineseDate('2024-01-05')).toBe('2024年1月5日')
    expect([0, 9, 10, 18, 19, 20, 98, 99].map(ordinal)).toEqual([
      '一',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
      '100',
    ])
    expect(['85.88', '30057/350', '-1/3', '+2/3', '1/200'].map(figure)).toEqual([
      '85.88',
      '约85.88',
      '约-0.33',
      '约+0.67',
      '约0.01',
    ])
  })
})

describe('a feedback letter', () => {
  it('says the grade, what went well and badly by category, and the opinion', async () => {
    expect(await linesOf('feedback', told())).toEqual([
      '示团函〔2024〕8号',
      '关于反馈石桥镇团委2023年度考核结果的函',
      '中共石桥镇委员会：',
      '经书记会2024年1月20日审定（3号），现将石桥镇团委2023年度考核的结果函告如下。',
      '一、考核结果',
      '石桥镇团委考核等次为“好”，总分92.5分（满分100分），在2个单位中列第1位。',
      '二、各类工作的成绩和不足',
      '基础工作得92.5分，满分100分。得满分的有团费；失分较多的有品牌工作失7.5分。',
      '三、综合评定意见',
      '品牌立得住。',
      '台账要补齐。',
      '特此函告。',
      '共青团示范县委员会',
      '2024年1月22日',
      '（联系人：张三）',
    ])
  })

  it('leaves out what is not told, with its heading', async () => {
    const words = await wordsOf('feedback', told([closedUnit]))
    expect(words).toContain('河口镇团委考核等次为“较好”。')
    expect(words).not.toMatch(/总分|92\.5|名次|第1位|各类工作|综合评定意见/)
  })

  it('keeps a place for a number that is not given yet', async () => {
    const bare = told()
    const from = { ...bare, office: { ...bare.office, number: '', contact: '' } }
    expect((await linesOf('feedback', from))[0]).toBe('〔　　〕　　号')
  })
})

describe('a notice', () => {
  it('tells clause by clause what was lost, and has the table of points behind it', async () => {
    const lines = await linesOf('notice', told())
    expect(lines).toContain('1.二 品牌工作，满分60分，得52.5分，失7.5分：组织部评 52.5分。')
    expect(lines).toContain('附件：各项得分表')
    expect(lines.slice(lines.indexOf('一（一）1'), lines.indexOf('一（一）1') + 5)).toEqual([
      '一（一）1',
      '团费',
      '40',
      '40',
      '团费收缴率 96%，得40分',
    ])
  })

  it('has no table when the items are not told', async () => {
    expect(await wordsOf('notice', told([closedUnit]))).not.toMatch(/附件|失分|品牌|团费/)
  })

  it('says of a unit that takes no part only why', async () => {
    const out = { ...closedUnit, grade: null, out: '成立不满一年' }
    const words = await wordsOf('notice', told([out]))
    expect(words).toContain('你单位不参加评定：成立不满一年。')
    expect(words).not.toMatch(/等次为/)
  })
})

describe('a circular', () => {
  const other = { ...closedUnit, rank: { at: 2, of: 2, among: null } }
  it('gives grades by groups and commendations, and no ranks unless they are told', async () => {
    const words = await wordsOf('circular', told([openUnit, other]))
    expect(words).toContain('好（1个）：石桥镇团委。\n较好（1个）：河口镇团委。')
    expect(words).toContain('授予先进单位：石桥镇团委。')
    expect(words).toContain('抄送：县委组织部。')
    expect(words).not.toMatch(/名次|92\.5|品牌|台账/)
  })

  it('with ranks has a table in their order', async () => {
    const lines = await linesOf('circular', { ...told([other, openUnit]), ranking: true })
    const table = lines.slice(lines.lastIndexOf('名次表') + 1)
    expect(table.slice(0, 9)).toEqual([
      '名次',
      '单位',
      '等次',
      '1',
      '石桥镇团委',
      '好',
      '2',
      '河口镇团委',
      '较好',
    ])
  })

  it('ranks those together that are ranked together', async () => {
    const units = [
      { ...openUnit, name: '甲厂团委', rank: { at: 1, of: 1, among: '企业团委' } },
      { ...other, rank: { at: 2, of: 2, among: '镇街团委' } },
      { ...openUnit, rank: { at: 1, of: 2, among: '镇街团委' } },
    ]
    const words = await wordsOf('circular', { ...told(units), ranking: true })
    const order = ['甲厂团委', '石桥镇团委', '河口镇团委'].map((name) => words.lastIndexOf(name))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(words).toContain('组别')
  })
})

describe('the opinions', () => {
  it('stand in one document, each under its unit', async () => {
    const lines = await linesOf('opinions', told([openUnit, closedUnit]))
    expect(lines.filter((one) => /^[一二]、/.test(one))).toEqual([
      '一、石桥镇团委',
      '二、河口镇团委',
    ])
    expect(lines).toContain('台账要补齐。')
  })
})

describe('the picture of a unit', () => {
  it('has every figure as words beside its bar', async () => {
    const words = await wordsOf('picture', told())
    for (const said of ['>好<', '>92.5<', '>-7.5<', '>满分 100<', '>92.5 / 100<', '>-7.5 / 60<'])
      expect(words).toContain(said)
  })

  it('takes names as words, and draws nothing that is not told', async () => {
    const evil = { ...closedUnit, name: '<script>&"团委' }
    const words = await wordsOf('picture', told([evil]))
    expect(words).toContain('&lt;script&gt;&amp;&quot;团委')
    expect(words).not.toMatch(/<script|92\.5|品牌/)
    expect(words).toContain('还有没定的')
  })

  it.each([
    [[100, 92.5], 88, 100],
    [[100, 138, 241, 256, 252], 0, 300],
    [[0, -4, 3], -4, 4],
    [[50], 30, 50],
  ])('has an axis around %j from %d to %d', (points, from, to) => {
    const scale = scaleFor(points, 0, 100)
    expect([scale.from, scale.to]).toEqual([from, to])
    expect(scale.marks.length).toBeLessThan(12)
    for (const one of points) expect(scale.at(one)).toBeGreaterThanOrEqual(0)
  })
})

describe('every paper', () => {
  it.each(papers.map(({ id }) => id))('%s carries the mark across its pages', async (id) => {
    const bare = told([openUnit])
    const from = { ...bare, office: { ...bare.office, mark: '内部 · 未审定', ratified: null } }
    const bytes = await kindOf(id).write(from)
    const texts =
      id === 'picture'
        ? [new TextDecoder().decode(bytes)]
        : Object.entries(unzipSync(bytes))
            .filter(([name]) => name.startsWith('word/header'))
            .map(([, part]) => strFromU8(part))
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(text).toContain('内部 · 未审定')
    expect(texts.join('') + (await wordsOf(id, from))).toContain('尚未审定')
  })

  const ofUnits = papers.filter(({ about }) => about === 'unit').map(({ id }) => id)
  it.each(ofUnits)('%s tells nothing of a unit it is not about', async (id) => {
    expect(await wordsOf(id, told([openUnit, closedUnit]))).not.toContain('河口')
  })

  it('is the same bytes at any time and in every time zone', async () => {
    const script = fileURLToPath(new URL('support/print-papers.ts', import.meta.url))
    const digests = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
      execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' }),
    )
    expect(new Set(digests).size).toBe(1)
    const mine = createHash('sha256')
    for (const paper of papers) mine.update(await paper.write(told()))
    expect(digests[0]).toBe(mine.digest('hex'))
  })
})
