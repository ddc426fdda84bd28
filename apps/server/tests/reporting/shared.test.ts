import { randomUUID } from 'node:crypto'
import { acting, insertUnit } from '@kaohe/storage'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountRoles } from '@kaohe/domain'
import { places, type Sent, startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

type Ask = (path: string, sent?: Sent) => ReturnType<World['ask']>

let world: World
let cycle: string
let facts: string
let reviewer: Ask
let clerk: Ask
const second = randomUUID()

beforeAll(async () => {
  world = await startWorld()
  cycle = await seedCycle(world)
  facts = `/cycles/${cycle}/facts`
  reviewer = await world.as('department-reviewer', 'own')
  clerk = await world.as('unit-clerk', 'child')
  const { id: org, path } = world.units.own
  await acting(world.db, { org, path, role: 'organiser' }, async (db) => {
    await insertUnit(db, path, { id: second, name: '第二镇团委', kind: '镇' }, '2020-01-01')
    const part = { org, cycle, unit: second, type: 'township', peer_group: null }
    await db
      .insertInto('assessee')
      .values({ ...part, excluded_because: null, undecided_because: null })
      .execute()
  })
}, 60_000)
afterAll(() => world.stop())

const cell = (unit: string, text: string, version = 0) => ({ unit, period: null, text, version })
const write = (cells: object[], ask = reviewer) =>
  ask(`${facts}/on-time`, { method: 'PUT', body: { cells } })
const textsOf = async () =>
  (await reviewer(`${facts}?fact=on-time`)).json.table.rows.map(
    (row: { cells: { text: string | null }[] }) => row.cells[0]?.text,
  )

describe('data said once for many units', () => {
  it('are those that somebody else than the unit supplies', async () => {
    const { json } = await reviewer(facts)
    expect(json.facts).toMatchObject([{ id: 'on-time', supplier: '组织部', filled: 0 }])
    expect(json.table.rows).toHaveLength(2)
    expect((await reviewer(`${facts}?fact=fee-rate`)).status).toBe(404)
  })

  it('are taken all or none, each fault at its place', async () => {
    const bad = await write([
      cell(second, '是'),
      cell(world.units.child.id, '也许'),
      cell(world.units.cousin.id, '是'),
      { ...cell(second, '是'), period: '2023-04' },
    ])
    expect([
      bad.status,
      bad.json.faults.map(({ pointer }: { pointer: string }) => pointer),
    ]).toEqual([422, ['/body/cells/1/text', '/body/cells/2/text', '/body/cells/3/text']])
    expect(await textsOf()).toEqual([null, null])
  })

  it('appear in each unit’s report with their source, and are not written over unseen', async () => {
    const done = await write([cell(second, '否'), cell(world.units.child.id, '是')])
    expect(done.json).toEqual({ changed: 2 })
    const { json } = await clerk(`/cycles/${cycle}/reports/${world.units.child.id}`)
    const item = json.items.find(({ id }: { id: string }) => id === 'table')
    expect(item.yields.points).toBe('5')
    expect(item.cells[0].entry.source).toBe('组织部提供，own org录入')
    expect((await write([cell(second, '是')])).status).toBe(409)
    expect((await write([cell(second, '', 1)])).json).toEqual({ changed: 1 })
    expect(new Set(await textsOf())).toEqual(new Set(['是', null]))
  })

  it('show what a unit holds against them', async () => {
    await clerk(`/cycles/${cycle}/reports/${world.units.child.id}/contests`, {
      method: 'POST',
      body: { fact: 'on-time', reason: '记错了' },
    })
    const { json } = await reviewer(facts)
    const contested = json.table.rows.flatMap(
      (row: { cells: { contested: string | null }[] }) => row.cells[0]?.contested ?? [],
    )
    expect(contested).toEqual(['记错了'])
  })

  it('are shared by the three roles of the committee, and by nobody else', async () => {
    const seen: string[] = []
    for (const place of places)
      for (const role of accountRoles) {
        const { status } = await (await world.as(role, place))(facts)
        if (status !== 404) seen.push(`${place} ${role} ${status}`)
      }
    expect(seen).toEqual([
      'own organiser 200',
      'own department-head 200',
      'own department-reviewer 200',
    ])
  }, 60_000)
})

describe('the table as a workbook', () => {
  const sheet = async (change: (sheet: ExcelJS.Worksheet) => void) => {
    const out = await world.app.request(`/api${facts}/on-time/sheet`, {
      headers: { Cookie: await cookieOf() },
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await out.arrayBuffer())
    change(book.worksheets[0]!)
    const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
    return reviewer(`${facts}/on-time/sheet`, {
      method: 'POST',
      body: { name: '表.xlsx', content },
    })
  }

  // The page downloads by a link, so this asks as a browser does.
  async function cookieOf(): Promise<string> {
    const answer = await world.app.request('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: 'own-department-reviewer', password: 'correct horse' }),
    })
    return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  }

  const rowOf = (of: ExcelJS.Worksheet, id: string) =>
    [1, 2, 3].map((at) => of.getRow(at)).find((row) => row.getCell(1).value === id)!

  it('comes back with what was filled in, by the identifiers of the units', async () => {
    const { json } = await sheet((of) => {
      rowOf(of, second).getCell(2).value = '改了名的镇'
      rowOf(of, second).getCell(3).value = '是'
    })
    expect(json.refused).toEqual([])
    expect(json.cells).toContainEqual({ unit: second, period: null, text: '是' })
  })

  it('names every row that is no unit’s, and takes nothing of it', async () => {
    const { json } = await sheet((of) => of.addRow(['', '没有的镇', '是']))
    expect(json.refused).toEqual([
      { place: '按时报表!B4', message: '“没有的镇”：这项数据没有这个单位' },
    ])
  })
})
