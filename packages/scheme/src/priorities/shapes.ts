import { factShape, issueShape, levelShape, partyShape, shape, windowShape } from '@kaohe/engine'

const { choice, date, flag, id, list, object, optional, quantity, reference, required, text } =
  shape

/** What a target of a task is: how one can tell that it was reached. */
export const TARGET_KINDS = {
  印发文件: 'document',
  召开会议: 'meeting',
  覆盖: 'coverage',
  比例: 'ratio',
  时数: 'hours',
  全员培训: 'training',
  数量: 'number',
  建立机制: 'mechanism',
  其他: 'other',
} as const

export const targetShape = object({
  kind: required('种类', choice(TARGET_KINDS), '目标的种类'),
  what: required('内容', text, '要达到什么，用自己的话概括'),
  amount: optional('数', quantity, '要达到的数；覆盖类不写时没有定到多少'),
  due: optional('期限', date, '哪一天之前（含当日）'),
  wording: optional('原意', text, '原文没有写明日期或数时的说法'),
  level: optional('层级', reference('level'), '在组织树的哪一层达到'),
  fact: optional('取数', id, '看考核方案里的哪个数据'),
})

export const taskShape = object({
  id: required('编号', id, '任务的标识'),
  point: required('要点', reference('task'), '属于哪一点'),
  summary: required('概括', text, '用自己的话概括的任务'),
  owners: optional('责任', list(reference('party')), '由谁完成：本级部门、下级、其他单位'),
  targets: optional('目标', list(targetShape), '具体的目标'),
  years: optional('跨年', flag, '当年完不成，要接着做'),
})

export const chapterShape = object({
  id: required('编号', id, '章的标识'),
  name: required('名称', text, '章的名称'),
  clause: optional('条款', text, '原文的第几部分'),
})

export const pointShape = object({
  id: required('编号', id, '要点的标识'),
  name: required('名称', text, '要点的名称'),
  chapter: optional('章', reference('category'), '属于哪一章'),
  clause: optional('条款', text, '原文的第几点'),
})

const ownerShape = object({
  ...partyShape.fields,
  assessee: optional('对应', id, '在考核方案里是哪类考核对象；不写就按名称找'),
})

/** A plan of work 工作要点: the tasks of a year that an assessment serves, in the order in which it is printed. */
export const prioritiesShape = object({
  id: required('工作要点', id, '工作要点的标识'),
  name: required('名称', text, '文件的名称'),
  version: required('版本', text, '文件的版本'),
  summary: optional('提要', text, '给读的人的一段话'),
  issue: optional('发文', issueShape, '谁在何时以什么文号印发'),
  period: optional('时段', windowShape, '管哪段时间'),
  chapters: optional('章', list(chapterShape), '分几章'),
  levels: optional('层级', list(levelShape), '组织树的层级，由上到下'),
  parties: optional('参与方', list(ownerShape), '谁来完成'),
  facts: optional('数据', list(factShape), '要点自己的数据，考核方案里没有的'),
  points: required('要点', list(pointShape), '逐点列出'),
  tasks: required('任务', list(taskShape), '逐项列出'),
})

export type Target = shape.TypeOf<typeof targetShape>
export type Task = shape.TypeOf<typeof taskShape>
export type Owner = shape.TypeOf<typeof ownerShape>
export type Priorities = shape.TypeOf<typeof prioritiesShape>
