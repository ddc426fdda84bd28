import { describe, expect, it } from 'vitest'
import { readArena } from '../core/index.ts'
import { compiled, refuses, scores } from '../../tests/rules.ts'

const others = (...hours: number[]) => hours.map((each) => ({ hours: each }))

scores('relative_norm to the best', '相对: {量: hours, 与: 最大值, 组: 全部}', { full: '20' }, [
  {
    note: 'half of the best',
    facts: { hours: 30 },
    peers: others(60, 15),
    points: '10',
    told: '时长 30小时，最高 60小时，相当于50%，得10分',
  },
  { note: 'the best', facts: { hours: 60 }, peers: others(30), points: '20' },
  { note: 'unknown', peers: others(30), points: '0..20' },
  { note: 'a peer is unknown', facts: { hours: 30 }, peers: [{ hours: 60 }, {}], points: '0..10' },
  {
    note: 'nobody has any',
    facts: { hours: 0 },
    peers: others(0),
    points: '0..20',
    open: ['分母为零'],
  },
])

scores(
  'relative_norm per head',
  '相对: {量: hours, 人数: members, 与: 最大值, 满分: 10, 组: 全部}',
  {},
  [
    {
      note: 'a third as much a head',
      facts: { hours: 10, members: 10 },
      peers: [{ hours: 60, members: 20 }],
      points: '10/3',
      told: '时长 10小时，除以团员得 1，最高 3，相当于100/3%（约33.33%），得10/3分（约3.33分）',
    },
  ],
)

scores(
  'relative_norm: low is good',
  '相对: {量: fail-rate, 先: 低, 与: 最大值, 满分: 10, 组: 全部}',
  {},
  [
    {
      note: 'twice the lowest',
      facts: { 'fail-rate': '4%' },
      peers: [{ 'fail-rate': '2%' }],
      points: '5',
    },
  ],
)

const without = { hours: 30, members: 0 }
const perHead = (against: string, policy: string) =>
  `相对: {量: hours, 人数: members, 与: ${against}, 满分: 10, 组: 全部, 全同: 得满分, 分母为零: ${policy}}`
for (const [against, points] of [
  ['最大值', '5'],
  ['平均值', '20/3'],
  ['极差', '0'],
  ['份额', '10/3'],
] as const) {
  scores(
    `relative_norm per head, ${against}: whom nobody stands in is nobody's peer`,
    perHead(against, '得零分'),
    {},
    [
      {
        note: 'has heads, as one peer has',
        facts: { hours: 50, members: 10 },
        peers: [{ hours: 100, members: 10 }, without],
        points,
      },
      { note: 'has none', facts: without, peers: [{ hours: 100, members: 10 }], points: '0' },
    ],
  )
}

const fewest = (policy: string) =>
  `相对: {量: fail-rate, 先: 低, 与: 最大值, 满分: 10, 组: 全部${policy}}`
const none = { facts: { 'fail-rate': '0%' }, peers: [{ 'fail-rate': '2%' }] }

scores('the fewest is none at all: nobody says', fewest(''), {}, [
  { note: 'the best', ...none, points: '0..10', open: ['分母为零'] },
  {
    note: 'the other',
    facts: { 'fail-rate': '2%' },
    peers: [{ 'fail-rate': '0%' }],
    points: '0',
    open: [],
  },
])

scores('the fewest is none at all: full', fewest(', 分母为零: 得满分'), {}, [
  { note: 'the best', ...none, points: '10', open: [], told: '不合格率 0%，分母为零，得10分' },
])

scores('the fewest is none at all: left out', fewest(', 分母为零: 不适用'), {}, [
  { note: 'the best', ...none, points: '0', status: 'not-applicable' },
])

scores(
  'nobody to divide by',
  '相对: {量: hours, 人数: members, 与: 最大值, 满分: 10, 组: 全部, 分母为零: 不适用}',
  {},
  [
    {
      note: 'no members',
      facts: { hours: 0, members: 0 },
      peers: [{ hours: 60, members: 20 }],
      points: '0',
      status: 'not-applicable',
    },
  ],
)

scores('peer set and divisor: nobody says either', '相对: {量: hours, 与: 最大值, 满分: 10}', {}, [
  {
    note: 'nobody of its kind has any',
    as: { type: 'school' },
    facts: { hours: 0 },
    peers: [{ hours: 60, 类别: 'street' }],
    points: '0..10',
    open: ['组', '分母为零'],
  },
])

scores(
  'relative_norm to the mean, held at full',
  '相对: {量: hours, 与: 平均值, 满分: 10, 组: 全部}',
  {},
  [
    { note: 'below', facts: { hours: 10 }, peers: others(30), points: '5' },
    { note: 'above', facts: { hours: 30 }, peers: others(10), points: '10' },
  ],
)

scores(
  'relative_norm to the mean, counted on',
  '相对: {量: hours, 与: 平均值, 满分: 10, 超出: 照算, 组: 全部}',
  {},
  [{ note: 'above', facts: { hours: 30 }, peers: others(10), points: '15' }],
)

scores(
  'relative_norm 人均: to what all have per head',
  '相对: {量: hours, 人数: members, 与: 人均, 满分: 10, 组: 全部}',
  {},
  [
    {
      note: 'half of it',
      facts: { hours: 10, members: 10 },
      peers: [{ hours: 50, members: 20 }],
      points: '5',
    },
  ],
)

const INDEX = '相对: {量: index, 与: 极差, 底分: 60, 满分: 100, 组: 全部'
const scoresOf = (...index: (number | string)[]) => index.map((each) => ({ index: each }))

scores('功效系数法, nobody says what equals get', `${INDEX}}`, {}, [
  { note: 'between the ends', facts: { index: 9 }, peers: scoresOf(12, 6), points: '80', open: [] },
  {
    note: 'the worst',
    facts: { index: 6 },
    peers: scoresOf(12),
    points: '60',
    told: '指数 6分，最高 12分、最低 6分，相当于0%，底分60分，得60分',
  },
  { note: 'all alike', facts: { index: 6 }, peers: scoresOf(6), points: '60..100', open: ['全同'] },
])

scores('功效系数法, all alike get full', `${INDEX}, 全同: 得满分}`, {}, [
  { note: 'all alike', facts: { index: 6 }, peers: scoresOf(6), points: '100' },
])

scores('功效系数法, between the ends whatever is still to come', `${INDEX}, 全同: 得满分}`, {}, [
  { note: 'nothing known of itself', facts: {}, peers: scoresOf(12, 6), points: '60..100' },
  { note: 'nothing known of the others', facts: { index: 9 }, peers: [{}], points: '60..100' },
])

scores(
  'min–max, low is good',
  '相对: {量: index, 先: 低, 与: 极差, 满分: 10, 全同: 得底分, 组: 全部}',
  {},
  [
    { note: 'the lowest', facts: { index: 6 }, peers: scoresOf(12), points: '10' },
    {
      note: 'a quarter from the top',
      facts: { index: '10.5' },
      peers: scoresOf(12, 6),
      points: '2.5',
    },
  ],
)

scores(
  'share against share: projects and people',
  '相对: {量: projects, 与: 份额, 比照: population, 满分: 10, 组: 全部}',
  {},
  [
    {
      note: 'half its share',
      facts: { projects: 1, population: 40 },
      peers: [{ projects: 4, population: 60 }],
      points: '5',
      told: '项目 1个，占合计 5个的20%；人口 40人，占合计 100人的40%，相当于50%，得5分',
    },
    {
      note: 'twice its share',
      facts: { projects: 4, population: 40 },
      peers: [{ projects: 1, population: 60 }],
      points: '10',
      told: '项目 4个，占合计 5个的80%；人口 40人，占合计 100人的40%，相当于200%，超过100%，按100%计，得10分',
    },
    {
      note: 'its share',
      facts: { projects: 2, population: 40 },
      peers: [{ projects: 3, population: 60 }],
      points: '10',
    },
  ],
)

scores('a share of all', '相对: {量: projects, 与: 份额, 满分: 10, 组: 全部}', {}, [
  { note: 'a fifth', facts: { projects: 1 }, peers: [{ projects: 4 }], points: '2' },
])

scores('peer set: nobody says', '相对: {量: hours, 与: 最大值, 满分: 10}', {}, [
  {
    note: 'best of its kind, half of the best of all',
    facts: { hours: 30 },
    peers: [{ 类别: 'street', hours: 60 }],
    points: '5..10',
    open: ['组'],
  },
])

scores(
  'a mean of what each has per head',
  '相对: {量: hours, 人数: members, 与: 平均值, 满分: 10, 组: 全部}',
  {},
  [
    {
      note: 'half of the mean',
      facts: { hours: 10, members: 10 },
      peers: [{ hours: 60, members: 20 }],
      points: '5',
    },
  ],
)

scores(
  'a small share is good',
  '相对: {量: projects, 与: 份额, 比照: population, 先: 低, 满分: 10, 组: 全部}',
  {},
  [
    {
      note: 'twice its share',
      facts: { projects: 4, population: 40 },
      peers: [{ projects: 1, population: 60 }],
      points: '5',
    },
  ],
)

refuses([
  ['相对: {量: hours, 与: 最大值, 组: 全部}', '没有满分'],
  ['相对: {量: hours, 与: 人均, 满分: 5, 组: 全部}', '没有写“人数”'],
  ['相对: {量: hours, 与: 最大值, 比照: members, 满分: 5, 组: 全部}', '“比照”'],
  ['相对: {量: hours, 与: 份额, 先: 低, 满分: 5, 组: 全部}', '没有“比照”'],
])

describe('what is compared with peers', () => {
  const lowest = (against: string) => {
    const { unit, items } = compiled(`相对: {量: hours, 与: ${against}, 满分: 10, 组: 全部}`)
    const values = readArena(
      unit,
      unit.inputs.map((i) => i.domain.range),
    )
    return values.of(items[0]?.points ?? 0).lo
  }
  it.each(['最大值', '平均值', '份额'])('is never below nothing: %s', (against) => {
    expect(lowest(against)).toEqual({ num: 0n, den: 1n })
  })
})
