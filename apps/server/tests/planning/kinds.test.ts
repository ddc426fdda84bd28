import { acting } from '@kaohe/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'
import { draft, must, post, publish, put } from './year.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 120_000)
afterAll(() => world.stop())

describe('what the organiser says of kinds of units', () => {
  it('refuses what hangs in the air: a kind that nobody is of, a level that the scheme does not have', async () => {
    const organiser = await world.as('organiser', 'own')
    const scheme = await draft(world)
    await publish(world, scheme)
    const body = { scheme, title: '对不上', startsOn: '2017-01-01', endsOn: '2017-12-31' }
    const { id } = await must(organiser('/cycles', post(body)))
    const ask = (mapping: object) =>
      organiser(`/cycles/${id}/assessees`, put({ kinds: {}, units: [], ...mapping }))
    const nobody = await ask({ kinds: { 苏木: 'township' } })
    expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('苏木')])
    const level = await ask({ kinds: { 厂局: 'factory' }, levels: { 厂局: 'moon' } })
    expect([level.status, level.text]).toEqual([422, expect.stringContaining('moon')])
    const parent = world.units.own.id
    const made = { parent, name: '单独的厂', kind: '独厂', foundedOn: '2010-05-04' }
    const unit = await must(organiser('/units', post(made)))
    expect((await ask({ kinds: { 独厂: 'factory' } })).status).toBe(200)
    // Its kind is called otherwise before the year begins.
    await acting(world.db, { ...world.units.own, org: parent, role: 'organiser' }, (db) =>
      db.updateTable('unit').set({ kind: '厂局' }).where('id', '=', unit.id).execute(),
    )
    const opened = await organiser(`/cycles/${id}/opening`, post())
    expect([opened.status, opened.text]).toEqual([409, expect.stringContaining('独厂')])
    expect((await ask({ kinds: { 厂局: 'factory' } })).status).toBe(200)
    expect((await organiser(`/cycles/${id}/opening`, post())).status).toBe(200)
  })

  it('keeps a correction of the scheme from leaving it in the air', async () => {
    const organiser = await world.as('organiser', 'own')
    const scheme = await draft(world)
    await publish(world, scheme)
    const body = { scheme, title: '更正', startsOn: '2017-01-01', endsOn: '2017-12-31' }
    const { id } = await must(organiser('/cycles', post(body)))
    const mapping = { kinds: { 团委: 'township' }, levels: { 团委: 'town' }, units: [] }
    await must(organiser(`/cycles/${id}/assessees`, put(mapping)))
    const corrected = await must(
      organiser(`/schemes/${scheme}/corrections`, post({ reason: '层级' })),
    )
    const { text, readings, title, version } = await must(
      organiser(`/schemes/${corrected.id}/text`),
    )
    const renamed = text.replaceAll(/\btown\b/g, 'burg')
    const written = { title, text: renamed, readings, version }
    await must(organiser(`/schemes/${corrected.id}/text`, put(written)))
    await expect(publish(world, corrected.id)).rejects.toThrow(/“更正”还用着更正里没有的/)
  })
})
