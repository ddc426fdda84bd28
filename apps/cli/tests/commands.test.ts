import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GUIYANG, ROOT, kaohe } from './kaohe.ts'

const WRITTEN = join(GUIYANG, 'scheme.yaml')
const FACTS = join(GUIYANG, 'facts')
const RESULT = join(GUIYANG, 'expected/scores.json')
const PLAN = join(ROOT, 'schemes/neimenggu-2020-priorities')
const HAN = /[\u4e00-\u9fff]/

interface Line {
  readonly args: readonly string[]
  readonly exit: number
  /** What must be in the output, and what in the notes. */
  readonly out?: string | RegExp
  readonly err?: string | RegExp
  readonly not?: string | RegExp
}

const lines: readonly Line[] = [
  { args: [], exit: 2, out: '用法：kaohe' },
  { args: ['--help'], exit: 0, out: 'sensitivity' },
  { args: ['help', '--lang', 'en'], exit: 0, out: 'Usage: kaohe', not: HAN },
  { args: ['--lang', 'fr'], exit: 2, err: 'zh' },
  { args: ['scor'], exit: 2, err: '是不是“score”？' },
  { args: ['--lang=en', 'scor'], exit: 2, err: 'Did you mean “score”?', not: HAN },
  { args: ['score', '--help'], exit: 0, out: '--reading <口径=选项>' },
  { args: ['score', '--help', '--lang', 'en'], exit: 0, out: 'Usage: kaohe score' },
  { args: ['score'], exit: 2, err: '少写了参数' },
  { args: ['score', '--foo'], exit: 2, err: '没有选项 --foo' },
  {
    args: ['score', '--formt', 'json'],
    exit: 2,
    err: '没有选项 --formt，是不是“--format”？用法见',
  },
  { args: ['score', GUIYANG, '--format'], exit: 2, err: '后面要写值' },
  { args: ['score', GUIYANG, '--quiet=1'], exit: 2, err: '后面不写值' },
  { args: ['lint', 'a', 'b'], exit: 2, err: '多写了“b”' },
  { args: ['lint', GUIYANG], exit: 0, err: '0 个错误', not: '程序自身' },
  { args: ['lint', WRITTEN], exit: 1, out: /反例：/, err: /\d+ 个错误/ },
  { args: ['lint', WRITTEN, '--lang', 'en'], exit: 1, err: /\d+ errors/ },
  { args: ['lint', WRITTEN, '--format', 'csv'], exit: 1, out: '文件和行,位置,级别' },
  { args: ['lint', PLAN], exit: 0, out: 'target-unmeasured', err: '0 个错误' },
  { args: ['lint', join(PLAN, 'priorities.yaml')], exit: 0, err: '0 处写法错误' },
  { args: ['show', PLAN], exit: 0, out: '## 思想引领（一）' },
  { args: ['show', GUIYANG], exit: 0, out: '## 口径' },
  { args: ['show', GUIYANG, '--format', 'xlsx'], exit: 2, err: '不能写成 xlsx' },
  { args: ['bounds', GUIYANG], exit: 0, out: '最低' },
  { args: ['bounds', GUIYANG, '--lang', 'en'], exit: 0, out: 'Least' },
  { args: ['score', GUIYANG], exit: 0, out: /c27 +新桥社区团组织/, not: 'undefined' },
  { args: ['score', GUIYANG, FACTS, '--unit', 'c27'], exit: 0, out: 'district-orgs', not: 'c17' },
  { args: ['score', GUIYANG, '--unit', '没有'], exit: 1, err: '没有考核对象“没有”' },
  { args: ['score', GUIYANG, '--format', 'pdf'], exit: 2, err: '没有“pdf”这种形式' },
  { args: ['score', GUIYANG, '--out', 'x.pdf'], exit: 2, err: '没有“pdf”这种形式' },
  { args: ['score', 'nowhere'], exit: 1, err: '没有 nowhere' },
  { args: ['score', GUIYANG.replace('2021', '2012')], exit: 1, err: '是不是“guiyang-2021”？' },
  {
    args: ['score', GUIYANG, '--unit', '朝阳社区团组只'],
    exit: 1,
    err: '是不是“朝阳社区团组织”？',
  },
  {
    args: ['explain', GUIYANG, '--item', 'brnad'],
    exit: 1,
    err: '没有指标“brnad”。是不是“brand”？',
  },
  { args: ['score', 'nowhere', '--lang', 'en'], exit: 1, err: 'There is no nowhere', not: HAN },
  { args: ['score', GUIYANG, 'nowhere.xlsx'], exit: 1, err: '没有 nowhere.xlsx' },
  { args: ['score', GUIYANG, WRITTEN], exit: 1, err: '没有算分' },
  { args: ['score', GUIYANG, '--format', 'markdown'], exit: 0, out: '## 得分' },
  { args: ['rank', GUIYANG], exit: 0, out: '约谈主要负责人' },
  { args: ['explain', GUIYANG, '--unit', 'c06', '--depth', '1'], exit: 0, out: '总分＝基本项' },
  { args: ['explain', GUIYANG, '--unit', 'c06', '--item', 'x'], exit: 1, err: '没有指标“x”' },
  { args: ['explain', GUIYANG, '--depth', '4'], exit: 2, err: '--depth 是 1、2 或 3' },
  { args: ['check', GUIYANG, FACTS], exit: 0, out: '0 处对不上' },
  { args: ['check', WRITTEN.replace('.yaml', '.json')], exit: 1, err: '请检查路径' },
  { args: ['verify', WRITTEN, GUIYANG, FACTS], exit: 1, err: '不能核对' },
  { args: ['verify', RESULT, GUIYANG], exit: 0, out: '一致：' },
  { args: ['verify', RESULT, WRITTEN, FACTS], exit: 1, out: '方案或口径不同' },
  { args: ['check', RESULT], exit: 1, err: '不是 kaohe explain' },
  { args: ['audit', 'verify', RESULT], exit: 1, out: '这一行不是日志' },
  { args: ['audit', 'look', RESULT], exit: 2, err: '后面要写 verify' },
  { args: ['audit', 'verify', RESULT, '--checkpoint', RESULT], exit: 1, err: '不是存证' },
  { args: ['score', GUIYANG, RESULT], exit: 1, err: '这是算出的结果，不是数据' },
  { args: ['test', join(ROOT, 'apps')], exit: 1, err: '没有' },
  { args: ['diff', GUIYANG, GUIYANG], exit: 0 },
  { args: ['diff', WRITTEN, GUIYANG], exit: 1, out: '改动' },
  { args: ['simulate', GUIYANG], exit: 2, err: '没有写要改什么' },
  { args: ['simulate', GUIYANG, '--set', 'x'], exit: 2, err: '位置=内容' },
  { args: ['simulate', GUIYANG, '--set', '指标/league/分值=10'], exit: 0, out: '变动' },
  {
    args: ['simulate', GUIYANG, '--set', '指标/league/分值=10'],
    exit: 0,
    err: /注意：这样改以后，各项分值加起来和总数不符：/,
  },
  { args: ['simulate', GUIYANG, '--reading', 'nope=x'], exit: 1, err: '没有编号为“nope”的口径' },
  { args: ['sensitivity', GUIYANG, '--step', 'x'], exit: 2, err: '--step 是百分数' },
  { args: ['coverage', PLAN, join(ROOT, 'schemes/neimenggu-2020')], exit: 0, err: '105 项任务' },
  { args: ['test', PLAN], exit: 0, out: '0 个不通过' },
  { args: ['test', GUIYANG], exit: 0, out: '0 个不通过' },
  { args: ['test', WRITTEN], exit: 1, err: '不是文件夹' },
  { args: ['test', FACTS], exit: 1, err: '请检查路径' },
  { args: ['template', GUIYANG, '--out', 'x.csv'], exit: 2, err: '要写成 .xlsx' },
]

describe('the command line', () => {
  test.each(lines.map((line) => [line.args.join(' ').replaceAll(ROOT, ''), line] as const))(
    'kaohe %s',
    async (_, line) => {
      const { exit, out, err } = await kaohe(...line.args)
      expect({ exit, err }).toMatchObject({ exit: line.exit })
      expect(out).toMatch(line.out ?? '')
      expect(err).toMatch(line.err ?? '')
      expect(out + err).not.toMatch(line.not ?? /(?<!-)undefined/)
    },
    60_000,
  )
})

const JSON_LINES: readonly (readonly string[])[] = [
  ['lint', WRITTEN],
  ['show', GUIYANG],
  ['bounds', GUIYANG],
  ['score', GUIYANG],
  ['rank', GUIYANG],
  ['explain', GUIYANG, '--unit', 'c06'],
  ['check', GUIYANG, FACTS],
  ['verify', RESULT, GUIYANG, FACTS],
  ['diff', WRITTEN, GUIYANG, FACTS],
  ['simulate', GUIYANG, '--set', '指标/league/分值=10'],
  ['backtest', join(GUIYANG, 'expected/scores.json'), GUIYANG],
  ['sensitivity', GUIYANG],
  ['coverage', PLAN, join(ROOT, 'schemes/neimenggu-2020')],
  ['test', GUIYANG],
]

describe('--format json', () => {
  test.each(JSON_LINES.map((args) => [args[0] ?? '', args] as const))(
    '%s gives JSON, the same twice',
    async (_, args) => {
      const first = await kaohe(...args, '--format', 'json')
      expect(JSON.parse(first.out)).toBeTypeOf('object')
      expect((await kaohe(...args, '--format', 'json')).out).toBe(first.out)
    },
    120_000,
  )
})
