/** What the schemes close to a fault are put together of. */

const HEAD = `方案: near
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县, 成文日期: 2022-12-20}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
参与方: [{编号: office, 名称: 办公室, 身份: 部门}]
考核对象: [{编号: town, 名称: 乡镇, 条款: 一}]
`

const DONE = `数据:
  - {编号: done, 名称: 按时办结, 类型: 是否, 条款: 二}
  - {编号: good, 名称: 群众满意, 类型: 是否, 条款: 二}
  - {编号: held, 名称: 当月开会, 类型: 是否, 周期: 每月, 条款: 二}
`

export const item = (id: string, full: number, rule: string, more = '') =>
  `  - {编号: ${id}, 名称: ${id}项, 分值: ${full}, 条款: 二, 牵头: [office]${more}, 规则: ${rule}}\n`

export const met = (condition: string, points: number) =>
  `{达标: {条件: ${condition}, 得: ${points}}}`

const used = (id: string, condition: string) => item(id, 1, met(condition, 1))

/** Only what a case is about is measured: the facts not used by it are scored one point each. */
export function months(rule: string, full = 12): string {
  return `${HEAD}${DONE}指标:\n${item('a', full, rule)}${used('b', 'done')}${used('c', 'good')}`
}

export const MONTHLY = '{逐期: {规则: {达标: {条件: 非 held, 扣: 2}}, 取: 合计}'

export function graded(by: string, grades: string): string {
  const rules = item('a', 60, met('done', 60)) + item('b', 40, met('good', 40))
  const facts = DONE.replace(/.*held.*\n/, '')
  return `${HEAD}${facts}指标:\n${rules}评定:\n  评定: ${by}\n  条款: 三\n  等次:\n${grades}`
}

export const grade = (id: string, line: string, more = '') =>
  `    - {编号: ${id}, 名称: ${id}等, 分数: ${line}${more}}\n`

export const QUOTA = ', 限额: {名额: 2, 同分: 全部入围}'

export function sheets(combine: string, total: number): string {
  const facts = DONE.replace(/.*held.*\n/, '')
  const rules =
    item('a', 100, met('done', 100), ', 类别: one') +
    item('b', 100, met('good', 100), ', 类别: two')
  const categories = `类别:
  - {编号: both, 名称: 两张表, 性质: 基本, 合成: ${combine}, 条款: 二}
  - {编号: one, 名称: 甲表, 上级: both, 满分: 100, 条款: 二}
  - {编号: two, 名称: 乙表, 上级: both, 满分: 100, 条款: 二}
`
  return `${HEAD}${categories}${facts}指标:\n${rules}总分: {满分: ${total}, 条款: 二}\n`
}

/** Two kinds of assessee; each item stands on the sheet of one of them. */
export function byType(second: number, more = '', head = ''): string {
  const facts = DONE.replace(/.*held.*\n/, '')
  const two = HEAD.replace('条款: 一}]', '条款: 一}, {编号: branch, 名称: 支部, 条款: 一}]')
  const rules =
    item('a', 100, met('done', 100), `, 适用: [town]${more}`) +
    item('b', second, met('good', second), `, 适用: [branch]${more}`)
  return `${two}${head}${facts}指标:\n${rules}总分: {满分: 100, 条款: 二}\n`
}

const withoutFull = (scheme: string) => scheme.replace('总分: {满分: 100, 条款: 二}\n', '')

/** Sheets of which nothing says what the total is worth, ranked. */
export const ranked = (scheme: string, peers: string) =>
  `${withoutFull(scheme)}排名: {分组: ${peers}, 并列: 并列占位, 条款: 三}\n`

/** The same, graded by lines of points or of the share of the full. */
export function lined(scheme: string, by: '分数' | '得分率'): string {
  const line = by === '分数' ? '80' : '80%'
  return `${withoutFull(scheme)}评定:
  评定: 分数线
  条款: 三
  等次: [{编号: best, 名称: 好, ${by}: ${line}及以上}, {编号: rest, 名称: 差, ${by}: 不足${line}}]
`
}

export function answers(leftOut: string): string {
  const event = `事件:
  - 编号: answer
    名称: 问卷
    属性: [{编号: opinion, 名称: 评价, 类型: 选项, 选项: [满意, 不满意, 不了解, 弃权]}]
    条款: 二
`
  const rule = `{评委: {事件: answer, 量: opinion, 档: {满意: 100, 不满意: 50}, 不计: ${leftOut}, 方法: 平均, 不足时: 得零分, 票面满分: 100}}`
  const rounding = ', 舍入: {到: 0.01, 方式: 四舍五入}'
  return `${HEAD}${event}指标:\n${item('a', 100, rule, rounding)}`
}

const COUNTED = `数据:
  - {编号: x, 名称: 活动, 类型: 数值, 单位: 场, 最小: 1场, 条款: 二}
  - {编号: y, 名称: 任务, 类型: 数值, 单位: 场, 条款: 二}
`
export const HUNDREDTHS = '舍入: {到: 0.01, 方式: 四舍五入}'
export const TOTAL_ROUNDED = `总分: {${HUNDREDTHS}}\n`

/** Items as they come, with those of the facts done and good that they look at. */
export function items(rules: string): string {
  const facts = DONE.split('\n').filter((line) =>
    ['done', 'good'].some((id) => line.includes(`编号: ${id},`) && rules.includes(id)),
  )
  return `${HEAD}${facts.length > 0 ? `数据:\n${facts.join('\n')}\n` : ''}指标:\n${rules}`
}

export const counted = (rules: string, rest = '') => `${HEAD}${COUNTED}指标:\n${rules}${rest}`

export const against = (first: string) =>
  `{相对: {量: x / y, 与: 最大值, 先: ${first}, 组: 全部, 分母为零: 得零分}}`

/** Two grades by lines, and a veto that does something to them. */
export const vetoed = (does: string) =>
  `${graded('分数线', grade('best', '60及以上') + grade('rest', '不足60'))}否决降等:
  - {编号: fire, 名称: 出了事故, 条件: done, ${does}, 条款: 四}
`

/** A step of the calendar beside a rule. */
export const step = (when: string) =>
  `${items(item('a', 10, met('done', 10)))}日程: [{编号: told, 名称: 反馈结果, 种类: 反馈, ${when}, 条款: 二}]
`
