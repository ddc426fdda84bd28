import { refuses, scores } from '../../tests/rules.ts'

const TWO =
  '加权: {项: [{占比: 70%, 规则: {外部得分: {量: desk}}}, {占比: 30%, 规则: {外部得分: {量: survey}}}]}'

scores('weighted_sources 7:3', TWO, {}, [
  {
    note: 'both',
    facts: { desk: 90, survey: 80 },
    points: '87',
    told: '加权合计，得87分',
    parts: ['占70%：部门评价 90分，得90分', '占30%：调查得分 80分，得80分'],
  },
  { note: 'one unknown', facts: { desk: 90 }, points: '63..', status: 'provisional' },
  {
    note: 'one not applicable',
    facts: { desk: 90, survey: '不适用' },
    points: '0',
    status: 'not-applicable',
  },
])

refuses([
  [
    '加权: {项: [{占比: 60%, 规则: {外部得分: {量: desk}}}, {占比: 30%, 规则: {外部得分: {量: survey}}}]}',
    '占比合计 90%',
  ],
])
