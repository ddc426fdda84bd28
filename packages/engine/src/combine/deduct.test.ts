import { refuses, scores } from '../../tests/rules.ts'

const ABSENCE = '项: [{每次: {事件: absence, 扣: 2}}, {达标: {条件: late, 扣: 1}}]'
const times = (n: number) => ({ absence: Array.from({ length: n }, () => ({})) })

scores('deduct_per_miss 扣完为止', `减扣: {${ABSENCE}, 扣完为止: 是}`, { full: '5' }, [
  { note: 'nothing to take off', events: times(0), facts: { late: false }, points: '5' },
  {
    note: 'some',
    events: times(1),
    facts: { late: true },
    points: '2',
    told: '从5分起，各项合计扣3分，计2分',
  },
  { note: 'exactly all', events: times(2), facts: { late: true }, points: '0' },
  { note: 'more than all', events: times(4), facts: { late: true }, points: '0', status: 'scored' },
  { note: 'unknown', facts: { late: false }, points: '0..5', status: 'provisional' },
])

scores('deduct_unfloored 倒扣', `减扣: {${ABSENCE}, 扣完为止: 否}`, { full: '5' }, [
  { note: 'more than all', events: times(4), facts: { late: true }, points: '-4' },
])

scores('nobody says whether it stops at nothing', `减扣: {${ABSENCE}}`, { full: '5' }, [
  {
    note: 'while something is left it is the same',
    events: times(2),
    facts: { late: false },
    points: '1',
    open: [],
  },
  {
    note: 'more than all',
    events: times(4),
    facts: { late: true },
    points: '-4..0',
    open: ['扣完为止'],
  },
])

scores(
  'base_plus_minus 起评分',
  '减扣: {起评: 80, 项: [{达标: {条件: built, 得: 5, 未达标扣: 5}}], 扣完为止: 是}',
  {},
  [
    { note: 'added', facts: { built: true }, points: '85' },
    { note: 'taken off', facts: { built: false }, points: '75' },
  ],
)

scores(
  'a dominating zero beside deductions (Guiyang, brand)',
  '减扣: {项: [{达标: {条件: late, 扣: 5}}], 扣完为止: 是}\n不得分: 非 built',
  { full: '15' },
  [
    { note: 'built, one fault', facts: { built: true, late: true }, points: '10' },
    {
      note: 'not built',
      facts: { built: false, late: false },
      points: '0',
      told: '从15分起，各项合计得0分，计15分；“建成”不成立，不得分',
    },
    { note: 'not built, the rest unknown', facts: { built: false }, points: '0', status: 'scored' },
  ],
)

refuses([['减扣: {项: [{达标: {条件: late, 扣: 5}}], 扣完为止: 是}', '没有满分']])
