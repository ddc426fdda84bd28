import {
  type TypeOf,
  choice,
  count,
  flag,
  id,
  list,
  object,
  optional,
  quantity,
  reference,
  required,
  text,
} from '../shape/index.ts'
import { EVIDENCE, MECHANICS, PERIODICITY, VALUE_TYPE } from './words.ts'

export const evidenceShape = object({
  name: required('名称', text, '支撑材料的名称'),
  form: required('形式', choice(EVIDENCE), '材料的形式'),
  required: optional('必交', flag, '不交就不认定'),
})

export const eventAttributeShape = object({
  id: required('编号', id, '属性的标识'),
  name: required('名称', text, '属性的名称'),
  type: required('类型', choice(VALUE_TYPE), '取值的类型'),
  unit: optional('单位', text, '数值的单位，如 人、小时、%'),
  words: optional('选项', list(text), '选项类的可选词，按由低到高或原文顺序'),
  whole: optional(
    '整数',
    flag,
    '只能是整数；不写时，以人、次、篇、个、件、工作日等计的是整数，以 %、分、元、小时、天等计的不是',
  ),
  least: optional('最小', quantity, '允许的最小值'),
  most: optional('最大', quantity, '允许的最大值'),
  ruled: optional(
    '认定',
    flag,
    '由考核一方逐件认定，单位申报时不填；指标有牵头部门的由牵头部门认定，没有的由组织部认定。没有认定的是未知',
  ),
})

/** A fact 数据: one value a unit and period. */
export const factShape = object({
  id: required('编号', id, '数据的标识'),
  name: required('名称', text, '数据的名称'),
  type: required('类型', choice(VALUE_TYPE), '取值的类型'),
  unit: optional('单位', text, '数值的单位，如 人、次、%、百分点、万元'),
  words: optional('选项', list(text), '选项类的可选词'),
  period: optional(
    '周期',
    choice(PERIODICITY),
    '多久一个数；不写就是整个考核时段一个。考核时段超过十二个月的，“全年”是每个年度一个',
  ),
  times: optional('期数', count, '周期为每期时，考核时段内共有几期'),
  level: optional('层级', reference('level'), '在组织树的哪一层产生；不写就是考核对象本身'),
  spread: optional('同享', flag, '上级组织的数据，由其下所有考核对象共同享有'),
  whole: optional(
    '整数',
    flag,
    '只能是整数；不写时，以人、次、篇、个、件、工作日等计的是整数，以 %、分、元、小时、天等计的不是',
  ),
  least: optional('最小', quantity, '允许的最小值；数值类不写时为 0'),
  most: optional('最大', quantity, '允许的最大值'),
  per: optional('分母', text, '比例类：分母按什么计'),
  mayNotApply: optional('可不适用', flag, '允许填“不适用”'),
  means: optional('来源', choice(MECHANICS), '数据由哪种方式得来'),
  supplier: optional('提供', reference('party'), '由谁提供；不写就是考核对象自己'),
  evidence: optional('支撑材料', list(evidenceShape), '需要的支撑材料'),
  clause: optional('条款', text, '依据的条款'),
  minutes: optional('填报分钟', count, '填一次大约要几分钟，用于计算负担'),
})

/** An event 事件: something that happens any number of times, each with its date and attributes. */
export const eventShape = object({
  id: required('编号', id, '事件的标识'),
  name: required('名称', text, '事件的名称'),
  attributes: optional('属性', list(eventAttributeShape), '每次事件要记下的属性；日期总是要记的'),
  key: optional(
    '标识',
    list(reference('eventAttribute')),
    '这些属性都相同的就是同一件事；只是说明，计分不因此合并，只计一次的写在规则的“去重”里',
  ),
  stacks: optional(
    '可兼得',
    flag,
    '同一件事可以在几条规则里分别计分；不写时检查会问，计分仍是分别计',
  ),
  level: optional('层级', reference('level'), '在组织树的哪一层产生；不写就是考核对象本身'),
  per: optional('周期', choice(PERIODICITY), '按周期归集时的周期'),
  means: optional('来源', choice(MECHANICS), '事件由哪种方式得来'),
  supplier: optional('提供', reference('party'), '由谁提供；不写就是考核对象自己'),
  evidence: optional('支撑材料', list(evidenceShape), '需要的支撑材料'),
  clause: optional('条款', text, '依据的条款'),
  minutes: optional('填报分钟', count, '填一次大约要几分钟'),
})

export type FactDeclaration = TypeOf<typeof factShape>
export type EventDeclaration = TypeOf<typeof eventShape>
export type AttributeDeclaration = TypeOf<typeof eventAttributeShape>
export type EvidenceDeclaration = TypeOf<typeof evidenceShape>
