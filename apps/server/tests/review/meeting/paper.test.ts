import { acting, enrol } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../src/rooms/identity/password.ts'
import { startWorld, type World } from '../../world.ts'
import { asJudge, type Ask, ballot, type Hall, openHall, post, type Speaking } from './hall.ts'

let world: World
let hall: Hall
let first: Speaking
let second: Ask
let third: Ask

/** Another one in the office. */
async function colleague(name: string): Promise<Ask> {
  const { id: org, path } = world.units.own
  const passwordHash = await hashPassword('correct horse')
  const login = `own-${name}`
  await acting(world.db, { org, path, role: 'security-administrator' }, (db) =>
    enrol(db, {
      org,
      path,
      name,
      login: () => login,
      role: 'organiser',
      from: '2020-01-01',
      passwordHash,
    }),
  )
  const got = await world.app.request('/api/session', {
    method: 'POST',
    body: JSON.stringify({ login, password: 'correct horse' }),
  })
  const Cookie = got.headers.get('Set-Cookie')!.split(';', 1)[0]!
  return (path_, sent = {}) => world.ask(path_, { ...sent, headers: { Cookie, ...sent.headers } })
}

beforeAll(async () => {
  world = await startWorld()
  ;[second, third] = [await colleague('second'), await colleague('third')]
  hall = await openHall(world, {
    judges: [
      { name: '甲' },
      { name: '乙', paper: true },
      { name: '丙', paper: true },
      { name: '丁', paper: true },
    ],
  })
  first = (await hall.speakers())[0]!
  await hall.step('open', first.id)
}, 120_000)
afterAll(() => world.stop())

const sheet = (number: string, score: string) =>
  post({ speaker: first.id, number, marks: { score } })
const path = () => `/meetings/${hall.meeting}/sheets`

describe('ballots on paper', () => {
  it('have no link, and are entered by two persons who do not see each other’s figures', async () => {
    expect(hall.slips.map(({ name }) => name)).toEqual(['甲'])
    const once = await hall.ask(path(), sheet('01', '83.37'))
    expect(once.json.sheet).toMatchObject({ state: 'once', mine: true })
    const seen = await second(path())
    expect(seen.json.sheets).toMatchObject([
      { number: '01', state: 'once', entries: [], mine: false },
    ])
    expect(seen.text).not.toContain('83.37')
    expect((await hall.ask(path(), sheet('01', '83.37'))).json.title).toContain('您已经录过')
  })

  it('count when the two are equal', async () => {
    const twice = await second(path(), sheet('01', '83.37'))
    expect(twice.json.sheet).toMatchObject({ state: 'settled', because: null })
    expect((await third(path(), sheet('01', '83.37'))).status).toBe(409)
    expect((await hall.speakers())[0]).toMatchObject({ given: 1, expected: 4 })
  })

  it('are settled with a reason where they differ', async () => {
    await hall.ask(path(), sheet('02', '91'))
    const { json } = await second(path(), sheet('02', '19'))
    expect(json.sheet).toMatchObject({ state: 'differs' })
    expect(json.sheet.entries.map(({ marks }: { marks: object }) => marks)).toEqual([
      { score: '91' },
      { score: '19' },
    ])
    await asJudge(world, hall.slips[0]!)(`/ballot/${first.id}`, ballot('87'))
    await hall.step('seal', first.id)
    expect((await hall.step('close')).json.title).toContain('还有 1 张纸质票')
    const early = await hall.ask(`/meetings/${hall.meeting}/speakers/${first.id}/outcome`)
    expect(early.json).toMatchObject({ ballots: 2, outstanding: 1 })
    const settle = `${path()}/${json.sheet.id}/settlement`
    const bare = await third(settle, post({ marks: { score: '91' }, because: ' ' }))
    expect(bare.status).toBe(422)
    const because = '核对原票，第二遍录反了数字'
    const settled = await third(settle, post({ marks: { score: '91' }, because }))
    expect(settled.json.sheet).toMatchObject({ state: 'settled', because })
  })

  it('are no more than judges who write on paper', async () => {
    await hall.ask(path(), sheet('03', '80'))
    const surplus = await hall.ask(path(), sheet('04', '80'))
    expect(surplus.json.title).toBe('给这个单位用纸质票的评委只有 3 位')
    await second(path(), sheet('03', '80'))
  })

  it('count beside those of phones', async () => {
    expect((await hall.step('close')).status).toBe(200)
    // 80 and 91 are left out: (83.37 + 87) / 2.
    expect(await hall.pointsOf(first.unit)).toMatchObject({ points: '85.185' })
    expect((await hall.ask(path(), sheet('05', '1'))).status).toBe(409)
  })
})
