import { acting } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearLeftUploads } from '../../src/files/index.ts'
import { type Sent, startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

type Ask = (path: string, sent?: Sent) => ReturnType<World['ask']>

let world: World
let cycle: string
let reviewer: Ask
let clerk: Ask
let cookie: string

beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
  reviewer = await world.as('department-reviewer', 'own')
  clerk = await world.as('unit-clerk', 'child')
  const answer = await world.app.request('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login: 'own-department-reviewer', password: 'correct horse' }),
  })
  cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}, 60_000)
afterAll(() => world.stop())

const observe = async (): Promise<string> => {
  const body = {
    unit: world.units.child.id,
    item: 'brand',
    observedOn: '2023-05-04',
    text: '到场看了',
  }
  const { json } = await reviewer(`/cycles/${cycle}/observations`, { method: 'POST', body })
  return json.id as string
}

// The bytes themselves are the body, so this asks as a browser does.
const send = (path: string, bytes: Buffer) =>
  world.app.request(`/api${path}?offset=0`, {
    method: 'PUT',
    headers: { Cookie: cookie },
    body: new Uint8Array(bytes),
  })

const PICTURE = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(40)])

async function attach(observation: string, name: string, bytes: Buffer) {
  const uploads = `/cycles/${cycle}/observations/${observation}/uploads`
  const begun = await reviewer(uploads, { method: 'POST', body: { name, size: bytes.length } })
  const at = `${uploads}/${begun.json.id}`
  expect((await send(at, bytes)).status).toBe(200)
  return reviewer(`${at}/finish`, { method: 'POST', body: {} })
}

describe('an observation', () => {
  it('of a unit that is not assessed is refused at its place, tried or in earnest, and not stored', async () => {
    const path = `/cycles/${cycle}/observations`
    const unit = world.units.sibling.id
    const body = { unit, item: 'brand', observedOn: '2023-05-04', text: '不在名单里' }
    for (const headers of [{}, { 'Dry-Run': '1' }]) {
      const { status, json } = await reviewer(path, { method: 'POST', body, headers })
      expect([status, json.faults]).toEqual([
        422,
        [{ pointer: '/body/unit', message: '这个单位不在本考核年度里' }],
      ])
    }
    expect(JSON.stringify((await reviewer(path)).json)).not.toContain('不在名单里')
  })

  it('is voided once; who comes second is told why it was, and asked nothing', async () => {
    const at = `/cycles/${cycle}/observations/${await observe()}/void`
    const voided = (reason: string) =>
      reviewer(at, { method: 'POST', body: { reason, version: 1 } })
    expect((await voided('记错了')).status).toBe(200)
    const { json } = await voided('记重了')
    expect(json).toMatchObject({ status: 409, title: '这次观察已经作废' })
    expect(json.versions.standing).toMatchObject({ voidedBecause: '记错了', version: 2 })
  })

  it('has photos that show its day, which the unit does not see', async () => {
    const observation = await observe()
    const { json: file } = await attach(observation, '现场.jpg', PICTURE)
    expect(file).toMatchObject({ name: '现场.jpg', showsOn: '2023-05-04' })
    const { json } = await reviewer(`/cycles/${cycle}/observations`)
    const found = json.observations.find(({ id }: { id: string }) => id === observation)
    expect(found.files).toMatchObject([{ id: file.id, type: 'image/jpeg' }])
    expect((await reviewer(`/evidence/${file.id}`)).status).toBe(200)
    expect((await clerk(`/evidence/${file.id}`)).status).toBe(404)
  })

  it('takes nothing that is not what it says, and nothing for another observation', async () => {
    const observation = await observe()
    expect((await attach(observation, '现场.jpg', Buffer.from('MZ no picture'))).status).toBe(422)
    const strange = `/cycles/${cycle}/observations/${world.units.own.id}/uploads`
    const sent = { method: 'POST', body: { name: '现场.jpg', size: 1 } }
    expect((await reviewer(strange, sent)).status).toBe(404)
    const own = `/cycles/${cycle}/observations/${observation}/uploads`
    expect((await clerk(own, sent)).status).toBe(404)
  })
})

describe('a look at a file', () => {
  it('gives the words of a text, and says what it cannot read', async () => {
    const observation = await observe()
    const { json: text } = await attach(observation, '记录.txt', Buffer.from('参加 30 人'))
    const { json } = await reviewer(`/evidence/${text.id}/text`)
    expect(json).toEqual({
      parts: [{ title: null, blocks: [{ kind: 'text', heading: false, text: '参加 30 人' }] }],
      cut: false,
    })
    const { json: picture } = await attach(observation, '照片.jpg', PICTURE)
    expect((await reviewer(`/evidence/${picture.id}/text`)).status).toBe(409)
    expect((await clerk(`/evidence/${text.id}/text`)).status).toBe(404)
  })
})

describe('an upload that was broken off', () => {
  const later = (days: number) => ({
    ...world.services,
    now: () => new Date(Date.now() + days * 86_400_000),
  })
  const count = async (): Promise<number> => {
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    const { rows } = await owner.query('SELECT count(*)::integer AS n FROM upload')
    await owner.end()
    return rows[0].n as number
  }

  it('is cleared away after a week, and not before', async () => {
    const uploads = `/cycles/${cycle}/observations/${await observe()}/uploads`
    const { json } = await reviewer(uploads, {
      method: 'POST',
      body: { name: '现场.jpg', size: 100 },
    })
    await send(`${uploads}/${json.id}`, PICTURE)
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    await owner.query("UPDATE upload SET at = now() - interval '9 days'")
    await owner.end()
    const before = await count()
    expect(before).toBeGreaterThan(0)
    // A part came just now, so it is still being sent.
    await clearLeftUploads(later(0))
    expect((await reviewer(`${uploads}/${json.id}`)).json.received).toBe(PICTURE.length)
    expect(await clearLeftUploads(later(8))).toBeGreaterThan(0)
    expect((await reviewer(`${uploads}/${json.id}`)).status).toBe(404)
    expect(await count()).toBe(0)
  })

  it('is seen by nobody who only names the keeper’s role and would look at what is fresh', async () => {
    const uploads = `/cycles/${cycle}/observations/${await observe()}/uploads`
    await reviewer(uploads, { method: 'POST', body: { name: '新.jpg', size: 100 } })
    const seen = await acting(world.db, { role: 'upload-keeper' }, (db) =>
      db.selectFrom('upload').select('id').execute(),
    )
    expect(seen).toEqual([])
  })
})
