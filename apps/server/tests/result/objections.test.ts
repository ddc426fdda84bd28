import { accountRoles, type Role } from '@kaohe/domain'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Got, type Place, places, startWorld, type World } from '../world.ts'
import { addTownship, post, put, ratified, released, reported, seedYear, setDay } from './year.ts'

let world: World
let cycle: string
let neighbour: string
let snapshot: string
let objection: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedYear(world)
  neighbour = await addTownship(world, cycle, '邻镇团委')
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '90%', hours: '71' })
  await reported(world, cycle, neighbour, { 'fee-rate': '96%', hours: '87' })
  snapshot = await ratified(world, cycle, '年终')
}, 120_000)
afterAll(() => world.stop())

const clerk = () => world.as('unit-clerk', 'child')
const head = () => world.as('unit-head', 'child')
const organiser = () => world.as('organiser', 'own')
const ratifier = () => world.as('ratifier', 'own')

const mine = async () => (await (await head())('/released')).json.results[0]
const title = ({ status, json }: Got) => [status, json.title]
const at = (step: string) => `/objections/${objection}/${step}`
const TEXT = '团费收缴率应为 96%，省团费系统的截图附后。'

describe('an objection to a figure, to its end', () => {
  it('is not opened where the release says nothing of it', async () => {
    await released(world, snapshot, ['grade'])
    const { release, objection: open } = await mine()
    expect(open).toBeNull()
    const body = { figure: 'grade', text: TEXT }
    const got = await (await clerk())(`/released/${release}/objections`, post(body))
    expect(title(got)).toEqual([409, '这次反馈没有安排申诉'])
  })

  it('may be made for so many working days after the release', async () => {
    const told = await released(world, snapshot, ['grade', 'items'], { objectionDays: 5 })
    expect(told.objectionUntil).toBe('2024-01-29')
    const { objection: open } = await mine()
    expect(open).toEqual({
      until: '2024-01-29',
      open: true,
      figures: [
        { figure: 'grade', name: '等次', says: '较好' },
        { figure: 'item:fee', name: '团费', says: '0' },
        { figure: 'item:service', name: '志愿服务', says: '42.6' },
      ],
    })
  })

  it('counts no working days of a year whose holidays nobody entered', async () => {
    const body = { parts: ['grade'], consent: '书记会同意', on: '2019-12-30', objectionDays: 2 }
    const got = await (await organiser())(`/snapshots/${snapshot}/release`, post(body))
    expect([got.status, got.json.faults[0].pointer]).toEqual([422, '/body/objectionDays'])
  })

  it('is written by the clerk against a figure that was told, and no other', async () => {
    const ask = await clerk()
    const { release } = await mine()
    const path = `/released/${release}/objections`
    const other = await ask(path, post({ figure: 'total', text: TEXT }))
    expect([other.status, other.json.faults[0].message]).toEqual([422, '反馈里没有这个数'])
    const { json } = await ask(path, post({ figure: 'item:fee', text: '团费算错了' }))
    objection = json.id
    expect(json).toMatchObject({ figureName: '团费', was: '0', state: 'draft', version: 1 })
    const twice = await ask(path, post({ figure: 'item:fee', text: TEXT }))
    expect(title(twice)).toEqual([409, '对这个数已经写了申诉'])
    const changed = await ask(`/objections/${objection}`, put({ text: TEXT, version: 1 }))
    expect(changed.json).toMatchObject({ text: TEXT, version: 2 })
  })

  it('takes files as evidence', async () => {
    const ask = await clerk()
    const bytes = Buffer.from('团费系统导出：96%\n')
    const begun = await ask(at('uploads'), post({ name: '导出.txt', size: bytes.length }))
    const part = `/api${at('uploads')}/${begun.json.id}?offset=0`
    await world.app.request(part, {
      method: 'PUT',
      body: bytes,
      headers: { Cookie: await cookieOf('child-unit-clerk') },
    })
    const done = await ask(`${at('uploads')}/${begun.json.id}/finish`, post({}))
    expect([done.status, done.json.name]).toEqual([200, '导出.txt'])
    const { objections } = (await ask('/objections')).json
    expect(objections[0].files).toMatchObject([{ name: '导出.txt' }])
  })

  async function cookieOf(login: string): Promise<string> {
    const body = JSON.stringify({ login, password: 'correct horse' })
    const response = await world.app.request('/api/session', { method: 'POST', body })
    return response.headers.get('Set-Cookie')!.split(';', 1)[0]!
  }

  it('is nothing to the committee until the head has filed it', async () => {
    const before = await (await organiser())(`/cycles/${cycle}/objections`)
    expect(before.json).toEqual({ title: '2023年度考核', objections: [] })
    const byClerk = await (await clerk())(at('filing'), post({ version: 2 }))
    expect(byClerk.status).toBe(404)
    const filed = await (await head())(at('filing'), post({ version: 2 }))
    expect(filed.json).toMatchObject({ state: 'filed', version: 3 })
    const late = await (await clerk())(`/objections/${objection}`, put({ text: '改', version: 3 }))
    expect(title(late)).toEqual([409, '申诉已经提出，不能再改'])
    const { json } = await (await organiser())(`/cycles/${cycle}/objections`)
    expect(json.objections).toMatchObject([{ unitName: 'child org', text: TEXT, state: 'filed' }])
  })

  it('is replied to by those who collect, and then ruled on by those who ratify', async () => {
    const ruling = {
      ruling: 'upheld',
      reason: '系统导出属实，原报数有误',
      body: '书记会',
      on: '2024-01-30',
      number: '5号',
    }
    const early = await (await ratifier())(at('ruling'), post({ ...ruling, version: 3 }))
    expect(title(early)).toEqual([409, '组织部还没有答复，不能裁定'])
    const reply = { text: '经核对，收缴率为 96%。', version: 3 }
    expect((await (await organiser())(at('reply'), post(reply))).json.state).toBe('replied')
    const own = await (await organiser())(at('ruling'), post({ ...ruling, version: 4 }))
    expect(own.status).toBe(404)
    const { json } = await (await ratifier())(at('ruling'), post({ ...ruling, version: 4 }))
    expect(json).toMatchObject({ state: 'ruled', ruling: { ...ruling }, version: 5 })
    const again = await (await ratifier())(at('ruling'), post({ ...ruling, version: 5 }))
    expect(title(again)).toEqual([409, '这份申诉已经裁定'])
  })

  it('is carried through by a ratified correction that the unit was told, and shows old and new', async () => {
    const ask = await organiser()
    const early = await ask(at('correction'), post({ version: 5 }))
    expect(title(early)).toEqual([409, '更正后的结果还没有反馈给这个单位'])
    await reported(world, cycle, world.units.child.id, { 'fee-rate': '96%' })
    const corrected = await ratified(world, cycle, '更正', '团费收缴率申诉成立')
    await released(world, corrected, ['grade'])
    const without = await ask(at('correction'), post({ version: 5 }))
    expect(title(without)).toEqual([409, '新的反馈里没有这个数'])
    await released(world, corrected, ['grade', 'items'], { objectionDays: 3 })
    const { json } = await ask(at('correction'), post({ version: 5 }))
    expect(json.carried).toEqual({ snapshot: corrected, became: '40', on: '2024-01-22' })
    const { objections } = (await (await clerk())('/objections')).json
    expect(objections[0]).toMatchObject({ was: '0', carried: { became: '40' } })
    expect((await ask(at('correction'), post({ version: 6 }))).status).toBe(409)
  })

  it('is refused once the last day is over, with the instant', async () => {
    const { release } = await mine()
    const path = `/released/${release}/objections`
    const drafted = await (await clerk())(path, post({ figure: 'grade', text: '等次应为好' }))
    await setDay(world, cycle, '2024-01-26')
    const refused = '申诉已于 2024-01-25 24:00（北京时间）截止，不再受理'
    const filing = `/objections/${drafted.json.id}/filing`
    const late = await (await head())(filing, post({ version: 1 }))
    expect(title(late)).toEqual([409, refused])
    const fresh = await (await clerk())(path, post({ figure: 'item:service', text: TEXT }))
    expect(title(fresh)).toEqual([409, refused])
    expect((await mine()).objection.open).toBe(false)
    await setDay(world, cycle, '2024-01-25')
    const inTime = await (await head())(filing, post({ version: 1 }))
    expect(inTime.json.state).toBe('filed')
    objection = drafted.json.id
  })

  it('is judged by nobody who works at the unit', async () => {
    const person = world.people.get('own-organiser')!
    const { id: org, path } = world.units.child
    await acting(world.db, { org, path, role: 'security-administrator' }, (db) =>
      db
        .insertInto('post')
        .values({ org, person, role: 'unit-clerk', department: null, stands_in_for: null })
        .execute(),
    )
    const got = await (await organiser())(at('reply'), post({ text: '核对无误', version: 2 }))
    expect(title(got)).toEqual([409, '您在这个单位任职，应当回避'])
  })

  it('may be taken back before it is ruled on', async () => {
    const { json } = await (await head())(at('withdrawal'), post({ version: 2 }))
    expect(json.state).toBe('withdrawn')
  })
})

// Written independently of the policies: who sees an objection and who may touch it.
describe('who learns of objections', () => {
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const inOffice = place === 'own' && ['organiser', 'ratifier'].includes(role)
    const list = await ask(`/cycles/${cycle}/objections`)
    expect([list.status, list.text.includes('团费')]).toEqual([inOffice ? 200 : 404, inOffice])
    const isUnit = ['unit-clerk', 'unit-head'].includes(role)
    const own = await ask('/objections')
    expect([own.status, own.text.includes('团费')]).toEqual([
      isUnit ? 200 : 404,
      isUnit && place === 'child',
    ])
  })

  it('not even by SQL, and a unit writes no ruling of its own', async () => {
    const seen = (place: Place, role: string) => {
      const { id: org, path } = world.units[place]
      return acting(
        world.db,
        { org, path, role },
        async (db) => (await db.selectFrom('objection').select('id').execute()).length,
      )
    }
    expect(await seen('own', 'organiser')).toBe(2)
    expect(await seen('own', 'department-head')).toBe(0)
    expect(await seen('own', 'public')).toBe(0)
    expect(await seen('child', 'unit-clerk')).toBe(2)
    expect(await seen('child', 'subordinate-clerk')).toBe(0)
    expect(await seen('sibling', 'unit-head')).toBe(0)
    expect(await seen('parent', 'organiser')).toBe(0)
    const { id: org, path } = world.units.child
    const ruled = { state: 'ruled' as const, ruling: 'upheld' as const, ruling_reason: '自批' }
    const cheat = acting(world.db, { org, path, role: 'unit-head' }, (db) =>
      db.updateTable('objection').set(ruled).execute(),
    )
    const { numUpdatedRows } = (await cheat)[0]!
    expect(numUpdatedRows).toBe(0n)
  })
})
