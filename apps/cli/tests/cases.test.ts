import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, kaohe } from './kaohe.ts'
import { SCHEME } from './plain.ts'

/** Runs `kaohe test` on one file of cases beside the scheme of these tests. */
const tested = (cases: string, ...options: readonly string[]) =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'scheme.yaml'), SCHEME)
    mkdirSync(join(folder, 'cases'))
    writeFileSync(join(folder, 'cases/a.yaml'), cases)
    const ran = await kaohe('test', folder, ...options)
    const short = (text: string) => text.replaceAll(join(folder, 'cases/'), '')
    return { ...ran, out: short(ran.out), err: short(ran.err) }
  })

const UNIT = '  单位: [{编号: a, 类别: town}]\n'

// What is wrong in a case, and what must be said of it: line and column, the word, what is right.
const wrong: readonly (readonly [name: string, text: string, says: string])[] = [
  ['a key', '  数椐: {rate: {a: 90%}}\n', 'a.yaml:3:3 x：没有“数椐”，是不是“数据”？'],
  [
    'a key of a unit',
    '  单位: [{编号: b, 组: x}]\n',
    'a.yaml:3:16 单位/1：没有“组”，是不是“分组”？',
  ],
  ['a unit', '  数据: {rate: {b: 90%}}\n', 'a.yaml:3:15 数据/rate/b：没有“b”，可以写的有 a。'],
  ['a fact', '  数据: {rat: {a: 90%}}\n', 'a.yaml:3:14：写的是“rat”，方案里没有这项数据'],
  [
    'a period',
    '  数据: {held: {a: {2024-13: 是}}}\n',
    'a.yaml:3:19：写的是“2024-13”，不是这项数据的期',
  ],
  [
    'a unit of measure',
    '  数据: {visits: {a: {2024-Q1: 3人}}}\n',
    'a.yaml:3:21：写的是“3人”，单位“人”不对',
  ],
  [
    'a mark',
    '  数据: {mark:impression: {a: {office: 11}}}\n',
    'a.yaml:3:30：写的是“11分”，大于允许的最大值',
  ],
  [
    'an event',
    '  事件: {prize: {a: [{日期: 2024-02-30, level: city}]}}\n',
    'a.yaml:3:20：写的是“2024-02-30”',
  ],
  [
    'a word of what is expected',
    '  期望: {a: {名词: 1}}\n',
    'a.yaml:3:12 期望/a：没有“名词”，是不是“名次”？',
  ],
  [
    'a unit that is expected',
    '  期望: {b: {总分: 1}}\n',
    'a.yaml:3:8 期望：没有“b”，可以写的有 a。',
  ],
  [
    'an item',
    '  期望: {a: {指标: {studdy: 1}}}\n',
    'a.yaml:3:17 期望/指标：没有“studdy”，是不是“study”？',
  ],
  [
    'a part',
    '  期望: {a: {部分: {加份: 1}}}\n',
    'a.yaml:3:17 期望/部分：没有“加份”，是不是“加分”？',
  ],
  ['a list', '  事件: {prize: {a: {日期: 2024-02-03}}}\n', 'a.yaml:3:19 事件/prize/a：应是列表'],
  ['a number', '  单位: [{编号: b, 个数: 三}]\n', 'b/个数：应是整数，写的是“三”。'],
]

test.each(wrong)('%s that is wrong is told with its place', async (_, text, says) => {
  const unit = text.includes('单位:') ? '' : UNIT
  const line = unit === '' ? 2 : 3
  const { exit, out } = await tested(`- 名称: x\n${unit}${text}`)
  expect(exit).toBe(1)
  expect(out).toContain(says.replace('a.yaml:3', `a.yaml:${line}`))
  expect(out).toContain('算不了：')
})

test('one case that cannot be computed leaves the others', async () => {
  const good = `- 名称: y\n${UNIT}  数据: {rate: {a: 90%}}\n  期望: {a: {指标: {study: 30}}}\n`
  const bad = `- 名称: x\n${UNIT}  期望: {b: {总分: 1}}\n`
  const written = SCHEME.replace('[60%, 90%]', '[60%, 90%)')
  expect(written).not.toBe(SCHEME)
  const { out } = await tested(bad + good, '--format', 'json')
  const { cases } = JSON.parse(out) as { cases: { name: string; refused: string | null }[] }
  expect(cases.map(({ name, refused }) => [name, refused === null])).toEqual([
    ['x', false],
    ['y', true],
  ])
})

test.each([
  ['- 名称: x\n  单位: [\n', 'a.yaml:3:1 这里的写法读不懂'],
  ['- 名称: x\n  名称: y\n', 'a.yaml:2:3 “名称”写了两次，第一次在第 1 行。'],
  ['- 名称：x\n', 'a.yaml:1:5 “名称”后面是全角冒号'],
  ['- x\n', '第 1 个算例：应是“键: 值”的内容。'],
])('a file of cases that cannot be read: %j', async (text, says) => {
  const { exit, err } = await tested(text)
  expect({ exit, err }).toEqual({ exit: 1, err: expect.stringContaining(says) })
})

test('a case tells no grade from one that is not settled yet', async () => {
  const expects = (grade: string) => `- 名称: ${grade}\n${UNIT}  期望: {a: {等次: ${grade}}}\n`
  const { out } = await tested(expects('待定') + expects('无'))
  expect(out).toContain('a 等次：应为 无，算得 待定')
  expect(out).toContain('1 个通过，1 个不通过')
})

test('a scheme that cannot be read is told once', () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'scheme.yaml'), SCHEME.replace('方案: ', '方按: '))
    mkdirSync(join(folder, 'cases'))
    writeFileSync(join(folder, 'cases/a.yaml'), '- 名称: x\n- 名称: y\n')
    const { exit, out, err } = await kaohe('test', folder)
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err.split('“方按”')).toHaveLength(2)
  }))
