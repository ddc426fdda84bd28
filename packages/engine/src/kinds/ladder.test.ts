import { refuses, scores } from '../../tests/rules.ts'

const GOOD = '档次: {档: {好: 20, 较好: 15, 一般: 10, 差: 0}, 依据: 现场'

scores('grade_ladder 好/较好/一般/差', `${GOOD}}`, {}, [
  { note: 'the best', marks: { '*': '好' }, points: '20', told: '评 “好”，得20分' },
  { note: 'the worst', marks: { '*': '差' }, points: '0', status: 'scored' },
  { note: 'not judged', points: '0..20', status: 'provisional' },
])

scores(
  'grade_ladder by coefficients of the full score',
  '档次: {系数: {A: 100%, B: 60%, C: 40%, D: 0%}, 依据: 现场}',
  { full: '15' },
  [
    { note: 'B', marks: { '*': 'B' }, points: '9' },
    { note: 'not judged', points: '0..15' },
  ],
)

scores('a ladder of deductions', '档次: {档: {轻微: 1, 严重: 5}, 计为: 扣, 依据: 现场}', {}, [
  { note: 'serious', marks: { '*': '严重' }, points: '-5' },
  { note: 'not judged', points: '-5..-1' },
])

const TWO = { full: '20', leads: ['zuzhibu', 'xuanchuanbu'] }

scores('two judges of one ladder', `${GOOD}}`, TWO, [
  {
    note: 'between them',
    marks: { zuzhibu: '好', xuanchuanbu: '一般' },
    points: '10..20',
    open: ['合成'],
  },
  { note: 'agreed', marks: { zuzhibu: '较好', xuanchuanbu: '较好' }, points: '15', open: [] },
])

scores('two judges, the mean of their points', `${GOOD}, 合成: 平均}`, TWO, [
  {
    note: 'both',
    marks: { zuzhibu: '好', xuanchuanbu: '较好' },
    points: '17.5',
    told: '组织部评 “好”，得20分、宣传部评 “较好”，得15分，平均',
  },
  { note: 'one is missing', marks: { zuzhibu: '好' }, points: '10..20' },
])

scores('two judges of half the full score each', '档次: {档: {好: 10, 差: 0}, 依据: 现场}', TWO, [
  {
    note: 'may be meant to add up',
    marks: { zuzhibu: '好', xuanchuanbu: '好' },
    points: '10..20',
    open: ['合成'],
  },
])

scores(
  'two judges of an item without a full score',
  '档次: {档: {好: 10, 差: 0}, 依据: 现场}',
  { leads: ['zuzhibu', 'xuanchuanbu'] },
  [
    {
      note: 'may be meant to add up',
      marks: { zuzhibu: '好', xuanchuanbu: '好' },
      points: '10..20',
    },
  ],
)

refuses([
  ['档次: {依据: 现场}', '没有写或都写了'],
  ['档次: {档: {好: 1}, 系数: {好: 100%}, 依据: 现场}', '没有写或都写了'],
  ['档次: {系数: {A: 100%}, 依据: 现场}', '没有满分'],
])
