import {
  type TypeOf,
  choice,
  condition,
  either,
  flag,
  id,
  list,
  number,
  object,
  optional,
  points,
  reference,
  required,
  rule,
  share,
  text,
} from '../shape/index.ts'
import { evidenceShape } from './facts.ts'
import { windowShape } from './people.ts'
import { COMBINE, NATURE, NOT_APPLICABLE, ROUNDING_MODE } from './words.ts'

export const roundingShape = object({
  to: required('到', number, '保留到哪一位：0.01 是两位小数，1 是整数'),
  mode: required('方式', choice(ROUNDING_MODE), '舍入的方式'),
})

const countsField = optional(
  '计入总分',
  flag,
  '否就是只算出来供别的指标用（如先积分、再按名次得分），不进上级和总分；不写就是计入',
)

/** A category 类别 (or part) of the score: a heading with its own full score, cap and floor. */
export const categoryShape = object({
  id: required('编号', id, '类别的标识'),
  name: required('名称', text, '类别的名称'),
  above: optional('上级', reference('category'), '上一级类别'),
  source: optional('评价方式', reference('source'), '属于哪种评价方式'),
  nature: optional('性质', choice(NATURE), '基本、加分还是减分；不写就由指标各自写明'),
  full: optional('满分', points, '这一类的满分'),
  weight: optional('占比', share, '上级按加权合成时，这一类的占比'),
  combine: optional('合成', choice(COMBINE), '下面的指标怎样合成；不写就是合计'),
  cap: optional('上限', points, '这一类最多得几分'),
  floor: optional('下限', points, '这一类最少得几分'),
  rounding: optional('舍入', roundingShape, '这一类得分的舍入'),
  counts: countsField,
  clause: optional('条款', text, '依据的条款'),
})

/** One thing that the text asks for; it is scored when a rule of the item uses its condition. */
export const requirementShape = object({
  id: required('编号', id, '要求的标识'),
  text: required('内容', text, '用自己的话概括的要求'),
  when: optional('条件', condition, '达到要求的条件，用数据写出'),
  unscored: optional('不计分', flag, '只作要求，不计分'),
})

/** An indicator 指标: the smallest thing that has points, a rule and a clause. */
export const itemShape = object({
  id: required('编号', id, '指标的标识'),
  name: required('名称', text, '指标的名称'),
  category: optional('类别', reference('category'), '属于哪一类'),
  source: optional('评价方式', reference('source'), '属于哪种评价方式；不写就随类别'),
  nature: optional('性质', choice(NATURE), '基本项、加分项还是减分项；不写就随类别'),
  full: optional('分值', points, '满分'),
  weight: optional('占比', share, '按加权合成时的占比'),
  clause: optional('条款', text, '依据的条款'),
  leads: optional('牵头', list(reference('party')), '牵头部门，可以不止一个'),
  jointly: optional('多部门', choice(COMBINE), '几个部门各自评分时怎样合成'),
  requirements: optional('要求', list(requirementShape), '目标要求'),
  rule: optional('规则', rule, '计分规则；只有目标没有分值的用“状态”'),
  window: optional('时段', windowShape, '这一项自己的考核时段'),
  assessees: optional(
    '适用',
    list(reference('assessee')),
    '适用哪几类对象；不写就是全部。其余各类的评分表上没有这一项，满分也不含它，除非写了“不适用时”',
  ),
  notApplicable: optional('不适用时', choice(NOT_APPLICABLE), '对某个单位不适用时怎么办'),
  rounding: optional('舍入', roundingShape, '这一项得分的舍入'),
  counts: countsField,
  evidence: optional('支撑材料', list(evidenceShape), '需要的支撑材料'),
  tasks: optional('任务', list(text), '对应工作要点的哪些任务（要点编号/任务编号）'),
  exhausted: optional('扣完之后', text, '分数在期满以前就会扣完的，扣完以后怎样对待'),
  justified: optional('留痕说明', text, '仅凭截图、登录数等计分的，必须在此说明理由并留档'),
  note: optional('说明', text, '给读方案的人的话'),
})

const none = choice({ 不设: 'none' })

/** How the parts come together in the total 总分. */
export const totalShape = object({
  start: optional('起评分', points, '起评的分数；不写就是 0'),
  full: optional('满分', points, '总分的满分；加权时不写按 100，其他时候不写就由各部分相加'),
  floor: optional('下限', either(points, none), '总分最低几分；不设就是可以为负'),
  cap: optional('上限', either(points, none), '总分最高几分；不设就是不封顶'),
  bonusCap: optional('加分上限', points, '全部加分项合计最多几分'),
  rounding: optional('舍入', roundingShape, '总分的舍入'),
  clause: optional('条款', text, '依据的条款'),
})

export type Category = TypeOf<typeof categoryShape>
export type Requirement = TypeOf<typeof requirementShape>
export type Item = TypeOf<typeof itemShape>
export type Total = TypeOf<typeof totalShape>
