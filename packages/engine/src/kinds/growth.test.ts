import { describe } from 'vitest'
import { refuses, scores } from '../../tests/rules.ts'

const RATE = '增长: {量: members, 以: 增幅, 每: 1%, 得: 0.5, 降扣: 0.2, 不足一步: 舍去'

scores('yoy 同比, by the rate', `${RATE}, 无上年: 得零分}`, {}, [
  {
    note: 'up',
    facts: { members: 105 },
    previous: { members: 100 },
    points: '2.5',
    told: '团员 105人，上年 100人，增减 5%（每增1%得0.5分，每减1%扣0.2分），得2.5分',
  },
  { note: 'less than a step', facts: { members: 1009 }, previous: { members: 1000 }, points: '0' },
  { note: 'the same', facts: { members: 100 }, previous: { members: 100 }, points: '0' },
  { note: 'down', facts: { members: 97 }, previous: { members: 100 }, points: '-0.6' },
  {
    note: 'there was none the year before',
    facts: { members: 97 },
    previous: { members: '不适用' },
    points: '0',
    told: '团员 97人，没有上年数据，得0分',
  },
  {
    note: 'the year before is unknown',
    facts: { members: 97 },
    points: '..',
    status: 'provisional',
  },
])

scores(
  'yoy: units without a year before do not take part',
  `${RATE}, 无上年: 不适用}`,
  { full: '5' },
  [
    {
      note: 'none the year before',
      facts: { members: 97 },
      previous: { members: '不适用' },
      points: '0',
      status: 'not-applicable',
      told: '团员 97人，没有上年数据，不适用',
    },
    {
      note: 'up',
      facts: { members: 102 },
      previous: { members: 100 },
      points: '1',
      status: 'scored',
    },
  ],
)

scores('yoy: units without a year before, and nobody says', `${RATE}}`, { full: '5' }, [
  {
    note: 'none the year before',
    facts: { members: 97 },
    previous: { members: '不适用' },
    points: '0..5',
    open: ['无上年'],
  },
  {
    note: 'there was one',
    facts: { members: 102 },
    previous: { members: 100 },
    points: '1',
    open: [],
  },
])

scores(
  'up, the same, down, with a tolerance',
  '增长: {量: index, 以: 增量, 得: 3, 持平得: 1, 降扣: 1, 容差: 2分, 无上年: 得满分}',
  { full: '3' },
  [
    { note: 'up', facts: { index: '82.1' }, previous: { index: 80 }, points: '3' },
    { note: 'on the tolerance', facts: { index: 82 }, previous: { index: 80 }, points: '1' },
    { note: 'on the tolerance below', facts: { index: 78 }, previous: { index: 80 }, points: '1' },
    { note: 'down', facts: { index: '77.9' }, previous: { index: 80 }, points: '-1' },
    { note: 'unknown', previous: { index: 80 }, points: '-1..3' },
    {
      note: 'none the year before',
      facts: { index: 70 },
      previous: { index: '不适用' },
      points: '3',
    },
  ],
)

scores(
  'a rate grows by points of it',
  '增长: {量: rate, 以: 增量, 每: 1百分点, 得: 0.5, 无上年: 得零分}',
  {},
  [
    {
      note: 'a part of a step',
      facts: { rate: '82.5%' },
      previous: { rate: '80%' },
      points: '1..1.5',
      open: ['不足一步'],
    },
    {
      note: 'whole steps',
      facts: { rate: '82%' },
      previous: { rate: '80%' },
      points: '1',
      open: [],
    },
  ],
)

scores('a ratio of two facts', '增长: {量: done / quota, 以: 增量, 得: 2, 无上年: 得零分}', {}, [
  { note: 'up', facts: { done: 3, quota: 4 }, previous: { done: 1, quota: 2 }, points: '2' },
  { note: 'the same', facts: { done: 2, quota: 4 }, previous: { done: 1, quota: 2 }, points: '0' },
])

scores(
  'whole things leave no part of a step',
  '增长: {量: members, 以: 增量, 每: 1人, 得: 1, 降扣: 2, 无上年: 得零分}',
  {},
  [
    {
      note: 'up',
      facts: { members: 12 },
      previous: { members: 10 },
      points: '2',
      open: [],
      told: '团员 12人，上年 10人，增减 2人（每增1人得1分，每减1人扣2分），得2分',
    },
    { note: 'down', facts: { members: 9 }, previous: { members: 10 }, points: '-2', open: [] },
  ],
)

scores(
  'a rate of whole things does',
  '增长: {量: members, 以: 增幅, 每: 1%, 得: 1, 无上年: 得零分}',
  {},
  [
    {
      note: 'a part of a step',
      facts: { members: 203 },
      previous: { members: 200 },
      points: '1..2',
      open: ['不足一步'],
    },
    {
      note: 'down, where nothing is taken off',
      facts: { members: 199 },
      previous: { members: 200 },
      points: '0',
      open: [],
    },
  ],
)

scores(
  'every part of a measure is last year’s',
  '增长: {量: "如果(非 built, -0.5 * desk, 最大(desk, survey))", 以: 增量, 得: 2, 降扣: 1, 无上年: 得零分}',
  {},
  [
    {
      note: 'the greater of the two, against last year’s greater',
      facts: { built: true, desk: 5, survey: 7 },
      previous: { built: true, desk: 6, survey: 1 },
      points: '2',
    },
    {
      note: 'half of one, against last year’s half',
      facts: { built: false, desk: 8, survey: 7 },
      previous: { built: false, desk: 6, survey: 1 },
      points: '-1',
    },
  ],
)

scores(
  'two reasons not to apply',
  '增长: {量: members, 以: 增量, 得: 2, 无上年: 不适用}\n不适用: has-task',
  {},
  [
    {
      note: 'neither',
      facts: { members: 2, 'has-task': false },
      previous: { members: 1 },
      points: '2',
      status: 'scored',
    },
    {
      note: 'the condition',
      facts: { members: 2, 'has-task': true },
      previous: { members: 1 },
      points: '0',
      status: 'not-applicable',
    },
    {
      note: 'no year before',
      facts: { members: 2, 'has-task': false },
      previous: { members: '不适用' },
      points: '0',
      status: 'not-applicable',
    },
  ],
)

refuses([
  ['增长: {量: 次数(training), 以: 增量, 得: 1, 无上年: 得零分}', '量里有汇总'],
  ['增长: {量: 3次, 以: 增量, 得: 1, 无上年: 得零分}', '量里没有数据'],
  ['增长: {量: members, 以: 增幅, 每: 5人, 得: 1, 无上年: 得零分}', '单位“人”'],
  ['增长: {量: members, 以: 增量, 每: 5次, 得: 1, 无上年: 得零分}', '次'],
  ['增长: {量: members, 以: 增量, 得: 满分, 无上年: 得零分}', '满分'],
  ['增长: {量: members, 以: 增量, 每: 5人, 得: 1, 不足一步: 舍去, 无上年: 得满分}', '没有满分'],
  [`${RATE}, 无上年: 得零分, 上年为零: 得满分}`, '没有满分'],
])

const FROM_ZERO = { facts: { members: 30 }, previous: { members: 0 } }

scores('a rate from zero is as without a year before', `${RATE}, 无上年: 得满分}`, { full: '5' }, [
  {
    note: 'there was none to grow from',
    ...FROM_ZERO,
    points: '5',
    told: '团员 30人，上年 0人，没有增幅，得5分',
  },
])

scores('a rate from zero by itself', `${RATE}, 无上年: 不适用, 上年为零: 得零分}`, { full: '5' }, [
  { note: 'zero the year before', ...FROM_ZERO, points: '0', status: 'scored', open: [] },
  {
    note: 'none the year before',
    facts: { members: 30 },
    previous: { members: '不适用' },
    points: '0',
    status: 'not-applicable',
  },
])

scores(
  'a rate from zero does not apply',
  `${RATE}, 无上年: 得零分, 上年为零: 不适用}`,
  { full: '5' },
  [
    {
      note: 'zero the year before',
      ...FROM_ZERO,
      points: '0',
      status: 'not-applicable',
      told: '团员 30人，上年 0人，没有增幅，不适用',
    },
    {
      note: 'none the year before',
      facts: { members: 30 },
      previous: { members: '不适用' },
      points: '0',
      status: 'scored',
    },
  ],
)

scores('a rate from zero, and nobody says', `${RATE}}`, { full: '5' }, [
  { note: 'zero the year before', ...FROM_ZERO, points: '0..5', open: ['无上年'] },
])

describe('a difference has no fear of zero', () => {
  refuses([['增长: {量: members, 以: 增量, 得: 1, 无上年: 得零分, 上年为零: 得满分}', '上年为零']])
})

scores(
  'less is better',
  '增长: {量: late-rate, 以: 增量, 先: 低, 每: 1百分点, 得: 2, 降扣: 1, 不足一步: 舍去, 无上年: 得零分}',
  {},
  [
    {
      note: 'two points lower',
      facts: { 'late-rate': '3%' },
      previous: { 'late-rate': '5%' },
      points: '4',
      told: '迟报率 3%，上年 5%，增减 -2个百分点（每减1个百分点得2分，每增1个百分点扣1分），得4分',
    },
    {
      note: 'one and a half higher',
      facts: { 'late-rate': '6.5%' },
      previous: { 'late-rate': '5%' },
      points: '-1',
    },
  ],
)
