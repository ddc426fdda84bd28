import {
  type TypeOf,
  choice,
  count,
  date,
  id,
  list,
  object,
  open,
  optional,
  reference,
  required,
  share,
  text,
} from '../shape/index.ts'
import { COMBINE, MECHANICS, NOT_APPLICABLE, VALUE_TYPE } from './words.ts'

export const issueShape = object({
  body: required('机关', text, '发文机关'),
  level: required(
    '级别',
    choice({
      全国: 'nation',
      省级: 'province',
      地市: 'prefecture',
      区县: 'county',
      乡镇街道: 'township',
      单位: 'unit',
    }),
    '发文机关的级别',
  ),
  number: optional('文号', text, '发文字号；原文缺的不写'),
  signed: optional('成文日期', date, '落款日期'),
  published: optional('发布日期', date, '公开发布的日期'),
  effective: optional('施行日期', date, '开始施行的日期'),
  retroactive: optional('追溯', text, '施行日期早于印发日期时，谁认可追溯、为什么'),
  status: optional(
    '状态',
    choice({ 征求意见: 'draft', 试行: 'trial', 施行: 'effective', 废止: 'repealed' }),
    '文件的效力',
  ),
})

export const windowShape = object({
  from: required('起', date, '第一天'),
  to: required('止', date, '最后一天（含当日）'),
})

export const levelShape = object({
  id: required('编号', id, '层级的标识'),
  name: required('名称', text, '层级的名称，如 区县、乡镇街道、学校、支部'),
  above: optional('上级', reference('level'), '上一层'),
})

/** Anyone who takes part without being assessed: departments, leaders, judges, agencies. */
export const partyShape = object({
  id: required('编号', id, '参与方的标识'),
  name: required('名称', text, '参与方的名称'),
  role: required(
    '身份',
    choice({
      部门: 'department',
      书记: 'secretary',
      党委: 'party-committee',
      政府: 'government',
      评委: 'judge',
      专业机构: 'agency',
      青年: 'youth',
      上级: 'upper',
      其他: 'other',
    }),
    '参与方的身份',
  ),
})

export const attributeShape = object({
  id: required('编号', id, '属性的标识'),
  name: required('名称', text, '属性的名称'),
  type: required('类型', choice(VALUE_TYPE), '取值的类型'),
  unit: optional('单位', text, '数值的单位'),
  words: optional('选项', list(text), '可选的词'),
})

export const eligibilityShape = object({
  attribute: required('属性', reference('attribute'), '看哪个日期属性，如成立日期'),
  years: optional('满年', count, '至少满几年'),
  months: optional('满月', count, '至少满几个月'),
  countedTo: open(
    '计至',
    date,
    '满多久计算到哪一天（含当日：当天正好满的也算；2024-01-01 成立的，满1年是 2025-01-01）',
    '参评资格的年限计算到哪一天，原文没有写明',
  ),
  clause: optional('条款', text, '依据的条款'),
})

/** A kind of assessed unit 考核对象. */
export const assesseeShape = object({
  id: required('编号', id, '考核对象类别的标识'),
  name: required('名称', text, '类别的名称，如 镇街团委'),
  level: optional('层级', reference('level'), '在组织树的哪一层'),
  eligibility: optional(
    '资格',
    list(eligibilityShape),
    '参加考核的条件；不满足的列出理由，不计分，不参加排名和评定，别的单位的名次、相对也不算它；满不满待定的，两种可能都算',
  ),
  clause: optional('条款', text, '依据的条款'),
})

/** A way of being evaluated 评价方式, with its part of the total. */
export const sourceShape = object({
  id: required('编号', id, '评价方式的标识'),
  name: required('名称', text, '评价方式的名称'),
  weight: optional('占比', share, '在总分中的占比'),
  means: required('方式', choice(MECHANICS), '评价的方式'),
  evaluators: optional(
    '评价人',
    list(reference('party')),
    '由谁评价；部门评价不写时就是指标的牵头部门',
  ),
  assessees: optional('对象', list(reference('assessee')), '评价哪几类对象；不写就是全部'),
  absent: optional('无评价时', choice(NOT_APPLICABLE), '有的对象没有这种评价时，这部分占比怎么办'),
  combine: optional('合成', choice(COMBINE), '下面的类别和指标怎样合成；不写就是合计'),
  remark: optional('评语上限', count, '评语最多几个字'),
  clause: optional('条款', text, '依据的条款'),
})

export type Issue = TypeOf<typeof issueShape>
export type Window = TypeOf<typeof windowShape>
export type Level = TypeOf<typeof levelShape>
export type Party = TypeOf<typeof partyShape>
export type UnitAttribute = TypeOf<typeof attributeShape>
export type Eligibility = TypeOf<typeof eligibilityShape>
export type AssesseeType = TypeOf<typeof assesseeShape>
export type Source = TypeOf<typeof sourceShape>
