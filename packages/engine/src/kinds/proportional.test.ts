import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, int } from '../number/index.ts'
import { refuses, scorer, scores } from '../../tests/rules.ts'
import { RUNS } from '../../tests/runs.ts'

scores('proportional 按完成比例得分', '按比例: {量: trained, 目标: 30人}', { full: '10' }, [
  {
    note: 'half',
    facts: { trained: 15 },
    points: '5',
    told: '培训人数 15人，目标 30人，满分10分，得5分',
  },
  { note: 'a third', facts: { trained: 10 }, points: '10/3' },
  { note: 'done', facts: { trained: 30 }, points: '10' },
  { note: 'more than done', facts: { trained: 60 }, points: '10' },
  { note: 'none', facts: { trained: 0 }, points: '0' },
  { note: 'unknown', points: '0..10', status: 'provisional' },
  { note: 'not applicable', facts: { trained: '不适用' }, points: '0', status: 'not-applicable' },
])

scores(
  'a target of its own, counted on beyond it',
  '按比例: {量: done, 目标: quota, 满分: 8, 超出: 照算}',
  {},
  [
    { note: 'half as much again', facts: { done: 30, quota: 20 }, points: '12' },
    {
      note: 'a target of nothing, and nobody says',
      facts: { done: 30, quota: 0 },
      points: '0..8',
      status: 'open',
      open: ['目标为零'],
    },
    { note: 'the target is not known', facts: { done: 30 }, points: '0..' },
  ],
)

const NO_GOAL = (policy: string) => `按比例: {量: done, 目标: quota, 目标为零: ${policy}}`

scores('no target, full', NO_GOAL('得满分'), { full: '8' }, [
  {
    note: 'nothing to do',
    facts: { done: 0, quota: 0 },
    points: '8',
    told: '完成 0件，目标 任务 0件，目标为零，得8分',
  },
  {
    note: 'half of it',
    facts: { done: 1, quota: 2 },
    points: '4',
    told: '完成 1件，目标 任务 2件，满分8分，得4分',
  },
  { note: 'not known whether there was any', facts: { done: 0 }, points: '0..8' },
])

scores('no target, none', NO_GOAL('得零分'), { full: '8' }, [
  { note: 'nothing to do', facts: { done: 3, quota: 0 }, points: '0', open: [] },
])

scores('no target, not applicable', NO_GOAL('不适用'), { full: '8' }, [
  {
    note: 'nothing to do',
    facts: { done: 3, quota: 0 },
    status: 'not-applicable',
    points: '0',
    told: '完成 3件，目标 任务 0件，目标为零，不适用',
  },
])

scores('min_gate 底线', '按比例: {量: rate, 目标: 100%, 满分: 4, 起得: 50%}', {}, [
  {
    note: 'just below the gate',
    facts: { rate: '49.9%' },
    points: '0',
    told: '参学率 49.9%，目标 100%，满分4分，不到50%不得分，得0分',
  },
  {
    note: 'on the gate',
    facts: { rate: '50%' },
    points: '2',
    told: '参学率 50%，目标 100%，满分4分，得2分',
  },
  { note: 'unknown', points: '0..4' },
])

describe('properties', () => {
  const score = scorer('按比例: {量: done, 目标: quota, 满分: 7}')
  it('lies between nothing and the full score, whatever is known', () => {
    const known = fc.record(
      { done: fc.nat({ max: 99 }), quota: fc.integer({ min: 1, max: 99 }) },
      { requiredKeys: ['quota'] },
    )
    fc.assert(
      fc.property(known, (facts) => {
        const { lo, hi } = score(facts)
        expect(lo !== null && compare(lo, int(0)) >= 0).toBe(true)
        expect(hi !== null && compare(hi, int(7)) <= 0).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

refuses([
  ['按比例: {量: trained, 目标: 30人}', '没有满分'],
  ['按比例: {量: trained, 目标: 30次, 满分: 5}', '次'],
  ['按比例: {量: rate, 目标: 100%, 满分: 5, 起得: 5百分点}', '百分点'],
])
