import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/commands/list.ts'
import { faultsOf, shapeIn } from './json-shapes.ts'
import { ROOT, inFolder, kaohe } from './kaohe.ts'
import { PLAIN } from './plain.ts'

const page = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8')
const chapter = /\n## JSON 的样子\n([\s\S]*?)\n## /.exec(page)?.[1] ?? ''
const rows = new Map(
  [...chapter.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, name = '', shape = '']) => [
    name,
    shape,
  ]),
)
/** The shape that the page gives a command; of simulate that of diff. */
const shapeOf = (name: string) =>
  shapeIn(/^`(.*)`$/.exec(rows.get(name === 'simulate' ? 'diff' : name) ?? '')?.[1] ?? '')

test('the page has a shape for every command', () => {
  expect([...rows.keys()].toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
})

const WRITTEN = join(PLAIN, 'scheme.yaml')
const PLAN = join(ROOT, 'schemes/neimenggu-2020-priorities')

const lines: readonly (readonly [command: string, ...args: string[]])[] = [
  ['lint', WRITTEN],
  ['lint', join(PLAIN, 'facts/year.json')],
  ['lint', PLAN],
  ['show', PLAIN],
  ['show', PLAN],
  ['bounds', PLAIN],
  ['rank', PLAIN],
  ['explain', PLAIN],
  ['explain', PLAIN, '--unit', 'd'],
  ['check', PLAIN],
  ['verify', join(ROOT, 'schemes/guiyang-2021/expected/scores.json'), PLAIN],
  ['diff', WRITTEN, PLAIN],
  ['diff', WRITTEN, PLAIN, join(PLAIN, 'facts')],
  ['simulate', PLAIN, '--reading', 'ninety=lower'],
  ['simulate', PLAIN, '--set', '结果运用/bonus/金额表/1=3万元'],
  ['sensitivity', PLAIN],
  ['coverage', PLAN, join(ROOT, 'schemes/neimenggu-2020')],
  ['test', PLAIN],
]

describe('--format json is as the page says', () => {
  test.each(lines.map((args) => [args.join(' ').replaceAll(ROOT, ''), args] as const))(
    '%s',
    async (_, args) => {
      const { out } = await kaohe(...args, '--format', 'json')
      expect(faultsOf(shapeOf(args[0]), JSON.parse(out))).toEqual([])
    },
    60_000,
  )

  test('template, score and backtest', () =>
    inFolder(async (folder) => {
      const [book, kept] = [join(folder, 'x.xlsx'), join(folder, 'x.json')]
      const made = await kaohe('template', PLAIN, '--out', book, '--format', 'json')
      expect(faultsOf(shapeOf('template'), JSON.parse(made.out))).toEqual([])
      await kaohe('score', PLAIN, '--out', kept)
      const again = await kaohe('backtest', kept, PLAIN, '--format', 'json')
      expect(faultsOf(shapeOf('backtest'), JSON.parse(again.out))).toEqual([])
    }))
})

test('a shape refuses what it does not say', () => {
  const shape = shapeIn('{a, b?: [{c}], d: {*}|null, e: …}')
  expect(faultsOf(shape, { a: 1, b: [{ c: 'x' }], d: null, e: [1] })).toEqual([])
  expect(faultsOf(shape, { a: [], d: { x: {} }, f: 1 })).toEqual([
    ' has f',
    '/a is no plain value: []',
    '/d/x is no plain value: {}',
    ' lacks e',
  ])
})
