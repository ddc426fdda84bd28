import type { Dataset, FactEntry, Scheme } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import {
  coverage,
  lintPriorities,
  readPriorities,
  readScheme,
  showPriorities,
  taskStatuses,
} from '../src/index.ts'
import { SOUND } from './broken/sound.ts'

const PLAN = `工作要点: plan
名称: 工作要点
版本: "1"
章: [{编号: one, 名称: 第一章}]
层级: [{编号: town, 名称: 乡镇}]
参与方:
  - {编号: office, 名称: 团区委办公室, 身份: 部门}
  - {编号: towns, 名称: 各乡镇团委, 身份: 其他}
  - {编号: schools, 名称: 学校, 身份: 其他, 对应: campus}
要点: [{编号: p1, 名称: 第一点, 章: one}, {编号: p2, 名称: 第二点}]
任务:
  - {编号: a, 要点: p1, 概括: 协会全覆盖, 责任: [office, towns], 目标: [{种类: 覆盖, 内容: 协会, 数: 100%, 层级: town, 取数: association}]}
  - {编号: b, 要点: p1, 概括: 七成, 责任: [office], 目标: [{种类: 比例, 内容: 协会, 数: 70%, 层级: town, 取数: association}]}
  - {编号: c, 要点: p2, 概括: 帮扶, 责任: [schools], 目标: [{种类: 数量, 内容: 帮扶, 数: 100人, 层级: town, 取数: helped}]}
  - {编号: d, 要点: p2, 概括: 印发, 目标: [{种类: 印发文件, 内容: 细则}]}
  - {编号: e, 要点: p2, 概括: 扩大, 责任: [towns], 目标: [{种类: 覆盖, 内容: 扩大, 取数: association}]}
  - {编号: f, 要点: p2, 概括: 参学率, 责任: [towns], 目标: [{种类: 比例, 内容: 参学率, 数: 90%, 层级: town, 取数: rate}]}
`

const plan = readPriorities(PLAN).priorities!

describe('reading a plan of work', () => {
  it('reads', () => {
    expect(readPriorities(PLAN).diagnostics).toEqual([])
    expect(plan.tasks.map((task) => task.id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it.each([
    ['要点: p2, 概括: 印发', '要点: p3, 概括: 印发', 'unknown-reference', 15],
    ['责任: [schools]', '责任: [shools]', 'unknown-reference', 14],
    ['种类: 印发文件', '种类: 印发', 'unknown-word', 15],
    ['章: one}', '章: two}', 'unknown-reference', 10],
    ['数: 100人', '数: 一百人', 'bad-number', 14],
    ['层级: [{编号: town', '层级：[{编号: town', 'fullwidth-colon', 5],
    ['名称: 学校', '名秤: 学校', 'unknown-key', 9],
  ])('says what is wrong with %s', (from, to, code, line) => {
    const { priorities, diagnostics } = readPriorities(PLAN.replace(from, to))
    expect(priorities).toBeUndefined()
    expect(diagnostics.map((one) => [one.code, one.line])).toEqual([[code, line]])
  })
})

function scheme(...tasks: readonly string[]): Scheme {
  return readScheme(SOUND.replace('    条款: 第九条', `    任务: [${tasks.join(', ')}]`)).scheme!
}

describe('what an assessment covers of the plan', () => {
  const found = coverage(plan, scheme('p1/a', 'p2/x', 'p2/f'))

  it('ties tasks to indicators', () => {
    expect(found.tasks.map((one) => one.items.map((item) => item.item))).toEqual([
      ['study'],
      [],
      [],
      [],
      [],
      ['study'],
    ])
    expect(found.uncovered.map((one) => one.path)).toEqual(['p1/b', 'p2/c', 'p2/d', 'p2/e'])
  })

  it('finds whom no scheme assesses', () => {
    expect(found.tasks.map((one) => one.unassessed.map((owner) => owner.id))).toEqual([
      ['office'],
      ['office'],
      ['schools'],
      [],
      [],
      [],
    ])
    expect(found.outOfReach.map((one) => one.path)).toEqual(['p1/b', 'p2/c', 'p2/d'])
  })

  it('finds tasks that the plan does not have', () => {
    expect(found.dangling).toEqual([
      {
        scheme: 'town-2023',
        item: 'study',
        task: 'p2/x',
        nearest: expect.stringMatching(/^p2\/.$/) as unknown,
      },
    ])
  })
})

function data(
  entries: readonly (readonly [unit: string, fact: string, value: FactEntry['value']])[],
): Dataset {
  const units = ['t1', 't2', 't3', 't4'].map((id) => ({
    id,
    name: id,
    type: 'township',
    level: 'town',
    attributes: {},
  }))
  return {
    units,
    facts: entries.map(([unit, fact, value]) => ({ unit, fact, period: null, value })),
    events: [],
    reported: [],
    pending: [],
    history: [],
    lineage: [],
    previous: [],
  }
}

const yes = { truth: true } as const
const no = { truth: false } as const
const count = (n: number) => ({ number: { num: BigInt(n), den: 1n } })
const all = ['t1', 't2', 't3', 't4']

function statuses(entries: Parameters<typeof data>[0]): Record<string, string> {
  return Object.fromEntries(
    taskStatuses(plan, data(entries)).map(({ task, reached }) => [task.id, reached]),
  )
}

describe('how far tasks have come', () => {
  it.each<[string, Parameters<typeof data>[0], Record<string, string>]>([
    [
      'nothing reported',
      [],
      { a: 'unknown', b: 'unknown', c: 'unknown', d: 'unknown', e: 'unknown', f: 'unknown' },
    ],
    [
      'everyone',
      all.map((unit) => [unit, 'association', yes]),
      { a: 'yes', b: 'yes', e: 'unknown' },
    ],
    [
      'three of four',
      all.map((unit, i) => [unit, 'association', i < 3 ? yes : no]),
      { a: 'no', b: 'yes' },
    ],
    [
      'three yes, one not reported',
      all.slice(0, 3).map((unit) => [unit, 'association', yes]),
      { a: 'unknown', b: 'yes' },
    ],
    [
      'two no, two not reported',
      all.slice(0, 2).map((unit) => [unit, 'association', no]),
      { a: 'no', b: 'no' },
    ],
    ['one no, three not reported', [['t1', 'association', no]], { a: 'no', b: 'unknown' }],
    [
      'enough already',
      [
        ['t1', 'helped', count(60)],
        ['t2', 'helped', count(40)],
      ],
      { c: 'yes' },
    ],
    ['not enough yet', [['t1', 'helped', count(60)]], { c: 'unknown' }],
    ['not enough at all', all.map((unit) => [unit, 'helped', count(20)]), { c: 'no' }],
    [
      'a figure that everyone must reach',
      all.map((unit) => [unit, 'rate', { number: { num: 9n, den: 10n } }]),
      { f: 'yes' },
    ],
    ['one below', [['t1', 'rate', { number: { num: 8n, den: 10n } }]], { f: 'no' }],
    [
      'not applicable to one',
      [
        ...all.slice(0, 3).map((unit) => [unit, 'association', yes] as const),
        ['t4', 'association', { na: true }],
      ],
      { a: 'yes' },
    ],
  ])('%s', (_, entries, expected) => {
    expect(statuses(entries)).toMatchObject(expected)
  })
})

describe('what a plan leaves open by itself', () => {
  const keys = (text: string) => {
    const { priorities, where } = readPriorities(text)
    return lintPriorities(priorities!, where).map((one) => `${one.check} ${one.path} ${one.line}`)
  }

  it('tells tasks that nobody owns, and targets that no fact tells', () => {
    expect(keys(PLAN)).toEqual(['task-unowned 任务/d 15', 'target-unmeasured 任务/d/目标/1 15'])
  })

  it('tells points without tasks, and dates outside the period unless the work goes on', () => {
    const text = PLAN.replace(
      '要点: [',
      '时段: {起: 2020-01-01, 止: 2020-12-31}\n要点: [{编号: p0, 名称: 空的}, ',
    )
      .replace('内容: 细则', '内容: 细则, 取数: rate, 期限: 2021-06-30')
      .replace('概括: 印发, 目标', '概括: 印发, 责任: [office], 目标')
    expect(keys(text)).toEqual(['point-empty 要点/p0 11', 'target-outside 任务/d/目标/1 16'])
    expect(keys(text.replace('概括: 印发,', '概括: 印发, 跨年: 是,'))).toEqual([
      'point-empty 要点/p0 11',
    ])
  })

  it('says it in English too', () => {
    const told = lintPriorities(plan, undefined, { lang: 'en' })
    expect(told[0]?.message).toBe('Nobody is named for “印发”: who answers for it cannot be told.')
  })
})

describe('a plan as text to read', () => {
  it('has chapters, points, tasks, owners and targets', () => {
    const text = showPriorities(plan)
    expect(text).toContain(
      '## 第一章\n\n### 第一点\n\n- 协会全覆盖（责任：团区委办公室、各乡镇团委）\n  - 覆盖：协会，100%，乡镇一级\n',
    )
    expect(text).toContain('### 第二点\n\n- 帮扶（责任：学校）\n')
    expect(text).toContain('- 印发（责任没有写明）\n  - 印发文件：细则\n')
  })
})
