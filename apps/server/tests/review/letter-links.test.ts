import { acting } from '@kaohe/storage'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPdf } from '../../../../tools/testing/read-pdf.ts'
import { answer, DUE, LetterWorld, post, put, receiver, tokenIn } from './letter-world.ts'

let letter: LetterWorld
beforeAll(async () => {
  letter = await LetterWorld.start()
}, 120_000)
afterAll(() => letter.world.stop())

const TRIES = 100

it('is answered once, however many try at the same moment', async () => {
  const { token } = await letter.freshLetter(letter.child)
  const tries = Array.from({ length: TRIES }, (_, i) => answer(`${i % 100}`))
  const got = await Promise.all(tries.map((one) => letter.held(token, '/letter/answer', post(one))))
  const taken = got.flatMap(({ status }, i) => (status === 200 ? [i] : []))
  expect(taken).toHaveLength(1)
  expect(got.filter(({ status }) => status === 409)).toHaveLength(TRIES - 1)
  // The same try once more is the same answer, for a phone that lost the first one.
  const [own = 0] = taken
  const again = await letter.held(token, '/letter/answer', post(tries[own]))
  expect(again.json).toEqual(got[own]!.json)
  const seen = await letter.held(token)
  expect(seen.json.receipt).toEqual(again.json)
  expect(seen.text).not.toContain('扎实')
}, 60_000)

it('is not changed by being looked at, as previews do', async () => {
  const { id, token } = await letter.freshLetter(await letter.addUnit('西镇团委'))
  const ask = await letter.organiser()
  const before = await ask(letter.letters)
  for (let i = 0; i < 5; i += 1) expect((await letter.held(token)).status).toBe(200)
  const page = await letter.world.app.request('/letter')
  expect(page.status).toBeLessThan(500)
  expect((await ask(letter.letters)).json).toEqual(before.json)
  expect((await letter.held(token, '/letter/answer', post(answer('80')))).status).toBe(200)
  expect(id).toEqual(expect.any(String))
})

it('dies when it is issued anew, withdrawn, or its last day is over', async () => {
  const unit = await letter.addUnit('南镇团委')
  const { id, token } = await letter.freshLetter(unit)
  const second = await letter.tokenOf(id)
  expect(second).not.toBe(token)
  const refused = await letter.held(token)
  expect(refused.json).toMatchObject({ status: 404, title: '这个链接不能用了' })
  await letter.itIs('2024-01-02')
  expect((await letter.held(second)).status).toBe(200)
  await letter.itIs('2024-01-03')
  const late = await letter.held(second, '/letter/answer', post(answer('80')))
  expect(late.json).toEqual({ ...refused.json, request: late.json.request })
  await letter.itIs('2023-12-15')
  const ask = await letter.organiser()
  const { version } = await letter.letterOf(unit)
  await ask(`/letters/${id}/withdraw`, post({ because: '发错了机关', version }))
  expect((await letter.held(second)).status).toBe(404)
  const { waiting } = await letter.source()
  expect(waiting.map((one: { unit: string }) => one.unit)).toContain(unit)
})

it('leaves its token nowhere: not in the database, not in the log', async () => {
  const { token } = await letter.freshLetter(await letter.addUnit('北镇团委'))
  await letter.held(token, '/letter/answer', post(answer('77.5')))
  const { id: org, path } = letter.world.units.own
  const [entries, rows] = await acting(
    letter.world.db,
    { org, path, role: 'organiser' },
    async (db) => [
      JSON.stringify(await db.selectFrom('log_entry').selectAll().execute()),
      JSON.stringify(await db.selectFrom('letter').selectAll().execute()),
    ],
  )
  expect(entries).toContain('letter.answer')
  expect(entries).not.toContain(token)
  expect(entries).not.toMatch(/77\.5|扎实/)
  expect(rows).not.toContain(token)
})

it('is a document that says what is asked, one for each body, and many in one archive', async () => {
  const units = [await letter.addUnit('甲镇团委'), await letter.addUnit('乙镇团委')]
  const ask = await letter.organiser()
  const receivers = units.map(receiver)
  await ask(`${letter.letters}/party`, put({ ...DUE, receivers }))
  const ids = await Promise.all(units.map(async (unit) => (await letter.letterOf(unit)).id))
  const early = await letter.issued(ids, { reminder: true })
  expect(early.status).toBe(422)
  const response = await letter.issued(ids, { number: '东团函〔2023〕8号' })
  expect(response.headers.get('Content-Type')).toBe('application/zip')
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  expect(Object.keys(files).toSorted()).toEqual([
    '评价函：乙镇团委（东镇党政办）.docx',
    '评价函：甲镇团委（东镇党政办）.docx',
  ])
  const tokens = Object.values(files).map(tokenIn)
  expect(new Set(tokens).size).toBe(2)
  const parts = unzipSync(files['评价函：甲镇团委（东镇党政办）.docx']!)
  const xml = new TextDecoder().decode(parts['word/document.xml']).replaceAll(/<[^>]+>/g, '')
  for (const words of [
    '东镇党政办',
    '镇党委副书记陈立同志',
    '甲镇团委',
    '2023年12月31日',
    '0至100分，每档0.5分',
  ])
    expect(xml).toContain(words)
  expect(Object.keys(parts).some((name) => name.endsWith('.gif'))).toBe(true)
  expect((await letter.issued(ids, { reminder: true })).status).toBe(200)
  expect(await letter.letterOf(units[0]!)).toMatchObject({ issued: 2, reminded: 1 })
  const asPdf = await letter.issued(ids.slice(0, 1), { format: 'pdf' })
  expect(asPdf.headers.get('Content-Type')).toBe('application/pdf')
  expect(asPdf.headers.get('Cache-Control')).toBe('no-store')
  const { pages } = await readPdf(new Uint8Array(await asPdf.arrayBuffer()))
  expect(pages.length).toBe(2)
  expect(pages[1]!.replaceAll(/\s/g, '')).toMatch(/https:\/\/kaohe\.example\.cn\/letter#[\w-]{20,}/)
})
