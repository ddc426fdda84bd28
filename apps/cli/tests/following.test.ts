import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, inFolder, kaohe } from './kaohe.ts'
import { PLAIN, SCHEME } from './plain.ts'

const FIRST_PRIZE = '结果运用/bonus/金额表/1=3万元'
const TWO_TALKS = '结果运用/talk/范围/后/名额=2'

interface Told {
  readonly name: string
  readonly same?: boolean
  readonly because?: readonly unknown[]
  readonly consequences: readonly unknown[]
}

const movedIn = (out: string): readonly Told[] => JSON.parse(out).moved
const yes = (amount: string | null) => ({ met: 'yes', amount })

describe('what follows for whom, before and after a change that leaves all points as they are', () => {
  test('more money for the first is told with both amounts', async () => {
    const { out, err } = await kaohe('simulate', PLAIN, '--set', FIRST_PRIZE)
    expect(out).toMatch(/Alder +Bonus +是 +是 +20000 +30000 +\+10000/)
    expect(out).not.toContain('都不变')
    expect(err).toContain('4 个单位里有 1 个的分数、名次、等次或结果运用会变')
  })

  test('who gains or may gain a consequence is told', async () => {
    const { out } = await kaohe('simulate', PLAIN, '--set', TWO_TALKS)
    expect(out).toMatch(/Beech +Talk +否 +待定\n/)
    expect(out).toMatch(/Cedar +Talk +待定 +是\n/)
  })

  test('as JSON, CSV and Markdown', async () => {
    const { out } = await kaohe('simulate', PLAIN, '--set', FIRST_PRIZE, '--format', 'json')
    expect(movedIn(out)).toMatchObject([
      {
        name: 'Alder',
        because: [],
        consequences: [{ id: 'bonus', before: yes('20000'), after: yes('30000') }],
      },
    ])
    const csv = await kaohe('simulate', PLAIN, '--set', FIRST_PRIZE, '--format', 'csv')
    expect(csv.out).toContain('Alder,Bonus,是,是,20000,30000,+10000')
    const markdown = await kaohe('simulate', PLAIN, '--set', FIRST_PRIZE, '--format', 'markdown')
    expect(markdown.out).toContain('| Alder | Bonus | 是 | 是 | 20000 | 30000 | +10000 |')
  })

  test('a consequence that only one of two schemes has', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'scheme.yaml')
      writeFileSync(path, SCHEME.replace(/\n {2}- \{ 编号: talk, .*\n/, '\n'))
      const written = join(PLAIN, 'scheme.yaml')
      const { out } = await kaohe('diff', written, path, join(PLAIN, 'facts'))
      expect(out).toMatch(/Cedar +Talk +待定 +没有这一条/)
      expect(out).not.toMatch(/Alder +Talk/)
    }))

  test('a year computed again is not as recorded when the money is another', () =>
    inFolder(async (folder) => {
      const kept = join(folder, 'kept.json')
      await kaohe('score', PLAIN, '--out', kept)
      const same = await kaohe('backtest', kept, PLAIN)
      expect(same.err).toContain('4 个单位，4 个与当年一致')
      expect(same.out).not.toContain('结果运用变动')
      const recorded = readFileSync(kept, 'utf8')
      writeFileSync(kept, recorded.replace('"20000"', '"50000"'))
      const other = await kaohe('backtest', kept, PLAIN)
      expect(other.err).toContain('4 个单位，3 个与当年一致')
      expect(other.out).toMatch(/Alder +Bonus +是 +是 +50000 +20000 +-30000/)
      const { out } = await kaohe('backtest', kept, PLAIN, '--format', 'json')
      expect((JSON.parse(out).units as Told[])[0]).toMatchObject({
        same: false,
        consequences: [{ id: 'bonus', before: yes('50000'), after: yes('20000') }],
      })
    }))

  test('of a record that says nothing of consequences nothing is compared', () =>
    inFolder(async (folder) => {
      const kept = join(folder, 'kept.json')
      await kaohe('score', PLAIN, '--out', kept)
      const { units, ...rest } = JSON.parse(readFileSync(kept, 'utf8'))
      const bare = (units as object[]).map((unit) => ({ ...unit, consequences: undefined }))
      writeFileSync(kept, JSON.stringify({ ...rest, units: bare }))
      const { err } = await kaohe('backtest', kept, PLAIN)
      expect(err).toContain('4 个单位，4 个与当年一致')
    }))
})

test('nothing follows otherwise where nothing does', async () => {
  const path = join(ROOT, 'schemes/guiyang-2021')
  const { out } = await kaohe('diff', path, path, join(path, 'facts'))
  expect(out).toContain('30 个单位的分数、名次、等次和结果运用都不变。')
})
