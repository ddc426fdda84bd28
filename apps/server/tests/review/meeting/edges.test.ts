import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../world.ts'
import { asJudge, ballot, type Hall, openHall, PANEL, post, put, type Speaking } from './hall.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 120_000)
afterAll(() => world.stop())

const judge = ({ slips }: Hall, at: number) => asJudge(world, slips[at]!)

describe('a conflict', () => {
  it('of one’s own unit removes a judge beforehand, of another one when it is declared', async () => {
    const unit = world.units.child.id
    const hall = await openHall(world, {
      judges: [{ name: '甲', unit }, { name: '乙' }, { name: '丙' }],
      more: ['南镇团委'],
    })
    const [first, second] = (await hall.speakers()) as [Speaking, Speaking]
    expect([first, second]).toMatchObject([{ expected: 2, unit }, { expected: 3 }])
    const path = `/meetings/${hall.meeting}/judges/${hall.slips[1]!.judge}/conflicts`
    const conflicts = [{ speaker: first.id, because: '曾在该单位任职' }]
    const { json } = await hall.ask(path, put({ conflicts }))
    expect(json.judges.map(({ barred }: { barred: object[] }) => barred)).toEqual([
      [{ speaker: first.id, because: '本单位' }],
      conflicts,
      [],
    ])
    await hall.step('open', first.id)
    for (const at of [0, 1]) {
      expect((await judge(hall, at)('/ballot')).json.speakers[0].barred).not.toBeNull()
      const refused = await judge(hall, at)(`/ballot/${first.id}`, ballot('100'))
      expect(refused.json).toMatchObject({ status: 409, title: '您不评这个单位' })
    }
    expect((await judge(hall, 2)(`/ballot/${first.id}`, ballot('66'))).status).toBe(200)
    const late = await hall.ask(
      `/meetings/${hall.meeting}/judges/${hall.slips[2]!.judge}/conflicts`,
      put({ conflicts }),
    )
    expect(late.json.status).toBe(409)
    expect((await hall.speakers())[0]).toMatchObject({ given: 1, expected: 1 })
  })

  it('of one’s own unit is not declared away', async () => {
    const hall = await openHall(world, { judges: [{ name: '甲', unit: world.units.child.id }] })
    const path = `/meetings/${hall.meeting}/judges/${hall.slips[0]!.judge}/conflicts`
    const { json } = await hall.ask(path, put({ conflicts: [] }))
    expect(json.judges[0].barred).toHaveLength(1)
  })
})

describe('the order', () => {
  it('is drawn from a seed that is recorded, can be drawn again by anyone, and is changed with a reason only', async () => {
    const more = ['天镇团委', '地镇团委', '人镇团委']
    const hall = await openHall(world, { judges: [{ name: '甲' }], more })
    const path = `/meetings/${hall.meeting}`
    const { json } = await hall.ask(`${path}/draw`, post({ seed: '3 5 1' }))
    const names = json.speakers.map(({ name }: Speaking) => name)
    const key = (name: string) => createHash('sha256').update(`3 5 1\n${name}`).digest('hex')
    expect(names).toEqual(names.toSorted((a: string, b: string) => (key(a) < key(b) ? -1 : 1)))
    expect(json.meeting.seed).toBe('3 5 1')
    expect((await hall.ask(`${path}/draw`, post({}))).status).toBe(409)
    const units = json.speakers.map(({ unit }: Speaking) => unit).toReversed()
    expect((await hall.ask(`${path}/order`, put({ units }))).status).toBe(422)
    const because = '一位负责人赶火车'
    const changed = await hall.ask(`${path}/order`, put({ units, because }))
    expect(changed.json.meeting.orderBecause).toBe(because)
    await hall.step('open', changed.json.speakers[0].id)
    expect((await hall.ask(`${path}/order`, put({ units, because }))).status).toBe(409)
  })
})

describe('a ballot', () => {
  let hall: Hall
  let first: Speaking
  beforeAll(async () => {
    hall = await openHall(world, { judges: [{ name: '甲' }, { name: '乙' }] })
    first = (await hall.speakers())[0]!
    await hall.step('open', first.id)
  })

  it.each([
    ['101', /不能高于 100/],
    ['-1', /不能低于 0/],
    ['88.123', /最多两位小数/],
    ['很好', /要写数/],
    ['', /还没有打分/],
  ])('of %s is refused with the place and the reason', async (score, why) => {
    const { status, json } = await judge(hall, 0)(`/ballot/${first.id}`, ballot(score))
    expect(status).toBe(422)
    expect(json.faults).toEqual([
      { pointer: '/body/marks/score', message: expect.stringMatching(why) },
    ])
  })

  it('is typed as people type: full-width figures, 分 behind them', async () => {
    const { json } = await judge(hall, 0)(`/ballot/${first.id}`, ballot('８８．５分'))
    expect(json.ballot.marks).toEqual({ score: '88.5' })
  })

  it('sent again changes nothing; one that was overtaken is put aside', async () => {
    const client = randomUUID()
    const ask = judge(hall, 1)
    const send = ballot('70', 1, client)
    const once = (await ask(`/ballot/${first.id}`, send)).json
    expect((await ask(`/ballot/${first.id}`, send)).json).toEqual(once)
    await ask(`/ballot/${first.id}`, ballot('80', 3))
    const late = await ask(`/ballot/${first.id}`, ballot('75', 2))
    expect(late.json.ballot).toMatchObject({ marks: { score: '80' }, turn: 3 })
    // Of two windows the second is told.
    expect((await ask(`/ballot/${first.id}`, ballot('60', 3))).status).toBe(409)
  })

  it('says at once what there is to read, and hands out the written summary', async () => {
    const path = `/meetings/${hall.meeting}/speakers/${first.id}/summary`
    expect((await judge(hall, 0)(`/ballot/summaries/${first.id}`)).status).toBe(404)
    await hall.ask(path, put({ text: '一年来，做了三件事。' }))
    const { json } = await judge(hall, 0)(`/ballot/summaries/${first.id}`)
    expect(json).toEqual({ name: 'child org', text: '一年来，做了三件事。' })
  })

  it('is not taken by a judge who was removed, and a judge who gave one is not removed', async () => {
    const path = `/meetings/${hall.meeting}/judges`
    const { json } = await hall.ask(path, post({ judges: [{ name: '丙' }] }))
    const { id } = json.judges.at(-1)
    expect((await hall.ask(`${path}/${id}`, { method: 'DELETE' })).status).toBe(200)
    const own = hall.slips[0]!.judge
    expect((await hall.ask(`${path}/${own}`, { method: 'DELETE' })).status).toBe(409)
  })
})

describe('groups of judges', () => {
  it('are those of the rule; each ballot counts in its own, and a tie is a tie', async () => {
    const hall = await openHall(world, {
      scheme: PANEL,
      judges: [
        { name: '甲', group: '书记' },
        { name: '乙', group: '书记' },
        { name: '丙', group: '部门' },
        { name: '丁', group: '部门' },
        { name: '戊', group: '部门' },
      ],
      more: ['北镇团委'],
    })
    const strange = await hall.ask(
      `/meetings/${hall.meeting}/judges`,
      post({ judges: [{ name: '己', group: '群众' }] }),
    )
    expect(strange.status).toBe(422)
    const speakers = await hall.speakers()
    for (const { id } of speakers) {
      await hall.step('open', id)
      for (const [at, score] of ['90', '80', '60', '75', '100'].entries())
        await judge(hall, at)(`/ballot/${id}`, ballot(score))
      await hall.step('seal', id)
    }
    await hall.step('close')
    // 85 of the secretaries at 60 %, 75 in the middle of the departments at 40 %.
    for (const { unit } of speakers)
      expect(await hall.pointsOf(unit)).toMatchObject({ points: '81', rank: 1 })
  })
})

describe('the chair', () => {
  it('takes one step at a time, on the agenda that he saw', async () => {
    const hall = await openHall(world, { judges: [{ name: '甲' }], more: ['中镇团委'] })
    const [first, second] = (await hall.speakers()) as [Speaking, Speaking]
    const path = `/meetings/${hall.meeting}/steps`
    const stale = await hall.ask(path, post({ step: 'open', speaker: first.id, version: 1000 }))
    expect(stale.json.type).toBe('urn:kaohe:problem:changed')
    await hall.step('open', first.id)
    expect((await hall.step('open', second.id)).json.title).toBe('“child org”还在打分，请先结束')
    expect((await hall.step('absent', second.id)).status).toBe(422)
    await hall.step('absent', second.id, '请假')
    await hall.step('back', second.id)
    await hall.step('seal', first.id)
    expect((await hall.step('seal', first.id)).status).toBe(409)
    expect((await hall.step('close')).json.title).toContain('还有 1 个单位没有述职')
    await hall.step('absent', second.id, '请假')
    expect((await hall.step('close')).status).toBe(200)
    expect((await hall.step('open', second.id)).json.title).toBe('会议已经结束')
  })

  it('does not begin without judges', async () => {
    const hall = await openHall(world, { judges: [{ name: '甲' }] })
    await hall.ask(`/meetings/${hall.meeting}/judges/${hall.slips[0]!.judge}`, { method: 'DELETE' })
    const [first] = await hall.speakers()
    expect((await hall.step('open', first!.id)).json.title).toBe('还没有评委')
  })
})
