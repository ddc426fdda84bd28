import { describe } from 'vitest'
import { refuses, scores } from './rules.ts'

const months = (fact: string, ...values: (string | boolean)[]) =>
  Object.fromEntries(values.map((value, i) => [`${fact}@2023-0${i + 1}`, value]))
const rates = (...values: string[]) => months('monthly-rate', ...values)

scores('a run of months', '达标: {条件: 连续(monthly-rate < 90%) >= 2个月, 扣: 3}', {}, [
  {
    note: 'the last two',
    facts: rates('95%', '80%', '89.9%'),
    points: '-3',
    told: '“月参学率小于90%”最长连续期数不少于2个月：是，扣3分',
  },
  { note: 'two, but not one after another', facts: rates('80%', '95%', '80%'), points: '0' },
  { note: 'one is not known', facts: rates('80%', '95%'), points: '0' },
  {
    note: 'the middle one is not known',
    facts: { 'monthly-rate@2023-01': '80%', 'monthly-rate@2023-03': '80%' },
    points: '-3..0',
    status: 'provisional',
  },
])

scores('a run of truths', '每次: {量: 连续(active), 得: 1}', {}, [
  { note: 'two of three', facts: months('active', true, true, false), points: '2' },
  { note: 'all', facts: months('active', true, true, true), points: '3' },
  { note: 'none', facts: months('active', false, false, false), points: '0' },
])

scores('how many months', '每次: {量: 个数(monthly-rate >= 95% 且 active), 得: 1}', {}, [
  {
    note: 'one of three is both',
    facts: { ...rates('95%', '99%', '90%'), ...months('active', true, false, true) },
    points: '1',
  },
])

scores('a mean of what is worked out each month', '公式: {式: 平均(monthly-rate * 2) * 1分}', {}, [
  { note: 'three', facts: rates('50%', '100%', '0%'), points: '1' },
])

scores('the part of the schools', '公式: {式: 占比(school-rate >= 97%) * 10分}', {}, [
  {
    note: 'one of two',
    schools: [{ 'school-rate': '97%' }, { 'school-rate': '96%' }],
    points: '5',
  },
])

scores('what does not apply in a month is no break of all', '达标: {条件: 全部(calm), 得: 1}', {}, [
  { note: 'two applied', facts: months('calm', true, '不适用', true), points: '1' },
  { note: 'one did not hold', facts: months('calm', true, '不适用', false), points: '0' },
])

scores('the lowest of the months that applied', '公式: {式: 最低(visits) * 1分}', {}, [
  { note: 'not nothing', facts: months('visits', '3次', '不适用', '5次'), points: '3' },
])

const absences = (...reasons: string[]) => ({
  events: { absence: reasons.map((reason) => ({ reason })) },
})

scores('a run of events', '达标: {条件: \'连续(absence, reason = "其他") >= 2次\', 扣: 3}', {}, [
  {
    note: 'two, one after another',
    ...absences('其他', '公差', '其他', '其他'),
    points: '-3',
    told: '原因为“其他”的缺席最多连续次数不少于2次：是，扣3分',
  },
  { note: 'never two', ...absences('其他', '公差', '其他'), points: '0' },
  { note: 'none', ...absences(), points: '0' },
  { note: 'not reported', points: '-3..0', status: 'provisional' },
])

describe('folds', () => {
  refuses([
    ['达标: {条件: 连续(rate < 90%) >= 2期, 得: 1}', '没有分期的数据'],
    ['达标: {条件: 连续(school-rate < 90%) >= 2期, 得: 1}', '下级单位没有先后'],
    ['达标: {条件: 连续(monthly-rate) >= 2期, 得: 1}', '是否类的数据或条件'],
  ])
})
