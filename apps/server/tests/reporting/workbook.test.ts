import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../src/compose.ts'
import { startWorld, type World } from '../world.ts'
import { seedCycle } from './cycle.ts'

let world: World
let report: string
let ask: Awaited<ReturnType<World['as']>>
let cookie: string
beforeAll(async () => {
  world = await startWorld()
  const cycle = await seedCycle(world)
  report = `/cycles/${cycle}/reports/${world.units.child.id}`
  ask = await world.as('unit-clerk', 'child')
  const app = compose(world.services)
  const session = await app.request('/api/session', {
    method: 'POST',
    body: JSON.stringify({ login: 'child-unit-clerk', password: 'correct horse' }),
  })
  cookie = session.headers.get('Set-Cookie')!.split(';', 1)[0]!
}, 60_000)
afterAll(() => world.stop())

async function workbook(): Promise<Excel.Workbook> {
  const app = compose(world.services)
  const response = await app.request(`/api${report}/workbook`, { headers: { Cookie: cookie } })
  const book = new Excel.Workbook()
  await book.xlsx.load(await response.arrayBuffer())
  return book
}

/** Writes into the cell of the unit below a heading that begins with `name`. */
function fill(book: Excel.Workbook, name: string, value: string | number): void {
  for (const sheet of book.worksheets)
    for (let row = 1; row <= sheet.rowCount; row += 1)
      for (let column = 1; column <= sheet.columnCount; column += 1) {
        if (!sheet.getCell(row, column).text.startsWith(name)) continue
        for (let below = row + 1; below <= sheet.rowCount; below += 1)
          if (JSON.stringify(sheet.getRow(below).values).includes('child org')) {
            sheet.getCell(below, column).value = value
            return
          }
      }
  throw new Error(`no column ${name}`)
}

async function sent(book: Excel.Workbook) {
  const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
  return { name: '填报.xlsx', content }
}

const preview = async (book: Excel.Workbook) =>
  ask(`${report}/workbook/preview`, { method: 'POST', body: await sent(book) })
const take = async (book: Excel.Workbook, digest: string) =>
  ask(`${report}/workbook`, { method: 'POST', body: { ...(await sent(book)), digest } })

describe('the workbook', () => {
  it('goes out and comes in unchanged with nothing to change', async () => {
    const { json } = await preview(await workbook())
    expect([json.changes, json.refused]).toEqual([[], []])
  })

  it('shows what it would change, takes exactly that, and only once', async () => {
    const book = await workbook()
    fill(book, '团费收缴率', 0.96)
    const { json } = await preview(book)
    expect(json.changes).toEqual([{ what: '团费收缴率', before: null, after: '96%' }])
    expect((await take(book, 'x')).status).toBe(409)
    expect((await take(book, json.digest)).json).toEqual({ changed: 1 })
    expect((await take(book, json.digest)).status).toBe(409)
    const { json: shown } = await ask(report)
    const [fee] = shown.items
    expect([fee.cells[0].entry.text, fee.yields.points]).toEqual(['96%', '10'])
  })

  it('is refused as a whole when one cell cannot be read or is not the unit’s', async () => {
    const book = await workbook()
    fill(book, '团费收缴率', 0.5)
    fill(book, '志愿服务时长', '很多')
    const wrong = await preview(book)
    expect(wrong.json.refused).toHaveLength(1)
    expect(wrong.json.refused[0].message).toMatch(/“很多”/)
    expect((await take(book, wrong.json.digest)).status).toBe(422)

    const others = await workbook()
    fill(others, '团费收缴率', 0.5)
    fill(others, '按时报表', '是')
    const { json } = await preview(others)
    expect(json.refused).toEqual([
      { place: '按时报表', message: '写的是“是”，由组织部提供，不能改；可以提出异议' },
    ])
    expect((await take(others, json.digest)).status).toBe(422)
    const { json: shown } = await ask(report)
    expect(shown.items[0].cells[0].entry.text).toBe('96%')
  })
})

describe('lists of events in the workbook', () => {
  const list = (book: Excel.Workbook) => book.getWorksheet('志愿服务活动')!
  const headOf = (of: Excel.Worksheet): { row: number; columns: Map<string, number> } => {
    for (let row = 1; row <= 6; row += 1) {
      const columns = new Map<string, number>()
      of.getRow(row).eachCell((cell, at) => columns.set(cell.text.split('（')[0]!, at))
      if (columns.has('参加人数')) return { row, columns }
    }
    throw new Error('no head')
  }
  const write = (book: Excel.Workbook, line: number, values: Record<string, string | number>) => {
    const of = list(book)
    const { row, columns } = headOf(of)
    const all = { 单位: 'child org', ...values }
    for (const [name, value] of Object.entries(all)) {
      const at = columns.get(name) ?? [...columns].find(([head]) => head.startsWith(name))?.[1]
      if (at === undefined) throw new Error(`${name}: ${[...columns.keys()].join()}`)
      of.getCell(row + line, at).value = value
    }
  }

  it('are taken with what each says, once', async () => {
    const book = await workbook()
    write(book, 1, { 日期: '2023-03-05', 活动级别: '区级', 参加人数: 12 })
    write(book, 2, { 日期: '2023-04-05', 活动级别: '市级', 参加人数: 20 })
    const { json } = await preview(book)
    expect(json.refused).toEqual([])
    expect(json.changes).toMatchObject([
      { what: '新记一件：志愿服务活动', after: '2023-03-05，活动级别 区级，参加人数 12人' },
      { after: '2023-04-05，活动级别 市级，参加人数 20人' },
    ])
    expect((await take(book, json.digest)).json).toEqual({ changed: 2 })
    const again = await preview(book)
    expect(again.json.changes).toEqual([])
    expect(again.json.notes).toContain('有 2 件与已经记下的相同，没有再记一次')
  })

  it('come out with their identifiers, so that a correction finds its row', async () => {
    const book = await workbook()
    const { row, columns } = headOf(list(book))
    const at = columns.get('参加人数')!
    const lines = Array.from({ length: 8 }, (_, i) => i + 1)
    const found = lines.find((line) =>
      list(book)
        .getCell(row + line, at)
        .text.startsWith('12'),
    )!
    list(book).getCell(row + found, at).value = 14
    const { json } = await preview(book)
    expect(json.changes).toEqual([
      {
        what: '改正一件：志愿服务活动',
        before: '2023-03-05，活动级别 区级，参加人数 12人',
        after: '2023-03-05，活动级别 区级，参加人数 14人',
      },
    ])
    expect((await take(book, json.digest)).json).toEqual({ changed: 1 })
    const { json: shown } = await ask(report)
    expect(shown.events[0].rows).toHaveLength(2)
  })

  it('are refused as a whole, each fault by sheet, row and column', async () => {
    const book = await workbook()
    write(book, 5, { 日期: '2022-03-05', 活动级别: '区级', 参加人数: 12 })
    write(book, 6, { 日期: '2023-05-05', 活动级别: '全球级', 参加人数: 12 })
    const { json } = await preview(book)
    expect(json.refused.length).toBeGreaterThanOrEqual(1)
    for (const { place } of json.refused) expect(place).toMatch(/志愿服务活动!\$?[A-Z]+\d+/)
    expect((await take(book, json.digest)).status).toBe(422)
  })
})

describe('the declaration that all events are in', () => {
  const declare = (book: Excel.Workbook, word: string | null): void => {
    const sheet = book.getWorksheet('事件报齐')!
    sheet.eachRow((row) => {
      if (row.getCell(1).text === '志愿服务活动') row.getCell(2).value = word
    })
  }
  const isComplete = async (): Promise<boolean> => (await ask(report)).json.events[0].complete

  it('is made in a workbook, goes out with it, and a blank takes nothing back', async () => {
    const book = await workbook()
    declare(book, '是')
    const { json } = await preview(book)
    const declared = { what: '声明报齐：志愿服务活动', before: '还没有报齐', after: '已报齐' }
    expect([json.changes, json.refused]).toEqual([[declared], []])
    expect((await take(book, json.digest)).json).toEqual({ changed: 1 })
    expect(await isComplete()).toBe(true)
    const out = await workbook()
    expect((await preview(out)).json.changes).toEqual([])
    declare(out, null)
    expect((await preview(out)).json.changes).toEqual([])
  })

  it('is taken back by 否, and only once', async () => {
    const book = await workbook()
    declare(book, '否')
    const { json } = await preview(book)
    expect(json.changes.map(({ what }: { what: string }) => what)).toEqual([
      '撤回报齐：志愿服务活动',
    ])
    expect((await take(book, json.digest)).json).toEqual({ changed: 1 })
    expect(await isComplete()).toBe(false)
    expect((await take(book, json.digest)).status).toBe(409)
  })
})
