import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, LetterWorld, post, put } from './letter-world.ts'

let letter: LetterWorld
beforeAll(async () => {
  letter = await LetterWorld.start()
}, 120_000)
afterAll(() => letter.world.stop())

const organiser = () => letter.organiser()
const secretary = () => letter.world.as('vice-secretary', 'own')
const ratifier = () => letter.world.as('ratifier', 'own')
const sheet = (text: string, version: number, more: object = {}) => ({
  ...answer(text, more),
  version,
})

describe('an answer on paper', () => {
  it('counts when two typed the same, each without seeing the other', async () => {
    const { id } = await letter.freshLetter(letter.child)
    const paper = `/letters/${id}/paper`
    const { version } = (await (await organiser())(paper)).json.letter
    const first = await (await organiser())(paper, put(sheet('88.5', version)))
    expect(first.json.letter).toMatchObject({ typed: 1, mine: true, answeredAt: null })
    const blind = await (await secretary())(paper)
    expect(blind.json).toMatchObject({ typed: [], mayType: true })
    expect(blind.text).not.toMatch(/88\.5|扎实/)
    const { version: now } = blind.json.letter
    // Full-width digits and a blank are the same sheet.
    const second = sheet('８８.5', now, { comment: '工作 扎实。' })
    const done = await (await secretary())(paper, put(second))
    expect(done.json).toMatchObject({ differences: [], letter: { answeredBy: 'paper', typed: 2 } })
  })

  it('may be mended by the first until the second has typed, and is not typed twice by one', async () => {
    const { id } = await letter.freshLetter(await letter.addUnit('西镇团委'))
    const paper = `/letters/${id}/paper`
    const ask = await organiser()
    const { version } = (await ask(paper)).json.letter
    await ask(paper, put(sheet('10', version)))
    const mended = await ask(paper, put(sheet('90', version + 1)))
    expect(mended.json.letter).toMatchObject({ typed: 1, answeredAt: null })
    expect((await ask(paper)).json.typed[0].marks[0].text).toBe('90')
    // As from another window, opened before it was mended: both are shown.
    const late = await ask(paper, put(sheet('80', version + 1)))
    expect(late.status).toBe(409)
    expect(late.json.versions.standing.own.marks[0].text).toBe('90')
  })

  it('is settled by a third where two differ, with the reason', async () => {
    const { id } = await letter.freshLetter(await letter.addUnit('南镇团委'))
    const paper = `/letters/${id}/paper`
    const version = async () => (await (await organiser())(paper)).json.letter.version
    await (await organiser())(paper, put(sheet('61', await version())))
    const differ = await (await secretary())(paper, put(sheet('67', await version())))
    expect(differ.json).toMatchObject({
      differences: ['leaders-review'],
      letter: { differs: true, answeredAt: null },
    })
    const settle = `/letters/${id}/settlement`
    const because = { because: '原件第二位是7' }
    const own = await (await organiser())(settle, post(sheet('67', await version(), because)))
    expect(own.json).toMatchObject({ status: 409, title: '录入的人不能自己核定' })
    const third = await (await ratifier())(paper)
    expect(third.json).toMatchObject({ differences: ['leaders-review'], maySettle: true })
    expect(third.json.typed).toHaveLength(2)
    const done = await (await ratifier())(settle, post(sheet('67', await version(), because)))
    expect(done.json.letter).toMatchObject({ answeredBy: 'paper', differs: false })
  })

  it('keeps the scan for those who typed it', async () => {
    const { id } = await letter.freshLetter(await letter.addUnit('北镇团委'))
    const scan = `/letters/${id}/scan`
    const png = Uint8Array.from(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
        'base64',
      ),
    )
    const paper = `/letters/${id}/paper`
    const ask = await organiser()
    const before = await ask(`${scan}?name=a.png`, post({}))
    expect(before.json).toMatchObject({ status: 409, title: '请先录入这份答复，再附扫描件' })
    const { version } = (await ask(paper)).json.letter
    await ask(paper, put(sheet('70', version)))
    const session = await letter.world.ask('/session', {
      method: 'POST',
      body: { login: 'own-organiser', password: 'correct horse' },
    })
    const Cookie = (session as unknown as { cookie: string }).cookie.split(';', 1)[0]!
    const sent = await letter.world.app.request(`/api${scan}?name=a.png`, {
      method: 'POST',
      headers: { Cookie },
      body: png,
    })
    expect(await sent.json()).toEqual({ name: 'a.png', size: png.length })
    expect((await ask(scan)).status).toBe(200)
    expect((await (await secretary())(scan)).status).toBe(404)
    expect((await (await ratifier())(scan)).status).toBe(404)
  })
})

it('counts with the others when the collection is closed', async () => {
  const ask = await organiser()
  expect((await ask(`${letter.letters}/party/close`, post())).json).toEqual({
    answered: 2,
    missing: 2,
  })
  const { json } = await ask(`/cycles/${letter.cycle}/result`)
  const child = json.units.find(({ unit }: { unit: string }) => unit === letter.child)
  expect(child).toMatchObject({ least: '26.55', most: '96.55' })
})
