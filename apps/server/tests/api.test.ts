import { endpoints } from '@kaohe/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../src/compose.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

// What stands outside the contract: pages a browser is sent to and back from, and this description itself.
const OUTSIDE = [
  'GET /api/elsewhere',
  'GET /api/elsewhere/callback',
  'GET /api/openapi.json',
  'GET /api/docs',
]

describe('the description of the API', () => {
  it('has every route of the server, and nothing else', async () => {
    const app = compose(world.services)
    const described = (await (await app.request('/api/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string }>>
    }
    expect(described.openapi).toBe('3.1.0')
    const said = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const unique = [...new Set(served)].filter((route) => !OUTSIDE.includes(route))
    expect(unique.toSorted()).toEqual(said.toSorted())
    const names = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(new Set(names).size).toBe(endpoints.length)
  })

  it('says of bytes that they are bytes, and of which type', async () => {
    type Content = { readonly content: Readonly<Record<string, unknown>> }
    type Operation = {
      readonly requestBody?: Content
      readonly responses: Readonly<Record<string, Content>>
    }
    const got = await compose(world.services).request('/api/openapi.json')
    const { paths } = (await got.json()) as { paths: Record<string, Record<string, Operation>> }
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const sent = paths['/api/units-import']!['post']!.requestBody!.content
    expect(sent).toEqual({ [sheet]: {}, 'text/csv': {} })
    const part = paths['/api/cycles/{cycle}/reports/{unit}/uploads/{upload}']!['put']!
    expect(Object.keys(part.requestBody!.content)).toEqual(['application/octet-stream'])
    const taken = paths['/api/cycles/{cycle}/reports/{unit}/workbook']!['get']!.responses['200']!
    expect(Object.keys(taken.content)).toEqual([sheet])
    expect(Object.keys(paths['/api/evidence/{file}']!['get']!.responses['200']!.content)).toEqual([
      '*/*',
    ])
  })

  it('is a page that loads nothing and runs nothing', async () => {
    const page = await (await compose(world.services).request('/api/docs')).text()
    expect(page).toContain('在一个组织下面增加组织')
    expect(page).not.toMatch(/<script|src=|https?:\/\//)
  })
})

describe('a dry run', () => {
  const names = async (): Promise<string> =>
    (await (await world.as('organiser', 'own'))('/units')).text
  const entries = () =>
    world.db
      .selectFrom('log_entry')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .execute()

  it.each([
    ['by a header', '/units', { 'Dry-Run': '1' }],
    ['by the address', '/units?dry-run=1', {}],
  ])('%s answers as the act would, and stores nothing', async (_, path, headers) => {
    const ask = await world.as('organiser', 'own')
    const body = { parent: world.units.own.id, name: '试运行的镇', kind: '镇' }
    const key = { 'Idempotency-Key': `rehearsal ${path}` }
    const before = [await names(), await entries()]
    const tried = await ask(path, { method: 'POST', body, headers: { ...headers, ...key } })
    expect([tried.status, tried.json.name]).toEqual([200, '试运行的镇'])
    expect([await names(), await entries()]).toEqual(before)
    const wrong = await ask(path, { method: 'POST', body: { ...body, name: '' }, headers })
    expect(wrong.status).toBe(422)
    const foreign = await world.as('organiser', 'sibling')
    expect((await foreign(path, { method: 'POST', body, headers })).status).toBe(404)
  })

  it('is refused where none can be had, and nothing happens', async () => {
    const headers = { 'Dry-Run': '1' }
    const body = { login: 'nobody', password: 'nothing' }
    const got = await world.ask('/session', { method: 'POST', body, headers })
    expect([got.status, got.json.title]).toEqual([400, '这个操作不能试运行，没有执行'])
  })
})
