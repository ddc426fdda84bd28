import {
  type TypeOf,
  choice,
  count,
  id,
  list,
  object,
  open,
  optional,
  required,
  text,
} from '../shape/index.ts'
import { announcedShape, daysOffShape, stepShape, surveyItemShape, textShape } from './calendar.ts'
import { eventShape, factShape } from './facts.ts'
import { categoryShape, itemShape, totalShape } from './items.ts'
import { consequenceShape, gradingShape, overrideShape, rankingShape } from './outcome.ts'
import {
  assesseeShape,
  attributeShape,
  issueShape,
  levelShape,
  partyShape,
  sourceShape,
  windowShape,
} from './people.ts'

/** The whole of a scheme file 考核方案, in the order in which it is printed. */
export const schemeShape = object({
  id: required('方案', id, '方案的标识'),
  name: required('名称', text, '方案的名称'),
  version: required('版本', text, '方案文件的版本'),
  summary: optional('提要', text, '给读方案的人的一段话'),
  issue: required('发文', issueShape, '谁在何时以什么文号印发'),
  period: open(
    '考核时段',
    windowShape,
    '考核从哪一天到哪一天',
    '考核时段从何时到何时，原文没有写明',
  ),
  inclusion: optional(
    '以上以下',
    choice({ 含本数: 'inclusive', 不含本数: 'exclusive', 以上含以下不含: 'above-only' }),
    '“以上”“以下”是否包括本数；不写就是原文没有说',
  ),
  burden: optional('负担上限', count, '每个单位每个考核时段最多填报多少项'),
  levels: optional('层级', list(levelShape), '组织树的层级，由上到下'),
  parties: optional('参与方', list(partyShape), '部门、领导、评委等'),
  attributes: optional('单位属性', list(attributeShape), '单位的属性，如成立日期、人数'),
  assessees: required('考核对象', list(assesseeShape), '考核哪几类对象'),
  sources: optional('评价方式', list(sourceShape), '评价方式和占比'),
  announced: optional('公布内容', list(announcedShape), '原文宣布包括哪些部分'),
  categories: optional('类别', list(categoryShape), '类别，可以分级'),
  facts: optional('数据', list(factShape), '考核用到的数据'),
  events: optional('事件', list(eventShape), '可以发生多次的事'),
  items: required('指标', list(itemShape), '指标和计分规则'),
  total: optional('总分', totalShape, '总分怎样合成'),
  ranking: optional('排名', rankingShape, '排名的办法'),
  grading: optional('评定', gradingShape, '等次的评定'),
  overrides: optional('否决降等', list(overrideShape), '一票否决和降等'),
  consequences: optional('结果运用', list(consequenceShape), '结果怎样运用'),
  calendar: optional('日程', list(stepShape), '各个步骤的时间'),
  daysOff: optional('节假日', daysOffShape, '放假和调休上班的日子；要算工作日时写'),
  survey: optional('调查项目', list(surveyItemShape), '问卷或电话调查的项目'),
  texts: optional('引用文件', list(textShape), '提到的其他文件'),
})

export type Scheme = TypeOf<typeof schemeShape>
