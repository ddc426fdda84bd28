import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedCycle } from './reporting/cycle.ts'
import { type Got, startWorld, type World } from './world.ts'

type Write = (text: string, version?: number, seen?: string) => Promise<Got>

interface Cell {
  readonly name: string
  readonly write: Write
  /** How the log names it. */
  readonly object: string
  /** Texts that it takes, as they are shown. */
  readonly texts: readonly [string, string, string]
}

let world: World
const cells: Cell[] = []

beforeAll(async () => {
  world = await startWorld()
  const cycle = await seedCycle(world)
  const { id: unit } = world.units.child
  const clerk = await world.as('unit-clerk', 'child')
  const reviewer = await world.as('department-reviewer', 'own')
  const sent = (body: object, seen: string | undefined) => ({
    method: 'PUT',
    body,
    headers: seen === undefined ? {} : { 'If-Match': seen },
  })
  const desk = `/cycles/${cycle}/desks/organisation`
  cells.push(
    {
      name: 'a datum of a report',
      object: `entry/${cycle}/${unit}/hours/`,
      texts: ['1小时', '2小时', '3小时'],
      write: (text, version, seen) =>
        clerk(
          `/cycles/${cycle}/reports/${unit}/entries/hours`,
          sent({ state: 'value', text, version }, seen),
        ),
    },
    {
      name: 'a mark',
      object: `cycle/${cycle}/mark/organisation/brand/${unit}`,
      texts: ['1', '2', '3'],
      write: (text, version, seen) =>
        reviewer(`${desk}/marks`, sent({ unit, item: 'brand', text, version }, seen)),
    },
    {
      name: 'an opinion',
      object: `cycle/${cycle}/opinion/organisation/${unit}`,
      texts: ['一', '二', '三'],
      write: (comment, version, seen) =>
        reviewer(`${desk}/opinions`, sent({ unit, grade: null, comment, version }, seen)),
    },
  )
}, 120_000)
afterAll(() => world.stop())

/** Before and after of each entry of the log on an object, the first version first. */
async function chainOf(object: string): Promise<{ before?: object; after: { version: number } }[]> {
  const client = new Client({ connectionString: world.url })
  await client.connect()
  const { rows } = await client.query('SELECT change FROM log_entry WHERE object = $1', [object])
  await client.end()
  return rows.map(({ change }) => change).toSorted((a, b) => a.after.version - b.after.version)
}

describe.each([0, 1, 2])('what several people write', (at) => {
  it('is written over by one who saw it; who did not is shown both versions', async () => {
    const { name, write, texts } = cells[at]!
    const [first, second, third] = texts
    expect([name, (await write(first, 0)).status]).toEqual([name, 200])
    expect([name, (await write(second, undefined, '"1"')).status]).toEqual([name, 200])
    for (const late of [await write(third, 1), await write(third, undefined, '"1"')]) {
      expect(late.json.type).toBe('urn:kaohe:problem:changed')
      const { yours, standing } = late.json.versions
      expect([Object.values(yours), yours.version]).toEqual([expect.arrayContaining([third]), 1])
      expect([Object.values(standing), standing.version]).toEqual([
        expect.arrayContaining([second]),
        2,
      ])
    }
    expect((await write(third, 1)).status).toBe(409)
    expect((await write(third, undefined, '"1"')).status).toBe(412)
    const none = await write(third, 9)
    expect(none.json.versions.standing.version).toBe(2)
  })

  it('is chained in the log: each entry begins where the one before ended', async () => {
    const chain = await chainOf(cells[at]!.object)
    expect(chain.map(({ after }) => after.version)).toEqual([1, 2])
    expect(chain[0]!.before).toBeUndefined()
    expect(chain[1]!.before).toEqual(chain[0]!.after)
  })

  it('is written by one of those who write at the same moment', async () => {
    const { name, write, texts } = cells[at]!
    const all = await Promise.all(Array.from({ length: 8 }, () => write(texts[0], 2)))
    const won = all.filter(({ status }) => status === 200)
    const lost = all.filter(({ status }) => status === 409)
    expect([name, won.length, lost.length]).toEqual([name, 1, 7])
    expect(new Set(lost.map(({ json }) => json.versions.standing.version))).toEqual(new Set([3]))
  })
})

describe('If-Match', () => {
  it.each(['*', '3', '"x"', 'W/"3"'])('names a version, not %s', async (seen) => {
    const got = await cells[0]!.write('1', undefined, seen)
    expect([got.status, got.json.title]).toEqual([
      400,
      'If-Match 要写一个版本，如 "3"；还没有的写 "0"',
    ])
  })

  it('does not say something else than the body', async () => {
    const got = await cells[0]!.write('1', 2, '"3"')
    expect([got.status, got.json.title]).toEqual([400, 'If-Match 和内容里的 version 不一样'])
    expect((await cells[0]!.write('1', 3, '"3"')).status).toBe(200)
  })

  it('is refused where nothing is replaced, and does not stop reading', async () => {
    const ask = await world.as('organiser', 'own')
    const headers = { 'If-Match': '"1"' }
    const body = { parent: world.units.own.id, name: '新镇', kind: '镇' }
    const got = await ask('/units', { method: 'POST', body, headers })
    expect([got.status, got.json.title]).toEqual([400, '这个操作不带版本，不能用 If-Match'])
    expect((await ask('/units', { headers })).status).toBe(200)
  })

  it('belongs to what a repeated request is known by', async () => {
    const { object } = cells[0]!
    const [, cycle, unit, fact] = object.split('/')
    const clerk = await world.as('unit-clerk', 'child')
    const again = (seen: string) =>
      clerk(`/cycles/${cycle}/reports/${unit}/entries/${fact}`, {
        method: 'PUT',
        body: { state: 'value', text: '7' },
        headers: { 'If-Match': seen, 'Idempotency-Key': 'the same' },
      })
    const first = await again('"4"')
    expect(first.status).toBe(200)
    expect((await again('"4"')).json).toEqual(first.json)
    expect((await again('"5"')).status).toBe(409)
  })
})
