import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.ts'
import { type Ask, draft, must, post, publish, put } from './year.ts'

let world: World
let organiser: Ask
let second: Ask
beforeAll(async () => {
  world = await startWorld()
  organiser = await world.as('organiser', 'own')
  second = await world.as('vice-secretary', 'own')
}, 120_000)
afterAll(() => world.stop())

describe('a scheme', () => {
  it('is chosen from those that come with the program, and read as pages', async () => {
    const { schemes } = await must(organiser('/shipped-schemes'))
    expect(schemes.map(({ folder }: { folder: string }) => folder)).toContain('ganzhou-2023')
    const page = await must(organiser(`/schemes/${await draft(world, 'ganzhou-2023')}`))
    const items = page.pages.categories.flatMap((one: { items: object[] }) => one.items)
    expect(items.length).toBeGreaterThan(10)
    expect(items[0]).toMatchObject({ clause: expect.any(String), rule: expect.any(String) })
    expect(page.pages.burden.entries).toBeGreaterThan(0)
    expect(page.pages.readings.length).toBeGreaterThan(3)
  })

  it('is uploaded with mistakes, each told with file, line and column', async () => {
    const text =
      '方案: mine\n名称: 我的方案\n版本: "1"\n指标:\n  - {编号: a, 名称: 甲, 分值: 很多}\n'
    const { check } = await must(organiser('/schemes', post({ title: '我的', text })))
    expect(check.readable).toBe(false)
    const wrong = check.mistakes.find(({ line }: { line: number }) => line === 5)
    expect(wrong).toMatchObject({ file: 'scheme.yaml', severity: 'error' })
    expect(wrong.column).toBeGreaterThan(1)
    expect(wrong.message).toMatch(/[\u4e00-\u9fff]/)
  })

  it('is saved by version: the later of two writers is told', async () => {
    const id = await draft(world)
    const { title, text, readings, version } = await must(organiser(`/schemes/${id}/text`))
    const write = (more: string) =>
      organiser(`/schemes/${id}/text`, put({ title, text: text + more, readings, version }))
    expect((await must(write('\n# 一'))).version).toBe(version + 1)
    expect((await write('\n# 二')).status).toBe(409)
  })
})

describe('publishing', () => {
  it('takes two persons, and an edit takes the proposal back', async () => {
    const id = await draft(world)
    const page = () => must(organiser(`/schemes/${id}/text`))
    const confirm = (ask: Ask, version: number) =>
      ask(`/schemes/${id}/publication`, post({ version }))
    expect((await confirm(second, 1)).status).toBe(409)
    await must(organiser(`/schemes/${id}/proposal-to-publish`, post({ version: 1 })))
    const alone = await confirm(organiser, 1)
    expect([alone.status, alone.json.title]).toEqual([
      409,
      '提请的人不能自己确认，请另一位同志确认',
    ])
    const { title, text, readings } = await page()
    const edited = { title, text: `${text}\n# 改`, readings, version: 1 }
    await must(organiser(`/schemes/${id}/text`, put(edited)))
    expect((await confirm(second, 2)).status).toBe(409)
    await publish(world, id)
    expect((await page()).state).toBe('published')
    const late = await organiser(`/schemes/${id}/text`, put({ ...edited, version: 2 }))
    expect(late.status).toBe(409)
  })

  it('is refused while the scheme cannot be read', async () => {
    const { id } = await must(organiser('/schemes', post({ title: '坏的', text: '方案: x' })))
    const { status, json } = await organiser(
      `/schemes/${id}/proposal-to-publish`,
      post({ version: 1 }),
    )
    expect([status, json.title]).toEqual([409, '方案里还有写错的地方，改好以后才能提请发布'])
  })

  it('is corrected by a new version with a reason; cycles go on by it, and everyone sees what changed', async () => {
    const id = await draft(world)
    await publish(world, id)
    const cycle = { scheme: id, title: '更正', startsOn: '2017-01-01', endsOn: '2017-12-31' }
    const { id: year } = await must(organiser('/cycles', post(cycle)))
    const reason = '占比写反了'
    const { id: next } = await must(organiser(`/schemes/${id}/corrections`, post({ reason })))
    const { title, text, readings, version } = await must(organiser(`/schemes/${next}/text`))
    const other = text.replace('占比: 30%', '占比: 20%').replace('占比: 50%', '占比: 60%')
    await must(organiser(`/schemes/${next}/text`, put({ title, text: other, readings, version })))
    expect(await publish(world, next)).toMatchObject({ cycles: 1 })
    expect((await must(organiser(`/cycles/${year}`))).scheme).toBe(next)
    const clerk = await world.as('unit-clerk', 'child')
    const seen = await must(clerk(`/schemes/${next}/changes`))
    expect(seen).toMatchObject({ reason, against: { upper: false } })
    const weights = seen.changes.map(({ path, direction }: { path: string; direction: string }) => [
      path,
      direction,
    ])
    expect(weights).toEqual(
      expect.arrayContaining([
        ['评价方式/party-government/占比', 'lowered'],
        ['评价方式/internal/占比', 'raised'],
      ]),
    )
  })
})

describe('a scheme of one’s own level', () => {
  it('is drawn from the upper one, and shows what was taken and raised', async () => {
    const upper = await draft(world, 'ganzhou-2023')
    await publish(world, upper)
    const below = await world.as('organiser', 'child')
    const body = { derives: upper, title: '本镇的考核' }
    const { id, check } = await must(below('/schemes', post(body)))
    expect(check.readable).toBe(true)
    const { title, text, readings, version } = await must(below(`/schemes/${id}/text`))
    const item = (await must(below(`/schemes/${id}`))).pages.categories.flatMap(
      ({ items }: { items: object[] }) => items,
    )[0]
    const edit = `修改:\n  - {位置: 指标/${item.id}/名称, 改为: 本镇自己的, 理由: 因地制宜}\n`
    await must(below(`/schemes/${id}/text`, put({ title, text: text + edit, readings, version })))
    const seen = await must(below(`/schemes/${id}/changes`))
    expect(seen.against.upper).toBe(true)
    expect(seen.taken.length).toBeGreaterThan(5)
    expect(seen.taken).not.toContain('本镇自己的')
    expect(seen.changes.map(({ path }: { path: string }) => path)).toContain(`指标/${item.id}/名称`)
  })

  it('drafted by a department begins with what is in force, readings of the upper one included', async () => {
    const upper = await draft(world, 'neimenggu-2020')
    await publish(world, upper)
    const below = await world.as('organiser', 'child')
    const made = await must(below('/schemes', post({ derives: upper, title: '本级的考核' })))
    const { id: unit } = world.units.child
    const { id: department } = await must(
      below(`/units/${unit}/departments`, post({ name: '宣传部' })),
    )
    const start = { kind: 'item', subject: 'ideology', department }
    const { id } = await must(below(`/schemes/${made.id}/proposals`, post(start)))
    const { text, version, trial } = await must(below(`/proposals/${id}`))
    expect(trial.changes).toEqual([])
    expect(text).toMatch(/^占比: 20%$/m)
    const raised = { text: text.replace('占比: 20%', '占比: 30%'), version }
    const after = await must(below(`/proposals/${id}`, put(raised)))
    expect(after.trial.changes).toMatchObject([{ path: '指标/ideology/占比', direction: 'raised' }])
  })
})
