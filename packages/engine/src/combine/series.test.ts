import { describe } from 'vitest'
import { refuses, scores } from '../../tests/rules.ts'

const ACTIVE = '逐期: {规则: {达标: {条件: active, 得: 0, 未达标扣: 10}}'
const active = (...months: boolean[]) =>
  Object.fromEntries(months.map((yes, i) => [`active@2023-0${i + 1}`, yes]))

scores(
  'period_rollup, the sum (Guiyang: every month without an activity)',
  `${ACTIVE}, 取: 合计}`,
  {},
  [
    {
      note: 'all three',
      facts: active(true, true, true),
      points: '0',
      parts: ['1月开展活动：是，得0分', '2月开展活动：是，得0分', '3月开展活动：是，得0分'],
    },
    {
      note: 'one missed',
      facts: active(true, false, true),
      points: '-10',
      told: '3期合计，扣10分',
    },
    {
      note: 'one not known yet',
      facts: active(false, true),
      points: '-20..-10',
      status: 'provisional',
    },
    { note: 'nothing known', points: '-30..0' },
  ],
)

const RATE =
  '逐期: {规则: {分段: {量: monthly-rate, 段: [{范围: 不足100%, 扣: 2}, {范围: 其他, 得: 1}]}}'
const rates = (...percent: number[]) =>
  Object.fromEntries(percent.map((p, i) => [`monthly-rate@2023-0${i + 1}`, `${p}%`]))

scores('period_rollup, the mean', `${RATE}, 取: 平均}`, {}, [
  { note: 'two of three', facts: rates(100, 90, 101), points: '0' },
  { note: 'one of three', facts: rates(100, 90, 91), points: '-1' },
])

scores(
  'period_rollup, the best and the worst',
  `合计: {项: [{${RATE}, 取: 最高}}, {${RATE}, 取: 最低}}]}`,
  {},
  [{ note: 'one of three', facts: rates(100, 90, 91), points: '-1' }],
)

scores('period_rollup: nobody says', `${RATE}}`, {}, [
  { note: 'mixed', facts: rates(100, 90, 91), points: '-3..1', open: ['取'] },
  { note: 'all alike: sum or mean', facts: rates(100, 100, 100), points: '1..3', open: ['取'] },
])

const EPISODES = '逐期: {规则: {外部得分: {量: monthly-score}}, 取: 合计'

scores('how many episodes there are is not known', `${EPISODES}}`, {}, [
  {
    note: 'never less than nothing, and nothing more can be said',
    facts: { 'monthly-score@1': 8 },
    points: '0..',
    open: ['期数'],
    told: '共有几期没有写明',
  },
])

const MISSED = '逐期: {规则: {达标: {条件: monthly-score >= 6分, 得: 0, 未达标扣: 10}}'

scores('any number of deductions', `${MISSED}, 取: 合计}`, {}, [
  { note: 'never more than nothing', points: '..0', open: ['期数'] },
])

scores('the mean of any number', `${MISSED}, 取: 平均}`, {}, [
  { note: 'between what one can be', points: '-10..0', open: ['期数'] },
])

scores(
  'any number, and nobody says how they come together',
  `合计: {项: [{逐期: {规则: {达标: {条件: monthly-score >= 6分, 得: 3, 未达标得: 1}}}}]}`,
  {},
  [{ note: 'from none at all', points: '0..', open: ['期数'] }],
)

scores('how many episodes there are is said', `${EPISODES}, 期数: 2}`, {}, [
  { note: 'both', facts: { 'monthly-score@1': 8, 'monthly-score@2': 6 }, points: '14' },
  { note: 'one of two', facts: { 'monthly-score@1': 8 }, points: '8..18' },
])

scores(
  'events of the period at hand (Ganzhou, article 11)',
  '逐期: {规则: {对照: {量: "次数(activity, signed < 30人)", 称: 不足场次, 扣: {0: 0, 1: 1, 2: 2, 3: 3}}}, 取: 合计}',
  {},
  [
    {
      note: 'one in January, two in March',
      events: {
        activity: [
          { date: '2023-01-05', signed: 29 },
          { date: '2023-01-06', signed: 30 },
          { date: '2023-03-05', signed: 0 },
          { date: '2023-03-06', signed: 12 },
        ],
      },
      points: '-3',
      parts: ['1月：不足场次 1次，扣1分', '2月：不足场次 0次，得0分', '3月：不足场次 2次，扣2分'],
    },
    { note: 'none at all', events: { activity: [] }, points: '0' },
  ],
)

scores(
  'a number of periods beside months says only how many months there are',
  '逐期: {规则: {每次: {事件: activity, 得: 1}, 上限: 2}, 取: 合计, 期数: 3}',
  {},
  [
    {
      note: 'three in January, one in March',
      events: {
        activity: [
          { date: '2023-01-05' },
          { date: '2023-01-06' },
          { date: '2023-01-07' },
          { date: '2023-03-06' },
        ],
      },
      points: '3',
    },
  ],
)

scores('a number of periods beside a monthly rate', `${RATE}, 取: 合计, 期数: 3}`, {}, [
  { note: 'two of three', facts: rates(100, 90, 101), points: '0' },
])

scores(
  'events without a period of their own are put into months by their date',
  '逐期: {规则: {合计: {项: [{每次: {事件: training, 得: 1}, 上限: 2}, {达标: {条件: active, 得: 10}}]}}, 取: 合计}',
  {},
  [
    {
      note: 'three in January, none later: 2 and not 2 in every month',
      facts: active(true, false, false),
      events: {
        training: [{ date: '2023-01-05' }, { date: '2023-01-05' }, { date: '2023-01-05' }],
      },
      points: '12',
    },
  ],
)

scores(
  'a part of the periods',
  `逐期: {规则: {达标: {条件: active, 得: 1}}, 取: 合计, 时段: {起: 2023-02-01, 止: 2023-03-31}}`,
  {},
  [{ note: 'not January', facts: active(true, false, true), points: '1' }],
)

const visits = (...values: string[]) =>
  Object.fromEntries(values.map((value, i) => [`visits@2023-0${i + 1}`, value]))
const VISITS = '逐期: {规则: {对照: {量: visits, 得: {不少于3次: 6, 其他: 2}}}'

scores('a month that does not apply is not in the mean', `${VISITS}, 取: 平均}`, {}, [
  {
    note: 'two of three',
    facts: visits('3次', '不适用', '3次'),
    points: '6',
    parts: ['1月走访 3次，得6分', '2月：不适用', '3月走访 3次，得6分'],
  },
  {
    note: 'none of them',
    facts: visits('不适用', '不适用', '不适用'),
    points: '0',
    status: 'not-applicable',
  },
])

scores('nor is it the worst', `${VISITS}, 取: 最低}`, {}, [
  { note: 'two of three', facts: visits('3次', '不适用', '4次'), points: '6' },
])

scores(
  'nor is anything deducted in it',
  '逐期: {规则: {达标: {条件: calm, 得: 0, 未达标扣: 10}}, 取: 合计}',
  {},
  [
    {
      note: 'two of three',
      facts: { 'calm@2023-01': true, 'calm@2023-02': '不适用', 'calm@2023-03': false },
      points: '-10',
    },
  ],
)

describe('a number of periods', () => {
  refuses([
    [`${RATE}, 取: 合计, 期数: 10}`, '在这个时段共3期'],
    [
      '逐期: {规则: {每次: {事件: training, 得: 1}, 上限: 2}, 取: 合计, 期数: 12}',
      '事件“培训”没有写是每月、每季还是每周的',
    ],
    [
      '逐期: {规则: {按比例: {量: done, 目标: quota, 满分: 5}}, 取: 合计, 期数: 3}',
      '没有分期的数据',
    ],
    [
      '逐期: {规则: {合计: {项: [{打分: {最高: 2}}, {达标: {条件: active, 得: 1}}]}}, 取: 合计}',
      '打分分不出是哪一期的',
    ],
  ])
})
