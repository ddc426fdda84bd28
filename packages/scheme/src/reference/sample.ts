/** Numeric facts that the examples of the language reference use, by unit. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  '%': [
    'rate',
    'study-rate',
    'late-rate',
    'fail-rate',
    'league-rate',
    'below',
    'share',
    'monthly-rate',
  ],
  次: ['meetings', 'below-thirty'],
  个: ['brands', 'hosts', 'projects', 'schools'],
  件: ['done', 'quota'],
  人: ['trained', 'members', 'population', 'followers', 'students'],
  小时: ['hours'],
  天: ['days-late'],
  分: [
    'index',
    'platform-score',
    'upper-deduction',
    'desk',
    'survey',
    'first-half',
    'second-half',
    'monthly-score',
  ],
}

const TRUTHS = [
  'staffed',
  'entered-late',
  'volunteer-org',
  'job-org',
  'has-office',
  'has-rules',
  'grading-late',
  'reported',
  'claimed',
  'explained',
  'late',
  'active',
  'national-prize',
  'city-prize',
  'warned',
  'built',
  'has-task',
]

const PERIODS: Readonly<Record<string, string>> = {
  'study-rate': ', 周期: 每期, 期数: 20',
  active: ', 周期: 每月',
  'monthly-score': ', 周期: 每期',
  'monthly-rate': ', 周期: 每月',
}

const CHOICES: Readonly<Record<string, string>> = { star: '五星, 四星, 三星', handed: '日期' }

/** Attributes of an event: a unit, 是否, or the words of a choice. */
const EVENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  article: { adopted: '是否', channel: '区级网站, 市级网站, 省级网站' },
  volunteer: { level: '区级, 市级, 省级', people: '人', hours: '小时', discretion: '分' },
  absence: { reason: '公差, 其他' },
  hosting: { people: '人', role: '主办, 协办', name: '次' },
  circular: { level: '省级, 市级', case: '次' },
  training: { people: '人' },
  'late-report': { days: '天' },
  ballot: { score: '分', rater: '领导, 群众' },
  answer: { opinion: '满意, 基本满意, 不满意, 不了解' },
}

function typed(what: string): string {
  if (what === '日期') return '类型: 日期'
  if (what === '是否') return '类型: 是否'
  return what.includes(',') ? `类型: 选项, 选项: [${what}]` : `类型: 数值, 单位: "${what}"`
}

function fact(id: string, what: string): string {
  return `  - {编号: ${id}, 名称: ${id}, ${typed(what)}${PERIODS[id] ?? ''}}\n`
}

function event([id, attributes]: readonly [string, Readonly<Record<string, string>>]): string {
  const lines = Object.entries(attributes).map(
    ([name, what]) => `      - {编号: ${name}, 名称: ${name}, ${typed(what)}}\n`,
  )
  return `  - 编号: ${id}\n    名称: ${id}\n    属性:\n${lines.join('')}`
}

function facts(): string {
  const numbers = Object.entries(NUMBERS).flatMap(([unit, ids]) => ids.map((id) => fact(id, unit)))
  const truths = TRUTHS.map((id) => fact(id, '是否'))
  return [
    ...numbers,
    ...truths,
    ...Object.entries(CHOICES).map(([id, words]) => fact(id, words)),
  ].join('')
}

const HEAD = `方案: sample
名称: 示例方案
版本: "1"
发文: {机关: 示例团委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
层级:
  - {编号: town, 名称: 乡镇街道}
  - {编号: school, 名称: 学校, 上级: town}
参与方:
  - {编号: zuzhibu, 名称: 组织部, 身份: 部门}
  - {编号: xuanchuanbu, 名称: 宣传部, 身份: 部门}
考核对象:
  - {编号: township, 名称: 乡镇团委, 层级: town}
  - {编号: street, 名称: 街道团工委, 层级: town}
`

const CALENDAR = `日程:
  - {编号: report, 名称: 报送材料, 止: 2023-12-20}
  - {编号: grading, 名称: 对标定级, 止: 2023-11-30}
  - {编号: noon, 名称: 报送报表, 止: 2023-12-20, 时刻: "12:00"}
`

/** A whole scheme with one indicator, whose rule is the example. */
export function sampleWith(rule: string): string {
  const indented = rule.replaceAll('\n', '\n      ')
  return `${HEAD}数据:\n${facts()}事件:\n${Object.entries(EVENTS).map(event).join('')}指标:\n  - 编号: example\n    名称: 示例\n    分值: 20\n    规则:\n      ${indented}\n${CALENDAR}`
}

/** An example of a modifier needs a kind beside it. */
export function besideKind(modifier: string): string {
  return `达标: {条件: staffed, 得: 5}\n${modifier}`
}
