import { createHash } from 'node:crypto'
import { recomputed } from '@kaohe/bundle'
import { checkBundle } from '@kaohe/checker'
import { acting } from '@kaohe/storage'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loginOf, PASSWORD, startWorld, type World } from '../world.ts'
import { addTownship, post, released, reported, SCHEME, seedYear } from './year.ts'

// A consequence that goes by the grade.
const WITH_HONOUR = `${SCHEME}结果运用:
  - {编号: honour, 名称: 通报表扬, 措施: 表彰, 范围: {等次: [good]}, 条款: 五}
`
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

let world: World
let cycle: string
let snapshot: string
let other: string

beforeAll(async () => {
  world = await startWorld()
  cycle = await seedYear(world, WITH_HONOUR)
  other = await addTownship(world, cycle, '新河镇团委')
  await reported(world, cycle, world.units.child.id, { 'fee-rate': '96%', hours: '50小时' })
  await reported(world, cycle, other, { 'fee-rate': '96%', hours: '120小时' })
  const organiser = await world.as('organiser', 'own')
  snapshot = (await organiser(`/cycles/${cycle}/snapshots`, post({ name: '会前' }))).json.id
}, 120_000)
afterAll(() => world.stop())

const ask = () => world.as('organiser', 'own')
const ADJUSTING = {
  matter: 'grade-adjusted',
  value: 'good',
  body: '书记会',
  decidedOn: '2024-01-19',
  number: '2号',
  mover: '张书记',
  reason: '抗洪表现突出',
  votes: { for: 5, against: 1, abstained: 0 },
}
const adjust = async (more: object = {}) => {
  const body = { assessee: world.units.child.id, ...ADJUSTING, ...more }
  return (await ask())(`/snapshots/${snapshot}/resolutions`, post(body))
}
const child = async () => {
  const { json } = await (await ask())(`/snapshots/${snapshot}`)
  return json.units.find(({ unit }: { unit: string }) => unit === world.units.child.id)
}

describe('a grade that follows from the points and is adjusted by the body that ratifies', () => {
  it('is offered as a matter of its own', async () => {
    const { json } = await (await ask())(`/snapshots/${snapshot}`)
    expect(json.matters).toEqual([
      { on: 'grade-adjusted', name: '等次调整', asks: 'grade', body: '书记会' },
    ])
    expect(await child()).toMatchObject({ points: '70', grade: 'fair', adjusted: null })
  })

  it.each([
    ['without the vote', { votes: null }],
    ['without who moved it', { mover: ' ' }],
    ['without a reason', { reason: '' }],
    ['by another body', { body: '办公会' }],
    ['to the grade that was computed', { value: 'fair' }],
    ['to a grade that is none', { value: 'splendid' }],
  ])('is refused %s', async (_, more) => {
    expect((await adjust(more)).status).toBe(422)
    expect(await child()).toMatchObject({ grade: 'fair', adjusted: null })
  })

  it('stands beside the computed one, wherever it is shown, and what goes by the grade follows it', async () => {
    const { json } = await adjust()
    expect(json.resolution).toMatchObject({ matterName: '等次调整', said: '好', mover: '张书记' })
    expect(await child()).toMatchObject({
      points: '70',
      grade: 'good',
      adjusted: { from: 'fair' },
      gradeReasons: [
        '总分70分，较好为不足80分',
        '书记会2024-01-19决定（2号；抗洪表现突出）由较好调整为好',
      ],
    })
    const one = (await (await ask())(`/snapshots/${snapshot}/assessees/${world.units.child.id}`))
      .json
    expect(one.consequences).toMatchObject([{ id: 'honour', met: 'yes' }])
    expect(one.unit.adjusted).toEqual({ from: 'fair' })
  })

  it('is withdrawn by another decision, and put back', async () => {
    expect((await adjust({ value: null, votes: null })).status).toBe(200)
    expect(await child()).toMatchObject({ grade: 'fair', adjusted: null })
    expect((await adjust()).status).toBe(200)
  })

  it('is carried by the bundle as data, and the computed result is computed again to the byte', async () => {
    await released(world, (snapshot = await ratifiedAgain()), ['grade'])
    const files = await bundle()
    expect(checkBundle(files).faults).toEqual([])
    const text = (path: string): string => new TextDecoder().decode(files.get(path))
    const core = [...files.keys()]
      .filter((path) => path.startsWith('core/'))
      .map((path) => ({ path, text: text(path) }))
    expect(recomputed(core, hash)).toEqual([])
    expect(text('core/facts.json')).toContain('表决：同意 5，反对 1，弃权 0')
    expect(text('core/result.json')).toContain('由较好调整为好')
    expect(text('core/proofs.json')).toContain('计算为较好，调整为好')
    expect([...files.keys()].filter((path) => text(path).includes('张书记'))).toEqual([])
    const without = core.map((file) =>
      file.path === 'core/facts.json'
        ? { ...file, text: file.text.replace('"value": "good"', '"value": "fair"') }
        : file,
    )
    expect(recomputed(without, hash)).toContain('core/result.json')
  })

  it('is told to the unit with both grades, and not how it was voted', async () => {
    const { json, text } = await (await world.as('unit-head', 'child'))('/released')
    expect(json.results[0]).toMatchObject({
      grade: '好',
      adjusted: '按得分计算为较好，书记会2024-01-19调整为好',
    })
    // An identifier may hold any figure.
    const said = text.replace(/[0-9a-f-]{36}/g, '')
    for (const secret of ['张书记', '抗洪', '同意 5', '70']) expect(said).not.toContain(secret)
  })

  it('is what the years after look back to', async () => {
    const { id: org, path } = world.units.own
    const row = await acting(world.db, { org, path, role: 'organiser' }, (db) =>
      db.selectFrom('snapshot').select('outcome').where('id', '=', snapshot).executeTakeFirst(),
    )
    const mine = { unit: world.units.child.id, grade: 'good', met: ['honour'] }
    expect(row?.outcome).toContainEqual(expect.objectContaining(mine))
  })
})

async function ratifiedAgain(): Promise<string> {
  const ratifier = await world.as('ratifier', 'own')
  const said = { body: '书记会', on: '2024-01-20', number: '3号', because: null, version: 1 }
  const done = await ratifier(`/snapshots/${snapshot}/ratification`, post(said))
  expect(done.status).toBe(200)
  return snapshot
}

async function bundle(): Promise<Map<string, Uint8Array>> {
  const login = { login: loginOf('organiser', 'own'), password: PASSWORD }
  const body = JSON.stringify(login)
  const signedIn = await world.app.request('/api/session', { method: 'POST', body })
  const Cookie = signedIn.headers.get('Set-Cookie')!.split(';', 1)[0]!
  const path = `/api/snapshots/${snapshot}/bundle`
  const answer = await world.app.request(path, { headers: { Cookie } })
  return new Map(Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))))
}
