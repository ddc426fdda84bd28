import { expect, it } from 'vitest'
import { tellGiven } from './given.ts'
import type { FoldProof, ItemProof, Proof, ProofStep } from './proof.ts'

const row = (value: string, counted = true) => ({
  id: value,
  name: '',
  date: null,
  origin: null,
  evidence: [],
  about: [],
  value,
  counted,
})

function told(fold: Partial<FoldProof>, ...values: readonly ReturnType<typeof row>[]) {
  const all = { name: '评分表', how: 'trimmed', drop: 1, complete: true, ...fold, rows: values }
  const step = { op: 'fold', fold: all, value: '0' } as unknown as ProofStep
  return lines([step])
}

function lines(steps: readonly ProofStep[]): readonly string[] {
  const proof = { steps } as unknown as Proof
  const item = { step: 0, reached: null, status: 'scored' } as unknown as ItemProof
  return tellGiven(item, proof, 0).map(({ text }) => text)
}

it('says which ballots are dropped as the highest and the lowest', () => {
  const said = told({}, row('100'), row('90'), row('20'), row('86'), row('50', false))
  expect(said).toEqual([
    '评分表：共 5 条，计 4 条',
    '100，作最高分去掉 100',
    '90，计 90',
    '20，作最低分去掉 20',
    '86，计 86',
    '50，不计',
  ])
})

it.each([
  ['more may come', { complete: false }],
  ['too few remain', { drop: 2 }],
  ['nothing is dropped', { how: 'mean', drop: 0 }],
])('drops none where %s', (_, fold) => {
  expect(told(fold, row('100'), row('90'), row('20'), row('86')).join()).not.toContain('去掉')
})

it('says last why a mark was given', () => {
  const fact = { kind: 'mark', name: '典型经验', period: null, reported: '3', unit: '分' }
  const from = { by: 'office', at: null, origin: null, evidence: [] }
  const step = (more: object) =>
    ({ op: 'fact', fact: { ...fact, ...from, ...more }, value: '3' }) as unknown as ProofStep
  expect(lines([step({ reason: '全市推广。两次转发' })])).toEqual([
    '典型经验：3分（填报 office）。理由：全市推广。两次转发',
  ])
  expect(lines([step({})])).toEqual(['典型经验：3分（填报 office）'])
})

it('does not tell a flag as a figure', () => {
  const fact = { kind: 'hadPrevious', name: '满意度指数', period: null, reported: '80', unit: '' }
  expect(lines([{ op: 'fact', fact, value: '1' } as unknown as ProofStep])).toEqual([])
})

it('says what the others come to, and that the unit is one of them', () => {
  const peers = { measure: 'max', all: [{}, {}, {}] }
  expect(lines([{ op: 'peers', peers, value: '20' } as unknown as ProofStep])).toEqual([
    '参加比较的 3 个单位（含本单位），最高：20',
  ])
})

it('marks the rows that meet a condition of their own, and lists the rows of groups once', () => {
  const fold = (how: string, counted: string) => {
    const rows = ['1', '2'].map((id) => row(id, counted.includes(id)))
    return {
      op: 'fold',
      value: '0',
      fold: { over: 'e', name: '活动', how, once: null, complete: true, drop: 0, rows },
    }
  }
  const said = (...steps: readonly object[]) => {
    const sum = { op: 'sum', of: steps.map((_, i) => i), value: '0' }
    const proof = { steps: [...steps, sum] } as unknown as Proof
    const item = { step: steps.length, reached: null, status: 'scored' } as unknown as ItemProof
    return tellGiven(item, proof, 0).map(({ text }) => text)
  }
  expect(said(fold('count', '12'), fold('count', '2'))).toEqual([
    '活动：共 2 条',
    '1',
    '2，符合另列的条件',
  ])
  expect(said(fold('mean', '1'), fold('mean', '2'))).toEqual([
    '活动：共 2 条',
    '1，计 1',
    '2，计 2',
  ])
})

it('calls last year’s period by this year’s name or by its own year', () => {
  const fact = { kind: 'previous', name: '办件', reported: '80', unit: '件' }
  const from = { by: null, at: null, origin: null, evidence: [] }
  const step = (more: object) =>
    ({ op: 'fact', fact: { ...fact, ...from, ...more }, value: '80' }) as unknown as ProofStep
  expect(lines([step({ period: null })])).toEqual(['上年办件：80件'])
  expect(lines([step({ period: '2023-Q2' })])).toEqual(['上年第2季度办件：80件'])
  expect(lines([step({ period: '2023-04', withYear: true })])).toEqual([
    '2023年4月上年同期办件：80件',
  ])
})

it('says what the peers are compared by, and in what unit', () => {
  const step = (peers: object, value: string) =>
    ({ op: 'peers', peers: { all: [1, 2], ...peers }, value }) as unknown as ProofStep
  const named = { of: '1月论文', ofUnit: '篇' }
  expect(lines([step({ measure: 'max', ...named }, '5')])).toEqual([
    '1月论文，参加比较的 2 个单位（含本单位），最高：5篇',
  ])
  expect(lines([step({ measure: 'rank', ...named }, '2')])).toEqual([
    '1月论文，参加比较的 2 个单位（含本单位），名次：2',
  ])
  expect(lines([step({ measure: 'sum' }, '7')])).toEqual([
    '参加比较的 2 个单位（含本单位），合计：7',
  ])
})
