/** The placeholders that a template may have: what each means, and for a list those inside it. */
export interface Known {
  readonly [name: string]: string | { readonly means: string; readonly inside: Known }
}

const ITEM: Known = {
  条款: '指标依据的条款',
  名称: '指标的名称',
  条款和名称: '条款和名称连写',
  得分: '这一项的得分',
  满分: '这一项的满分',
  失分: '这一项失去的分数，没有失分就是空的',
  说明: '怎样得来，一句一行',
}

const PART: Known = {
  名称: '名称',
  得分: '得分',
  满分: '满分',
  占比: '占比，如 60%',
}

const UNIT: Known = {
  单位: '单位的名称',
  主送: '函件送给谁',
  等次: '考核等次',
  总分: '总分',
  满分: '满分',
  名次: '名次',
  同类单位数: '一起排名的单位有几个',
  同类: '和哪一类单位一起排名，全部一起排名就是空的',
  结果: '等次、总分、名次写成一句话',
  评语: '综合评定意见',
  表彰: '得到的表彰',
  类别: { means: '各个类别', inside: { ...PART, 指标: { means: '这一类的指标', inside: ITEM } } },
  指标: { means: '全部指标', inside: ITEM },
  失分项: { means: '失分的指标', inside: ITEM },
  评价方式: { means: '各种评价方式', inside: PART },
}

const COMMON: Known = {
  发文机关: '发文的团委',
  考核: '考核的名称，如 2023年度考核',
  审定: '哪个会议、哪一天审定，写成一句话',
  文号: '发文字号',
  成文日期: '成文日期',
  抄送: '抄送机关',
  联系人: '联系人',
}

const GRADES: Known = { 等次: '等次', 个数: '这个等次有几个单位', 单位名单: '这个等次的单位' }

/** The placeholders of a template for a paper about one unit, or about all. */
export const KNOWN: Readonly<Record<'unit' | 'all', Known>> = {
  unit: { ...COMMON, ...UNIT },
  all: {
    ...COMMON,
    各单位: { means: '全部单位', inside: UNIT },
    各等次: { means: '等次，从好到差', inside: GRADES },
    名次表: { means: '按名次排列的单位；不通报名次时是空的', inside: UNIT },
  },
}
