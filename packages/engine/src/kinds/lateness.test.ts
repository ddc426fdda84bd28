import { describe } from 'vitest'
import { refuses, scores } from '../../tests/rules.ts'

scores(
  'lateness 逾期, once (Ganzhou, article 10)',
  '逾期: {条件: grading-late, 扣: 3, 期限: grading}',
  {},
  [
    { note: 'late', facts: { 'grading-late': true }, points: '-3', told: '定级迟：是，扣3分' },
    { note: 'in time', facts: { 'grading-late': false }, points: '0' },
    { note: 'unknown', points: '-3..0', status: 'provisional' },
  ],
)

scores('lateness by the day', '逾期: {量: days-late, 每天扣: 0.5, 期限: report}\n最多扣: 2', {}, [
  { note: 'in time', facts: { 'days-late': 0 }, points: '0' },
  { note: 'three days', facts: { 'days-late': 3 }, points: '-1.5' },
  {
    note: 'held at the most',
    facts: { 'days-late': 9 },
    points: '-2',
    told: '迟报天数 9天，扣4.5分，最多扣2分',
  },
  { note: 'unknown', points: '-2..0' },
  {
    note: 'not applicable',
    facts: { 'days-late': '不适用' },
    points: '0',
    status: 'not-applicable',
  },
])

scores('lateness, any day at all', '逾期: {量: days-late, 扣: 2, 期限: report}', {}, [
  { note: 'one day', facts: { 'days-late': 1 }, points: '-2' },
  { note: 'in time', facts: { 'days-late': 0 }, points: '0' },
])

scores('lateness by the time', '逾期: {事件: late-report, 每次扣: 0.1, 期限: report}', {}, [
  { note: 'twice', events: { 'late-report': [{}, {}] }, points: '-0.2', told: '迟报 2次，扣0.2分' },
  { note: 'never', events: { 'late-report': [] }, points: '0' },
])

scores(
  'lateness by the day of every time',
  '逾期: {事件: late-report, 量: days, 每天扣: 0.5, 期限: report}',
  {},
  [
    {
      note: 'one and two days',
      events: { 'late-report': [{ days: 1 }, { days: 2 }] },
      points: '-1.5',
      told: '迟报 3天，扣1.5分',
    },
    { note: 'how late is unknown', events: { 'late-report': [{ days: 1 }, {}] }, points: '..-0.5' },
  ],
)

const MISSING = '逾期: {量: days-late, 每天扣: 0.5, 期限: report, 缺报: 非 reported, 缺报扣: 2'

scores('late and missing: one or the other', `${MISSING}, 迟缺: 择一}`, {}, [
  {
    note: 'missing',
    facts: { 'days-late': 3, reported: false },
    points: '-2',
    told: '迟报天数 3天；没有报，扣2分',
  },
  { note: 'late', facts: { 'days-late': 3, reported: true }, points: '-1.5' },
])

scores('late and missing: both', `${MISSING}, 迟缺: 并计}`, {}, [
  { note: 'missing', facts: { 'days-late': 3, reported: false }, points: '-3.5' },
])

scores('late and missing: nobody says', `${MISSING}}`, {}, [
  {
    note: 'missing',
    facts: { 'days-late': 3, reported: false },
    points: '-3.5..-2',
    open: ['迟缺'],
  },
  {
    note: 'reported: the same',
    facts: { 'days-late': 3, reported: true },
    points: '-1.5',
    open: [],
  },
  {
    note: 'missing, never late',
    facts: { 'days-late': 0, reported: false },
    points: '-2',
    open: [],
  },
])

refuses([
  ['逾期: {扣: 3, 期限: report}', '没有写怎样算迟'],
  ['逾期: {条件: late, 过时: late, 扣: 3, 期限: noon}', '没有写“交于”'],
  ['逾期: {条件: late, 量: days-late, 扣: 3, 期限: report}', '写了两种'],
  ['逾期: {条件: late, 期限: report}', '没有写扣几分'],
  ['逾期: {条件: late, 每天扣: 1, 期限: report}', '只知道迟没迟'],
  ['逾期: {条件: late, 扣: 1, 缺报扣: 2, 期限: report}', '“缺报”和“缺报扣”只写了一个'],
])

const HANDED = '逾期: {交于: handed, 期限: report, 每天扣: 0.5'
const on = (date: string) => ({ facts: { handed: date } })

scores('the day it came, against the calendar', `${HANDED}}`, {}, [
  {
    note: 'two days late',
    ...on('2023-03-22'),
    points: '-1',
    told: '报送日期 2023年3月22日，迟 2天，扣1分',
  },
  { note: 'on the day', ...on('2023-03-20'), points: '0' },
  { note: 'early', ...on('2023-03-01'), points: '0' },
  { note: 'not known yet', points: '..0', status: 'provisional' },
])

const NOON = '逾期: {交于: handed, 期限: noon, 每天扣: 0.5'
const NOON_SAID = `${NOON}, 过时: grading-late}`
const onTheDay = { handed: '2023-03-20' }

scores('a deadline with an hour: nothing says when on the day it came', `${NOON}}`, {}, [
  { note: 'on the day', facts: onTheDay, points: '-0.5..0', open: ['过时'] },
  { note: 'the day before', ...on('2023-03-19'), points: '0', open: [] },
  { note: 'the day after', ...on('2023-03-21'), points: '-0.5', open: [] },
])

scores('a deadline with an hour, and whether it came after', NOON_SAID, {}, [
  { note: 'before noon', facts: { ...onTheDay, 'grading-late': false }, points: '0' },
  {
    note: 'after noon',
    facts: { ...onTheDay, 'grading-late': true },
    points: '-0.5',
    told: '报送日期 2023年3月20日，迟 1天，扣0.5分',
  },
  { note: 'nobody says', facts: onTheDay, points: '-0.5..0', status: 'provisional', open: [] },
  { note: 'the day before', ...on('2023-03-19'), points: '0', status: 'scored' },
  { note: 'the day after', ...on('2023-03-21'), points: '-0.5', status: 'scored' },
])

scores(
  'a deadline with an hour, working days alone',
  `${NOON}, 过时: grading-late, 按工作日: 是}`,
  {},
  [{ note: 'after noon', facts: { ...onTheDay, 'grading-late': true }, points: '-0.5' }],
)

scores(
  'the hour of events',
  '逾期: {事件: volunteer, 交于: date, 期限: noon, 过时: hours > 4小时, 每天扣: 1}',
  {},
  [
    {
      note: 'one after the hour, one before it, one two days late',
      events: {
        volunteer: [
          { date: '2023-03-20', hours: 5 },
          { date: '2023-03-20', hours: 1 },
          { date: '2023-03-22', hours: 1 },
        ],
      },
      points: '-3',
    },
  ],
)

scores('nobody says which step', '逾期: {交于: handed, 每天扣: 0.5}', {}, [
  { note: 'late or not', ...on('2023-03-22'), points: '..0', open: ['期限'] },
])

// 2023-03-20 is a Monday; in the world of these tables the 23rd is a holiday, and Saturday the 25th is worked.
scores('working days alone', `${HANDED}, 按工作日: 是}`, {}, [
  {
    note: 'Tuesday and Wednesday',
    ...on('2023-03-22'),
    points: '-1',
    told: '报送日期 2023年3月22日，迟 2个工作日，扣1分',
  },
  { note: 'not on the holiday', ...on('2023-03-23'), points: '-1' },
  { note: 'Friday and the Saturday that is worked', ...on('2023-03-25'), points: '-2' },
  { note: 'not on Sunday', ...on('2023-03-26'), points: '-2' },
  { note: 'a year later', ...on('2024-03-20'), points: '-131' },
])

scores('the days of events', '逾期: {事件: training, 交于: date, 期限: report, 每天扣: 1}', {}, [
  {
    note: 'one two days late, one in time',
    events: { training: [{ date: '2023-03-22' }, { date: '2023-03-02' }] },
    points: '-2',
  },
])

scores('a condition on a date', '达标: {条件: handed <= 2023-03-10, 得: 2}', {}, [
  {
    note: 'on the day',
    ...on('2023-03-10'),
    points: '2',
    told: '报送日期不晚于2023年3月10日：是，得2分',
  },
  { note: 'a day later', ...on('2023-03-11'), points: '0' },
])

scores('days before a deadline', '每次: {量: 期限(report) - handed, 每: 1天, 得: 1}', {}, [
  { note: 'three', ...on('2023-03-17'), points: '3' },
])

scores('days from a date on', '达标: {条件: handed + 10天 < 2023-03-20, 得: 1}', {}, [
  { note: 'eleven days', ...on('2023-03-09'), points: '1' },
  { note: 'ten', ...on('2023-03-10'), points: '0' },
])

scores(
  'events of a part of the year',
  '每次: {事件: training, 条件: date <= 2023-02-28, 得: 1}',
  {},
  [
    {
      note: 'one of two',
      events: { training: [{ date: '2023-02-28' }, { date: '2023-03-01' }] },
      points: '1',
    },
  ],
)

describe('dates', () => {
  refuses([
    ['达标: {条件: handed <= 2023-02-30, 得: 2}', '2023-02-30'],
    ['达标: {条件: handed <= 5天, 得: 2}', '日期'],
    ['达标: {条件: handed + 5人 <= 2023-03-01, 得: 2}', '天'],
    ['达标: {条件: handed <= 期限(reprot), 得: 2}', 'report'],
    ['逾期: {交于: rate, 期限: report, 每天扣: 1}', '不是日期'],
    ['逾期: {量: days-late, 期限: report, 每天扣: 1, 按工作日: 是}', '按工作日'],
    ['逾期: {量: days-late, 交于: handed, 期限: report, 每天扣: 1}', '写了两种'],
  ])
})
