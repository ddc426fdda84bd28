import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'

type Ask = Awaited<ReturnType<World['as']>>

let world: World
let ask: Ask
beforeAll(async () => {
  world = await startWorld()
  ask = await world.as('organiser', 'own')
})
afterAll(() => world.stop())

const post = (path: string, body: object) => ask(path, { method: 'POST', body })

async function add(name: string, parent = world.units.own.id) {
  const { json } = await post('/units', { parent, name, kind: '镇', foundedOn: '2015-01-01' })
  return json as { id: string; version: number }
}

async function namesBelow(parent: string, on?: string): Promise<string[]> {
  const { json } = await ask(`/units?parent=${parent}${on === undefined ? '' : `&on=${on}`}`)
  return json.units.map(({ name }: { name: string }) => name)
}

const faultsOf = ({ json }: { json: { faults: { pointer: string }[] } }): string[] =>
  json.faults.map(({ pointer }) => pointer)

describe('a name that is taken below the same parent', () => {
  it('is told at its field, when adding and when renaming', async () => {
    await add('东镇')
    const west = await add('西镇')
    const body = { parent: world.units.own.id, name: '东镇', kind: '镇' }
    const added = await post('/units', body)
    expect([added.status, faultsOf(added)]).toEqual([422, ['/body/name']])
    const change = { name: '东镇', on: '2020-01-01', version: west.version }
    const renamed = await ask(`/units/${west.id}`, { method: 'PATCH', body: change })
    expect([renamed.status, faultsOf(renamed)]).toEqual([422, ['/body/name']])
  })

  it('is free again when the unit that had it has ended', async () => {
    const gone = await add('老镇')
    await post(`/units/${gone.id}/end`, { on: '2020-01-01', version: gone.version })
    expect((await add('老镇')).id).not.toBe(gone.id)
  })
})

describe('a new name', () => {
  it('stands from its day on, and the former one is found', async () => {
    const { id, version } = await add('红旗公社')
    const body = { name: '红旗镇', on: '2019-06-01', version }
    expect((await ask(`/units/${id}`, { method: 'PATCH', body })).status).toBe(200)
    expect(await namesBelow(world.units.own.id, '2019-05-31')).toContain('红旗公社')
    expect(await namesBelow(world.units.own.id, '2019-06-01')).toContain('红旗镇')
    const { json } = await ask('/units/search?q=旗公')
    expect(json.units).toMatchObject([{ id, name: '红旗镇', formerly: ['红旗公社'] }])
    const { json: then } = await ask(`/units/${id}?on=2018-01-01`)
    expect(then.name).toBe('红旗公社')
  })

  it.each([
    ['2014-12-31', 422],
    ['2999-01-01', 422],
    ['2015-01-01', 200],
  ])('from %s is answered %i', async (on, status) => {
    const { id, version } = await add(`镇${on}`)
    const body = { name: `新镇${on}`, on, version }
    expect((await ask(`/units/${id}`, { method: 'PATCH', body })).status).toBe(status)
  })
})

describe('a move', () => {
  it('takes everything below along, and the day before it nothing has moved', async () => {
    const from = await add('移出县')
    const into = await add('移入县')
    const town = await add('被移镇', from.id)
    const village = await add('被移村', town.id)
    const body = { parent: into.id, on: '2022-01-01', version: town.version }
    const { status, json } = await post(`/units/${town.id}/move`, body)
    expect([status, json.moved]).toEqual([200, 2])
    const { json: page } = await ask(`/units/${village.id}/page`)
    const above = page.above.map(({ name }: { name: string }) => name)
    expect(above.slice(-2)).toEqual(['移入县', '被移镇'])
    expect(await namesBelow(from.id)).toEqual([])
    expect(await namesBelow(from.id, '2021-12-31')).toEqual(['被移镇'])
    expect(await namesBelow(into.id, '2022-01-01')).toEqual(['被移镇'])
  })

  it('below what stands under it, or where the mover may not, changes nothing', async () => {
    const top = await add('上县')
    const under = await add('下镇', top.id)
    const move = (parent: string) =>
      post(`/units/${top.id}/move`, { parent, on: '2022-01-01', version: top.version })
    expect(faultsOf(await move(under.id))).toEqual(['/body/parent'])
    expect((await move(world.units.sibling.id)).status).toBe(404)
    expect((await move(world.units.parent.id)).status).toBe(404)
  })
})

describe('a merger', () => {
  it('ends the merged, takes over what stood below them, and is remembered', async () => {
    const into = await add('并入县')
    const gone = await add('并走县')
    const town = await add('随迁镇', gone.id)
    const units = [{ id: gone.id, version: gone.version }]
    const body = { units, on: '2023-03-01', version: into.version }
    const { status, json } = await post(`/units/${into.id}/merge`, body)
    expect([status, json.moved]).toEqual([200, 1])
    const { json: page } = await ask(`/units/${into.id}/page`)
    expect(page.lineage).toMatchObject([{ id: gone.id, kind: 'merged', direction: 'earlier' }])
    expect(await namesBelow(into.id)).toEqual(['随迁镇'])
    expect(await namesBelow(gone.id, '2023-02-28')).toEqual(['随迁镇'])
    const { json: ended } = await ask(`/units/${gone.id}/page`)
    expect(ended.endedOn).toBe('2023-03-01')
    const stoodOn = async (on: string): Promise<string[]> => {
      const { json: stood } = await ask(`/units/${into.id}/predecessors?on=${on}`)
      return stood.units.map(({ id }: { id: string }) => id)
    }
    expect((await stoodOn('2022-12-31')).toSorted()).toEqual([into.id, gone.id].toSorted())
    expect(await stoodOn('2023-03-01')).toEqual([into.id])
    const { json: moved } = await ask(`/units/${town.id}/page`)
    expect(moved.places).toHaveLength(2)
    expect((await post(`/units/${into.id}/merge`, body)).status).toBe(409)
  })
})

describe('a split', () => {
  it('adds the parts, ends the whole when asked, and is remembered', async () => {
    const whole = await add('大县')
    const units = [
      { name: '南县', kind: '县' },
      { name: '北县', kind: '县' },
    ]
    const body = { units, ends: true, on: '2023-01-01', version: whole.version }
    const { status, json } = await post(`/units/${whole.id}/split`, body)
    expect([status, json.units.length]).toEqual([200, 2])
    const { json: part } = await ask(`/units/${json.units[0].id}/page`)
    expect(part.lineage).toMatchObject([{ id: whole.id, kind: 'split', direction: 'earlier' }])
    expect(part.foundedOn).toBe('2023-01-01')
    expect(await namesBelow(world.units.own.id)).not.toContain('大县')
  })

  it('into names that are taken changes nothing', async () => {
    const whole = await add('又一县')
    const units = [{ name: '又一县', kind: '县' }]
    const body = { units, ends: false, on: '2023-01-01', version: whole.version }
    const { status, json } = await post(`/units/${whole.id}/split`, body)
    expect([status, json.faults[0].pointer]).toEqual([422, '/body/units'])
  })
})

describe('the end of a unit', () => {
  it('waits until nothing stands below it, and is not for oneself', async () => {
    const county = await add('有下级县')
    await add('下级镇', county.id)
    const end = (id: string, version: number) =>
      post(`/units/${id}/end`, { on: '2023-01-01', version })
    expect(faultsOf(await end(county.id, county.version))).toEqual(['/body/on'])
    expect((await end(world.units.own.id, 1)).status).toBe(422)
  })
})

describe('what hangs on a unit', () => {
  it('has telephone numbers that neither the database nor the log tells', async () => {
    const { id } = world.units.child
    const phone = '0769-8888 1234'
    const { json } = await post(`/units/${id}/contacts`, { name: '赵六', duty: '', phone })
    expect(json.phone).toBe(phone)
    const { json: page } = await ask(`/units/${id}/page`)
    expect(page.contacts).toMatchObject([{ name: '赵六', phone }])
    const auditor = { org: world.units.own.id, path: world.units.own.path }
    const kept = await acting(world.db, auditor, async (db) => [
      await db.selectFrom('contact').selectAll().execute(),
      await db.selectFrom('log_entry').select('change').execute(),
    ])
    expect(JSON.stringify(kept)).toContain('赵六')
    expect(JSON.stringify(kept)).not.toContain('8888')
    const ended = { ended: true, version: 1 }
    await ask(`/units/${id}/contacts/${json.id}`, { method: 'PATCH', body: ended })
  })

  it('is edited with its version, and stays when it ends', async () => {
    const { id } = world.units.child
    const change = (path: string, body: object) =>
      ask(`/units/${id}/${path}`, { method: 'PATCH', body })
    const contact = await post(`/units/${id}/contacts`, { name: '张三', duty: '书记', phone: '' })
    const key = `contacts/${contact.json.id}`
    expect((await change(key, { name: '李四', version: 1 })).json.name).toBe('李四')
    expect((await change(key, { name: '王五', version: 1 })).status).toBe(409)
    expect((await change(key, { ended: true, version: 2 })).status).toBe(200)

    const department = await post(`/units/${id}/departments`, { name: '组织部' })
    const office = await post(`/units/${id}/departments`, { name: '办公室' })
    const at = `departments/${department.json.id}`
    expect((await change(at, { name: '办公室', version: 1 })).status).toBe(422)
    expect((await change(at, { endedOn: '2024-01-01', version: 1 })).status).toBe(200)
    const back = await post(`/units/${id}/departments`, { name: '组织部' })
    expect(back.json).toMatchObject({ id: department.json.id, endedOn: null })
    expect(office.status).toBe(200)

    const line = { attribute: '团员数', value: '10', knownOn: '2024-01-01', source: '年报' }
    await post(`/units/${id}/attributes`, { ...line, version: 0 })
    expect((await post(`/units/${id}/attributes`, { ...line, version: 0 })).status).toBe(409)
    const right = await post(`/units/${id}/attributes`, { ...line, value: '12', version: 1 })
    expect(right.json).toMatchObject({ value: '12', version: 2 })

    const body = { name: '某社区党委', capacity: '社区党组织', from: '2020-01-01' }
    const answering = await post(`/units/${id}/bodies`, body)
    const bodies = `bodies/${answering.json.id}`
    expect((await change(bodies, { to: '2019-01-01', version: 1 })).status).toBe(422)
    expect((await change(bodies, { to: '2024-01-01', version: 1 })).status).toBe(200)

    const { json: page } = await ask(`/units/${id}/page`)
    expect(page.contacts).toEqual([])
    expect(page.attributes).toMatchObject([{ value: '12' }])
    expect(page.bodies).toMatchObject([{ name: '某社区党委', to: '2024-01-01' }])
    expect(page.departments).toHaveLength(2)
  })
})
