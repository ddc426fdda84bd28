import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactScorer, percent, refuses, rising, scores } from '../../tests/rules.ts'
import { RUNS } from '../../tests/runs.ts'

scores('deduct_per_miss 每少一次', '升降: {量: meetings, 基准: 12次, 每: 1次, 低扣: 0.5}', {}, [
  { note: 'enough', facts: { meetings: 12 }, points: '0' },
  { note: 'more than enough', facts: { meetings: 15 }, points: '0' },
  {
    note: 'two too few',
    facts: { meetings: 10 },
    points: '-1',
    told: '会议 10次，基准 12次，低2次，合2步，每步扣0.5分，扣1分',
  },
  { note: 'unknown', points: '-6..0', open: [] },
])

const POINT = '升降: {量: rate, 基准: 100%, 基准得: 满分, 每: 1百分点, 低扣: 0.25'

scores('slope_per_point, in proportion', `${POINT}, 不足一步: 按比例}`, { full: '10' }, [
  { note: 'on the base', facts: { rate: '100%' }, points: '10' },
  { note: 'two points and a half below', facts: { rate: '97.5%' }, points: '9.375' },
  { note: 'above', facts: { rate: '120%' }, points: '10' },
  { note: 'not applicable', facts: { rate: '不适用' }, points: '0', status: 'not-applicable' },
])

scores('slope_per_point, whole steps or not: nobody says', `${POINT}}`, { full: '10' }, [
  { note: 'a part of a step', facts: { rate: '97.5%' }, points: '9.25..9.5', open: ['不足一步'] },
  { note: 'whole steps', facts: { rate: '97%' }, points: '9.25', open: [] },
])

scores(
  'over_bonus and shortfall, of a target of its own',
  '升降: {量: done, 基准: quota, 每: 10%, 低扣: 0.2, 高加: 0.3, 不足一步: 舍去}',
  {},
  [
    { note: 'on the target', facts: { done: 50, quota: 50 }, points: '0' },
    { note: 'less than a step above', facts: { done: 54, quota: 50 }, points: '0' },
    { note: 'a whole step above', facts: { done: 55, quota: 50 }, points: '0.3' },
    {
      note: 'thirty per cent below',
      facts: { done: 35, quota: 50 },
      points: '-0.6',
      told: '完成 35件，基准 任务 50件，低30%，合3步，每步扣0.2分，扣0.6分',
    },
    {
      note: 'no target, no full score: nothing either way',
      facts: { done: 35, quota: 0 },
      points: '0',
    },
  ],
)

const OF_TARGET = (policy: string) =>
  `升降: {量: done, 基准: quota, 基准得: 满分, 每: 10%, 低扣: 1, 不足一步: 舍去${policy}}`

scores('a step of a target that is 0: nobody says', OF_TARGET(''), { full: '10' }, [
  {
    note: 'no target',
    facts: { done: 3, quota: 0 },
    points: '0..10',
    open: ['分母为零'],
    told: '完成 3件，基准 任务 0件，分母为零，得分未定（0分至10分）',
  },
  { note: 'a target', facts: { done: 40, quota: 50 }, points: '8', open: [] },
])

scores('a target that is 0 gets full', OF_TARGET(', 分母为零: 得满分'), { full: '10' }, [
  { note: 'no target', facts: { done: 0, quota: 0 }, points: '10', open: [] },
])

scores('a target that is 0 is left out', OF_TARGET(', 分母为零: 不适用'), { full: '10' }, [
  {
    note: 'no target',
    facts: { done: 3, quota: 0 },
    points: '0',
    status: 'not-applicable',
    told: '完成 3件，基准 任务 0件，分母为零，不适用',
  },
  { note: 'a target', facts: { done: 40, quota: 50 }, points: '8', status: 'scored' },
])

scores(
  'nothing is a percentage of 0: 每1% of a rate can only be points',
  '升降: {量: rate, 基准: 0%, 基准得: 满分, 每: 1%, 高扣: 1, 不足一步: 舍去}',
  { full: '10' },
  [{ note: 'two points above', facts: { rate: '2%' }, points: '8', open: [] }],
)

refuses([
  ['升降: {量: done, 基准: 0件, 每: 10%, 高扣: 1, 不足一步: 舍去}', '基准是0'],
  ['升降: {量: done, 基准: quota, 每: 10%, 高扣: 1, 不足一步: 舍去, 分母为零: 得满分}', '没有满分'],
])

scores(
  '每10% of a rate: points of the rate, or a part of the base',
  '升降: {量: rate, 基准: 50%, 每: 10%, 低扣: 1, 不足一步: 舍去}',
  {},
  [
    {
      note: 'ten points below are two tenths of the base',
      facts: { rate: '40%' },
      points: '-2..-1',
      open: ['步长'],
    },
    { note: 'the same either way', facts: { rate: '50%' }, points: '0', open: [] },
  ],
)

scores(
  '每10% of a rate, relative',
  '升降: {量: rate, 基准: 50%, 每: 10%, 低扣: 1, 不足一步: 舍去, 步长: 相对}',
  {},
  [{ note: 'ten points below', facts: { rate: '40%' }, points: '-2' }],
)

scores(
  'target_band 趋中性',
  '升降: {量: share, 基准: 40%—60%, 基准得: 5, 每: 5百分点, 低扣: 1, 高扣: 2, 不足一步: 舍去}',
  {},
  [
    {
      note: 'inside',
      facts: { share: '50%' },
      points: '5',
      told: '占比 50%，基准 40%—60%，得5分',
    },
    { note: 'on the lower end', facts: { share: '40%' }, points: '5' },
    {
      note: 'below',
      facts: { share: '30%' },
      points: '3',
      told: '占比 30%，基准 40%—60%（在基准上得5分），低10个百分点，合2步，每步扣1分，得3分',
    },
    { note: 'above', facts: { share: '66%' }, points: '3' },
  ],
)

scores(
  'control_limit 控制指标: lower is better',
  '升降: {量: late-rate, 基准: 不超过5%, 每: 1百分点, 高扣: 2, 不足一步: 进一}',
  {},
  [
    { note: 'within', facts: { 'late-rate': '5%' }, points: '0' },
    { note: 'a little beyond', facts: { 'late-rate': '5.1%' }, points: '-2' },
  ],
)

const TWO =
  '升降: {量: rate, 基准: 100%, 每: 1百分点, 不足一步: 按比例, 分档: [{范围: "[90%, 100%]", 扣: 0.25}, {范围: 低于90%, 扣: 0.5}]'

scores('the two-slope rule (Wenzhou): each part by its own slope', `${TWO}, 读法: 分段累进}`, {}, [
  { note: 'on the base', facts: { rate: '100%' }, points: '0' },
  { note: 'within the first', facts: { rate: '96%' }, points: '-1' },
  { note: 'on the bend', facts: { rate: '90%' }, points: '-2.5' },
  {
    note: 'below the bend',
    facts: { rate: '85%' },
    points: '-5',
    told: '参学率 85%，基准 100%，低15个百分点，90%（含）—100%（含）一段10步，每步扣0.25分，低于90%一段5步，每步扣0.5分，扣5分',
  },
  { note: 'above the base', facts: { rate: '110%' }, points: '0' },
])

scores('the two-slope rule: all of it by the slope where it lies', `${TWO}, 读法: 全程}`, {}, [
  { note: 'within the first', facts: { rate: '96%' }, points: '-1' },
  { note: 'on the bend', facts: { rate: '90%' }, points: '-2.5' },
  {
    note: 'below the bend',
    facts: { rate: '85%' },
    points: '-7.5',
    told: '参学率 85%，基准 100%，低15个百分点，在低于90%一段，全程15步，每步扣0.5分，扣7.5分',
  },
  {
    note: 'above the base',
    facts: { rate: '110%' },
    points: '0',
    told: '参学率 110%，基准 100%，高10个百分点，得0分',
  },
])

scores('the two-slope rule: nobody says', `${TWO}}`, {}, [
  { note: 'within the first: the same', facts: { rate: '96%' }, points: '-1', open: [] },
  { note: 'below the bend', facts: { rate: '85%' }, points: '-7.5..-5', open: ['读法'] },
])

scores(
  'a stretch with its own step',
  '升降: {量: trained, 基准: 100人, 每: 1人, 分档: [{范围: 50人—100人, 扣: 0.1}, {范围: 不足50人, 每: 10人, 扣: 2}], 不足一步: 舍去, 读法: 分段累进}',
  {},
  [
    { note: 'ten below the bend', facts: { trained: 40 }, points: '-7' },
    { note: 'less than a step below the bend', facts: { trained: 45 }, points: '-5' },
  ],
)

scores(
  'whole things by the piece leave no part of a step',
  '升降: {量: done, 基准: quota, 每: 1件, 低扣: 1}',
  {},
  [
    { note: 'two below its own target', facts: { done: 3, quota: 5 }, points: '-2', open: [] },
    { note: 'unknown', facts: { quota: 5 }, points: '-5..0', open: [] },
  ],
)

scores(
  'whole things from a base in between do',
  '升降: {量: trained, 基准: 12.5人, 每: 1人, 低扣: 1}',
  {},
  [{ note: 'half a step', facts: { trained: 12 }, points: '-1..0', open: ['不足一步'] }],
)

scores('one side only', '升降: {量: trained, 基准: 不少于10人, 每: 1人, 低扣: 1, 高加: 5}', {}, [
  { note: 'above what has no upper end', facts: { trained: 12 }, points: '0' },
  { note: 'below', facts: { trained: 9 }, points: '-1' },
])

scores(
  'stretches on one side only',
  '升降: {量: trained, 基准: 不超过10人, 每: 1人, 分档: [{范围: 超过10人, 扣: 1}], 读法: 全程}',
  {},
  [
    { note: 'above', facts: { trained: 12 }, points: '-2' },
    { note: 'below what has no lower end', facts: { trained: 2 }, points: '0' },
  ],
)

scores(
  'stretches above, each by its own slope',
  '升降: {量: trained, 基准: 不少于10人, 每: 1人, 分档: [{范围: 5人—10人, 扣: 1}, {范围: 低于5人, 扣: 2}], 读法: 分段累进}',
  {},
  [
    { note: 'far below', facts: { trained: 3 }, points: '-9' },
    { note: 'above what has no upper end', facts: { trained: 30 }, points: '0' },
  ],
)

describe('properties', () => {
  const score = exactScorer(`${TWO}, 读法: 分段累进}`)
  it('a marginal slope never falls while the rate rises', () => {
    const rates = fc.array(fc.nat({ max: 12_000 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(rates, (drawn) => {
        const points = drawn.toSorted((a, b) => a - b).map((r) => score({ rate: percent(r) }))
        expect(rising(points)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

refuses([
  [
    '升降: {量: trained, 基准: 30人, 每: 1人, 不足一步: 舍去, 读法: 全程, 分档: [{范围: 不足20人, 每: 10%, 扣: 2}]}',
    '各段的“每”应都写 %',
  ],
  ['升降: {量: rate, 基准: 100%, 每: 1, 低扣: 1}', '百分点'],
  ['升降: {量: trained, 基准: 30次, 每: 1人, 低扣: 1}', '次'],
  ['升降: {量: trained, 基准: 30人, 每: 1次, 低扣: 1}', '次'],
  ['升降: {量: trained, 基准: done, 每: 1人, 低扣: 1}', '件'],
  ['升降: {量: trained, 基准: 30人, 每: 1人}', '没有写每步得几分扣几分'],
  [
    '升降: {量: trained, 基准: 30人, 每: 1人, 低扣: 1, 分档: [{范围: 不足20人, 扣: 2}]}',
    '又写“分档”又写低扣等',
  ],
])
