import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Got } from '../world.ts'
import { answer, DUE, LetterWorld, post, put, receiver } from './letter-world.ts'

let letter: LetterWorld
let works: string
beforeAll(async () => {
  letter = await LetterWorld.start()
  works = await letter.addUnit('第一棉纺厂', 'works')
}, 120_000)
afterAll(() => letter.world.stop())

it('shows who is asked, who is not and what becomes of that part', async () => {
  expect(await letter.source()).toMatchObject({
    name: '党政评价',
    weight: '30%',
    remark: 20,
    calendar: { due: '2023-12-31' },
    briefing: { name: '向分管领导专题汇报', says: '发函以前' },
    round: null,
    letters: [],
    waiting: [{ unit: letter.child, party: 'leaders' }],
    without: [{ unit: works, name: '第一棉纺厂', type: '厂局团委' }],
    absent: '其余部分按满分重新折算',
  })
})

it('is made for units that the scheme asks about, and for no others', async () => {
  const ask = await letter.organiser()
  const make = `${letter.letters}/party`
  const wrong = await ask(make, put({ ...DUE, receivers: [receiver(works)] }))
  expect(wrong.json.faults).toEqual([
    { pointer: '/body/receivers/0/unit', message: '方案没有就这个单位发函' },
  ])
  const past = { dueOn: '2023-12-01', graceDays: 3, receivers: [] }
  expect((await ask(make, put(past))).status).toBe(422)
  const twice = { ...DUE, receivers: [receiver(letter.child), receiver(letter.child)] }
  expect((await ask(make, put(twice))).status).toBe(422)
  const made = await ask(make, put({ ...DUE, receivers: [receiver(letter.child)] }))
  expect(made.json).toEqual({ written: 1 })
  expect(await letter.letterOf(letter.child)).toMatchObject({
    body: '东镇党政办',
    issued: 0,
    typed: 0,
  })
  expect((await letter.source()).round).toMatchObject({
    dueOn: '2023-12-31',
    lastDay: '2024-01-02',
  })
})

it('is answered once by its link, sealed until the collection is closed, and counts then', async () => {
  const { token } = await letter.freshLetter(letter.child)
  expect((await letter.held(token)).json).toMatchObject({
    from: 'own org',
    unitName: 'child org',
    leader: '陈立',
    lastDay: '2024-01-02',
    remark: 20,
    fields: [{ id: 'leaders-review', most: '100', step: '0.5' }],
    receipt: null,
  })
  const long = answer('91.5', { comment: '很'.repeat(21) })
  expect((await letter.held(token, '/letter/answer', post(long))).json.faults).toEqual([
    { pointer: '/body/comment', message: '意见最多 20 字，现在 21 字' },
  ])
  for (const bad of ['', '101', '91.2', '很好'])
    expect((await letter.held(token, '/letter/answer', post(answer(bad)))).status).toBe(422)
  const sent = await letter.held(token, '/letter/answer', post(answer('91.5')))
  expect(sent.json).toEqual({
    code: expect.stringMatching(/^[2-9A-Z]{8}$/),
    at: expect.any(String),
  })
  const before = await (await letter.organiser())(letter.letters)
  expect(before.text).not.toMatch(/91\.5|扎实|简化/)
  expect(await letter.letterOf(letter.child)).toMatchObject({ answeredBy: 'link', answer: null })
  const trial = () => letter.organiser().then((ask) => ask(`/cycles/${letter.cycle}/result`))
  const unitIn = ({ json }: Got) =>
    json.units.find(({ unit }: { unit: string }) => unit === letter.child)
  expect(unitIn(await trial())).toMatchObject({ points: null, least: '0', most: '100' })
  const closed = await (await letter.organiser())(`${letter.letters}/party/close`, post())
  expect(closed.json).toEqual({ answered: 1, missing: 0 })
  expect((await letter.letterOf(letter.child)).answer).toMatchObject({
    marks: [{ item: 'leaders-review', text: '91.5', reason: null }],
    comment: '工作扎实。',
    suggestion: '简化表格',
  })
  // 30% of 91.5, and 70% that is not known yet.
  expect(unitIn(await trial())).toMatchObject({ least: '27.45', most: '97.45' })
  expect((await letter.held(token)).status).toBe(404)
})

it('takes nothing any more once it was closed', async () => {
  const ask = await letter.organiser()
  const { id, version } = await letter.letterOf(letter.child)
  expect((await ask(`${letter.letters}/party/close`, post())).status).toBe(409)
  expect((await ask(`${letter.letters}/party`, put({ ...DUE, receivers: [] }))).status).toBe(409)
  expect((await letter.issued([id])).status).toBe(422)
  const back = await ask(`/letters/${id}/withdraw`, post({ because: '写错', version }))
  expect(back.status).toBe(409)
  const sheet = { ...answer('80'), version }
  expect((await ask(`/letters/${id}/paper`, put(sheet))).status).toBe(409)
})

it('goes with the result as an opinion, and is frozen with it', async () => {
  const ask = await letter.organiser()
  const made = await ask(`/cycles/${letter.cycle}/snapshots`, post({ name: '年终' }))
  const unit = await ask(`/snapshots/${made.json.id}/assessees/${letter.child}`)
  expect(unit.json.comments).toEqual([{ party: '分管领导', grade: null, comment: '工作扎实。' }])
  expect(unit.text).not.toContain('陈立')
})
