import { refuses, scores } from '../../tests/rules.ts'

const ballots = (...marks: (number | string)[]) => ({ ballot: marks.map((score) => ({ score })) })

scores('rater_panel: the mean', '评委: {事件: ballot, 量: score, 方法: 平均}', {}, [
  {
    note: 'four',
    events: ballots(90, 80, 100, 60),
    points: '82.5',
    told: '评分表 4份平均，得82.5分',
  },
  { note: 'no ballot is not nothing', events: ballots(), points: '0..100' },
  {
    note: 'not in yet',
    points: '0..100',
    told: '评分表 未定（不低于0份），得分未定（0分至100分）',
  },
])

scores(
  'rater_panel: without the highest and the lowest, scaled',
  '评委: {事件: ballot, 量: score, 方法: 去高低, 票面满分: 100}',
  { full: '20' },
  [
    { note: 'four', events: ballots(90, 80, 100, 60), points: '17' },
    { note: 'too few to drop any', events: ballots(90, 80), points: '0..20' },
  ],
)

scores(
  'rater_panel: without two of each',
  '评委: {事件: ballot, 量: score, 方法: 去高低, 去: 2}',
  {},
  [{ note: 'five', events: ballots(0, 10, 50, 90, 100), points: '50' }],
)

scores('rater_panel: the median', '评委: {事件: ballot, 量: score, 方法: 中位}', {}, [
  { note: 'three', events: ballots(90, 10, 80), points: '80' },
])

scores('rater_panel: nobody says how', '评委: {事件: ballot, 量: score}', {}, [
  { note: 'they differ', events: ballots(90, 80, 100, 60), points: '82.5..85', open: ['方法'] },
  { note: 'all agree', events: ballots(80, 80, 80), points: '80', open: [] },
])

scores(
  'only some ballots',
  '评委: {事件: ballot, 量: score, 条件: rater = "领导", 方法: 平均}',
  {},
  [
    {
      note: 'one of two',
      events: {
        ballot: [
          { rater: '领导', score: 90 },
          { rater: '群众', score: 10 },
        ],
      },
      points: '90',
    },
  ],
)

const FEW = (policy: string) =>
  `评委: {事件: ballot, 量: score, 方法: 平均, 票面满分: 100${policy}}`

scores('no ballot at all: nobody says', FEW(''), { full: '20' }, [
  {
    note: 'none',
    events: ballots(),
    points: '0..20',
    open: ['不足时'],
    told: '评分表 0份，没有可以计入的票，得分未定（0分至20分）',
  },
  { note: 'one', events: ballots(50), points: '10', open: [] },
])

scores('no ballot at all: nothing', FEW(', 不足时: 得零分'), { full: '20' }, [
  { note: 'none', events: ballots(), points: '0', open: [] },
])

scores('no ballot at all: full', FEW(', 不足时: 得满分'), { full: '20' }, [
  { note: 'none', events: ballots(), points: '20', open: [] },
])

scores('fewer ballots than asked', FEW(', 最少票数: 3, 不足时: 不适用'), { full: '20' }, [
  {
    note: 'two',
    events: ballots(50, 60),
    points: '0',
    status: 'not-applicable',
    told: '评分表 2份，不到最少票数3份，不适用',
  },
  { note: 'three', events: ballots(50, 60, 70), points: '12', status: 'scored' },
])

scores(
  'none is left when the highest and the lowest are dropped',
  '评委: {事件: ballot, 量: score, 方法: 去高低, 不足时: 得零分}',
  {},
  [
    {
      note: 'two',
      events: ballots(90, 80),
      points: '0',
      told: '评分表 2份，去掉最高和最低各1份，至少要有3份，得0分',
    },
    {
      note: 'three',
      events: ballots(90, 80, 10),
      points: '80',
      told: '评分表 3份，去掉最高和最低各1份后平均，得80分',
    },
  ],
)

const OPINION = '评委: {事件: answer, 量: opinion, 档: {满意: 100, 基本满意: 75, 不满意: 55}'
const answers = (...opinions: string[]) => ({ answer: opinions.map((opinion) => ({ opinion })) })

scores(
  'survey_conversion: 不了解 is not counted',
  `${OPINION}, 不计: [不了解], 方法: 平均, 票面满分: 100}`,
  { full: '10' },
  [
    {
      note: 'two of three count',
      events: answers('满意', '不满意', '不了解'),
      points: '7.75',
      told: '问卷 2份（另有1份答“不了解”，不计）平均，按票面满分100分折算，得7.75分',
    },
  ],
)

scores(
  'survey_conversion where nobody has an opinion',
  `${OPINION}, 不计: [不了解], 方法: 平均, 不足时: 不适用, 票面满分: 100}`,
  { full: '10' },
  [
    {
      note: 'two of two',
      events: answers('不了解', '不了解'),
      points: '0',
      status: 'not-applicable',
    },
  ],
)

scores(
  'survey_conversion where every answer counts',
  `${OPINION}, 不计: [不了解], 方法: 中位}`,
  {},
  [{ note: 'the middle', events: answers('满意', '基本满意', '不满意'), points: '75' }],
)

refuses([
  [`${OPINION}, 方法: 平均}`, '“不了解”没有分数'],
  ['评委: {事件: answer, 量: opinion, 方法: 平均}', '量是选项而没有写“档”'],
  ['评委: {事件: ballot, 量: score, 档: {好: 100}, 方法: 平均}', '量是数值而写了“档”'],
  ['评委: {事件: ballot, 量: score, 方法: 平均, 去: 1}', '方法不是去高低'],
  ['评委: {事件: ballot, 量: score, 方法: 平均, 票面满分: 100}', '没有满分'],
  ['评委: {事件: ballot, 量: score, 方法: 平均, 不足时: 得满分}', '没有满分'],
  ['评委: {事件: ballot, 量: score, 方法: 平均, 票面满分: 0}', '票面满分不大于零', { full: '5' }],
])
