import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../world.ts'
import { asJudge, ballot, type Hall, openHall, type Speaking } from './hall.ts'

let world: World
let hall: Hall
let first: Speaking
let second: Speaking
beforeAll(async () => {
  world = await startWorld()
  const judges = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ name }))
  hall = await openHall(world, { judges, more: ['东镇团委', '西镇团委'] })
  ;[first, second] = (await hall.speakers()) as [Speaking, Speaking]
}, 120_000)
afterAll(() => world.stop())

const judge = (at: number) => asJudge(world, hall.slips[at]!)

describe('a debrief, from the first speaker to the result', () => {
  it('lets nobody score before the chair opens a speaker', async () => {
    const { json } = await judge(0)(`/ballot/${first.id}`, ballot('90'))
    expect(json).toMatchObject({ status: 409, title: '还没有轮到这个单位' })
    expect(await hall.pointsOf(first.unit)).toMatchObject({ points: null, least: '0', most: '100' })
  })

  it('takes ballots while he is open, changed ones too, and answers with a receipt', async () => {
    expect((await hall.step('open', first.id)).status).toBe(200)
    for (const [at, score] of ['80', '90', '70', '100', '85'].entries()) {
      const { status, json } = await judge(at)(`/ballot/${first.id}`, ballot(score))
      expect([status, json.ballot.marks]).toEqual([200, { score }])
      expect(json.ballot.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    }
    const changed = await judge(2)(`/ballot/${first.id}`, ballot('75', 2))
    expect(changed.json.ballot).toMatchObject({ marks: { score: '75' }, turn: 2, sealed: false })
    expect(await hall.speakers()).toMatchObject([{ given: 5, expected: 5 }, {}, {}])
  })

  it('seals him: nobody changes anything, each finds his own, the figure is the engine’s', async () => {
    const sealed = await hall.step('seal', first.id)
    expect(sealed.json.speakers[0]).toMatchObject({ state: 'sealed', given: 5 })
    const late = await judge(0)(`/ballot/${first.id}`, ballot('99', 2))
    expect(late.json).toMatchObject({ status: 409, title: '这个单位的打分已经结束，不能再改' })
    const own = (await judge(2)('/ballot')).json.speakers[0].ballot
    expect(own).toMatchObject({ marks: { score: '75' }, sealed: true })
    const { json } = await hall.ask(`/meetings/${hall.meeting}/speakers/${first.id}/outcome`)
    // 75 and 100 are left out: (80 + 90 + 85) / 3.
    expect(json).toMatchObject({
      ballots: 5,
      items: [{ name: '现场评议', points: '85', full: '100' }],
    })
    expect(json.spread[0].bands.map(({ count }: { count: number }) => count)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 1, 2, 2,
    ])
  })

  it('counts nothing before the meeting is closed, and all of it afterwards', async () => {
    expect(await hall.pointsOf(first.unit)).toMatchObject({ points: null })
    await hall.step('open', second.id)
    expect((await hall.step('close')).json).toMatchObject({ status: 409 })
    await hall.step('seal', second.id)
    const third = (await hall.speakers())[2]!
    await hall.step('absent', third.id, '在外开会')
    expect((await hall.step('close')).json.meeting.state).toBe('closed')
    expect(await hall.pointsOf(first.unit)).toMatchObject({ points: '85' })
    // All judges absent, and one who did not come: as the scheme says for no ballots.
    expect(await hall.pointsOf(second.unit)).toMatchObject({ points: '0' })
    expect(await hall.pointsOf(third.unit)).toMatchObject({ points: '0' })
  })
})
