import { refuses, scores } from '../../tests/rules.ts'

const HOURS = '名次: {量: hours, 先: 高, 得: [20, 17], 此后每名减: 1'
const others = (...hours: number[]) => hours.map((each) => ({ hours: each }))

scores(
  'rank_score: listed places, then less each',
  `${HOURS}, 最低: 0, 组: 全部, 并列: 并列占位}`,
  {},
  [
    {
      note: 'first',
      facts: { hours: 30 },
      peers: others(20, 10),
      points: '20',
      told: '时长 30小时，第1名，得20分',
    },
    { note: 'second', facts: { hours: 20 }, peers: others(30, 10), points: '17' },
    { note: 'third', facts: { hours: 10 }, peers: others(30, 20), points: '16' },
    {
      note: 'two before it share a place',
      facts: { hours: 10 },
      peers: others(30, 30),
      points: '16',
    },
    { note: 'first with another', facts: { hours: 30 }, peers: others(30, 10), points: '20' },
    {
      note: 'one has not reported',
      facts: { hours: 20 },
      peers: [{ hours: 10 }, {}],
      points: '17..20',
    },
    { note: 'itself not reported', peers: others(30, 10), points: '16..20', status: 'provisional' },
  ],
)

scores('ties: nobody says', `${HOURS}, 最低: 0, 组: 全部}`, {}, [
  {
    note: 'after a tie',
    facts: { hours: 10 },
    peers: others(30, 30),
    points: '16..17',
    open: ['并列'],
  },
  { note: 'no tie before it', facts: { hours: 10 }, peers: others(30, 20), points: '16', open: [] },
])

scores('peer set: nobody says', `${HOURS}, 最低: 0, 并列: 并列占位}`, {}, [
  {
    note: 'first of its kind, second of all',
    facts: { hours: 20 },
    peers: [{ 类别: 'street', hours: 30 }, { hours: 10 }],
    points: '17..20',
    open: ['组'],
  },
  { note: 'all of one kind', facts: { hours: 20 }, peers: others(30), points: '17', open: [] },
])

scores('peers of its own group', `${HOURS}, 最低: 0, 组: 同组, 并列: 并列占位}`, {}, [
  {
    note: 'another group does not count',
    as: { group: 'a' },
    facts: { hours: 20 },
    peers: [
      { 组: 'b', hours: 30 },
      { 组: 'a', hours: 10 },
    ],
    points: '20',
  },
])

const SHORT = '名次: {量: hours, 先: 高, 得: [1], 此后每名减: 1'

scores('the floor of what is taken off: nobody says', `${SHORT}, 组: 全部, 并列: 并列占位}`, {}, [
  {
    note: 'second: nothing left',
    facts: { hours: 20 },
    peers: others(30, 10),
    points: '0',
    open: [],
  },
  { note: 'third', facts: { hours: 10 }, peers: others(30, 20), points: '-1..0', open: ['最低'] },
])

scores(
  'the first three full, low is best',
  '名次: {量: fail-rate, 先: 低, 得: [满分, 满分, 满分], 此后每名减: 0.2, 最低: 0, 组: 全部, 并列: 并列占位}',
  { full: '5' },
  [
    {
      note: 'third',
      facts: { 'fail-rate': '3%' },
      peers: [{ 'fail-rate': '1%' }, { 'fail-rate': '2%' }],
      points: '5',
    },
    {
      note: 'fourth',
      facts: { 'fail-rate': '4%' },
      peers: [{ 'fail-rate': '1%' }, { 'fail-rate': '2%' }, { 'fail-rate': '3%' }],
      points: '4.8',
    },
  ],
)

scores(
  'nothing after the listed places',
  '名次: {量: hours, 先: 高, 得: [5, 3], 组: 全部, 并列: 并列占位}',
  {},
  [
    { note: 'third', facts: { hours: 10 }, peers: others(30, 20), points: '0' },
    { note: 'nobody else', facts: { hours: 10 }, points: '5' },
  ],
)

refuses([['名次: {量: hours, 先: 高, 得: [满分], 组: 全部, 并列: 并列占位}', '满分']])
