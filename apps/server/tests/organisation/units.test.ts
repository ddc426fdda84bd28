import { accountRoles, type Role } from '@kaohe/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, places, startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

// Written independently of the policies: who may add a unit below the organisation in the middle.
const MAY_ADD: Readonly<Record<Place, readonly Role[]>> = {
  own: ['organiser', 'system-administrator'],
  parent: ['organiser', 'system-administrator'],
  child: [],
  sibling: [],
  cousin: [],
  other: [],
}

describe('adding a unit', () => {
  it.each(places)('below the own organisation, as each role at %s', async (place) => {
    for (const role of accountRoles) {
      const ask = await world.as(role, place)
      const body = { parent: world.units.own.id, name: `${place} ${role}`, kind: '镇' }
      const { status } = await ask('/units', { method: 'POST', body })
      expect([role, status]).toEqual([role, MAY_ADD[place].includes(role) ? 200 : 404])
    }
  })

  it('looks the same for what one may not see and for what is not there', async () => {
    const ask = await world.as('organiser', 'sibling')
    const there = await ask(`/units/${world.units.own.id}`)
    const nowhere = await ask('/units/00000000-0000-4000-8000-000000000000')
    expect(there.status).toBe(404)
    expect({ ...there.json, request: '' }).toEqual({ ...nowhere.json, request: '' })
  })

  it('says every place that is wrong', async () => {
    const ask = await world.as('organiser', 'own')
    const { status, json } = await ask('/units', {
      method: 'POST',
      body: { parent: 'x', name: ' ', kind: '镇', foundedOn: '去年' },
    })
    expect(status).toBe(422)
    expect(json.faults.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/body/parent',
      '/body/name',
      '/body/foundedOn',
    ])
  })

  it('happens once however often it is repeated with one key', async () => {
    const ask = await world.as('organiser', 'own')
    const body = { parent: world.units.own.id, name: '只加一次', kind: '镇' }
    const sent = { method: 'POST', body, headers: { 'Idempotency-Key': 'once' } }
    const first = await ask('/units', sent)
    const again = await ask('/units', sent)
    expect(again.json).toEqual(first.json)
    const other = await ask('/units', { ...sent, body: { ...body, name: '另一个' } })
    expect(other.status).toBe(409)
  })

  it('is one entry in the log, in the same transaction', async () => {
    const ask = await world.as('organiser', 'own')
    const body = { parent: world.units.own.id, name: '记在日志里', kind: '镇' }
    const { json } = await ask('/units', { method: 'POST', body })
    const auditor = { org: world.units.own.id, path: world.units.own.path }
    const { acting } = await import('@kaohe/storage')
    const entries = await acting(world.db, auditor, (db) =>
      db.selectFrom('log_entry').selectAll().where('object', '=', `unit/${json.id}`).execute(),
    )
    expect(entries.map(({ act }) => act)).toEqual(['unit.change'])
  })
})

describe('renaming a unit', () => {
  it('refuses one who looked at an older version', async () => {
    const ask = await world.as('organiser', 'own')
    const unit = world.units.child.id
    const rename = (name: string, version: number) =>
      ask(`/units/${unit}`, { method: 'PATCH', body: { name, on: '2024-01-01', version } })
    expect((await rename('新名称', 1)).json).toMatchObject({ name: '新名称', version: 2 })
    expect((await rename('晚了一步', 1)).status).toBe(409)
  })
})

describe('without a session', () => {
  it('nothing is shown', async () => {
    expect((await world.ask('/units')).status).toBe(401)
    expect((await world.ask(`/units/${world.units.own.id}`)).status).toBe(401)
  })

  it('a write from a page elsewhere is refused', async () => {
    const ask = await world.as('organiser', 'own')
    const headers = { Origin: 'https://elsewhere.example' }
    const { status } = await ask('/units', { method: 'POST', body: {}, headers })
    expect(status).toBe(403)
  })
})

describe('names', () => {
  it('stand by pinyin and by number, and pages go on where the one before ended', async () => {
    const ask = await world.as('organiser', 'own')
    const parent = world.units.own.id
    const town = await ask('/units', {
      method: 'POST',
      body: { parent, name: '排序镇', kind: '镇' },
    })
    const under = town.json.id
    const fixed = ['重庆村', '阿里村', '第10小学', '第2小学', '张家村', '东湖村']
    const many = Array.from({ length: 110 }, (_, n) => `龙村${n + 1}组`)
    for (const name of [...fixed, ...many])
      await ask('/units', { method: 'POST', body: { parent: under, name, kind: '村' } })
    const names = (page: { json: { units: { name: string }[] } }) =>
      page.json.units.map(({ name }) => name)
    const first = await ask(`/units?parent=${under}`)
    const after = encodeURIComponent(first.json.next)
    const second = await ask(`/units?parent=${under}&after=${after}`)
    const all = [...names(first), ...names(second)]
    expect(new Set(all).size).toBe(fixed.length + many.length)
    expect(all.slice(0, 5)).toEqual(['阿里村', '重庆村', '第2小学', '第10小学', '东湖村'])
    expect(all.slice(5, 8)).toEqual(['龙村1组', '龙村2组', '龙村3组'])
    expect(all.at(-1)).toBe('张家村')
    const found = await ask(`/units/search?q=${encodeURIComponent('龙村')}`)
    const last = found.json.units.at(-1)
    const more = `&afterName=${encodeURIComponent(last.name)}&after=${last.id}`
    const next = await ask(`/units/search?q=${encodeURIComponent('龙村')}${more}`)
    expect(names(found).at(-1)).toBe('龙村50组')
    expect(names(next)[0]).toBe('龙村51组')
    const then = await ask(`/units?parent=${under}&on=2099-01-01`)
    expect(names(then).slice(0, 2)).toEqual(['阿里村', '重庆村'])
  })
})
