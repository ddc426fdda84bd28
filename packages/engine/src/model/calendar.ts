import {
  type TypeOf,
  choice,
  count,
  date,
  flag,
  id,
  list,
  object,
  optional,
  reference,
  required,
  text,
} from '../shape/index.ts'
import { windowShape } from './people.ts'

/** When a step of the year takes place: on a date, in a stretch, so long after another, or with an event. */
export const stepShape = object({
  id: required('编号', id, '步骤的标识'),
  name: required('名称', text, '做什么'),
  from: optional('起', date, '开始的日期'),
  due: optional('止', date, '截止的日期（含当日）'),
  hour: optional(
    '时刻',
    text,
    '截止的时刻，如 18:00；不写就是 24:00；截止当天交的过没过时刻，由“逾期”的“过时”说明',
  ),
  after: optional('在后', list(reference('step')), '必须在这些步骤之后'),
  relative: optional('相对', reference('step'), '从哪个步骤起算'),
  days: optional('天数', count, '起算后几天'),
  workdays: optional('工作日', flag, '按工作日计算'),
  monthly: optional('每月', text, '每月的哪一天之前，如 15 或 次月5'),
  event: optional('随', text, '随哪件事进行，如 全委会期间'),
  tentative: optional('暂定', flag, '原文写“拟”“左右”的'),
  wording: optional('原意', text, '原文的说法，如 12月下旬'),
  owner: optional('负责', list(reference('party')), '由谁负责'),
  items: optional('指标', list(reference('item')), '关系到哪些指标'),
  source: optional('评价方式', reference('source'), '属于哪种评价方式'),
  kind: optional(
    '种类',
    choice({
      部署: 'announce',
      填报: 'report',
      评价: 'review',
      汇总: 'aggregate',
      审定: 'ratify',
      反馈: 'feedback',
      公示: 'publicity',
      其他: 'other',
    }),
    '步骤的种类',
  ),
  clause: optional('条款', text, '依据的条款'),
})

/** Holidays 节假日, by which working days are counted. */
export const daysOffShape = object({
  holidays: required('放假', list(windowShape), '工作日里放假的日子，一段一段写'),
  worked: optional('调休上班', list(date), '周末里上班的日子'),
})

/** A question put to young people 调查项目. */
export const surveyItemShape = object({
  id: required('编号', id, '标识'),
  name: required('名称', text, '问什么'),
  answers: optional('答案', list(text), '可选的答案，由好到差'),
  items: optional('指标', list(reference('item')), '关系到哪些指标'),
  conversion: optional('折算', text, '答案怎样折成分数'),
  sample: optional('样本', text, '抽样的对象和办法'),
  clause: optional('条款', text, '依据的条款'),
})

/** A text that the notice refers to 引用文件; one not supplied is a hole with a name. */
export const textShape = object({
  id: required('编号', id, '标识'),
  name: required('名称', text, '文件名称'),
  number: optional('文号', text, '文号'),
  supplied: required('已有', flag, '手头是否有这份文件'),
  needed: optional('用于', text, '这份文件决定什么'),
  clause: optional('条款', text, '在哪一条提到'),
  until: optional('未取得时', text, '没有这份文件的时候怎么办'),
  repealed: optional('已废止', flag, '文件已经废止'),
})

/** A part that the notice announces 公布内容, by name and nature; the linter looks for it among the categories. */
export const announcedShape = object({
  name: required('名称', text, '公布的部分'),
  category: optional('类别', reference('category'), '落实到哪个类别'),
  clause: optional('条款', text, '在哪一条公布'),
})

export type DaysOff = TypeOf<typeof daysOffShape>
export type Step = TypeOf<typeof stepShape>
export type SurveyItem = TypeOf<typeof surveyItemShape>
export type ReferredText = TypeOf<typeof textShape>
export type Announced = TypeOf<typeof announcedShape>
