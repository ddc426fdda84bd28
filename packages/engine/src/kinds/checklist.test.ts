import { refuses, scores } from '../../tests/rules.ts'

const KINDS =
  '项: [{名称: 志愿类未建, 条件: 非 volunteer-org}, {名称: 就业类未建, 条件: 非 job-org}, {名称: 文体类未建, 条件: 非 arts-org}]'
const facts = (volunteer: boolean, job: boolean, arts: boolean) => ({
  'volunteer-org': volunteer,
  'job-org': job,
  'arts-org': arts,
})

scores('deduct_per_miss 每类扣5 (Guiyang)', `清单: {${KINDS}, 每项扣: 5, 合并: 每项}`, {}, [
  { note: 'none missing', facts: facts(true, true, true), points: '0' },
  {
    note: 'one missing',
    facts: facts(true, false, true),
    points: '-5',
    told: '志愿类未建：否；就业类未建：是；文体类未建：否；每项扣5分',
  },
  { note: 'all missing', facts: facts(false, false, false), points: '-15' },
  { note: 'one unknown', facts: { 'volunteer-org': false, 'job-org': true }, points: '-10..-5' },
])

scores('a deduction once or for each: nobody says', `清单: {${KINDS}, 每项扣: 5}`, {}, [
  { note: 'one missing: the same', facts: facts(true, false, true), points: '-5', open: [] },
  {
    note: 'two missing',
    facts: facts(false, false, true),
    points: '-10..-5',
    open: ['合并'],
    told: '志愿类未建：是；就业类未建：是；文体类未建：否；每项还是合起来一次未定，扣5分',
  },
  { note: 'nothing known', points: '-15..0' },
])

scores('a deduction once', `清单: {${KINDS}, 每项扣: 5, 合并: 任一}`, {}, [
  {
    note: 'two missing',
    facts: facts(false, false, true),
    points: '-5',
    told: '志愿类未建：是；就业类未建：是；文体类未建：否；有一项即扣5分',
  },
])

const BOTH = '项: [{名称: 有机构, 条件: has-office}, {名称: 有制度, 条件: has-rules}]'

scores('an award once or for each: nobody says', `清单: {${BOTH}, 每项得: 3}`, {}, [
  {
    note: 'one of two',
    facts: { 'has-office': true, 'has-rules': false },
    points: '0..3',
    open: ['合并'],
  },
  {
    note: 'both',
    facts: { 'has-office': true, 'has-rules': true },
    points: '3..6',
    open: ['合并'],
  },
  { note: 'neither', facts: { 'has-office': false, 'has-rules': false }, points: '0', open: [] },
])

scores('an award for all together', `清单: {${BOTH}, 每项得: 3, 合并: 全部}`, {}, [
  { note: 'one of two', facts: { 'has-office': true, 'has-rules': false }, points: '0' },
  { note: 'both', facts: { 'has-office': true, 'has-rules': true }, points: '3' },
])

scores(
  'component_sum: each line with its own points',
  '清单: {项: [{名称: 有机构, 条件: has-office, 得: 1}, {名称: 有制度, 条件: has-rules, 得: 3}, {名称: 迟报, 条件: late, 扣: 2}]}',
  {},
  [
    {
      note: 'gain and loss',
      facts: { 'has-office': true, 'has-rules': false, late: true },
      points: '-1',
      told: '有机构：是，得1分；有制度：否；迟报：是，扣2分',
    },
    { note: 'one unknown', facts: { 'has-office': true, late: false }, points: '1..4' },
  ],
)

scores(
  'a single line has nothing to merge',
  '清单: {项: [{名称: 迟报, 条件: late}], 每项扣: 2}',
  {},
  [{ note: 'holds', facts: { late: true }, points: '-2', open: [], told: '迟报：是；成立则扣2分' }],
)

refuses([
  ['清单: {项: [{名称: 迟报, 条件: late}]}', '有的项没有写得几分扣几分'],
  ['清单: {项: [{名称: 迟报, 条件: late, 扣: 1}], 每项扣: 2}', '用不上'],
  ['清单: {项: [{名称: 迟报, 条件: late}], 每项扣: 2, 每项得: 1}', '都写了'],
  ['清单: {项: [{名称: 迟报, 条件: late, 扣: 满分}]}', '满分'],
])
