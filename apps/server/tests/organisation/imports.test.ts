import { formats } from '@kaohe/documents'
import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobKinds } from '../../src/jobs/index.ts'
import { workOnce } from '../../src/jobs/work.ts'
import { PASSWORD, startWorld, type World } from '../world.ts'

let world: World
let cookie: string
let under: string
beforeAll(async () => {
  world = await startWorld()
  under = world.units.own.id
  const body = { login: 'own-organiser', password: PASSWORD }
  const got = await world.ask('/session', { method: 'POST', body })
  cookie = (got as { cookie?: string }).cookie!.split(';', 1)[0]!
})
afterAll(() => world.stop())

async function send(path: string, file: Uint8Array | string, name = 'units.csv') {
  const mark = path.includes('?') ? '&' : '?'
  const address = `/api${path}${mark}under=${under}&file=${name}`
  const init = { method: 'POST', headers: { Cookie: cookie }, body: file }
  const response = await world.app.request(address, init)
  // Each test knows the shape of what it looks at.
  // oxlint-disable-next-line typescript/no-explicit-any
  return { status: response.status, json: (await response.json()) as any }
}

const preview = (file: Uint8Array | string, name?: string) =>
  send('/units-import/preview', file, name)
const carryOut = (file: Uint8Array | string, basis: string, name?: string) =>
  send(`/units-import?basis=${basis}`, file, name)

async function exported(format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const address = `/api/units-export?under=${under}&format=${format}`
  const response = await world.app.request(address, { headers: { Cookie: cookie } })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

async function state(): Promise<unknown> {
  const asker = { org: world.units.own.id, path: world.units.own.path }
  return acting(world.db, asker, async (db) => [
    await db.selectFrom('unit').selectAll().orderBy('id').execute(),
    await db.selectFrom('unit_place').selectAll().orderBy('org').orderBy('from_on').execute(),
    await db.selectFrom('unit_attribute').selectAll().orderBy('org').execute(),
  ])
}

describe('an import', () => {
  it('shows every change, and carries it out all at once', async () => {
    const file =
      '名称,类别,上级,成立日期,团员数\n一村,村,新镇,2019年5月4日,12\n新镇,镇,,,\nchild org,县,,,7\n'
    const { json } = await preview(file)
    expect(json.counts).toMatchObject({ added: 2, changed: 1, faults: 0 })
    expect(json.changed[0].fields).toEqual([
      { field: '类别', was: '团委', is: '县' },
      { field: '团员数', was: null, is: '7' },
    ])
    expect((await carryOut(file, json.basis)).json).toEqual({
      job: null,
      added: 2,
      changed: 1,
      moved: 0,
    })
    const again = await preview(file)
    expect(again.json.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  })

  it('of what was exported changes nothing', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { json } = await preview(await exported(format), `units.${format}`)
      expect(json.faults).toEqual([])
      expect(json.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    }
  })

  it('is refused when the tree changed after the preview', async () => {
    const file = '名称,类别\n晚来的,镇\n'
    const { json } = await preview(file)
    const ask = await world.as('organiser', 'own')
    await ask('/units', { method: 'POST', body: { parent: under, name: '先来的', kind: '镇' } })
    const before = await state()
    expect((await carryOut(file, json.basis)).status).toBe(409)
    expect(await state()).toEqual(before)
  })

  it('is refused when the file is another one', async () => {
    const { json } = await preview('名称,类别\n看过的,镇\n')
    expect((await carryOut('名称,类别\n没看过的,镇\n', json.basis)).status).toBe(409)
  })

  it('moves and renames with all below, and keeps what was', async () => {
    const ask = await world.as('organiser', 'own')
    const found = await ask('/units/search?q=新镇')
    const [town] = found.json.units
    const file = `编号,名称,类别,上级\n${town.id},大镇,镇,child org\n`
    const { json } = await preview(file)
    expect((await carryOut(file, json.basis)).json).toMatchObject({ changed: 1, moved: 2 })
    const { json: page } = await ask(`/units/${town.id}/page`)
    expect(page.above.at(-1).name).toBe('child org')
    const { json: formerly } = await ask('/units/search?q=新镇')
    expect(formerly.units).toMatchObject([{ id: town.id, name: '大镇' }])
    const { json: village } = await ask('/units/search?q=一村')
    expect(village.units[0].above).toBe('大镇')
  })

  it.each([
    ['', /空文件/],
    ['名称,类别\n', /没有数据行/],
    ['{"units":[]}', /json/],
  ])('of %j says why it cannot be read', async (file, message) => {
    const { status, json } = await preview(file, file.startsWith('{') ? 'x.json' : 'x.csv')
    expect(status).toBe(422)
    expect(json.faults[0].message).toMatch(message)
  })
})

// Twenty sorts of faults: what stands in the cells 编号, 名称, 类别, 上级, 成立日期, 团员数, 简称, 分组.
const SORTS: readonly ((n: number) => readonly string[])[] = [
  () => ['', '', '村'],
  (n) => ['', `${n}${'长'.repeat(201)}`, '村'],
  (n) => ['', `甲/乙${n}`, '村'],
  (n) => ['', `${n}`, '村'],
  () => ['', '单位7', '村', '区1'],
  (n) => ['', `甲${n}`, ''],
  (n) => ['', `乙${n}`, '长'.repeat(51)],
  (n) => ['', `丙${n}`, '村', '没有'],
  (n) => ['', `丁${n}`, '村', `丁${n}`],
  (n) => ['', `戊${n}`, '村', '', '去年'],
  (n) => ['', `己${n}`, '村', '', '2099-01-01'],
  (n) => ['', `庚${n}`, '村', '', '1800-01-01'],
  (n) => ['', `辛${n}`, '村', '', '2023-02-30'],
  (n) => ['', `壬${n}`, '村', '', '', '十几'],
  (n) => ['', `癸${n}`, '村', '', '', '-1'],
  (n) => ['', `子${n}`, '村', '', '', '1.5'],
  (n) => ['', `丑${n}`, '村', '', '', '', '长'.repeat(201)],
  (n) => ['', `寅${n}`, '村', '', '', '', '', '长'.repeat(51)],
  (n) => ['x', `卯${n}`, '村'],
  (n) => ['00000000-0000-4000-8000-000000000000', `辰${n}`, '村'],
]
const UNITS = 50_000
const EACH = 25
const HEADING = ['编号', '名称', '类别', '上级', '成立日期', '团员数', '简称', '分组']

function workbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const columns = HEADING.map((heading) => ({ id: heading, heading, type: 'text' as const }))
  const filled = rows.map((row) => HEADING.map((_, at) => row[at] ?? null))
  const xlsx = formats.find(({ name }) => name === 'xlsx')!
  return xlsx.write([{ id: 'units', title: '组织', columns, rows: filled }]) as Promise<Uint8Array>
}

function goodRows(units: number): string[][] {
  return Array.from({ length: units }, (_, n) =>
    n < 500
      ? ['', `区${n}`, '区', '', '2001-05-04', '']
      : ['', `单位${n}`, '村', `区${n % 500}`, '', `${n % 90}`],
  )
}

/** Large files are imported in the background. @returns the job as its owner sees it then */
async function inBackground(file: Uint8Array, basis: string) {
  const { json } = await carryOut(file, basis, 'units.xlsx')
  while (await workOnce(world.services, jobKinds));
  const ask = await world.as('organiser', 'own')
  return (await ask(`/jobs/${json.job}`)).json
}

describe('a workbook of 50,000 units', { timeout: 240_000 }, () => {
  it('names each of 500 faults of 20 sorts by sheet, row and column, and changes nothing', async () => {
    const rows: (readonly string[])[] = goodRows(UNITS)
    const bad = Array.from({ length: SORTS.length * EACH }, (_, n) => 1000 + n * 97)
    for (const [n, at] of bad.entries()) rows[at] = SORTS[n % SORTS.length]!(n)
    const file = await workbook(rows)
    const before = await state()
    const { json } = await preview(file, 'units.xlsx')
    expect(json.basis).toBeNull()
    expect(await state()).toEqual(before)
    const places = json.faults.map((fault: { row: number }) => fault.row)
    // Row 1 is the heading, and 单位7 stands where the first of its sort does: all others collide with it.
    expect(new Set(places).size).toBeGreaterThanOrEqual(bad.length - 1)
    for (const fault of json.faults) {
      expect(fault.sheet).toBe('组织')
      expect(fault.column).toMatch(/^[A-H]$/)
      expect(fault.write).not.toBe('')
    }
    const job = await inBackground(file, 'x')
    expect(job).toMatchObject({
      state: 'failed',
      problem: '文件里有不能导入的行，请重新预览',
    })
    expect(await state()).toEqual(before)
  })
})

const MANY = 10_000

describe('ten thousand units', { timeout: 120_000 }, () => {
  it('is imported, found and listed', async () => {
    const file = await workbook(goodRows(MANY))
    const { json } = await preview(file, 'units.xlsx')
    expect(json.counts).toMatchObject({ added: MANY, faults: 0 })
    expect(await inBackground(file, json.basis)).toMatchObject({
      state: 'done',
      said: `已导入：增加 ${MANY} 个，修改 0 个`,
      page: `/units?below=${under}`,
    })
    const ask = await world.as('organiser', 'own')
    const { json: found } = await ask('/units/search?q=单位9999')
    expect(found.units).toHaveLength(1)
    const { json: page } = await ask(`/units?parent=${under}`)
    expect(page.units).toHaveLength(100)
    expect(page.next).not.toBeNull()
  })

  it('is exported in the background, as the file that one at once would be', async () => {
    const ask = await world.as('organiser', 'own')
    const body = { under, format: 'csv' }
    const { json } = await ask('/units-export', { method: 'POST', body })
    expect(json.units).toBeGreaterThan(MANY)
    while (await workOnce(world.services, jobKinds));
    const job = (await ask(`/jobs/${json.job}`)).json
    expect(job).toMatchObject({ state: 'done', file: 'own org组织.csv' })
    const { text } = await ask(`/jobs/${json.job}/file`)
    expect(text).toBe(new TextDecoder('utf-8', { ignoreBOM: false }).decode(await exported('csv')))
    const few = await ask('/units-export', {
      method: 'POST',
      body: { under: world.units.child.id, format: 'csv' },
    })
    expect(few.json).toMatchObject({ job: null })
  })
})
