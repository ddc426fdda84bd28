import { refuses, scores } from '../../tests/rules.ts'

const ROWS = '{当: [是, 任意], 得: 0}, {当: [否, 是], 扣: 1}'

scores(
  'decision_table 条件组合',
  `判定: {条件: [claimed, explained], 行: [${ROWS}, {当: [否, 否], 扣: 3}]}`,
  {},
  [
    { note: 'claimed', facts: { claimed: true }, points: '0' },
    {
      note: 'not claimed, explained',
      facts: { claimed: false, explained: true },
      points: '-1',
      told: '已认领：否，有说明：是，扣1分',
    },
    { note: 'neither', facts: { claimed: false, explained: false }, points: '-3' },
    { note: 'claimed or not: explained at any rate', facts: { explained: true }, points: '-1..0' },
    {
      note: 'explained or not',
      facts: { claimed: false },
      points: '-3..-1',
      status: 'provisional',
    },
    { note: 'nothing known', points: '-3..0' },
  ],
)

scores(
  'a combination that the notice leaves out',
  `判定: {条件: [claimed, explained], 行: [${ROWS}]}`,
  {},
  [
    {
      note: 'left out',
      facts: { claimed: false, explained: false },
      points: '-1..0',
      open: ['行'],
    },
    { note: 'said', facts: { claimed: false, explained: true }, points: '-1', open: [] },
  ],
)

scores(
  'rows that contradict each other',
  '判定: {条件: [claimed, explained], 行: [{当: [任意, 是], 得: 1}, {当: [是, 任意], 得: 2}, {当: [否, 否], 得: 0}]}',
  {},
  [
    {
      note: 'both rows fit',
      facts: { claimed: true, explained: true },
      points: '1..2',
      open: ['行'],
    },
    { note: 'one row fits', facts: { claimed: true, explained: false }, points: '2', open: [] },
  ],
)

scores(
  'eight conditions are not too many',
  `判定: {条件: [${Array.from({ length: 8 }, () => 'late').join(', ')}], 行: [{当: [${Array.from({ length: 8 }, () => '是').join(', ')}], 得: 1}, {当: [${Array.from({ length: 8 }, () => '否').join(', ')}], 得: 0}]}`,
  {},
  [{ note: 'all', facts: { late: true }, points: '1' }],
)

refuses([
  ['判定: {条件: [claimed, explained], 行: [{当: [是], 得: 0}]}', '应与条件一样多'],
  ['判定: {条件: [claimed], 行: [{当: [是], 得: 1, 扣: 1}]}', '又得又扣'],
  [
    `判定: {条件: [${Array.from({ length: 9 }, () => 'late').join(', ')}], 行: [{当: [${Array.from({ length: 9 }, () => '是').join(', ')}], 得: 0}]}`,
    '9 个条件',
  ],
])
