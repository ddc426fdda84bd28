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
  ['逾期: {条件: late, 量: days-late, 扣: 3, 期限: report}', '写了两种'],
  ['逾期: {条件: late, 期限: report}', '没有写扣几分'],
  ['逾期: {条件: late, 每天扣: 1, 期限: report}', '只知道迟没迟'],
  ['逾期: {条件: late, 扣: 1, 缺报扣: 2, 期限: report}', '“缺报”和“缺报扣”只写了一个'],
])
