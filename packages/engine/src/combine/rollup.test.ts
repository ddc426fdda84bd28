import { refuses, scores } from '../../tests/rules.ts'

const rates = (...percent: number[]) => percent.map((p) => ({ 'school-rate': `${p}%` }))

scores(
  'roll-up: the part of the schools that are there',
  '汇总: {层级: school, 条件: school-rate >= 97%, 取: 占比, 满分: 10}',
  {},
  [
    {
      note: 'one of two',
      schools: rates(97, 96),
      points: '5',
      told: '由学校汇总，达到的占50%，得5分',
    },
    {
      note: 'one has not reported',
      schools: [...rates(98), {}],
      points: '5..10',
      status: 'provisional',
    },
    {
      note: 'one to which it does not apply',
      schools: [...rates(98), { 'school-rate': '不适用' }],
      points: '10',
    },
    { note: 'no school', points: '0..10' },
  ],
)

scores(
  'roll-up: all or nothing',
  '汇总: {层级: school, 条件: school-rate >= 97%, 取: 全部}',
  { full: '4' },
  [
    { note: 'all', schools: rates(97, 98), points: '4' },
    { note: 'all but one', schools: rates(97, 96), points: '0' },
    { note: 'one below, one unknown', schools: [...rates(96), {}], points: '0' },
  ],
)

const BANDS =
  '汇总: {层级: school, 规则: {分段: {量: school-rate, 段: [{范围: 97%及以上, 得: 5}, {范围: 其他, 得: 1}]}}'

scores('roll-up of points: the mean', `${BANDS}, 取: 平均}`, {}, [
  { note: 'one of two', schools: rates(97, 96), points: '3' },
  { note: 'one has not reported', schools: [...rates(97), {}], points: '3..5' },
])

scores('roll-up of points: the sum', `${BANDS}, 取: 合计}`, {}, [
  { note: 'two', schools: rates(97, 96), points: '6' },
])

scores('roll-up of points: the worst', `${BANDS}, 取: 最低}`, {}, [
  { note: 'one of two', schools: rates(97, 96), points: '1' },
])

scores('roll-up: nobody says', `${BANDS}}`, {}, [
  { note: 'between the lowest and the sum', schools: rates(97, 96), points: '1..6', open: ['取'] },
])

scores('no school at all: nothing to add up', `${BANDS}, 取: 合计}`, {}, [
  { note: 'nothing', points: '0' },
])

scores('no school at all: no mean', `${BANDS}, 取: 平均}`, {}, [
  { note: 'as much as a school could give', points: '1..5' },
])

refuses([
  ['汇总: {层级: school, 取: 平均}', '没有写或都写了'],
  ['汇总: {层级: school, 条件: school-rate >= 97%, 取: 平均, 满分: 5}', '条件可以取 占比、全部'],
  [
    '汇总: {层级: school, 规则: {外部得分: {量: desk}}, 取: 占比}',
    '规则可以取 合计、平均、最高、最低',
  ],
  ['汇总: {层级: school, 条件: school-rate >= 97%, 取: 占比}', '没有满分'],
])
