import { RootOf, isConsistent, isIncluded, leafOf } from '@kaohe/checker'
import { accountRoles } from '@kaohe/domain'
import { placeEntries } from '@kaohe/storage'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { places, startWorld, type World } from './world.ts'

let world: World
const keeper = { origin: 'test', sign: (text: string) => text }

async function addUnits(count: number, name: string): Promise<void> {
  const ask = await world.as('organiser', 'own')
  for (let i = 0; i < count; i += 1) {
    const body = { parent: world.units.own.id, name: `${name}${i}`, kind: '镇' }
    expect((await ask('/units', { method: 'POST', body })).status).toBe(200)
  }
  await placeEntries(world.db, keeper, '2026-01-01T00:00:00Z')
}

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex')
const hexOf = (leaf: string): string =>
  Buffer.from(leafOf(Buffer.from(leaf, 'base64'))).toString('hex')
const rootIn = (note: string): Uint8Array => Buffer.from(note.split('\n')[2]!, 'base64')

beforeAll(async () => {
  world = await startWorld()
  await addUnits(3, '先')
})
afterAll(() => world.stop())

describe('the log', () => {
  it.each(places)('is shown to auditors and observers alone, asked from %s', async (place) => {
    for (const role of accountRoles) {
      const ask = await world.as(role, place)
      const may = role === 'audit-administrator' || role === 'observer'
      for (const path of ['/log', '/log/checkpoint', '/log/lines', '/log/0/proof', '/log/growth/1'])
        expect([role, path, (await ask(path)).status]).toEqual([role, path, may ? 200 : 404])
    }
  })

  it('shows the acts of the own tree and below, and of none beside or above', async () => {
    const own = await (await world.as('audit-administrator', 'own'))('/log')
    expect(own.json.acts.some(({ act }: { act: string }) => act === 'unit.change')).toBe(true)
    for (const place of ['sibling', 'child'] as const) {
      const theirs = await (await world.as('audit-administrator', place))('/log')
      expect(theirs.text).not.toContain('先0')
      expect(theirs.text).not.toContain(world.units.own.id)
    }
  })

  it('proves an act, and its own growth, to the independent verifier', async () => {
    const ask = await world.as('audit-administrator', 'own')
    const before = (await ask('/log/checkpoint')).json.checkpoint
    await addUnits(4, '后')
    const { lines } = (await ask('/log/lines')).json
    const { checkpoint, hashes } = (await ask('/log/1/proof')).json
    const leaf = bytes(lines[1].hash)
    const root = rootIn(checkpoint.note)
    const proof = hashes.map(bytes)
    expect(isIncluded({ index: 1, size: checkpoint.size, leaf, root, proof })).toBe(true)
    const growth = (await ask(`/log/growth/${before.size}`)).json
    expect(
      isConsistent({
        old: before.size,
        size: growth.checkpoint.size,
        oldRoot: rootIn(before.note),
        root,
        proof: growth.hashes.map(bytes),
      }),
    ).toBe(true)
  })

  it('exports every hash, so that the root can be found again', async () => {
    const ask = await world.as('audit-administrator', 'own')
    const { lines } = (await ask('/log/lines')).json
    const root = new RootOf()
    for (const { hash, leaf } of lines) {
      root.addHash(bytes(hash))
      expect(leaf === null ? hash : hexOf(leaf)).toBe(hash)
    }
    const { checkpoint } = (await ask('/log/checkpoint')).json
    expect(root.size).toBe(checkpoint.size)
    expect(Buffer.from(root.root())).toEqual(rootIn(checkpoint.note))
  })

  it('fails the act when its entry cannot be written, and nothing is stored', async () => {
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    await owner.query(
      `ALTER TABLE log_entry ADD CONSTRAINT none_more CHECK (act <> 'unit.change') NOT VALID`,
    )
    try {
      const ask = await world.as('organiser', 'own')
      const body = { parent: world.units.own.id, name: '没有记录的镇', kind: '镇' }
      expect((await ask('/units', { method: 'POST', body })).status).toBe(500)
      expect((await owner.query(`SELECT FROM unit WHERE name = '没有记录的镇'`)).rowCount).toBe(0)
    } finally {
      await owner.query('ALTER TABLE log_entry DROP CONSTRAINT none_more')
      await owner.end()
    }
  })

  it('is not altered by the application, and what the owner of the database alters is found', async () => {
    const asApplication = world.db.updateTable('log_entry').set({ act: 'nothing' }).execute()
    await expect(asApplication).rejects.toThrow(/permission denied/)
    await expect(world.db.deleteFrom('log_entry').execute()).rejects.toThrow(/permission denied/)
    const owner = new Client({ connectionString: world.url })
    await owner.connect()
    await owner.query(`UPDATE log_entry SET leaf = 'forged' WHERE position = 2`)
    await owner.end()
    const ask = await world.as('audit-administrator', 'own')
    const { lines } = (await ask('/log/lines')).json
    const forged = lines[2]
    expect(hexOf(forged.leaf)).not.toBe(forged.hash)
  })
})
