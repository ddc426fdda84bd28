import { paperDocument, paperText } from '@kaohe/documents'
import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places } from '../world.ts'
import { type PaperWorld, startPaperWorld, wordsOf } from './paper-world.ts'

let papers: PaperWorld
beforeAll(async () => {
  papers = await startPaperWorld()
}, 120_000)
afterAll(() => papers.world.stop())

const templateOf = (words: string): Promise<Uint8Array> =>
  paperDocument({
    form: 'plain',
    name: '模板',
    issuer: '团县委',
    day: '2024-01-20',
    children: paperText(words),
  })

const place = (paper = 'feedback') => `/cycles/${papers.cycle}/papers/${paper}/template`

async function send(words: string, name = '我们的函.docx'): Promise<Response> {
  const body = new Uint8Array(await templateOf(words))
  return papers.fetch(`${place()}?name=${encodeURIComponent(name)}`, { method: 'POST', body })
}

const printed = async (): Promise<string> =>
  wordsOf(await papers.print('feedback', { assessee: papers.first }))

describe('a template of the committee’s own', () => {
  it('begins with a sample that names every placeholder', async () => {
    const bytes = new Uint8Array(await (await papers.fetch(place())).arrayBuffer())
    expect(wordsOf(bytes)).toContain('综合评定意见：{评语}')
  })

  it('replaces ours, tells what was found in it, and carries the mark too', async () => {
    const sent = await send('本机关函告：{单位}，{评语}，总分“{总分}”')
    expect(await sent.json()).toMatchObject({
      name: '我们的函.docx',
      placeholders: ['单位', '评语', '总分'],
    })
    const words = await printed()
    expect(words).toContain('本机关函告：child org，品牌立得住，县里有影响。，总分“”')
    expect(words).toContain('内部 · 未审定')
    expect(words).not.toContain('邻镇')
  })

  it('is refused with every mistake by name, and the one before stays', async () => {
    const refused = await send('{单为}和{评雨}')
    const { faults } = (await refused.json()) as { faults: { message: string }[] }
    expect([refused.status, faults.map(({ message }) => message.slice(0, 12))]).toEqual([
      422,
      ['不认识占位符 {单为}；', '不认识占位符 {评雨}；'],
    ])
    expect(await printed()).toContain('本机关函告')
  })

  it.each([
    ['a page of the web', new TextEncoder().encode('<html>{单位}</html>'), '函.docx'],
    ['another kind of file', new TextEncoder().encode('{单位}'), '函.txt'],
    ['too much', new Uint8Array(2_000_001), '函.docx'],
  ])('%s is refused', async (_, body, name) => {
    const path = `${place()}?name=${encodeURIComponent(name)}`
    const { status } = await papers.fetch(path, { method: 'POST', body })
    expect([400, 422]).toContain(status)
  })

  it('is used in the archive, is handed out again, and ours comes back when it is removed', async () => {
    const files = await papers.pack({ papers: ['feedback'], assessees: [papers.second] })
    expect(Object.values(files).map(wordsOf).join('\n')).toContain('本机关函告：邻镇')
    const again = await papers.fetch(place())
    expect(again.headers.get('Content-Disposition')).toContain(encodeURIComponent('我们的函.docx'))
    expect((await papers.fetch(place(), { method: 'DELETE' })).status).toBe(200)
    expect(await printed()).not.toContain('本机关函告')
    expect((await papers.fetch(place(), { method: 'DELETE' })).status).toBe(409)
  })
})

describe('who may replace a paper', () => {
  const cases = places.flatMap((at) => accountRoles.map((role): [Role, Place] => [role, at]))
  it.each(cases)('%s at %s', async (role, at) => {
    const ask = await papers.world.as(role, at)
    const allowed = at === 'own' && role === 'organiser'
    expect((await ask(place())).status).toBe(allowed ? 200 : 404)
    // There is none any more: whoever may remove one is told so.
    expect((await ask(place(), { method: 'DELETE' })).status).toBe(allowed ? 409 : 404)
  })

  it('not even by SQL', async () => {
    await send('{单位}')
    await papers.detail('feedback', { number: '示团函〔2024〕8号' })
    const seen = (at: Place, role: string) => {
      const { id: org, path } = papers.world.units[at]
      return acting(papers.world.db, { org, path, role }, async (db) => [
        (await db.selectFrom('paper_template').select('id').execute()).length,
        (await db.selectFrom('paper_detail').select('number').execute()).length,
      ])
    }
    expect(await seen('own', 'organiser')).toEqual([2, 1])
    for (const [at, role] of [
      ['own', 'ratifier'],
      ['child', 'unit-head'],
      ['parent', 'organiser'],
      ['sibling', 'organiser'],
    ] as const)
      expect(await seen(at, role)).toEqual([0, 0])
  })
})
