import { refuses, scores } from '../../tests/rules.ts'

scores('scale_conversion 折算', '外部得分: {量: platform-score, 外部满分: 100}', { full: '10' }, [
  {
    note: 'scaled to the full score',
    facts: { 'platform-score': 86 },
    points: '8.6',
    told: '平台得分 86分÷100×10，得8.6分',
  },
  { note: 'unknown', points: '0..', status: 'provisional' },
  {
    note: 'not applicable',
    facts: { 'platform-score': '不适用' },
    points: '0',
    status: 'not-applicable',
  },
])

scores(
  'external_score: ten times what was taken off',
  '外部得分: {量: upper-deduction, 倍数: 10, 计为: 扣}',
  {},
  [
    {
      note: 'three tenths',
      facts: { 'upper-deduction': '0.3' },
      points: '-3',
      told: '上级扣分 0.3分×10，扣3分',
    },
  ],
)

scores('external_score: a quarter', '外部得分: {量: upper-deduction, 倍数: 25%, 计为: 扣}', {}, [
  { note: 'eight', facts: { 'upper-deduction': 8 }, points: '-2' },
])

scores('external_score as it is', '外部得分: {量: desk}', {}, [
  {
    note: 'taken over',
    facts: { desk: '12.5' },
    points: '12.5',
    told: '部门评价 12.5分，得12.5分',
  },
])

refuses([
  ['外部得分: {量: desk, 倍数: 2, 外部满分: 100}', '又写“倍数”又写“外部满分”'],
  ['外部得分: {量: desk, 外部满分: 100}', '没有满分'],
  ['外部得分: {量: desk, 外部满分: 0, 折算满分: 5}', '外部满分不大于零'],
])
