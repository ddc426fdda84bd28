import type { PlainColumn, SheetKind } from './anchor.ts'

/** How sheets are called; the first name is the one a template writes. */
export const SHEET_NAMES: Readonly<Record<Exclude<SheetKind, 'event'>, readonly string[]>> = {
  notes: ['说明', '填报说明', '填写说明', '使用说明', '_选项', 'notes', 'readme'],
  units: ['单位', '单位名单', '考核对象', 'units'],
  long: ['数据', '数据明细', '填报数据', 'facts', 'data'],
  facts: ['全年数据', '年度数据', '分期数据'],
  marks: ['打分', '评分', '打分表', '评分表', 'marks'],
  reported: ['事件报齐', '零报告', '报齐', 'reported'],
  history: ['往年结果', '历年结果', 'history'],
  lineage: ['沿革', '单位沿革', 'lineage'],
  previous: ['上年数据', '去年数据', 'previous'],
  decisions: ['决定', '会议决定', '集体决定', 'decisions'],
}

/** How columns are headed; the first heading is the one a template writes. */
export const HEADINGS: Readonly<Record<PlainColumn, readonly string[]>> = {
  'unit-id': ['单位编号', '单位代码', 'unit'],
  unit: ['单位', '单位名称', '填报单位', '考核对象', '被考核单位', 'unit-name'],
  type: ['类别', '单位类别', '对象类别', 'type'],
  parent: ['上级', '上级单位', '所属', 'parent'],
  group: ['分组', '组别', 'group'],
  level: ['层级', 'level'],
  short: ['简称', 'short'],
  former: ['曾用名', '原名', 'former'],
  'event-id': ['事件编号', 'event-id'],
  date: ['日期', '时间', '发生日期', '活动日期', '决定日期', '会议日期', 'date'],
  fact: ['数据', '数据编号', 'fact'],
  period: ['期', '期次', '时期', '周期', 'period'],
  value: ['值', '数值', '填报值', '分数', '得分', 'value'],
  clause: ['依据条款', '依据', '条款', 'clause'],
  evidence: ['支撑材料', '佐证材料', '材料', 'evidence'],
  by: ['填报人', '填表人', '经办人', 'by'],
  at: ['填报时间', '填报日期', '填表时间', 'at'],
  item: ['指标', '指标名称', '指标编号', 'item'],
  evaluator: ['打分人', '评价人', '打分部门', '评分人', 'evaluator'],
  reason: ['理由', '打分理由', '评分理由', '加分理由', '扣分理由', '扣分原因', 'reason'],
  event: ['事件', '事件名称', 'event'],
  reported: ['已报齐', '报齐', '是否报齐', 'complete'],
  pending: ['未报齐的单位', '未报单位', '未报齐单位', 'pending'],
  year: ['年度', '年份', 'year'],
  total: ['总分', '得分', 'total'],
  rank: ['名次', '排名', 'rank'],
  grade: ['等次', 'grade'],
  met: ['符合', '结果运用', 'met'],
  from: ['原单位', '原编号', '前身', 'from'],
  since: ['起始年度', '自', 'since'],
  matter: ['决定事项', '事项', '议题', 'on'],
  decided: ['决定', '决定为', '定为', 'decision'],
  body: ['决定机关', '机关', '决定会议', '会议', 'body'],
  number: ['文号', '决定文号', '纪要文号', '会议纪要', 'number'],
  ignored: ['序号', '数据名称', '备注', '说明', '计量单位', '填写要求', 'no', 'note'],
}

/** What stands under 类别 for a unit that is not assessed; the first is the one a template writes. */
export const DATA_ONLY_WORDS = ['只提供数据', '不考核'] as const

export const NOT_APPLICABLE_WORDS: readonly string[] = ['不适用', '/']
