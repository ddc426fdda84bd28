import { refuses, scores } from '../../tests/rules.ts'

scores('discretionary 酌情加分', '打分: {最高: 5, 依据: 总结}', {}, [
  { note: 'marked', marks: { '*': 3 }, points: '3', told: '评 3分' },
  { note: 'marked zero', marks: { '*': 0 }, points: '0', status: 'scored' },
  { note: 'not marked', points: '0..5', status: 'provisional' },
])

scores('discretionary 酌情扣5-10分', '打分: {最低: 5, 最高: 10, 计为: 扣, 依据: 检查}', {}, [
  { note: 'marked', marks: { '*': 6 }, points: '-6', told: '评 6分，计为扣分' },
  { note: 'not marked', points: '-10..-5' },
])

const SOME = '打分: {最低: 5, 最高: 10, 可为零: 是, 计为: 扣, 依据: 检查}'

scores('没有问题不扣，有问题扣5—10分', SOME, {}, [
  { note: 'nothing found', marks: { '*': 0 }, points: '0', told: '评 0分，计为扣分' },
  { note: 'the least that is taken off', marks: { '*': 5 }, points: '-5' },
  { note: 'not marked', points: '-10..0', status: 'provisional' },
])

scores('可为零 adds nothing where 0 is between', '打分: {最高: 3, 可为零: 是, 依据: 总结}', {}, [
  { note: 'not marked', points: '0..3' },
])

scores(
  'marks that are losses may be 0 too',
  '打分: {最低: -10, 最高: -5, 可为零: 是, 依据: 检查}',
  {},
  [
    { note: 'not marked', points: '-10..0' },
    { note: 'nothing found', marks: { '*': 0 }, points: '0' },
  ],
)

scores('not 可为零', '打分: {最低: 5, 最高: 10, 可为零: 否, 依据: 检查}', {}, [
  { note: 'not marked', points: '5..10' },
])

scores(
  'the full score is the highest mark',
  '打分: {依据: 总结}',
  { full: '20', leads: ['zuzhibu'] },
  [
    { note: 'marked by the lead', marks: { zuzhibu: 18 }, points: '18', told: '组织部评 18分' },
    { note: 'not marked', points: '0..20' },
  ],
)

scores('a mark without any scale', '打分: {依据: 总结}', {}, [
  { note: 'marked', marks: { '*': 88 }, points: '88' },
  { note: 'not marked', points: '0..' },
])

const TWO = { full: '20', leads: ['zuzhibu', 'xuanchuanbu'] }

scores(
  'rater_panel: two leads, and nobody says how their marks come together',
  '打分: {依据: 总结}',
  TWO,
  [
    {
      note: 'each marks the whole, so they are never added up',
      marks: { zuzhibu: 18, xuanchuanbu: 16 },
      points: '16..18',
      open: ['合成'],
      told: '组织部评 18分、宣传部评 16分，怎样合成未定',
    },
    { note: 'the same whichever', marks: { zuzhibu: 18, xuanchuanbu: 18 }, points: '18', open: [] },
    { note: 'one is missing', marks: { zuzhibu: 18 }, points: '0..20', open: ['合成'] },
  ],
)

scores(
  'rater_panel: halves of the full score may be meant to add up',
  '打分: {最高: 10, 依据: 总结}',
  TWO,
  [
    {
      note: 'from the lower to the sum',
      marks: { zuzhibu: 9, xuanchuanbu: 8 },
      points: '8..17',
      open: ['合成'],
    },
  ],
)

scores('rater_panel: the mean', '打分: {合成: 平均, 依据: 总结}', TWO, [
  {
    note: 'both',
    marks: { zuzhibu: 18, xuanchuanbu: 16 },
    points: '17',
    told: '组织部评 18分、宣传部评 16分，平均',
  },
  { note: 'one is missing', marks: { zuzhibu: 18 }, points: '9..19', status: 'provisional' },
])

scores('rater_panel: as the item says', '打分: {依据: 总结}', { ...TWO, jointly: '就低' }, [
  { note: 'the lower', marks: { zuzhibu: 18, xuanchuanbu: 16 }, points: '16' },
])

scores(
  'rater_panel: weights that nobody wrote',
  '打分: {依据: 总结}',
  { ...TWO, jointly: '加权' },
  [{ note: 'open', marks: { zuzhibu: 18, xuanchuanbu: 16 }, points: '16..18', open: ['合成'] }],
)

scores(
  'two marks in one item',
  '合计: {项: [{打分: {最高: 3, 记分项: plan, 依据: 方案}}, {打分: {最高: 2, 记分项: photo, 依据: 照片}}]}',
  {},
  [
    { note: 'both', marks: { '*/plan': 3, '*/photo': 1 }, points: '4' },
    { note: 'one is missing', marks: { '*/plan': 3 }, points: '3..5' },
  ],
)

refuses([['合计: {项: [{打分: {最高: 3, 依据: 方案}}, {打分: {最高: 2, 依据: 照片}}]}', '记分项']])

scores(
  'two leads of an item without a full score',
  '打分: {最高: 10, 依据: 总结}',
  { leads: ['zuzhibu', 'xuanchuanbu'] },
  [
    {
      note: 'up to the sum',
      marks: { zuzhibu: 9, xuanchuanbu: 8 },
      points: '8..17',
      open: ['合成'],
    },
  ],
)

scores('lowest and highest may be the same', '打分: {最低: 3, 最高: 3, 依据: 总结}', {}, [
  { note: 'known before it is given', points: '3' },
])

refuses([['打分: {最低: 5, 最高: 3, 依据: 总结}', '最低不应高于最高']])
