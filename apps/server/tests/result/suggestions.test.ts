import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, startWorld, type World } from '../world.ts'
import { post, seedYear } from './year.ts'

let world: World
let cycle: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedYear(world)
}, 120_000)
afterAll(() => world.stop())

const organiser = () => world.as('organiser', 'own')
const clerk = () => world.as('unit-clerk', 'child')
const path = () => `/cycles/${cycle}/suggestions`
const TEXT = '志愿服务时长建议按人均算'

describe('a suggestion about the assessment', () => {
  it('goes from a unit to those who organise it, who are told what was said and not by whom', async () => {
    expect((await (await clerk())(path(), post({ text: TEXT }))).status).toBe(200)
    const { json, text } = await (await organiser())(path())
    expect(json.suggestions).toMatchObject([{ from: 'unit', text: TEXT, settled: null }])
    expect(Object.keys(json)).toEqual(['title', 'suggestions'])
    expect(text).not.toMatch(/child|unit-clerk|person/)
    expect(text).not.toContain(world.units.child.id)
  })

  it('is answered, or noted for the next scheme, and the unit reads what was said', async () => {
    const ask = await organiser()
    const [one] = (await ask(path())).json.suggestions
    const said = { outcome: 'noted', text: '明年修订方案时研究', version: one.version }
    const { json } = await ask(`${path()}/${one.id}`, post(said))
    expect(json.settled).toEqual({ outcome: 'noted', text: '明年修订方案时研究' })
    const stale = await ask(`${path()}/${one.id}`, post(said))
    expect(stale.status).toBe(409)
    const own = await (await clerk())('/suggestions')
    expect(own.json.suggestions).toMatchObject([{ text: TEXT, settled: { outcome: 'noted' } }])
  })

  it('is made by those who are assessed in the year', async () => {
    const sibling = await world.as('unit-head', 'sibling')
    expect((await sibling(path(), post({ text: TEXT }))).status).toBe(404)
    const own = await world.as('unit-clerk', 'own')
    expect((await own(path(), post({ text: TEXT }))).status).toBe(404)
  })

  it('takes what leaders wrote in their letters once the collection is closed', async () => {
    const { id: org, path: above } = world.units.own
    const person = world.people.get('own-organiser')!
    const round = { org, cycle, source: 'letters' }
    const letter = await acting(
      world.db,
      { org, path: above, role: 'organiser', person },
      async (db) => {
        await db
          .insertInto('letter_round')
          .values({ ...round, due_on: '2024-01-10', grace_days: 0 })
          .execute()
        const { id } = await db
          .insertInto('letter')
          .values({
            ...round,
            type: 'township',
            unit_name: 'child org',
            party: 'party',
            unit: world.units.child.id,
            body: '县委',
            leader: '张',
            post: '副书记',
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await db
          .insertInto('letter_answer')
          .values({
            org,
            letter: id,
            way: 'settled',
            marks: '[]',
            comment: '',
            suggestion: '指标宜少而精',
            person,
            because: '核对原件',
            attempt: null,
            receipt: null,
            at: '2024-01-08T00:00:00Z',
            counts: true,
          })
          .execute()
        return id
      },
    )
    const ask = await organiser()
    expect((await ask(path())).text).not.toContain('少而精')
    await acting(world.db, { org, path: above, role: 'organiser', person }, (db) =>
      db
        .updateTable('letter_round')
        .set({ closed_by: person, closed_at: '2024-01-11T00:00:00Z' })
        .execute(),
    )
    const { json } = await ask(path())
    expect(json.suggestions[0]).toEqual({
      id: letter,
      from: 'leader',
      text: '指标宜少而精',
      settled: null,
      version: 0,
    })
    const said = { outcome: 'answered', text: '已向张副书记当面汇报', version: 0 }
    expect((await ask(`${path()}/${letter}`, post(said))).json.settled.outcome).toBe('answered')
    const after = (await ask(path())).json.suggestions
    expect(after.filter((one: { from: string }) => one.from === 'leader')).toHaveLength(1)
  })
})

describe('who reads suggestions', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const inOffice = place === 'own' && role === 'organiser'
    const list = await ask(path())
    expect([list.status, list.text.includes(TEXT)]).toEqual([inOffice ? 200 : 404, inOffice])
    const own = await ask('/suggestions')
    const isUnit = ['unit-clerk', 'unit-head'].includes(role)
    expect([own.status, own.text.includes(TEXT)]).toEqual([
      isUnit ? 200 : 404,
      isUnit && place === 'child',
    ])
  })
})
