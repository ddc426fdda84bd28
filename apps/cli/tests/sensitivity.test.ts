import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, kaohe } from './kaohe.ts'
import { PLAIN, SCHEME } from './plain.ts'

const FACTS = join(PLAIN, 'facts')

interface Found {
  readonly parameters: readonly { readonly at: string; readonly regraded: number }[]
  readonly untried: readonly string[]
}

test('caps, lines between grades and losses are varied with the points', async () => {
  const { out } = await kaohe('sensitivity', PLAIN, '--format', 'json')
  const { parameters, untried }: Found = JSON.parse(out)
  expect(parameters.map(({ at }) => at)).toEqual(
    expect.arrayContaining(['类别/extra/上限', '评定/等次/first/分数', '指标/study/分值']),
  )
  expect(parameters.find(({ at }) => at === '评定/等次/second/分数')?.regraded).toBe(1)
  expect(untried).toEqual([])
})

test('what cannot change alone is told to be untried, not to have no effect', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'scheme.yaml')
    writeFileSync(path, SCHEME.replace('分数: 70及以上', '分数: "[70, 90)"'))
    // Twice as high, the lower line of the second grade is above its upper one.
    const args = ['sensitivity', path, FACTS, '--step', '100'] as const
    const { out, err } = await kaohe(...args)
    expect(err).toContain('有 1 处单独改了方案就不成立，没有试：评定/等次/second/分数。')
    expect(out).not.toContain('评定/等次/second/分数')
    const json = await kaohe(...args, '--format', 'json')
    expect((JSON.parse(json.out) as Found).untried).toEqual(['评定/等次/second/分数'])
    const english = await kaohe(...args, '--lang', 'en')
    expect(english.err).toContain('1 figure cannot be changed alone and was not tried')
  }))
