import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { compose } from '../src/compose.ts'
import { isStorageFull } from '../src/http/away.ts'
import { readSettings } from '../src/settings.ts'
import { spaceOn } from '../src/watch/index.ts'
import { loginOf, PASSWORD, startWorld, type World } from './world.ts'

const LEAST = 200
const MEGABYTE = 2 ** 20

let world: World
const disk = { free: 0 }
let app: Hono
let cookie: string

const sent = (path: string, body: object): Promise<Response> =>
  Promise.resolve(
    app.request(`/api${path}`, { method: 'POST', headers: { cookie }, body: JSON.stringify(body) }),
  )
const names = async (): Promise<string> => {
  const below = `/api/units?parent=${world.units.own.id}`
  return (await app.request(below, { headers: { cookie } })).text()
}
const unit = () => ({ parent: world.units.own.id, name: '新设团支部', kind: '支部' })

beforeAll(async () => {
  world = await startWorld()
  world.services.log.level = 'silent'
})
afterAll(() => world.stop())
beforeEach(async () => {
  disk.free = LEAST - 1
  const space = spaceOn('/', LEAST, async () => disk.free * MEGABYTE)
  app = compose({ ...world.services, space })
  const got = await sent('/session', { login: loginOf('organiser', 'own'), password: PASSWORD })
  cookie = got.headers.getSetCookie()[0]!.split(';', 1)[0]!
})

describe('while the disk is nearly full', () => {
  it('one signs in and reads, and what would write is refused with what to do', async () => {
    const read = await app.request('/api/units', { headers: { cookie } })
    expect(read.status).toBe(200)
    const refused = await sent('/units', unit())
    expect(refused.status).toBe(507)
    expect(await refused.json()).toMatchObject({
      type: 'urn:kaohe:problem:storage-full',
      title: '服务器的存储空间快用完了，现在只能查看，不能保存',
    })
    expect(await names()).not.toContain('新设团支部')
  })
  it('and is written again by itself where there is room', async () => {
    expect((await sent('/units', unit())).status).toBe(507)
    disk.free = LEAST
    await vi.waitFor(async () => expect((await sent('/units', unit())).status).toBe(200), 5000)
    expect(await names()).toContain('新设团支部')
  })
})

describe('how much is free', () => {
  it('is looked up once for all who ask in the same moment, and nobody looks at 0', async () => {
    const looks: number[] = []
    const look = async (): Promise<number> => looks.push(0)
    const space = spaceOn('/', LEAST, look)
    await Promise.all([space.isShort(), space.isShort(), space.free()])
    expect(looks).toHaveLength(1)
    const off = spaceOn('/', 0, look)
    expect([await off.isShort(), looks.length]).toEqual([false, 1])
  })
  it('is what the disk says', async () => {
    const space = spaceOn('/', LEAST)
    expect(await space.free()).toBeGreaterThan(0)
  })
  it('has a least that is set in megabytes', () => {
    expect(readSettings({}, []).leastFreeMb).toBe(200)
    expect(readSettings({ KAOHE_LEAST_FREE_MB: '0' }, []).leastFreeMb).toBe(0)
    expect(() => readSettings({ KAOHE_LEAST_FREE_MB: '1G' }, [])).toThrow(
      'KAOHE_LEAST_FREE_MB 写的是“1G”，要写 0 到 1000000 的整数',
    )
  })
})

describe('a disk that is full', () => {
  it.each([
    [{ code: '53100', severity: 'ERROR' }, true],
    [{ code: 'ENOSPC', syscall: 'write' }, true],
    [{ code: '53200', severity: 'ERROR' }, false],
    [{ code: 'EACCES', syscall: 'open' }, false],
  ])('%o: %s', (fields, full) => {
    expect(isStorageFull(Object.assign(new Error('x'), fields))).toBe(full)
  })
})
