import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/commands/list.ts'
import { ROOT, inFolder, kaohe } from './kaohe.ts'
import { PLAIN } from './plain.ts'

/** Keywords and words of choices: what stands in scheme files is the same in every language. */
function keywordsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsIn)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, value]) => {
    const words = name === 'properties' ? Object.keys(value as object) : []
    const choices = name === 'enum' ? (value as unknown[]).map(String) : []
    return [...words, ...choices, ...(name === 'enum' ? [] : keywordsIn(value))]
  })
}

const published = ['scheme', 'readings'].map((name) =>
  JSON.parse(readFileSync(join(ROOT, `schemes/${name}.schema.json`), 'utf8')),
)
/** Words of ranges and cases, which are no keywords of a schema. */
const OTHERS = ['及以上', '超过', '分', '不定', '以上以下', '乡镇街道', '无', '填报', '没有']
const WORDS = new Set([...published.flatMap(keywordsIn), ...OTHERS])

const chineseIn = (text: string): string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).filter((run) => !WORDS.has(run))

const [FACTS, WRITTEN] = [join(PLAIN, 'facts'), join(PLAIN, 'scheme.yaml')]

/** Sentences about points and grades are the engine's: explanations, and the reasons of a ranking. */
const lines: readonly (readonly string[])[] = [
  ['lint', PLAIN],
  ['lint', WRITTEN],
  ['lint', WRITTEN, '--format', 'csv'],
  ['bounds', PLAIN],
  ['score', PLAIN],
  ['score', PLAIN, '--unit', 'a'],
  ['check', PLAIN],
  ['test', PLAIN],
  ['simulate', PLAIN, '--set', '指标/study/分值=20'],
  ['simulate', PLAIN, '--reading', 'ninety=lower'],
  ['simulate', PLAIN, '--set', '结果运用/bonus/金额表/1=30000'],
  ['diff', WRITTEN, PLAIN, FACTS],
  ['diff', PLAIN, PLAIN, FACTS],
  ['sensitivity', PLAIN],
  ['verify', join(FACTS, 'year.json'), PLAIN],
  ['backtest', join(FACTS, 'year.json'), PLAIN],
  ['score', PLAIN, WRITTEN],
  ['score', PLAIN, 'nowhere'],
  ['score', PLAIN, '--out', join(PLAIN, 'scheme.yaml/x.json')],
  ['score', PLAIN, '--out', 'folder'],
  ['score', PLAIN, '--format', 'pdf'],
  ['simulate', PLAIN],
  ['simulate', PLAIN, '--set', 'x'],
  ['simulate', PLAIN, '--set', 'x/y=1'],
  ['simulate', PLAIN, '--set', '指标/study/分值=x'],
  ['simulate', PLAIN, '--reading', 'ninety'],
  ['simulate', PLAIN, '--reading', 'ninety=x'],
  ['sensitivity', PLAIN, '--step', 'x'],
  ['explain', PLAIN, '--unit', 'x'],
  ['explain', PLAIN, '--item', 'x'],
  ['explain', PLAIN, '--depth', '9'],
  ['coverage', PLAIN, PLAIN],
  ['template', PLAIN, '--out', 'x.csv'],
  ['test', FACTS],
  ['nonsense'],
]

describe('with --lang en nothing is said in Chinese', () => {
  test.each(lines.map((args) => [args.join(' ').replaceAll(PLAIN, 'plain'), args] as const))(
    '%s',
    async (_, args) => {
      const { out, err } = await kaohe(...args, '--lang', 'en')
      expect(out + err).not.toBe('')
      expect(chineseIn(out + err)).toEqual([])
    },
  )

  test.each(commands.map(({ name }) => name))('%s --help', async (name) => {
    const { out } = await kaohe(name, '--help', '--lang', 'en')
    expect(chineseIn(out)).toEqual([])
  })

  test('a workbook made and filled in badly', () =>
    inFolder(async (folder) => {
      const facts = join(folder, 'facts.csv')
      const { writeFileSync } = await import('node:fs')
      writeFileSync(facts, '单位,数据,期,数值\nz,rate,,90\n')
      const { exit, err } = await kaohe('score', PLAIN, facts, '--lang', 'en')
      expect({ exit, chinese: chineseIn(err) }).toEqual({ exit: 1, chinese: [] })
    }))
})
