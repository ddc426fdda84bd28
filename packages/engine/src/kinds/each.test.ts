import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactScorer, refuses, rising, scores } from '../../tests/rules.ts'
import { RUNS } from '../../tests/runs.ts'

const adopted = { adopted: true }

scores('award_per_unit 每…加', '每次: {事件: article, 条件: adopted, 得: 2}', {}, [
  {
    note: 'two of three',
    events: { article: [adopted, { adopted: false }, adopted] },
    points: '4',
    told: '信息 2次，得4分',
  },
  { note: 'none, and all is reported', events: { article: [] }, points: '0', status: 'scored' },
  { note: 'one may or may not count', events: { article: [adopted, {}] }, points: '2..4' },
  { note: 'nothing reported', points: '0..', status: 'provisional' },
])

scores('award_cap 加满为止 (Guiyang)', '每次: {事件: training, 得: 5}\n上限: 20', {}, [
  { note: 'below the cap', events: { training: [{}, {}, {}] }, points: '15' },
  {
    note: 'on the cap',
    events: { training: [{}, {}, {}, {}] },
    points: '20',
    told: '培训 4次，得20分',
  },
  {
    note: 'beyond',
    events: { training: [{}, {}, {}, {}, {}] },
    points: '20',
    told: '培训 5次，得25分，超过上限，计20分',
  },
  { note: 'unknown', points: '0..20' },
])

scores('deduct_per_miss of a measure', '每次: {量: below-thirty, 扣: 1}', {}, [
  { note: 'none', facts: { 'below-thirty': 0 }, points: '0' },
  { note: 'three', facts: { 'below-thirty': 3 }, points: '-3', told: '不足三十人 3次，扣3分' },
  { note: 'unknown', points: '..0' },
])

const BY_FIVE = '每次: {量: trained, 每: 5人, 得: 1'

scores('compound steps: the part of a step is left out', `${BY_FIVE}, 不足一步: 舍去}`, {}, [
  { note: 'just short', facts: { trained: 4 }, points: '0' },
  { note: 'a whole step', facts: { trained: 5 }, points: '1' },
  { note: 'two and a part', facts: { trained: 12 }, points: '2' },
])

scores('compound steps: in proportion', `${BY_FIVE}, 不足一步: 按比例}`, {}, [
  { note: 'two and a part', facts: { trained: 12 }, points: '2.4' },
])

scores('compound steps: a part is a whole', `${BY_FIVE}, 不足一步: 进一}`, {}, [
  { note: 'two and a part', facts: { trained: 12 }, points: '3' },
])

scores('compound steps: nobody says', `${BY_FIVE}}`, {}, [
  { note: 'two and a part', facts: { trained: 12 }, points: '2..3', open: ['不足一步'] },
  { note: 'no part left', facts: { trained: 10 }, points: '2', open: [] },
  { note: 'unknown', points: '0..', open: ['不足一步'] },
])

scores(
  'a measure that can be cut is never counted in whole steps by itself',
  '每次: {量: hours, 得: 1}',
  {},
  [{ note: 'half an hour', facts: { hours: '1/2' }, points: '0..1', open: ['不足一步'] }],
)

scores('over_bonus: so many are free', '每次: {量: trained, 起算: 10人, 得: 2}', {}, [
  { note: 'on the line', facts: { trained: 10 }, points: '0' },
  { note: 'beyond', facts: { trained: 12 }, points: '4' },
])

scores('the first time is free', '每次: {事件: absence, 起算: 1次, 扣: 1}', {}, [
  { note: 'once', events: { absence: [{}] }, points: '0' },
  {
    note: 'three times',
    events: { absence: [{}, {}, {}] },
    points: '-2',
    told: '缺席 3次，超出1次的部分，扣2分',
  },
])

scores(
  'escalation 累犯加倍',
  '每次: {事件: absence, 条件: reason = "其他", 扣: 1, 累犯: {2次: 2, 3次及以上: 3}}',
  {},
  [
    { note: 'once', events: { absence: [{ reason: '其他' }] }, points: '-1' },
    {
      note: 'three times',
      events: { absence: [{ reason: '其他' }, { reason: '其他' }, { reason: '其他' }] },
      points: '-6',
      told: '缺席 3次（第2次按2倍，第3次及以上按3倍），扣6分',
    },
    {
      note: 'only what counts is counted',
      events: { absence: [{ reason: '公差' }, { reason: '其他' }] },
      points: '-1',
    },
  ],
)

const HOST = '每次: {事件: hosting, 得: 3, 分摊: {按: role, 表: {主办: 100%, 协办: 50%}}}'

scores('role_share 主办/协办', HOST, {}, [
  {
    note: 'one of each',
    events: { hosting: [{ role: '主办' }, { role: '协办' }] },
    points: '4.5',
    told: '承办活动 2次（主办分摊100%，协办分摊50%），得4.5分',
  },
  { note: 'a role not said', events: { hosting: [{}] }, points: '1.5..3' },
])

scores(
  'no_double_count 就高不重复, points by an expression',
  '每次: {事件: hosting, 得: 2 * people, 去重: {按: [name], 取: 最高}}',
  {},
  [
    {
      note: 'the same thing twice, another once',
      events: {
        hosting: [
          { name: '读书节', people: 3 },
          { name: '读书节', people: 5 },
          { name: '运动会', people: 1 },
        ],
      },
      points: '12',
      told: '承办活动 2次，得12分',
    },
  ],
)

scores(
  'no_double_count of deductions keeps the larger one',
  '每次: {事件: hosting, 扣: people, 去重: {按: [name], 取: 最高}}',
  {},
  [
    {
      note: 'one case, two reports',
      events: {
        hosting: [
          { name: '甲', people: 3 },
          { name: '甲', people: 5 },
        ],
      },
      points: '-5',
    },
  ],
)

scores(
  'escalation that names every time',
  '每次: {事件: absence, 扣: 1, 累犯: {1次: 1, 其他: 2}}',
  {},
  [
    { note: 'once', events: { absence: [{}] }, points: '-1' },
    {
      note: 'three times',
      events: { absence: [{}, {}, {}] },
      points: '-5',
      told: '缺席 3次（第1次按1倍，其余按2倍），扣5分',
    },
  ],
)

scores(
  'escalation from the first time on',
  '每次: {事件: absence, 扣: 1, 累犯: {不超过2次: 1, 3次: 4}}',
  {},
  [
    {
      note: 'four times, the fourth not listed',
      events: { absence: [{}, {}, {}, {}] },
      points: '-7',
      told: '缺席 4次（不超过2次的按1倍，第3次按4倍），扣7分',
    },
  ],
)

scores(
  'so many are free, and the rest differ',
  '每次: {事件: hosting, 起算: 1次, 得: people}',
  {},
  [
    {
      note: 'the first by date is free',
      events: { hosting: [{ people: 5 }, { people: 3 }, { people: 2 }] },
      points: '5',
    },
  ],
)

scores('shared by a figure', '每次: {事件: hosting, 得: 4, 分摊: 1 / people}', {}, [
  {
    note: 'between two',
    events: { hosting: [{ people: 2 }] },
    points: '2',
    told: '承办活动 1次（按1除以人数分摊），得2分',
  },
])

scores(
  'a measure below nothing is nothing',
  '每次: {量: meetings - trained / 1人 * 1次, 得: 1, 不足一步: 舍去}',
  {},
  [{ note: 'below', facts: { meetings: 1, trained: 3 }, points: '0' }],
)

scores('a measure called by a name', '每次: {量: trained, 称: 新训人数, 得: 1}', {}, [
  { note: 'said so', facts: { trained: 2 }, points: '2', told: '新训人数 2人，得2分' },
])

const GRANT = '每次: {事件: volunteer, 得: 2, 酌情: {记于: discretion, 最多: 1'

scores('discretionary per event, with a basis', `${GRANT}, 依据: 参与时长}}`, {}, [
  { note: 'granted', events: { volunteer: [{ discretion: 1 }, { discretion: 0 }] }, points: '5' },
  { note: 'never more than the most', events: { volunteer: [{ discretion: 3 }] }, points: '3' },
  { note: 'not decided yet', events: { volunteer: [{}] }, points: '2..3', status: 'provisional' },
])

scores('discretionary per event, and nobody says by what measure', `${GRANT}}}`, {}, [
  {
    note: 'what was given counts all the same, as a mark does',
    events: { volunteer: [{ discretion: 1 }] },
    points: '3',
    open: [],
  },
  { note: 'not decided yet', events: { volunteer: [{}] }, points: '2..3', status: 'provisional' },
  { note: 'no event, no question', events: { volunteer: [] }, points: '0', open: [] },
])

describe('properties', () => {
  const score = exactScorer('每次: {量: trained, 每: 3人, 得: 2, 不足一步: 舍去}\n上限: 9')
  it('never falls while the count rises', () => {
    const counts = fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(counts, (drawn) => {
        const points = drawn.toSorted((a, b) => a - b).map((trained) => score({ trained }))
        expect(rising(points)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

refuses([
  ['每次: {量: trained, 起算: 5次, 得: 1}', '次'],
  ['每次: {得: 1}', '“事件”和“量”没有写或都写了'],
  ['每次: {事件: article, 量: trained, 得: 1}', '“事件”和“量”没有写或都写了'],
  ['每次: {事件: article}', '没有写得几分或扣几分'],
  ['每次: {量: trained, 每: 5次, 得: 1}', '次'],
  ['每次: {量: trained, 每: 0人, 得: 1}', '每步不大于零'],
  ['每次: {量: trained, 得: 1, 累犯: {2次: 2}}', '没有“事件”'],
  ['每次: {事件: hosting, 每: 2次, 得: people}', '又写“每”又逐次计分'],
  ['每次: {事件: hosting, 得: 1, 分摊: {按: role, 表: {承办: 100%}}}', '承办'],
])

scores('points for each step', '每次: {量: trained, 每: 10人, 扣: 2, 不足一步: 舍去}', {}, [
  {
    note: 'three and a half',
    facts: { trained: 35 },
    points: '-6',
    told: '培训人数 35人，每10人扣2分，扣6分',
  },
])
