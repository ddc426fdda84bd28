/**
 * A small committee whose facts and events the rule tables speak of. Facts of every shape a measure
 * can have are here once; a table that needs another adds it to the list.
 */
const NUMBERS: Readonly<Record<string, readonly [unit: string, name: string]>> = {
  rate: ['%', '参学率'],
  'league-rate': ['%', '建团率'],
  'late-rate': ['%', '迟报率'],
  'fail-rate': ['%', '不合格率'],
  below: ['%', '低于标准'],
  share: ['%', '占比'],
  meetings: ['次', '会议'],
  'below-thirty': ['次', '不足三十人'],
  brands: ['个', '品牌'],
  projects: ['个', '项目'],
  schools: ['个', '学校'],
  done: ['件', '完成'],
  quota: ['件', '任务'],
  trained: ['人', '培训人数'],
  members: ['人', '团员'],
  population: ['人', '人口'],
  followers: ['人', '关注'],
  students: ['人', '学生'],
  hours: ['小时', '时长'],
  'days-late': ['天', '迟报天数'],
  index: ['分', '指数'],
  'platform-score': ['分', '平台得分'],
  'upper-deduction': ['分', '上级扣分'],
  'first-half': ['分', '上半年得分'],
  'second-half': ['分', '下半年得分'],
  desk: ['分', '部门评价'],
  survey: ['分', '调查得分'],
  hosts: ['家', '承办单位'],
}

const TRUTHS: Readonly<Record<string, string>> = {
  staffed: '配备完善',
  'entered-late': '迟录入',
  'volunteer-org': '志愿组织',
  'job-org': '就业组织',
  'arts-org': '文体组织',
  'has-office': '有机构',
  'has-rules': '有制度',
  claimed: '已认领',
  explained: '有说明',
  late: '迟报',
  reported: '已报',
  'grading-late': '定级迟',
  built: '建成',
  'has-task': '有任务',
  'national-prize': '获国家奖',
  'city-prize': '获市奖',
  warned: '被警告',
}

const EVENTS = `事件:
  - 编号: article
    名称: 信息
    属性: [{编号: channel, 名称: 渠道, 类型: 选项, 选项: [区级网站, 市级网站, 省级网站]}, {编号: adopted, 名称: 采用, 类型: 是否}, {编号: title, 名称: 标题, 类型: 文字}]
  - 编号: volunteer
    名称: 志愿服务
    属性: [{编号: level, 名称: 级别, 类型: 选项, 选项: [区级, 市级, 省级]}, {编号: people, 名称: 人数, 类型: 数值, 单位: 人, 最大: 100人}, {编号: hours, 名称: 时长, 类型: 数值, 单位: 小时}, {编号: discretion, 名称: 酌情分, 类型: 数值, 单位: 分, 最大: 3分}]
  - {编号: absence, 名称: 缺席, 属性: [{编号: reason, 名称: 原因, 类型: 选项, 选项: [公差, 其他]}]}
  - {编号: training, 名称: 培训}
  - {编号: activity, 名称: 活动, 周期: 每月, 属性: [{编号: signed, 名称: 签到人数, 类型: 数值, 单位: 人}]}
  - 编号: hosting
    名称: 承办活动
    属性: [{编号: name, 名称: 活动, 类型: 文字}, {编号: role, 名称: 角色, 类型: 选项, 选项: [主办, 协办]}, {编号: people, 名称: 人数, 类型: 数值, 单位: 人, 最大: 100人}]
  - 编号: circular
    名称: 通报
    属性: [{编号: level, 名称: 级别, 类型: 选项, 选项: [省级, 市级, 区级]}, {编号: case, 名称: 案件, 类型: 文字}]
  - {编号: late-report, 名称: 迟报, 属性: [{编号: days, 名称: 天数, 类型: 数值, 单位: 天}]}
  - 编号: ballot
    名称: 评分表
    属性: [{编号: rater, 名称: 评价人, 类型: 选项, 选项: [领导, 群众]}, {编号: score, 名称: 分数, 类型: 数值, 单位: 分, 最大: 100分}]
  - {编号: answer, 名称: 问卷, 属性: [{编号: opinion, 名称: 意见, 类型: 选项, 选项: [满意, 基本满意, 不满意, 不了解]}]}
`

const HEAD = `方案: world
名称: 规则试算
版本: "1"
发文: {机关: 示例团委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-03-31}
层级:
  - {编号: town, 名称: 乡镇}
  - {编号: school, 名称: 学校, 上级: town}
参与方:
  - {编号: zuzhibu, 名称: 组织部, 身份: 部门}
  - {编号: xuanchuanbu, 名称: 宣传部, 身份: 部门}
考核对象:
  - {编号: township, 名称: 乡镇团委, 层级: town}
  - {编号: street, 名称: 街道团工委, 层级: town}
日程:
  - {编号: report, 名称: 报送, 止: 2023-03-20}
  - {编号: grading, 名称: 对标定级, 止: 2023-03-20}
  - {编号: noon, 名称: 报表, 止: 2023-03-20, 时刻: "12:00"}
节假日:
  放假: [{起: 2023-03-23, 止: 2023-03-23}]
  调休上班: [2023-03-25]
`

const SPECIAL = `  - {编号: calm, 名称: 无投诉, 类型: 是否, 周期: 每月, 可不适用: 是}
  - {编号: visits, 名称: 走访, 类型: 数值, 单位: 次, 周期: 每月, 可不适用: 是}
  - {编号: handed, 名称: 报送日期, 类型: 日期, 可不适用: 是}
  - {编号: star, 名称: 星级, 类型: 选项, 选项: [五星, 四星, 三星]}
  - {编号: active, 名称: 开展活动, 类型: 是否, 周期: 每月}
  - {编号: monthly-rate, 名称: 月参学率, 类型: 数值, 单位: "%", 周期: 每月}
  - {编号: study-rate, 名称: 参学率, 类型: 数值, 单位: "%", 周期: 每期, 期数: 3}
  - {编号: monthly-score, 名称: 当期得分, 类型: 数值, 单位: 分, 最大: 10分, 周期: 每期}
  - {编号: school-rate, 名称: 学校参与率, 类型: 数值, 单位: "%", 最大: 100%, 层级: school}
`

function facts(): string {
  const numbers = Object.entries(NUMBERS).map(
    ([id, [unit, name]]) =>
      `  - {编号: ${id}, 名称: ${name}, 类型: 数值, 单位: "${unit}", 可不适用: 是}\n`,
  )
  const truths = Object.entries(TRUTHS).map(
    ([id, name]) => `  - {编号: ${id}, 名称: ${name}, 类型: 是否}\n`,
  )
  return [...numbers, ...truths, SPECIAL].join('')
}

/** What the item around a rule says. */
export interface ItemAround {
  /** 分值, when the item has one. */
  readonly full?: string
  /** 牵头, for marks. */
  readonly leads?: readonly string[]
  /** 多部门. */
  readonly jointly?: string
}

/** The text of a scheme whose only item has the rule. */
export function worldWith(rule: string, { full, leads, jointly }: ItemAround = {}): string {
  const lines = [
    ...(full === undefined ? [] : [`分值: ${full}`]),
    ...(leads === undefined ? [] : [`牵头: [${leads.join(', ')}]`]),
    ...(jointly === undefined ? [] : [`多部门: ${jointly}`]),
    `规则:\n      ${rule.trim().replaceAll('\n', '\n      ')}`,
  ]
  const item = lines.map((line) => `    ${line}\n`).join('')
  return `${HEAD}数据:\n${facts()}${EVENTS}指标:\n  - 编号: item\n    名称: 指标\n${item}`
}
