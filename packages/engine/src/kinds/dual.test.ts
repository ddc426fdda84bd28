import { refuses, scores } from '../../tests/rules.ts'

const BRANDS = '量: brands, 达标值: 5个, 争取值: 10个, 达标得: 6, 争取得: 10'

scores('dual_target, nothing between the two', `双目标: {${BRANDS}, 之间: 按达标值}`, {}, [
  {
    note: 'missed',
    facts: { brands: 4 },
    points: '0',
    reached: false,
    told: '品牌 4个，达标值 5个、争取值 10个，未达标，得0分',
  },
  {
    note: 'reached',
    facts: { brands: 5 },
    points: '6',
    reached: true,
    told: '品牌 5个，达标值 5个、争取值 10个，达到达标值，得6分',
  },
  { note: 'between', facts: { brands: 9 }, points: '6' },
  {
    note: 'aspired',
    facts: { brands: 10 },
    points: '10',
    told: '品牌 10个，达标值 5个、争取值 10个，达到争取值，得10分',
  },
  { note: 'beyond', facts: { brands: 12 }, points: '10' },
  { note: 'unknown', points: '0..10', status: 'provisional' },
])

scores('dual_target, nobody says what lies between', `双目标: {${BRANDS}}`, {}, [
  { note: 'between', facts: { brands: 7 }, points: '6..7.6', open: ['之间'] },
  { note: 'on the lower target', facts: { brands: 5 }, points: '6', open: [] },
  { note: 'on the upper target', facts: { brands: 10 }, points: '10', open: [] },
  { note: 'below both', facts: { brands: 1 }, points: '0', open: [] },
])

scores(
  'control_limit with two targets: low is good',
  '双目标: {量: late-rate, 达标值: 4%, 争取值: 1%, 达标得: 6, 争取得: 满分, 未达标得: 1, 先: 低, 之间: 按比例}',
  { full: '10' },
  [
    { note: 'missed', facts: { 'late-rate': '4.1%' }, points: '1' },
    { note: 'reached', facts: { 'late-rate': '4%' }, points: '6' },
    { note: 'halfway', facts: { 'late-rate': '2.5%' }, points: '8' },
    { note: 'aspired', facts: { 'late-rate': '1%' }, points: '10' },
    { note: 'unknown', points: '1..10' },
    {
      note: 'not applicable',
      facts: { 'late-rate': '不适用' },
      points: '0',
      status: 'not-applicable',
    },
  ],
)

refuses([
  [`双目标: {量: rate, 达标值: 5百分点, 争取值: 90%, 达标得: 6, 争取得: 10}`, '百分点'],
  [`双目标: {${BRANDS.replace('10个', '10次')}}`, '次'],
])
