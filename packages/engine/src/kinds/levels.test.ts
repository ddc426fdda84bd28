import { refuses, scores } from '../../tests/rules.ts'

scores(
  'level_tier 级别分档',
  '分级: {事件: article, 按: channel, 得: {区级网站: 2, 市级网站: 3, 省级网站: 4}}',
  {},
  [
    {
      note: 'one of each of two',
      events: { article: [{ channel: '区级网站' }, { channel: '省级网站' }] },
      points: '6',
      told: '信息 2次，按级别得6分',
    },
    { note: 'none', events: { article: [] }, points: '0', status: 'scored' },
    { note: 'a level not said', events: { article: [{}] }, points: '2..4', status: 'provisional' },
    { note: 'nothing reported', points: '0..' },
  ],
)

const MATRIX = `分级:
  事件: volunteer
  按: level
  再按: people
  得:
    区级: {5人及以下: 2, 5人以上15人及以下: 4, 15人以上: 6}
    市级: {5人及以下: 3, 5人以上15人及以下: 6, 15人以上: 9}
    省级: {5人及以下: 5, 5人以上15人及以下: 8, 15人以上: 10}`

scores('level_tier as a matrix of level and head count (Ganzhou, article 13)', MATRIX, {}, [
  { note: 'under five', events: { volunteer: [{ level: '区级', people: 4 }] }, points: '2' },
  {
    note: '5人及以下 and 5人以上, which nobody says to exclude five',
    events: { volunteer: [{ level: '区级', people: 5 }] },
    points: '2..4',
  },
  { note: 'six', events: { volunteer: [{ level: '区级', people: 6 }] }, points: '4' },
  {
    note: 'on the end of two bands',
    events: { volunteer: [{ level: '市级', people: 15 }] },
    points: '6..9',
  },
  { note: 'sixteen', events: { volunteer: [{ level: '省级', people: 16 }] }, points: '10' },
  { note: 'how many is not known', events: { volunteer: [{ level: '市级' }] }, points: '3..9' },
  { note: 'nothing is known', events: { volunteer: [{}] }, points: '2..10' },
])

scores(
  '其他 stands for the words that are not named',
  '分级: {事件: circular, 按: level, 扣: {省级: 5, 其他: 2}, 去重: {按: [case], 取: 最高}}',
  {},
  [
    { note: 'another level', events: { circular: [{ level: '区级', case: '甲' }] }, points: '-2' },
    {
      note: 'one case at two levels: only the larger deduction',
      events: {
        circular: [
          { level: '市级', case: '甲' },
          { level: '省级', case: '甲' },
        ],
      },
      points: '-5',
    },
    {
      note: 'two cases',
      events: {
        circular: [
          { level: '市级', case: '甲' },
          { level: '省级', case: '乙' },
        ],
      },
      points: '-7',
    },
  ],
)

scores(
  'a level that the notice leaves out is open',
  '分级: {事件: volunteer, 按: level, 得: {市级: 5, 省级: 8}}',
  {},
  [{ note: 'left out', events: { volunteer: [{ level: '区级' }] }, points: '0..8' }],
)

const EXTRA = '分级: {事件: volunteer, 按: level, 得: {区级: 2, 市级: 3, 省级: 5}'

scores('points on top by an expression', `${EXTRA}, 另加: "如果(hours >= 4小时, 1, 0)"}`, {}, [
  { note: 'long enough', events: { volunteer: [{ level: '区级', hours: 4 }] }, points: '3' },
  { note: 'too short', events: { volunteer: [{ level: '区级', hours: '7/2' }] }, points: '2' },
  { note: 'not known', events: { volunteer: [{ level: '区级' }] }, points: '2..3' },
])

scores('discretion on top', `${EXTRA}, 酌情: {记于: discretion, 最多: 1}}`, {}, [
  {
    note: 'no measure, and what was given counts',
    events: { volunteer: [{ level: '区级', discretion: 1 }] },
    points: '3',
    open: [],
  },
])

scores(
  'a table of deductions in two steps',
  '分级: {事件: volunteer, 按: level, 再按: people, 扣: {区级: {不超过5人: 1, 其他: 2}, 其他: {任意: 3}}}',
  {},
  [
    { note: 'the first', events: { volunteer: [{ level: '区级', people: 6 }] }, points: '-2' },
    { note: 'the rest', events: { volunteer: [{ level: '省级', people: 6 }] }, points: '-3' },
  ],
)

refuses([
  ['分级: {事件: circular, 按: level, 扣: {县级: 2}}', '县级'],
  ['分级: {事件: article, 按: channel, 得: {镇级网站: 2}}', '镇级网站'],
  ['分级: {事件: article, 按: channel, 得: {区级网站: 2}, 扣: {市级网站: 1}}', '又得又扣'],
  ['分级: {事件: article, 按: channel}', '没有写得几分或扣几分'],
  ['分级: {事件: volunteer, 按: level, 再按: people, 得: {区级: 2}}', '有“再按”而表只有一层'],
  ['分级: {事件: volunteer, 按: level, 得: {区级: {5人及以下: 2}}}', '两层的表而没有“再按”'],
  ['分级: {事件: volunteer, 按: level, 再按: people, 得: {区级: {5次及以下: 2}}}', '次'],
])
