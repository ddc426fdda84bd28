import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../world.ts'
import { asJudge, ballot, type Hall, openHall, post, put } from './hall.ts'

const DAY_MS = 86_400_000

let world: World
let hall: Hall
let later = 0
beforeAll(async () => {
  world = await startWorld(() => new Date(Date.now() + later))
  hall = await openHall(world, { judges: ['甲', '乙', '丙'].map((name) => ({ name })) })
}, 120_000)
afterAll(() => world.stop())

const judge = (at: number) => asJudge(world, hall.slips[at]!)

it('a meeting gets another name, day and place until it is closed; judges see them', async () => {
  const told = { name: '年终述职评议会', heldOn: '2024-01-05', place: '一楼礼堂' }
  expect((await hall.ask(`/meetings/${hall.meeting}`, put(told))).json).toMatchObject(told)
  expect((await judge(0)('/ballot')).json.meeting).toMatchObject(told)
})

it('a link lasts while the meeting goes on, however long', async () => {
  later = 100 * DAY_MS
  expect((await judge(0)('/ballot')).json.linkUntil).toBeNull()
  const [speaker] = await hall.speakers()
  await hall.step('open', speaker!.id)
  expect((await judge(0)(`/ballot/${speaker!.id}`, ballot('88'))).status).toBe(200)
  await hall.step('seal', speaker!.id)
})

it('and some days after it was closed, for judges to look whether their ballots counted', async () => {
  const closed = await hall.step('close')
  expect(closed.json.meeting.state).toBe('closed')
  later = 106 * DAY_MS
  const { json } = await judge(0)('/ballot')
  expect(json.speakers[0].ballot).toMatchObject({ marks: { score: '88' }, sealed: true })
  expect(Date.parse(json.linkUntil)).toBeGreaterThan(Date.now() + later)
})

it('then it ends, which is told politely and shows nothing any more', async () => {
  later = 108 * DAY_MS
  for (const path of ['/ballot', '/ballot/live']) {
    const { status, json, text } = await judge(0)(path)
    expect([status, json.title]).toEqual([410, '这次评议已经结束，链接到期停用了'])
    expect(json.detail).toContain('7 天内可以核对')
    expect(text).not.toMatch(/"88"|年终述职|child/)
  }
  const stranger = asJudge(world, { token: 'x'.repeat(43) })
  expect((await stranger('/ballot')).status).toBe(404)
})

it('nothing is changed and no link is given out after closing', async () => {
  const links = await hall.ask(`/meetings/${hall.meeting}/links`, post({}))
  expect(links.json).toMatchObject({ status: 409, title: '会议已经结束' })
  const told = { name: '另一个', heldOn: '2024-01-06', place: '' }
  expect((await hall.ask(`/meetings/${hall.meeting}`, put(told))).status).toBe(409)
})
