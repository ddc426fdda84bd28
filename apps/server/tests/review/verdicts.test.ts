import { accountRoles, type Role } from '@kaohe/domain'
import { prove } from '@kaohe/engine'
import { acting, findSnapshot, type StoredScheme } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resultOf } from '../../src/rooms/result/whole.ts'
import { seedCycle } from '../reporting/cycle.ts'
import { type Place, places, type Sent, startWorld, type World } from '../world.ts'
import { layFile } from './claims.ts'

let world: World
let cycle: string
let desk: string
let photo: string
let report: string
beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
  desk = `/cycles/${cycle}/desks/organisation`
  report = `/cycles/${cycle}/reports/${world.units.child.id}`
  const file = { name: '活动照片.pdf', sha256: 'b'.repeat(64), item: 'brand' }
  photo = await layFile(world, world.units.child, cycle, file)
}, 120_000)
afterAll(() => world.stop())

const put = (body: object): Sent => ({ method: 'PUT', body })
const reviewer = () => world.as('department-reviewer', 'own')
const verdict = (kind: string, version: number, reason: string | null = null, file = photo) =>
  put({ item: 'brand', verdict: kind, reason, files: [{ file, version }] })

describe('evidence on a desk', () => {
  it('is shown file by file, with where else the same bytes were handed in', async () => {
    const earlier = await seedCycle(world)
    await layFile(world, world.units.child, earlier, {
      name: '旧照片.pdf',
      sha256: 'b'.repeat(64),
      item: 'service',
    })
    const { json } = await (await reviewer())(`${desk}/evidence`)
    expect(json).toMatchObject({ name: '组织部', mine: true, marked: { brand: 'brand' } })
    expect(json.exhibits).toEqual([
      expect.objectContaining({
        id: photo,
        item: 'brand',
        itemName: '品牌工作',
        unitName: 'child org',
        verdict: null,
        alsoUsed: ['2023年度考核：child org，志愿服务'],
        own: false,
      }),
    ])
  })

  it('is accepted, found doubtful and taken back, each over the version that one saw', async () => {
    const ask = await reviewer()
    const first = await ask(`${desk}/verdicts`, verdict('accepted', 0))
    expect(first.json.exhibits[0].verdict).toMatchObject({ verdict: 'accepted', version: 1 })
    expect((await ask(`${desk}/verdicts`, verdict('doubtful', 0))).status).toBe(409)
    expect((await ask(`${desk}/verdicts`, verdict('doubtful', 1))).status).toBe(200)
    expect((await ask(`${desk}/verdicts`, verdict('open', 2))).json.exhibits[0].verdict).toEqual({
      verdict: 'open',
      reason: null,
      by: 'department-reviewer@own',
      at: expect.any(String),
      version: 3,
    })
  })

  it('tells the unit nothing but what it is to mend', async () => {
    const clerk = await world.as('unit-clerk', 'child')
    const ask = await reviewer()
    await ask(`${desk}/verdicts`, verdict('doubtful', 3, '看不出日期'))
    const before = await clerk(report)
    expect(before.text).not.toMatch(/看不出日期|doubtful/)
    expect((await ask(`${desk}/verdicts`, verdict('returned', 4))).json.faults).toEqual([
      { pointer: '/body/reason', message: '退回请写明理由' },
    ])
    const head = await world.as('unit-head', 'child')
    const { version } = before.json.submission
    const handed = { method: 'POST', body: { version, isTrue: true } }
    expect((await head(`${report}/confirmation`, handed)).status).toBe(200)
    const back = await ask(`${desk}/verdicts`, verdict('returned', 4, '请换清楚的'))
    expect(back.status).toBe(200)
    const { json } = await clerk(report)
    const brand = json.items.find(({ id }: { id: string }) => id === 'brand')
    expect(brand.files).toEqual([expect.objectContaining({ id: photo, returned: '请换清楚的' })])
    expect(json.submission.state).toBe('returned')
    expect((await clerk('/messages')).text).toContain('材料“活动照片.pdf”：请换清楚的')
  })

  it('stands beside the mark', async () => {
    const { json } = await (await reviewer())(`${desk}/items/brand`)
    expect(json.units[0].files).toEqual([expect.objectContaining({ verdict: 'returned' })])
  })

  it('is settled when the unit hands in again, or the department changes its mind', async () => {
    const ask = await reviewer()
    const clerk = await world.as('unit-clerk', 'child')
    await ask(`${desk}/verdicts`, verdict('accepted', 5))
    const { json } = await clerk(report)
    const brand = json.items.find(({ id }: { id: string }) => id === 'brand')
    expect(brand.files).toEqual([expect.objectContaining({ returned: null })])
  })

  it('takes many files of one item at once, all or none, and no file of another', async () => {
    const ask = await reviewer()
    const more = { name: '名单.pdf', sha256: 'c'.repeat(64), item: 'brand' }
    const second = await layFile(world, world.units.child, cycle, more)
    const both = (version: number) =>
      put({
        item: 'brand',
        verdict: 'accepted',
        files: [
          { file: photo, version },
          { file: second, version: 0 },
        ],
      })
    const late = await ask(`${desk}/verdicts`, both(1))
    expect(late.status).toBe(409)
    // Each as it stands, and not as it would have been: one of them might have been written.
    const told: readonly { id: string; verdict: { version: number } | null }[] =
      late.json.versions.standing.exhibits
    expect(told.map(({ id, verdict: one }) => [id, one?.version ?? 0])).toEqual([
      [photo, 6],
      [second, 0],
    ])
    const stands = async () =>
      (await ask(`${desk}/evidence`)).json.exhibits.map(
        (one: { verdict: { version: number } | null }) => one.verdict?.version ?? 0,
      )
    expect(await stands()).toEqual([6, 0])
    expect((await ask(`${desk}/verdicts`, both(6))).json.exhibits).toHaveLength(2)
    expect(await stands()).toEqual([7, 1])
    const other = { name: '别项.pdf', sha256: 'd'.repeat(64), item: 'fee' }
    const strange = await layFile(world, world.units.child, cycle, other)
    expect((await ask(`${desk}/verdicts`, verdict('accepted', 0, null, strange))).status).toBe(404)
  })

  it('is told in the proof of the score, beside the mark', async () => {
    const mark = { unit: world.units.child.id, item: 'brand', text: '18', version: 0 }
    await (await reviewer())(`${desk}/marks`, put(mark))
    const head = await world.as('department-head', 'own')
    await head(`${desk}/hand`, { method: 'POST', body: { version: 1 } })
    const secretary = await world.as('vice-secretary', 'own')
    const yes = { approve: true, because: null, version: 2 }
    expect((await secretary(`${desk}/decide`, { method: 'POST', body: yes })).status).toBe(200)
    const organiser = await world.as('organiser', 'own')
    const frozen = await organiser(`/cycles/${cycle}/snapshots`, {
      method: 'POST',
      body: { name: '看材料' },
    })
    const { id: org, path } = world.units.own
    const { content, scheme } = await acting(
      world.db,
      { org, path, role: 'organiser' },
      async (db) => ({
        content: (await findSnapshot(db, frozen.json.id))!.content,
        scheme: (await db
          .selectFrom('scheme')
          .selectAll()
          .executeTakeFirstOrThrow()) as StoredScheme,
      }),
    )
    const proof = prove(resultOf(scheme, content).evaluation, world.units.child.id)
    expect(JSON.stringify(proof)).toContain('活动照片.pdf（采信）')
  })
})

describe('nobody looks through evidence of his own unit', () => {
  it('refuses one who has a post there', async () => {
    const person = world.people.get('own-department-reviewer')!
    const { id: org, path } = world.units.child
    await acting(world.db, { org, path, role: 'security-administrator' }, (db) =>
      db
        .insertInto('post')
        .values({ org, person, role: 'unit-clerk', department: null, from_on: '2020-01-01' })
        .execute(),
    )
    const got = await (await reviewer())(`${desk}/verdicts`, verdict('accepted', 7))
    expect(got.json).toMatchObject({ status: 409, title: '您在这个单位任职，不能审看它的材料' })
  })
})

// Written independently of the policies.
describe('who learns of verdicts', () => {
  const readers: readonly Role[] = ['department-head', 'department-reviewer', 'vice-secretary']
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const reads = place === 'own' && readers.includes(role)
    const got = await ask(`${desk}/evidence`)
    expect(got.status).toBe(reads ? 200 : 404)
    expect(got.text.includes('"accepted"')).toBe(reads)
    const writes = reads && role !== 'vice-secretary'
    const wrote = await ask(`${desk}/verdicts`, verdict('accepted', 99))
    expect(wrote.status).toBe(writes ? 409 : 404)
  })

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string) => {
      const { id: org, path } = world.units[place]
      return acting(world.db, { org, path, role }, async (db) => {
        return (await db.selectFrom('evidence_verdict').selectAll().execute()).length
      })
    }
    expect(await seen('own', 'department-reviewer')).toBe(2)
    expect(await seen('own', 'unit-clerk')).toBe(0)
    expect(await seen('child', 'unit-head')).toBe(0)
    expect(await seen('parent', 'organiser')).toBe(0)
  })
})
