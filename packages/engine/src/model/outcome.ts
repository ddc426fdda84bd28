import {
  type TypeOf,
  choice,
  condition,
  count,
  expression,
  flag,
  id,
  list,
  money,
  object,
  open,
  optional,
  points,
  range,
  reference,
  required,
  share,
  table,
  text,
  either,
} from '../shape/index.ts'

import { CUT_TIES, PEERS, ROUNDING_MODE, TIES } from './words.ts'

/** Ranking 排名: within which peers, what equal totals get, and what breaks a tie. */
export const rankingShape = object({
  peers: open(
    '分组',
    choice(PEERS),
    '全部一起排，还是分类、分组排',
    '全部一起排名还是分类排名，原文没有写明',
  ),
  ties: open(
    '并列',
    choice(TIES),
    '同分怎么排：并列占位是 1、1、3，并列不占位是 1、1、2',
    '总分相同怎样排名，原文没有写明',
  ),
  breakers: optional('决胜', list(expression), '同分时依次比较什么，高者在前；用指标编号或数据写'),
  clause: optional('条款', text, '依据的条款'),
})

export const cutShape = object({
  share: optional('比例', share, '占参评单位的比例'),
  number: optional('名额', count, '固定名额；同“比例”都写的，取少的'),
  rounding: optional('取整', choice(ROUNDING_MODE), '比例算出的名额怎样取整'),
  ties: optional('同分', choice(CUT_TIES), '截止名次上同分怎么办'),
  base: optional('基数', choice({ 参评单位: 'assessed', 全部单位: 'all' }), '比例的基数'),
  refill: optional(
    '递补',
    flag,
    '因否决降等得不到的（等次的限额）、取消评优的（表彰的“前”“后”），让出的名额由后面的依次递补，还是空着；原文没有说就不写，两种都算',
  ),
})

/** One grade 等次 with its line, its quota, or both; the first in the list is the best. */
export const gradeShape = object({
  id: required('编号', id, '等次的标识'),
  name: required('名称', text, '等次的名称'),
  line: optional('分数', range, '总分在这个范围'),
  ratio: optional('得分率', range, '总分占满分的比例在这个范围'),
  quota: optional(
    '限额',
    cutShape,
    '最多几个或多少比例；先按得分评定，再看否决降等；让出的名额看“递补”',
  ),
})

export const gradingShape = object({
  by: open(
    '评定',
    choice({ 分数线: 'line', 名额: 'quota', 线和名额: 'line-and-quota', 会议: 'meeting' }),
    '等次怎样评定；线和名额：够得上线、又在名额以内，名额以外的落到下一等；总分落在两条线的空当里的，两种都一样没有定',
    '等次没有分数线也没有名额，怎样评定没有写明',
  ),
  body: optional('审定', reference('party'), '由谁审定'),
  peers: optional('分组', choice(PEERS), '名额在哪个范围内算'),
  assessees: optional('适用', list(reference('assessee')), '评定哪几类对象；不写就是全部'),
  grades: required('等次', list(gradeShape), '由高到低列出'),
  clause: optional('条款', text, '依据的条款'),
})

/** A veto 一票否决 or a downgrade 降等: a condition on facts, and what it does whatever the score. */
export const overrideShape = object({
  id: required('编号', id, '标识'),
  name: required('名称', text, '名称'),
  when: required('条件', condition, '什么情况下'),
  ineligible: optional(
    '取消评优',
    flag,
    '不得评优：“措施”是表彰的结果运用不再符合；等次、奖金、推荐和名额不变，空出的名额看“递补”；要连等次也不给，另写“不高于”',
  ),
  grade: optional(
    '定为',
    reference('grade'),
    '等次定为：不看得分，“降”不再起作用；几条取最低的，“不高于”仍然管住',
  ),
  atMost: optional('不高于', reference('grade'), '等次不得高于：降级之后再看，几条取最严的'),
  down: optional(
    '降',
    count,
    '等次降几级：从得分评出的等次起降，几条相加，不低于最后一等；先降，后看“不高于”，同书写先后无关',
  ),
  deduct: optional('扣分', points, '总分扣几分'),
  assessees: optional('适用', list(reference('assessee')), '适用哪几类对象'),
  clause: optional('条款', text, '依据的条款'),
})

/** Whom a consequence reaches; every condition written must hold. */
export const selectionShape = object({
  all: optional('全部', flag, '对全部考核对象'),
  wording: optional('原意', text, '原文只有描述、没有界定对象时，概括它的意思'),
  peers: optional('分组', choice(PEERS), '“前”“后”“名次”在哪个范围内算；不写就同“排名”'),
  top: optional('前', cutShape, '名列前多少'),
  bottom: optional('后', cutShape, '名列后多少'),
  ranks: optional('名次', range, '名次在这个范围'),
  grades: optional('等次', list(reference('grade')), '属于这些等次'),
  line: optional('得分', range, '总分在这个范围'),
  when: optional('条件', condition, '数据满足的条件'),
  years: optional(
    '连续',
    count,
    '连续几年都这样（含本年）；往年按那一年的名次、等次、总分看是否在这个范围',
  ),
  assessees: optional('对象', list(reference('assessee')), '哪几类对象'),
})

/** A consequence 结果运用: advice with its reasons, decided by people. */
export const consequenceShape = object({
  id: required('编号', id, '标识'),
  name: required('名称', text, '做什么'),
  who: optional('范围', selectionShape, '对谁；不写就是全部'),
  measure: required(
    '措施',
    choice({
      表彰: 'commend',
      推荐: 'recommend',
      奖金: 'money',
      经费: 'funding',
      通报: 'circular',
      约谈: 'talk',
      整改: 'rectify',
      组织调整: 'reassign',
      取消评优: 'ineligible',
      削减名额: 'cut-quota',
      增加名额: 'add-quota',
      公布: 'publish',
      反馈: 'feedback',
      其他: 'other',
    }),
    '措施的种类',
  ),
  amount: optional('金额', expression, '奖金或经费怎么算：金额、按名次的表或算式'),
  amounts: optional('金额表', table(range, money), '按名次给的金额，如 5000、5000元、2万元'),
  places: optional('名额', either(count, share), '名额增减几个或多少比例'),
  body: optional('决定', reference('party'), '由谁决定'),
  copies: optional('抄送', list(text), '抄送谁'),
  clause: optional('条款', text, '依据的条款'),
})

export type Ranking = TypeOf<typeof rankingShape>
export type Cut = TypeOf<typeof cutShape>
export type GradeLine = TypeOf<typeof gradeShape>
export type Grading = TypeOf<typeof gradingShape>
export type Override = TypeOf<typeof overrideShape>
export type Selection = TypeOf<typeof selectionShape>
export type Consequence = TypeOf<typeof consequenceShape>
