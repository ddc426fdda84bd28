import { scores } from '../../tests/rules.ts'

const PRIZES = '项: [{达标: {条件: national-prize, 得: 5}}, {达标: {条件: city-prize, 得: 3}}]'
const won = (national: boolean, city: boolean) => ({
  'national-prize': national,
  'city-prize': city,
})

scores('accumulate_ok 可累计', `合计: {${PRIZES}}`, {}, [
  { note: 'both', facts: won(true, true), points: '8', told: '2项合计，得8分' },
  { note: 'one', facts: won(false, true), points: '3' },
  { note: 'one unknown', facts: { 'city-prize': true }, points: '3..8', status: 'provisional' },
])

scores('no_double_count 就高不重复', `就高: {${PRIZES}}`, {}, [
  { note: 'both', facts: won(true, true), points: '5', told: '2项取最高，得5分' },
  { note: 'the lesser', facts: won(false, true), points: '3' },
  { note: 'the greater is unknown', facts: { 'city-prize': true }, points: '3..5' },
  {
    note: 'the lesser is unknown and cannot matter',
    facts: { 'national-prize': true },
    points: '5',
    status: 'scored',
  },
])

scores(
  'the worst of several',
  '就低: {项: [{达标: {条件: warned, 扣: 3}}, {达标: {条件: reported, 扣: 1}}]}',
  {},
  [
    { note: 'both', facts: { warned: true, reported: true }, points: '-3' },
    { note: 'the lesser', facts: { warned: false, reported: true }, points: '-1' },
  ],
)

const HALVES = '项: [{外部得分: {量: first-half}, 不适用: has-task}, {外部得分: {量: second-half}}]'
const halves = { 'first-half': 8, 'second-half': 6 }

scores('the mean of several, over those that apply', `平均: {${HALVES}}`, {}, [
  { note: 'both', facts: { ...halves, 'has-task': false }, points: '7' },
  {
    note: 'one does not apply',
    facts: { ...halves, 'has-task': true },
    points: '6',
    status: 'scored',
  },
])

scores('the sum, over those that apply', `合计: {${HALVES}}`, {}, [
  { note: 'one does not apply', facts: { ...halves, 'has-task': true }, points: '6' },
])

scores('the worst, over those that apply: nothing is not the worst', `就低: {${HALVES}}`, {}, [
  { note: 'both', facts: { ...halves, 'has-task': false }, points: '6' },
  {
    note: 'the first does not apply',
    facts: { 'first-half': 1, 'second-half': 6, 'has-task': true },
    points: '6',
  },
])

const LATE =
  '项: [{达标: {条件: warned, 扣: 3}, 不适用: has-task}, {达标: {条件: reported, 扣: 1}, 不适用: built}]'
const faults = { warned: true, reported: true }

scores('the best, over those that apply', `就高: {${LATE}}`, {}, [
  { note: 'both', facts: { ...faults, 'has-task': false, built: false }, points: '-1' },
  { note: 'the first alone', facts: { ...faults, 'has-task': false, built: true }, points: '-3' },
  { note: 'the second alone', facts: { ...faults, 'has-task': true, built: false }, points: '-1' },
  {
    note: 'neither',
    facts: { ...faults, 'has-task': true, built: true },
    points: '0',
    status: 'not-applicable',
  },
])
