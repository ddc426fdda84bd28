import { createHash } from 'node:crypto'
import { recomputed } from '@kaohe/bundle'
import { checkBundle } from '@kaohe/checker'
import { placeEntries } from '@kaohe/storage'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { addTownship, post, reported, seedYear } from './year.ts'

const keeper = { origin: 'kaohe', sign: (text: string) => `${text}\n— kaohe AAAA\n` }
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

let world: World
let snapshot: string

beforeAll(async () => {
  world = await startWorld()
  const cycle = await seedYear(world)
  const other = await addTownship(world, cycle, '新河镇团委')
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '96%', hours: '70小时' })
  await reported(world, cycle, other, { 'fee-rate': '90%', hours: '120小时' })
  const organiser = await world.as('organiser', 'own')
  const frozen = await organiser(`/cycles/${cycle}/snapshots`, post({ name: '书记会前' }))
  snapshot = frozen.json.id
}, 120_000)
afterAll(() => world.stop())

async function asked(role: 'organiser' | 'ratifier' = 'organiser') {
  const session = await world.as(role, 'own')
  return session(`/snapshots/${snapshot}/bundle`)
}

async function bundle(): Promise<Map<string, Uint8Array>> {
  const login = { login: loginOf('organiser', 'own'), password: PASSWORD }
  const signedIn = await world.app.request('/api/session', {
    method: 'POST',
    body: JSON.stringify(login),
  })
  const Cookie = signedIn.headers.get('Set-Cookie')!.split(';', 1)[0]!
  const answer = await world.app.request(`/api/snapshots/${snapshot}/bundle`, {
    headers: { Cookie },
  })
  if (!answer.ok) throw new Error(await answer.text())
  return new Map(Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))))
}

const text = (files: Map<string, Uint8Array>, path: string): string =>
  new TextDecoder().decode(files.get(path))

describe('the bundle of a result', () => {
  it('is not there before it is ratified', async () => {
    expect((await asked()).json).toMatchObject({ status: 409, title: '结果还没有审定' })
  })

  it('holds what the result is computed from, and the log names it', async () => {
    const ratifier = await world.as('ratifier', 'own')
    const body = { body: '书记会', on: '2024-01-20', number: '3号', version: 1 }
    expect((await ratifier(`/snapshots/${snapshot}/ratification`, post(body))).status).toBe(200)
    await placeEntries(world.db, keeper, '2026-01-01T00:00:00Z')
    const files = await bundle()
    const report = checkBundle(files)
    expect(report).toMatchObject({ faults: [], proofs: 2, logged: 1 })
    const core = [...files].flatMap(([path, bytes]) =>
      path.startsWith('core/') ? [{ path, text: new TextDecoder().decode(bytes) }] : [],
    )
    expect(recomputed(core, hash)).toEqual([])
    const { units } = JSON.parse(text(files, 'core/result.json'))
    expect(units.map(({ total }: { total: string }) => total).toSorted()).toEqual(['60', '82'])
    expect(JSON.parse(text(files, 'bundle.json'))).toMatchObject({
      title: '2023年度考核',
      committee: 'own org',
      ratified: { body: '书记会', on: '2024-01-20', number: '3号' },
    })
  })

  it('has no person in it', async () => {
    for (const [path, bytes] of await bundle())
      for (const [login, id] of world.people) {
        const found = new TextDecoder().decode(bytes)
        expect([path, login, found.includes(id)]).toEqual([path, login, false])
      }
  })

  it('has the same core whenever it is asked for, and is refused when the log names another', async () => {
    const [first, again] = [await bundle(), await bundle()]
    expect(again).toEqual(first)
    const about = JSON.parse(text(first, 'bundle.json'))
    about.log.entries[0].change.after.bundle = hash('another')
    first.set('bundle.json', new TextEncoder().encode(JSON.stringify(about)))
    expect(checkBundle(first).faults.map(({ at }) => at)).toEqual(['bundle.json log/entries/0'])
  })
})
