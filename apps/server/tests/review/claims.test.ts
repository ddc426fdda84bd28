import { accountRoles, type Role } from '@kaohe/domain'
import { acting, findSnapshot } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimLines } from '../../src/rooms/result/claim-lines.ts'
import { resultOf } from '../../src/rooms/result/whole.ts'
import { type Place, places, startWorld, type World } from '../world.ts'
import { type Claims, layClaim, layFile, post, put, seedClaims } from './claims.ts'

let world: World
let seeded: Claims
let claims: string
let report: string
beforeAll(async () => {
  world = await startWorld()
  seeded = await seedClaims(world)
  claims = `/cycles/${seeded.cycle}/claims`
  report = `/cycles/${seeded.cycle}/reports/${world.units.child.id}`
}, 120_000)
afterAll(() => world.stop())

const organiser = () => world.as('organiser', 'own')
const reviewer = () => world.as('department-reviewer', 'own')
const clerk = () => world.as('unit-clerk', 'child')
const rangeOf = async () => {
  const { json } = await (await organiser())(`/cycles/${seeded.cycle}/result`)
  const one = json.units.find(({ unit }: { unit: string }) => unit === world.units.child.id)
  return [one.points, one.least, one.most]
}
const only = async (ask: Awaited<ReturnType<typeof clerk>>) => (await ask(claims)).json.claims[0]

describe('a claim from the unit to its points', () => {
  const happenedOn = '2023-05-04'
  const attributes = { title: '云端团课', sort: '创新项目', accepted: '是', award: '3分' }

  it('is asked of the unit without what the office decides', async () => {
    const { json } = await (await clerk())(report)
    const [kind] = json.events
    expect(kind).toMatchObject({ mine: true, ruled: ['是否认定', '认定的分值'] })
    expect(kind.attributes.map(({ id }: { id: string }) => id)).toEqual(['title', 'sort'])
    expect(kind.evidence).toEqual([
      { name: '正式文件', required: true },
      { name: '表彰文件复印件', required: false },
    ])
  })

  it('keeps nothing of points that a unit awards itself', async () => {
    const ask = await clerk()
    const added = await ask(`${report}/events`, post({ event: 'project', happenedOn, attributes }))
    expect(added.json.happening.attributes).toEqual({ title: '云端团课', sort: '创新项目' })
    await ask(`${report}/complete/project`, put({ complete: true }))
    expect(await rangeOf()).toEqual([null, '0', '3'])
  })

  it('is not awarded without the required document', async () => {
    const ask = await reviewer()
    const claim = await only(ask)
    expect(claim).toMatchObject({ name: '云端团课', doubts: [], ruling: null, version: 1 })
    expect(claim.lacks.map(({ name }: { name: string }) => name)).toEqual([
      '正式文件',
      '表彰文件复印件',
    ])
    const yes = {
      attributes: { accepted: '是', award: '2' },
      reason: '省内首创',
      of: 1,
      version: 0,
    }
    const got = await ask(`${claims}/${claim.id}/ruling`, put(yes))
    expect(got.json).toMatchObject({ status: 409, title: '没有交正式文件，不能认定' })
  })

  it('goes with files, each as what the scheme asks for', async () => {
    const ask = await clerk()
    const bytes = { name: '申报函.pdf', sha256: 'a'.repeat(64) }
    const file = await layFile(world, world.units.child, seeded.cycle, bytes)
    const claim = await only(await reviewer())
    const path = `${report}/events/${claim.id}/files/${file}`
    expect((await ask(path, put({ shows: '别的材料' }))).status).toBe(422)
    const { json } = await ask(path, put({ shows: '正式文件' }))
    expect(json.happening.files).toEqual([{ id: file, name: '申报函.pdf', shows: '正式文件' }])
    expect((await only(await reviewer())).lacks).toEqual([
      { name: '表彰文件复印件', required: false },
    ])
    const stranger = await world.as('unit-clerk', 'sibling')
    expect((await stranger(path, put({ shows: null }))).status).toBe(404)
  })

  it.each<[Record<string, string>, RegExp]>([
    [{ accepted: '是', award: '4' }, /认定的分值.*3/],
    [{ accepted: '是', award: '0.5' }, /认定的分值/],
    [{ accepted: '是' }, /请填“认定的分值”/],
    [{}, /请填“是否认定”/],
  ])('refuses the ruling %j', async (said, why) => {
    const ask = await reviewer()
    const { id } = await only(ask)
    const body = { attributes: said, reason: '材料齐', of: 1, version: 0 }
    const { status, json } = await ask(`${claims}/${id}/ruling`, put(body))
    expect(status).toBe(422)
    expect(json.faults[0].message).toMatch(why)
  })

  it('counts what was awarded with a reason, and is ruled on once', async () => {
    const ask = await reviewer()
    const { id } = await only(ask)
    const path = `${claims}/${id}/ruling`
    const body = {
      attributes: { accepted: '是', award: '2' },
      reason: '省内首创',
      of: 1,
      version: 0,
    }
    expect((await ask(path, put({ ...body, reason: ' ' }))).status).toBe(422)
    const { json } = await ask(path, put(body))
    expect(json.claim.ruling).toMatchObject({
      attributes: { accepted: '是', award: '2' },
      by: 'department-reviewer@own',
      current: true,
      version: 1,
    })
    expect(await rangeOf()).toEqual(['2', '2', '2'])
    expect((await ask(path, put(body))).status).toBe(409)
  })

  it('waits again when the unit changes it', async () => {
    const ask = await clerk()
    const { id } = await only(await reviewer())
    const changed = { happenedOn, attributes: { title: '云端团课', sort: '表彰项目' }, version: 1 }
    await ask(`${report}/events/${id}`, { method: 'PATCH', body: changed })
    expect((await only(await reviewer())).ruling).toMatchObject({ current: false })
    expect(await rangeOf()).toEqual([null, '0', '3'])
    const body = { attributes: { accepted: '否', award: '2' }, reason: '不在范围', version: 1 }
    const old = await (await reviewer())(`${claims}/${id}/ruling`, put({ ...body, of: 1 }))
    expect(old.status).toBe(409)
    const { json } = await (await organiser())(`${claims}/${id}/ruling`, put({ ...body, of: 2 }))
    expect(json.claim.ruling.attributes).toEqual({ accepted: '否' })
    expect(await rangeOf()).toEqual(['0', '0', '0'])
  })

  it('tells the unit nothing of it: not the ruling, not the reason, not that there is one', async () => {
    const { text, json } = await (await clerk())(report)
    expect(text).not.toMatch(/不在范围|省内首创|"accepted"/)
    expect(json.items[0].yields.points).toBe('0～3')
    expect((await (await clerk())(claims)).status).toBe(404)
  })
})

describe('what a unit is told of its claims after a release', () => {
  it('is what was decided and why, under the item, of what was frozen', async () => {
    const ask = await organiser()
    const frozen = await ask(`/cycles/${seeded.cycle}/snapshots`, post({ name: '认定以后' }))
    const { id: org, path } = world.units.own
    const lines = await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
      const { content, scheme } = (await findSnapshot(db, frozen.json.id))!
      const stored = await db
        .selectFrom('scheme')
        .selectAll()
        .where('id', '=', scheme)
        .executeTakeFirstOrThrow()
      const { program } = resultOf(stored, content)
      return claimLines(content, program, world.units.child.id, 'projects')
    })
    expect(lines).toEqual([{ depth: 1, text: '“云端团课”：是否认定 否。理由：不在范围' }])
  })
})

describe('what the office is warned of', () => {
  it('is the same project elsewhere and before, and the same bytes', async () => {
    const { other, cycle, earlier } = seeded
    const said = { title: '“云端”团课', sort: '创新项目' }
    const there = await layClaim(world, other, cycle, said)
    await layClaim(world, world.units.child, earlier, { title: '2022年云端团课', sort: '创新项目' })
    const bytes = { name: '证书.pdf', sha256: 'a'.repeat(64) }
    await layFile(world, other, cycle, bytes)
    const { json } = await (await organiser())(claims)
    const mine = json.claims.find((one: { id: string }) => one.id !== there)
    expect(mine.doubts.toSorted()).toEqual([
      '2022年度考核child org已经申报过“2022年云端团课”',
      '乙镇团委也申报了““云端”团课”',
      '材料“申报函.pdf”与2023年度考核乙镇团委交的一样',
    ])
    expect(json.claims).toHaveLength(2)
  })
})

describe('nobody awards a unit that is his own', () => {
  it('refuses one who has a post there', async () => {
    const person = world.people.get('own-department-reviewer')!
    const { id: org, path } = world.units.child
    await acting(world.db, { org, path, role: 'security-administrator' }, (db) =>
      db
        .insertInto('post')
        .values({ org, person, role: 'unit-clerk', department: null, from_on: '2020-01-01' })
        .execute(),
    )
    const ask = await reviewer()
    const claim = (await ask(claims)).json.claims.find(({ own }: { own: boolean }) => own)
    const body = { attributes: { accepted: '否' }, reason: '不符', of: 2, version: 2 }
    const got = await ask(`${claims}/${claim.id}/ruling`, put(body))
    expect(got.json).toMatchObject({ status: 409, title: '您在这个单位任职，不能认定它的申报' })
  })
})

// Written independently of the policies: before a release only the office knows what was awarded.
describe('who learns of rulings', () => {
  const readers: readonly Role[] = [
    'organiser',
    'department-head',
    'department-reviewer',
    'vice-secretary',
  ]
  const cases = places.flatMap((place) => accountRoles.map((role): [Role, Place] => [role, place]))
  it.each(cases)('%s at %s', async (role, place) => {
    const ask = await world.as(role, place)
    const reads = place === 'own' && readers.includes(role)
    const got = await ask(claims)
    expect(got.status).toBe(reads ? 200 : 404)
    expect(got.text.includes('不在范围')).toBe(reads)
    const rules = reads && role !== 'vice-secretary'
    const { id } = await only(await organiser())
    const body = { attributes: {}, reason: '试试', of: 2, version: 2 }
    const wrote = await ask(`${claims}/${id}/ruling`, put(body))
    expect([404, rules ? wrote.status : 404]).toContain(wrote.status)
    expect(wrote.status === 404).toBe(!rules)
  })

  it('a department that leads no item of theirs sees none', async () => {
    const { id: org } = world.units.own
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    await owner.query(
      `WITH d AS (INSERT INTO department (org, name) VALUES ($1, '宣传部') RETURNING id)
       UPDATE post SET department = (SELECT id FROM d) WHERE person = $2`,
      [org, world.people.get('own-department-head')],
    )
    await owner.end()
    const { json } = await (await world.as('department-head', 'own'))(claims)
    expect(json).toMatchObject({ kinds: [], claims: [] })
  })

  it('not even by SQL', async () => {
    const seen = async (place: Place, role: string) => {
      const { id: org, path } = world.units[place]
      return acting(world.db, { org, path, role }, async (db) => {
        return (await db.selectFrom('claim_ruling').selectAll().execute()).length
      })
    }
    expect(await seen('own', 'department-reviewer')).toBe(1)
    expect(await seen('own', 'unit-clerk')).toBe(0)
    expect(await seen('own', 'inspector')).toBe(0)
    expect(await seen('child', 'unit-head')).toBe(0)
    expect(await seen('parent', 'organiser')).toBe(0)
  })
})
