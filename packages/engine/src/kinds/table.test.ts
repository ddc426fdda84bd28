import { refuses, scores } from '../../tests/rules.ts'

scores(
  'count_lookup 次数对照表',
  '对照: {量: 次数(training), 得: {4次及以上: 3, 3次: 2.5, 其他: 0}}',
  {},
  [
    { note: 'five', events: { training: [{}, {}, {}, {}, {}] }, points: '3' },
    { note: 'four', events: { training: [{}, {}, {}, {}] }, points: '3' },
    {
      note: 'three',
      events: { training: [{}, {}, {}] },
      points: '2.5',
      told: '培训次数 3次，得2.5分',
    },
    { note: 'two', events: { training: [{}, {}] }, points: '0' },
    { note: 'unknown', points: '0..3', status: 'provisional' },
  ],
)

scores(
  'count_lookup of deductions (Ganzhou, article 11)',
  '对照: {量: below-thirty, 扣: {0次: 0, 1次: 1, 2次: 2, 3次: 3}}',
  {},
  [
    { note: 'none', facts: { 'below-thirty': 0 }, points: '0' },
    { note: 'all three', facts: { 'below-thirty': 3 }, points: '-3' },
    {
      note: 'more than the table knows',
      facts: { 'below-thirty': 4 },
      points: '-3..0',
      status: 'open',
    },
    {
      note: 'not applicable',
      facts: { 'below-thirty': '不适用' },
      points: '0',
      status: 'not-applicable',
    },
  ],
)

scores('a table of words', '对照: {量: star, 得: {五星: 10, 其他: 2}}', {}, [
  { note: 'named', facts: { star: '五星' }, points: '10', told: '星级 五星，得10分' },
  { note: 'not named', facts: { star: '三星' }, points: '2', told: '星级 三星，得2分' },
  { note: 'unknown', points: '2..10' },
])

refuses([
  ['对照: {量: star, 得: {六星: 10}}', '六星'],
  ['对照: {量: below-thirty, 得: {好: 10}}', '应是数值的范围'],
  ['对照: {量: below-thirty, 得: {3人: 10}}', '人'],
  ['对照: {量: below-thirty}', '没有写得几分或扣几分'],
])
