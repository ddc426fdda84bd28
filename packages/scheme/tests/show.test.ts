import { describe, expect, it } from 'vitest'
import { readScheme, showScheme } from '../src/index.ts'
import { besideKind, sampleWith } from '../src/reference/sample.ts'
import { KINDS, MODIFIERS } from '../src/vocabulary.ts'
import { SOUND } from './broken/sound.ts'

const shown = showScheme(readScheme(SOUND).scheme!)

describe('a scheme told in words', () => {
  it.each([
    '# 某区乡镇团工作考核',
    '- 考核时段：2023-01-01 至 2023-12-31',
    '- 部门评价（占比70%，评价人：办公室、宣传部）',
    '- **参学率**（第九条，牵头：办公室、宣传部）',
    '按参学率分段：不足100%扣2分；100%及以上得3分；上限10分',
    '会议 ≥ 4次的得5分，否则扣1.5分',
    '每次志愿服务按级别：得分 区级 2分，市级 4分',
    '配备到位 且 培训人数 > 30人的得6分',
    '- 好：分数90分及以上',
    '- 2023-12-10：报送',
  ])('says: %s', (line) => {
    expect(shown).toContain(line)
  })

  const examples = [
    ...[...KINDS.values()].map((kind) => [kind, false] as const),
    ...[...MODIFIERS.values()].map((modifier) => [modifier, true] as const),
  ]
  it.each(
    examples.flatMap(([of, beside]) => of.examples.map((example) => [example, beside] as const)),
  )('%s', (example, beside) => {
    const { scheme } = readScheme(sampleWith(beside ? besideKind(example) : example))
    const line = showScheme(scheme!)
      .split('\n')
      .find((one) => one.startsWith('  - 计分：'))
    expect(line).toMatch(/\p{Script=Han}/u)
    expect(line).not.toMatch(/[{}[\]]|undefined|object/)
  })
})
