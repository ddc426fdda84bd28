import { describe, expect, it } from 'vitest'
import { readScheme, showScheme } from '../src/index.ts'
import { besideKind, sampleWith } from '../src/reference/sample.ts'
import { KINDS, MODIFIERS } from '../src/vocabulary.ts'
import { SOUND } from './broken/sound.ts'

const shown = showScheme(readScheme(SOUND).scheme!)

describe('a scheme told in words', () => {
  it.each([
    '# 某区乡镇团工作考核',
    '- 考核时段：2023-01-01 至 2023-12-31',
    '- 部门评价（占比70%，评价人：办公室、宣传部）',
    '- **参学率**（第九条，牵头：办公室、宣传部）',
    '按参学率分段：不足100%扣2分；100%及以上得3分；上限10分',
    '会议不少于4次的得5分，否则扣1.5分',
    '每次志愿服务按级别：得分 区级 2分，市级 4分',
    '配备到位且培训人数大于30人的得6分',
    '- 好：分数90分及以上',
    '- 2023-12-10：报送',
  ])('says: %s', (line) => {
    expect(shown).toContain(line)
  })

  const TOLD: readonly (readonly [string, string])[] = [
    ['每次: {量: meetings, 得: 2}', 'meetings每1次得2分'],
    ['每次: {事件: ballot, 得: 2}', '每次ballot得2分'],
    ['每次: {事件: ballot, 每: 2次, 得: 1}', 'ballot每2次得1分'],
    ['每次: {事件: ballot, 条件: date <= 2023-06-30, 得: 2}', '（日期不晚于2023年6月30日）得2分'],
    [
      '达标: {条件: 非 (meetings >= 2次 且 members > 3人), 得: 2}',
      '“meetings不少于2次且members大于3人”不成立的得2分',
    ],
    [
      '公式: {式: "最大(0, 如果(meetings > 3次, 2, 0)) + 1"}',
      '（0、（meetings大于3次时2，否则0）中最大的）加1',
    ],
    ['每次: {事件: ballot, 条件: ordinal > 1, 得: 2}', '（第几次大于1）得2分'],
    [
      '减扣: {起评: 10, 项: [{每次: {事件: ballot, 扣: 1}}], 扣完为止: 是}',
      '每次ballot扣1分，扣完为止\n',
    ],
    ['减扣: {起评: 10, 项: [{每次: {事件: ballot, 扣: 1}}], 扣完为止: 否}', '，不设扣完为止\n'],
    [
      '清单: {项: [{名称: 没有会议, 条件: meetings = 0次}], 每项扣: 5, 合并: 任一}',
      '没有会议（meetings为0次）；每项扣5分，任一项成立就计一次',
    ],
    ['升降: {量: meetings, 基准: 12次, 每: 1次, 高扣: 5}', '每差1次，高则扣5分'],
    ['外部得分: {量: upper-deduction, 倍数: 10, 计为: 扣}', '乘以10，计为扣分'],
    ['外部得分: {量: upper-deduction, 倍数: 25%}', '乘以25%'],
    [
      '打分: {最低: 5, 最高: 10, 可为零: 是, 依据: 检查, 理由必填: 是, 计为: 扣}',
      '最低5分，最高10分，也可以打0分，依据：检查，必须写理由，计为扣分',
    ],
    ['档次: {档: {好: 5, 差: 0}, 依据: 检查, 理由必填: 是}', '依据：检查，必须写理由'],
    [
      '评委组: {事件: answer, 量: opinion, 档: {满意: 100, 基本满意: 75, 不满意: 55}, 不计: [不了解], 方法: 平均, 票面满分: 100, 组: [{名称: 满意的, 占比: 60%, 条件: opinion = "满意"}, {名称: 其余, 占比: 40%, 条件: opinion ≠ "满意", 方法: 去高低, 去: 2}]}',
      '（满意 100分，基本满意 75分，不满意 55分）分组评议，不计不了解，平均，票面满分100分：满意的60%（opinion为“满意”）；其余40%（opinion不为“满意”，去高低，各去2个）',
    ],
  ]
  it.each(TOLD)('%s', (rule, told) => {
    const { scheme } = readScheme(sampleWith(rule))
    expect(showScheme(scheme!)).toContain(told)
  })

  it.each([
    ['上限: 不封顶', '；不封顶\n'],
    ['不得分: 非 staffed', '；不得分的情形：“staffed”不成立\n'],
  ])('around a rule: %s', (modifier, told) => {
    const { scheme } = readScheme(sampleWith(besideKind(modifier)))
    expect(showScheme(scheme!)).toContain(told)
  })

  it('says of a coefficient by size what it goes by', () => {
    const { scheme } = readScheme(
      sampleWith(besideKind('系数: {量: members, 表: {超过2000人: 0.8, 其他: 1}}')),
    )
    expect(showScheme(scheme!)).toContain('乘系数，按members：超过2000人 0.8，其他 1')
  })

  it('asks the name of an id by what it is: an item may be called like its event', () => {
    const { scheme } = readScheme(SOUND.replace('编号: serve\n', '编号: volunteer\n'))
    expect(showScheme(scheme!)).toContain('每次志愿服务按级别')
  })

  it('tells when each step of the calendar is', () => {
    const steps = `日程:
  - {编号: ask, 名称: 报数, 种类: 填报, 止: 2023-12-05, 时刻: "12:00"}
  - {编号: month, 名称: 月报, 种类: 填报, 每月: 次月5}
  - {编号: appeal, 名称: 申诉, 种类: 其他, 相对: ask, 天数: 10, 工作日: 是}
`
    const told = showScheme(readScheme(SOUND.replace(/^日程:\n(?: .*\n)*/m, steps)).scheme!)
    expect(told).toContain('- 2023-12-05 12:00：报数')
    expect(told).toContain('- 每月次月5：月报')
    expect(told).toContain('- 报数之后10个工作日：申诉')
  })

  it('tells the ranking as a sentence', () => {
    const { scheme } = readScheme(SOUND.replace('并列: 并列占位}', '并列: 并列占位, 决胜: [rate]}'))
    expect(showScheme(scheme!)).toContain('- 排名：全部一起排，并列占位，同分时依次比较参学率')
  })

  const examples = [
    ...[...KINDS.values()].map((kind) => [kind, false] as const),
    ...[...MODIFIERS.values()].map((modifier) => [modifier, true] as const),
  ]
  it.each(
    examples.flatMap(([of, beside]) => of.examples.map((example) => [example, beside] as const)),
  )('%s', (example, beside) => {
    const { scheme } = readScheme(sampleWith(beside ? besideKind(example) : example))
    const line = showScheme(scheme!)
      .split('\n')
      .find((one) => one.startsWith('  - 计分：'))
    expect(line).toMatch(/\p{Script=Han}/u)
    expect(line).not.toMatch(/[{}[\]]|undefined|object/)
  })
})
