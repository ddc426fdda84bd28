import { refuses, scores } from '../../tests/rules.ts'

const GROUPS =
  '组: [{名称: 领导, 占比: 60%, 条件: rater = "领导"}, {名称: 群众, 占比: 40%, 条件: rater = "群众"'
const lead = (score: number) => ({ rater: '领导', score })
const mass = (score: number) => ({ rater: '群众', score })

scores(
  'rater_panel 多评价主体',
  `评委组: {事件: ballot, 量: score, 方法: 平均, ${GROUPS}, 方法: 去高低}]}`,
  {},
  [
    {
      note: 'each group in its own way',
      events: { ballot: [lead(90), lead(80), mass(0), mass(70), mass(100)] },
      points: '79',
      told: '各组加权，得79分',
    },
    {
      note: 'a group without a ballot is not known',
      events: { ballot: [lead(90)] },
      points: '54..94',
    },
  ],
)

scores(
  'rater_panel: nobody says how each group comes together',
  `评委组: {事件: ballot, 量: score, ${GROUPS}}]}`,
  {},
  [
    {
      note: 'one group differs',
      events: { ballot: [lead(80), lead(80), lead(80), mass(0), mass(70), mass(90), mass(100)] },
      points: '74..80',
      open: ['方法'],
    },
  ],
)

const LEFT_OUT = `评委组: {事件: ballot, 量: score, 方法: 平均, 不足时: 不适用, ${GROUPS}, 最少票数: 2}]}`

scores('a group with too few ballots is left out, its share is for the others', LEFT_OUT, {}, [
  {
    note: 'one of a group that needs two',
    events: { ballot: [lead(90), mass(10)] },
    points: '90',
    parts: [
      '领导（占60%），1份平均，得90分',
      '群众（占40%），1份，不到最少票数2份，这一组不适用，不计入加权',
    ],
  },
  { note: 'enough of both', events: { ballot: [lead(90), mass(10), mass(10)] }, points: '58' },
  { note: 'none at all', events: { ballot: [] }, points: '0', status: 'not-applicable' },
])

scores(
  'groups scaled to the full score',
  `评委组: {事件: ballot, 量: score, 方法: 平均, 票面满分: 100, ${GROUPS}}]}`,
  { full: '20' },
  [{ note: 'both', events: { ballot: [lead(90), mass(50)] }, points: '14.8' }],
)

scores(
  'what a group does not say is said for all',
  `评委组: {事件: ballot, 量: score, 方法: 去高低, 去: 2, ${GROUPS}, 去: 1}]}`,
  {},
  [
    {
      note: 'two of each for the one, one of each for the other',
      events: { ballot: [...[0, 10, 50, 90, 100].map(lead), ...[0, 70, 90].map(mass)] },
      points: '58',
      parts: [
        '领导（占60%），5份，去掉最高和最低各2份后平均，得50分',
        '群众（占40%），3份，去掉最高和最低各1份后平均，得70分',
      ],
    },
  ],
)

refuses([
  [
    '评委组: {事件: ballot, 量: score, 方法: 平均, 组: [{名称: 领导, 占比: 60%, 条件: rater = "领导"}]}',
    '占比合计 60%',
  ],
  [
    `评委组: {事件: ballot, 量: score, 方法: 平均, ${GROUPS}, 方法: 中位, 去: 1}]}`,
    '方法不是去高低',
  ],
])
