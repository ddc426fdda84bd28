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
