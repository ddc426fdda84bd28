import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountRoles, type Role } from '@kaohe/domain'
import { readPdf } from '../../../../tools/testing/read-pdf.ts'
import { type Place, places } from '../world.ts'
import { type PaperWorld, startPaperWorld, wordsOf } from './paper-world.ts'

let papers: PaperWorld
beforeAll(async () => {
  papers = await startPaperWorld()
}, 120_000)
afterAll(() => papers.world.stop())

const pdfWords = async (bytes: Uint8Array): Promise<string> =>
  (await readPdf(bytes)).pages.join('\n').replaceAll(/[ \n]/g, '')
const pdfFor = async (paper: string, body: object): Promise<string> =>
  pdfWords(await papers.print(paper, { ...body, format: 'pdf' }))

const book = async (format: string): Promise<Uint8Array> => {
  const path = `/snapshots/${papers.snapshot}/score-book`
  const response = await papers.fetch(path, { method: 'POST', body: JSON.stringify({ format }) })
  expect(response.status).toBe(200)
  const name = decodeURIComponent(response.headers.get('Content-Disposition') ?? '')
  expect(name).toContain(`2023年度考核计分册`)
  return new Uint8Array(await response.arrayBuffer())
}

/** The names of the sheets of a workbook, and what is printed above their pages. */
function sheetsOf(bytes: Uint8Array): { names: string[]; headers: string[] } {
  const parts = unzipSync(bytes)
  const found = (part: string, wanted: RegExp): string[] =>
    [...strFromU8(parts[part]!).matchAll(wanted)].map(([, text]) => text!)
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'))
  return {
    names: found('xl/workbook.xml', /<sheet [^>]*name="([^"]*)"/g),
    headers: sheets.flatMap((sheet) => found(sheet, /<oddHeader>([^<]*)</g)),
  }
}

const wordsFor = async (paper: string, body: object): Promise<string> =>
  wordsOf(await papers.print(paper, body))

describe('papers of a result', () => {
  it('before it is ratified carry a mark, and tell what is usually released', async () => {
    const words = await wordsFor('notice', { assessee: papers.first })
    expect(words).toContain('内部 · 未审定')
    expect(words).toContain('本结果尚未审定')
    expect(words).toContain('品牌立得住')
    expect(words).not.toMatch(/92\.5|52\.5/)
  })

  it('before it is ratified carry the mark as PDF too, and so do books of scores, inside', async () => {
    expect(await pdfFor('notice', { assessee: papers.first })).toMatch(
      /内部·未审定.*本结果尚未审定/,
    )
    expect(await pdfWords(await book('pdf'))).toMatch(/内部·未审定.*92\.5.*组织部/)
    expect(wordsOf(await book('word'))).toContain('内部 · 未审定')
    const { names, headers } = sheetsOf(await book('excel'))
    expect(names).toContain('得分（未审定）')
    expect(names.filter((name) => !name.endsWith('（未审定）'))).toEqual([])
    expect(headers).toEqual(names.map(() => '&amp;C未审定'))
  })

  it('of a unit to which nothing was released carry another', async () => {
    await papers.ratify()
    const words = await wordsFor('feedback', { assessee: papers.first })
    expect(words).toContain('内部 · 未反馈')
    expect(words).toContain('经书记会2024年1月20日审定（3号）')
  })

  it('tell what was released, without a mark, and nothing else', async () => {
    await papers.release(['grade', 'comments'])
    const notice = await wordsFor('notice', { assessee: papers.first })
    expect(notice).toContain('考核等次为“好”')
    expect(notice).not.toMatch(/内部|92\.5|52\.5|7\.5|第1位|失分/)
    await papers.release(['grade', 'total', 'rank', 'items', 'comments'])
    const full = await wordsFor('notice', { assessee: papers.first })
    expect(full).toContain('总分92.5分（满分100分），在2个乡镇团委中列第1位')
    expect(full).toContain('二 品牌工作，满分60分，得52.5分，失7.5分')
  })

  it('tell as PDF what they tell in Word', async () => {
    const words = await pdfFor('notice', { assessee: papers.first })
    expect(words).toContain('总分92.5分（满分100分），在2个乡镇团委中列第1位')
    expect(words).not.toMatch(/内部|邻镇|61\.5/)
    const { fonts, pages } = await readPdf(
      await papers.print('picture', { assessee: papers.first, format: 'pdf' }),
    )
    expect(fonts).toEqual(['NotoSerifSC-Bold', 'NotoSerifSC-Regular'])
    expect(pages.length).toBe(1)
    expect(await pdfWords(await book('pdf'))).not.toContain('内部')
    expect(sheetsOf(await book('excel'))).toMatchObject({
      names: ['排名', '得分', '得分说明', '缺少的数据', '结果运用'],
      headers: [],
    })
  })

  it('of one unit tell nothing of another', async () => {
    for (const paper of ['feedback', 'notice', 'points']) {
      const words = await wordsFor(paper, { assessee: papers.first })
      expect([paper, words]).not.toEqual([paper, expect.stringMatching(/邻镇|61\.5|台账不全/)])
      expect(await wordsFor(paper, { assessee: papers.second })).toContain('邻镇')
      const asPdf = await pdfFor(paper, { assessee: papers.first })
      expect([paper, asPdf]).not.toEqual([paper, expect.stringMatching(/邻镇|61\.5|台账不全/)])
    }
  })

  it('give ranks in a circular only when ranks were released to all', async () => {
    expect(await wordsFor('circular', { ranking: true })).toContain('名次表')
    await papers.release(['grade'], [papers.second])
    const refused = await papers.ask('circular', { ranking: true })
    expect(refused.status).toBe(409)
    const words = await wordsFor('circular', {})
    expect(words).toContain('好（1个）：child org。')
    expect(words).not.toMatch(/名次|92\.5/)
  })

  it('are the same bytes each time they are printed', async () => {
    const body = { assessee: papers.first }
    const [one, two] = [await papers.print('notice', body), await papers.print('notice', body)]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
    const asPdf = { ...body, format: 'pdf' }
    const [three, four] = [await papers.print('notice', asPdf), await papers.print('notice', asPdf)]
    expect(Buffer.from(three).equals(Buffer.from(four))).toBe(true)
  })

  it('with a sign that no font has are refused as PDF, by naming it', async () => {
    await papers.detail('notice', { contact: '联系人：𬎆某' })
    const body = { assessee: papers.first }
    const refused = await papers.ask('notice', { ...body, format: 'pdf' })
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('𬎆')])
    expect(await wordsFor('notice', body)).toContain('𬎆某')
    await papers.detail('notice', {})
  })

  it('are written into the log, each print of them', async () => {
    const auditor = await papers.world.as('audit-administrator', 'own')
    const { acts } = (await auditor('/log')).json
    const printed = acts.filter(({ act }: { act: string }) => act === 'result.print')
    expect(printed.length).toBeGreaterThan(8)
  })

  it('carry what the office writes on them', async () => {
    const detail = {
      number: '示团函〔2024〕8号',
      signedOn: '2024-02-01',
      copies: '',
      contact: '联系人：张三',
    }
    await papers.detail('feedback', detail)
    const words = await wordsFor('feedback', { assessee: papers.first })
    for (const said of ['示团函〔2024〕8号', '2024年2月1日', '（联系人：张三）'])
      expect(words).toContain(said)
  })

  it('come all together in one archive, a folder for each kind', async () => {
    const files = await papers.pack({ papers: ['notice', 'opinions'] })
    expect(Object.keys(files).toSorted()).toEqual([
      '结果通知/child org结果通知.docx',
      '结果通知/邻镇结果通知.docx',
      '综合评定意见/2023年度考核综合评定意见.docx',
    ])
  })

  it('come in both formats, where both are wanted', async () => {
    const formats = ['word', 'pdf']
    const files = await papers.pack({
      papers: ['picture', 'points'],
      assessees: [papers.first],
      formats,
    })
    expect(Object.keys(files).toSorted()).toEqual([
      '一页图/child org一页图.html',
      '一页图/child org一页图.pdf',
      '得分表/child org得分表.docx',
      '得分表/child org得分表.pdf',
    ])
    const said = await pdfWords(files['得分表/child org得分表.pdf']!)
    expect(said).toContain(
      await pdfWords(await papers.print('points', { assessee: papers.first, format: 'pdf' })),
    )
  })
})

// Written independently of the policies: only the office that assesses prints; who ratifies gets the book.
describe('who prints', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await papers.world.as(role, place)
    const printer = place === 'own' && role === 'organiser'
    const concludes = place === 'own' && (role === 'organiser' || role === 'ratifier')
    const base = `/snapshots/${papers.snapshot}`
    const post = { method: 'POST' as const, body: { assessee: papers.first } }
    const asked: [string, object, boolean][] = [
      [`${base}/papers`, {}, printer],
      [`${base}/papers/notice`, post, printer],
      [`${base}/papers`, { method: 'POST', body: { papers: ['notice'] } }, printer],
      [`${base}/score-book`, { method: 'POST', body: {} }, concludes],
    ]
    for (const [path, sent, allowed] of asked)
      expect([path, (await ask(path, sent)).status]).toEqual([path, allowed ? 200 : 404])
  })
})
