import { template } from '@kaohe/documents'
import { compile, type Dataset, evaluate, prove, type Scheme, tellItem } from '@kaohe/engine'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../src/index.ts'
import { type TestCell, type TestSheet, workbook } from './support/xlsx.ts'

function load(): Scheme {
  const { scheme, diagnostics } = readScheme(`方案: reasons
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县, 成文日期: 2022-12-20}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方:
  - {编号: office, 名称: 办公室, 身份: 部门}
  - {编号: union, 名称: 工会, 身份: 部门}
考核对象: [{编号: town, 名称: 乡镇, 条款: 一}]
数据: [{编号: rate, 名称: 完成率, 类型: 数值, 单位: "%"}]
指标:
  - {编号: model, 名称: 典型经验（酌情加分）, 条款: 二, 牵头: [office], 规则: {打分: {最高: 3, 依据: 推广范围, 理由必填: 是}}}
  - {编号: life, 名称: 组织生活, 分值: 10, 条款: 三, 牵头: [office, union], 规则: {档次: {系数: {A: 100%, B: 50%}, 依据: 评查表, 理由必填: 是, 合成: 平均}}}
  - {编号: order, 名称: 日常, 分值: 10, 条款: 四, 牵头: [office], 规则: {打分: {依据: 现场}}}
  - {编号: done, 名称: 完成, 分值: 10, 条款: 五, 规则: {达标: {条件: rate >= 90%, 得: 10}}}
`)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return scheme
}

const scheme = load()
const UNITS = {
  name: '单位',
  rows: [
    ['编号', '名称'],
    ['t', '沙井镇'],
  ],
}

/** What is said of a sheet of marks, and the marks that were kept with their reasons. */
function readMarks(rows: readonly (readonly TestCell[])[], more: Partial<TestSheet> = {}) {
  const bytes = workbook({ sheets: [UNITS, { name: '打分', rows, ...more }] })
  return told(readFacts([{ path: '打分.xlsx', bytes }], scheme))
}

function readJson(fact: object) {
  const file = {
    units: [{ id: 't', name: '沙井镇', type: 'town' }],
    facts: [{ unit: 't', ...fact }],
  }
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  return told(readFacts([{ path: 'x.json', bytes }], scheme))
}

function told({ dataset, diagnostics }: ReturnType<typeof readFacts>) {
  const marks = dataset?.facts.map(({ fact, evaluator, reason }) => [fact, evaluator, reason])
  return { marks, said: diagnostics.map(({ code, cell, message }) => ({ code, cell, message })) }
}

const MODEL = ['mark:model', 'office', '全市推广'] as const

describe('a column of reasons', () => {
  it.each([
    ['beside the mark', ['单位', '典型经验（酌情加分）', '理由']],
    ['by its name', ['单位', '典型经验（酌情加分）', '典型经验（酌情加分）理由']],
    [
      'by its name and who marks',
      ['单位', '典型经验（酌情加分）', '典型经验（酌情加分）（办公室）的理由'],
    ],
    ['before the mark', ['单位', '理由', '典型经验（酌情加分）']],
  ])('%s', (_, head) => {
    const row = head.map((word) => (word === '单位' ? 't' : word.endsWith('理由') ? '全市推广' : 3))
    expect(readMarks([head, row])).toEqual({ marks: [MODEL], said: [] })
  })

  it('under a heading over two rows', () => {
    const rows = [
      ['单位', '典型经验（酌情加分）', null, '日常', null],
      [null, '分数', '理由', '分数', '扣分原因'],
      ['t', 3, '全市推广', 8, '台账缺两次'],
    ]
    const merges = ['B1:C1', 'D1:E1', 'A1:A2']
    const { marks, said } = readMarks(rows, { merges })
    expect(said).toEqual([])
    expect(marks).toEqual([MODEL, ['mark:order', 'office', '台账缺两次']])
  })

  it('of each of several evaluators', () => {
    const head = ['单位', '组织生活（办公室）', '理由', '组织生活（工会）', '组织生活（工会）理由']
    const { marks, said } = readMarks([head, ['t', 'A', '记录齐全', 'B', '缺三会']])
    expect(said).toEqual([])
    expect(marks).toEqual([
      ['mark:life', 'office', '记录齐全'],
      ['mark:life', 'union', '缺三会'],
    ])
  })

  it('in a table of one mark a row', () => {
    const head = ['单位', '指标', '打分人', '分数', '理由']
    const row = ['t', '典型经验（酌情加分）', '办公室', 3, '全市推广']
    expect(readMarks([head, row])).toEqual({ marks: [MODEL], said: [] })
  })
})

it('is read from a text table, by line and column', () => {
  const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })
  const units = file('单位.csv', '编号,名称\nt,沙井镇\n')
  const readWith = (reason: string) =>
    readFacts([units, file('打分.csv', `单位,典型经验（酌情加分）,理由\nt,3,${reason}\n`)], scheme)
  expect(told(readWith('"推广, 两次"')).marks).toEqual([['mark:model', 'office', '推广, 两次']])
  expect(readWith('').diagnostics).toMatchObject([
    { code: 'no-reason', file: '打分.csv', line: 2, column: 3 },
  ])
})

describe('a mark that must say why', () => {
  const HEAD = ['单位', '典型经验（酌情加分）', '典型经验理由']

  it.each([
    ['nothing', null],
    ['a blank', '  '],
    ['a word that says nothing', '无'],
    ['a stroke', '/'],
  ])('is refused at its cell where %s stands', (_, reason) => {
    const { marks, said } = readMarks([HEAD.with(2, '理由'), ['t', 3, reason]])
    expect(marks).toBeUndefined()
    expect(said).toEqual([
      {
        code: 'no-reason',
        cell: 'C2',
        message: expect.stringContaining('打分.xlsx!打分!C2 理由：'),
      },
    ])
    expect(said[0]?.message).toContain(
      '给“典型经验（酌情加分）”打了分，没有写理由；方案要求打分必须写理由；请在这一格写为什么打这个分、依据什么材料（推广范围）；还没有定的，分数也先空着',
    )
  })

  it('is refused at the mark where there is no column, and says which to add', () => {
    expect(readMarks([HEAD.slice(0, 2), ['t', 3]]).said).toEqual([
      {
        code: 'no-reason',
        cell: 'B2',
        message: expect.stringContaining('请加一列“典型经验（酌情加分）理由”'),
      },
    ])
    const head = ['单位', '指标', '打分人', '分数']
    const row = ['t', '典型经验（酌情加分）', '办公室', 3]
    expect(readMarks([head, row]).said[0]?.message).toContain('请加一列“理由”')
  })

  it('may be blank with its reason, and needs none then', () => {
    expect(readMarks([HEAD.with(2, '理由'), ['t', null, null]])).toEqual({ marks: [], said: [] })
    expect(readMarks([HEAD.with(2, '理由'), ['t', null, '全市推广']])).toEqual({
      marks: [],
      said: [expect.objectContaining({ code: 'reason-alone', cell: 'C2' })],
    })
  })

  it('is told once where its reason is merged or broken', () => {
    const broken = readMarks([HEAD.with(2, '理由'), ['t', 3, { error: '#REF!' }]])
    expect(broken.said.map(({ code }) => code)).toEqual(['cell-error'])
    const merged = readMarks([HEAD.with(2, '理由'), ['t', 3, '推广']], { merges: ['C2:C3'] })
    expect(merged.said.map(({ code }) => code)).toEqual(['merged'])
  })

  it('says why in JSON', () => {
    const mark = { fact: 'mark:model', evaluator: 'office', value: 3 }
    expect(readJson({ ...mark, reason: '全市推广' })).toEqual({ marks: [MODEL], said: [] })
    const { said } = readJson(mark)
    expect(said).toHaveLength(1)
    expect(said[0]?.message).toMatch(/facts\[0\]\.reason.*没有写理由.*请在 reason 里写/)
    expect(readJson({ ...mark, value: null, reason: '推广' }).said).toMatchObject([
      { code: 'reason-alone' },
    ])
  })
})

describe('a reason that nobody asked for', () => {
  it('is kept with a mark', () => {
    const { marks, said } = readMarks([
      ['单位', '日常', '理由'],
      ['t', 8, '缺一次'],
    ])
    expect({ marks, said }).toEqual({ marks: [['mark:order', 'office', '缺一次']], said: [] })
    expect(
      readMarks([
        ['单位', '日常', '理由'],
        ['t', 8, null],
      ]).said,
    ).toEqual([])
  })

  it('is told of with a fact, which has none', () => {
    const said = readJson({ fact: 'rate', value: '95%', reason: '统计' }).said
    expect(said).toMatchObject([{ code: 'reason-unread' }])
    const rows = [
      ['单位', '数据', '值', '理由'],
      ['t', '完成率', '95%', '统计'],
    ]
    const long = workbook({ sheets: [UNITS, { name: '数据', rows }] })
    expect(told(readFacts([{ path: 'x.xlsx', bytes: long }], scheme)).said).toMatchObject([
      { code: 'reason-unread', cell: 'D2' },
    ])
  })
})

it('a mark of the year before is not taken for one of this year', () => {
  const json = {
    units: [{ id: 't', name: '沙井镇', type: 'town' }],
    previous: [{ unit: 't', fact: 'mark:order', evaluator: 'office', value: 8 }],
  }
  const bytes = new TextEncoder().encode(JSON.stringify(json))
  const rows = [
    ['单位', '数据', '值'],
    ['t', '日常', 8],
  ]
  const book = workbook({ sheets: [UNITS, { name: '上年数据', rows }] })
  const files = [
    { path: 'x.json', bytes },
    { path: 'x.xlsx', bytes: book },
  ]
  for (const file of files)
    expect(told(readFacts([file], scheme)).said).toMatchObject([{ code: 'unknown-fact' }])
})

it('two reasons for one mark are a conflict', () => {
  const head = ['单位', '指标', '打分人', '分数', '理由']
  const row = ['t', '典型经验（酌情加分）', '办公室', 3]
  const { said } = readMarks([head, [...row, '全市推广'], [...row, '全省推广']])
  expect(said).toMatchObject([{ code: 'conflict', message: expect.stringContaining('全省推广') }])
})

const DATASET: Dataset = {
  units: [{ id: 't', name: '沙井镇', type: 'town', attributes: {} }],
  facts: [
    { ...markOf('model', 'office', { number: { num: 3n, den: 1n } }), reason: '全市推广' },
    { ...markOf('life', 'office', { word: 'A' }), reason: '=记录齐全；六次会都有记录' },
    { ...markOf('life', 'union', { word: 'B' }), reason: '缺三次' },
    { ...markOf('order', 'office', { number: { num: 8n, den: 1n } }), reason: '台账缺两次' },
  ],
  events: [],
  reported: [],
  pending: [],
  history: [],
  lineage: [],
  previous: [],
}

function markOf(item: string, evaluator: string, value: Dataset['facts'][number]['value']) {
  return { unit: 't', fact: `mark:${item}`, period: null, value, evaluator }
}

it('comes back from a template that was filled in, asked for or not', async () => {
  const bytes = await template(scheme, { filled: DATASET })
  const { dataset, diagnostics } = readFacts([{ path: '填报.xlsx', bytes }], scheme)
  expect(diagnostics).toEqual([])
  expect(dataset?.facts).toMatchObject(DATASET.facts)
  expect(dataset?.facts).toHaveLength(DATASET.facts.length)
})

it('is told with the mark, and is part of the proof', () => {
  const evaluation = evaluate(compile(scheme), DATASET)
  const proof = prove(evaluation, 't')
  const life = proof.items.find(({ id }) => id === 'life')
  if (life === undefined) throw new Error('no item')
  const lines = tellItem(life, proof, 3).map(({ text }) => text)
  expect(lines).toContain('组织生活：A（填报 办公室）。理由：=记录齐全；六次会都有记录')
  const reasons = proof.steps.flatMap((s) => (s.op === 'fact' ? [s.fact.reason] : []))
  expect(reasons.filter((r) => r !== undefined)).toHaveLength(4)
})
