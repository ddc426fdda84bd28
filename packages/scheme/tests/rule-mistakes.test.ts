import { describe, expect, it } from 'vitest'
import { readScheme } from '../src/index.ts'
import { SCHEME_KEYWORDS } from '../src/vocabulary.ts'
import { SOUND } from './broken/sound.ts'

const RULE = '规则: {达标: {条件: staffed 且 trained > 30人, 得: 6}}'

/** Rules that their kind, or the compiler, refuses, each for another reason. */
const REFUSED: readonly string[] = [
  '每次: {得: 1}',
  '每次: {量: trained, 每: 10人, 得: 1, 条件: staffed}',
  '每次: {量: trained, 每: 0人, 得: 1}',
  '每次: {事件: volunteer, 每: 2次, 得: people / 1人 * 1分}',
  '每次: {事件: volunteer, 得: 次数(volunteer) * 1分}',
  '每次: {事件: volunteer, 得: 上年(trained) / 1人 * 1分}',
  '外部得分: {量: trained, 倍数: 2, 外部满分: 10}',
  '外部得分: {量: trained, 外部满分: 0, 折算满分: 5}',
  '外部得分: {量: trained, 外部满分: 100}',
  '逾期: {期限: report, 每天扣: 1}',
  '逾期: {条件: staffed, 期限: report, 每天扣: 1}',
  '逾期: {量: meetings, 按工作日: 是, 每天扣: 1}',
  '逾期: {交于: trained, 每天扣: 1}',
  '逾期: {条件: staffed, 扣: 1, 缺报: staffed}',
  '逾期: {条件: staffed}',
  '档次: {依据: 现场}',
  '打分: {最低: 6, 最高: 5, 依据: 台账}',
  '达标: {条件: staffed, 得: 1, 未达标得: 1, 未达标扣: 1}',
  '达标: {条件: staffed, 得: 满分}',
  '达标: {条件: staffed, 得: 1, 扣: 1}',
  '达标: {条件: staffed}',
  '达标: {条件: staffed, 得: 1}, 舍入: {到: 0, 方式: 进一}',
  '达标: {条件: 上年(volunteer.people) > 1人, 得: 1}',
  '达标: {条件: 工作日(2023-01-01, 2023-02-01) > 3工作日, 得: 1}',
  '分段: {量: trained, 段: [{范围: 5次及以上, 得: 1}, {范围: 其他, 得: 0}]}',
  '分段: {量: rate, 段: [{范围: 5及以上, 得: 1}, {范围: 其他, 得: 0}]}',
  '分级: {事件: volunteer, 按: level, 再按: people, 得: {区级: 2, 市级: 4}}',
  '分级: {事件: volunteer, 按: level, 得: {区级: {1人: 2}, 市级: {1人: 4}}}',
  '分级: {事件: volunteer, 按: people, 得: {区级: 2, 市级: 4}}',
  '对照: {量: star, 得: {五星: 3, 七星: 5}}',
  '清单: {项: [{名称: 甲, 条件: staffed}], 合并: 每项}',
  '清单: {项: [{名称: 甲, 条件: staffed}], 每项得: 1, 每项扣: 1, 合并: 每项}',
  '清单: {项: [{名称: 甲, 条件: staffed, 得: 1}], 每项得: 1, 合并: 每项}',
  '公式: {式: trained}',
  '判定: {条件: [staffed], 行: [{当: [是, 否], 得: 1}]}',
  '加权: {项: [{占比: 50%, 规则: {达标: {条件: staffed, 得: 1}}}]}',
  '减扣: {项: [{达标: {条件: staffed, 扣: 1}}], 扣完为止: 是}',
  '按比例: {量: trained, 目标: 30人}',
  '按比例: {量: trained, 目标: meetings, 满分: 5}',
  '增长: {量: 1人, 以: 增量, 每: 1人, 得: 1, 无上年: 得零分}',
  '增长: {量: 次数(volunteer), 以: 增量, 每: 1次, 得: 1, 无上年: 得零分}',
  '增长: {量: trained, 以: 增幅, 每: 1人, 得: 1, 无上年: 得零分}',
  '增长: {量: trained, 以: 增量, 每: 1人, 得: 1, 无上年: 得零分, 上年为零: 得零分}',
  '相对: {量: trained, 与: 人均, 满分: 5, 组: 全部}',
  '相对: {量: trained, 与: 最大值, 比照: members, 满分: 5, 组: 全部}',
  '相对: {量: trained, 与: 份额, 先: 低, 满分: 5, 组: 全部}',
  '升降: {量: trained, 基准: 30人, 每: 1人}',
  '升降: {量: trained, 基准: 30人, 每: 1人, 低扣: 1, 分档: [{范围: 少于30人, 扣: 1}]}',
  '升降: {量: rate, 基准: 100%, 每: 1%, 分档: [{范围: 不足100%, 每: 1百分点, 扣: 1}]}',
  '汇总: {层级: school, 取: 占比}',
  '汇总: {层级: school, 条件: staffed, 取: 合计, 满分: 5}',
  '评委: {事件: volunteer, 量: level, 方法: 平均}',
  '评委: {事件: volunteer, 量: people, 档: {区级: 1}, 方法: 平均}',
  '评委: {事件: volunteer, 量: level, 档: {区级: 100}, 方法: 平均}',
  '评委: {事件: volunteer, 量: people, 方法: 平均, 去: 1}',
  '评委: {事件: volunteer, 量: people, 票面满分: 0, 方法: 平均}',
  '评委组: {事件: volunteer, 量: people, 方法: 平均, 组: [{名称: 甲, 占比: 50%, 条件: people > 1人}]}',
  '逐期: {规则: {达标: {条件: staffed, 得: 1}}, 取: 合计, 期数: 12}',
  '逐期: {规则: {打分: {最高: 5, 依据: 台账}}, 取: 合计, 期数: 12}',
  '合计: {项: [{打分: {最高: 5, 依据: 台账}}, {打分: {最高: 3, 依据: 台账}}]}',
]

const read = (rule: string, language: 'zh' | 'en') =>
  readScheme(SOUND.replace(RULE, `规则: {${rule}}`), { language }).diagnostics.filter(
    (one) => one.code === 'rule-mistake',
  )

const HAN = /\p{Script=Han}+/gu

/** Words of choices, and of the formula that is given as an example. */
const WORDS = new Set([
  ...SCHEME_KEYWORDS,
  ...'合计 占比 全部 平均 最高 最低 去高低 分 上年 人 次 人及以下 增幅 份额'.split(' '),
])

/** What is quoted, stands in the scheme or is a keyword may be said in an English message as it is. */
const foreign = (message: string, rule: string) =>
  (message.replaceAll(/“.*?”/g, '').match(HAN) ?? []).filter(
    (run) => !WORDS.has(run) && !`${SOUND}${rule}`.includes(run),
  )

describe('why a rule cannot be computed', () => {
  it.each(REFUSED)('%s', (rule) => {
    const [zh, en] = [read(rule, 'zh'), read(rule, 'en')]
    expect(zh.length).toBeGreaterThan(0)
    expect(en.map(({ line, column }) => [line, column])).toEqual(
      zh.map(({ line, column }) => [line, column]),
    )
    for (const { message } of zh) expect(message).toMatch(/[；。？]/)
    for (const { message } of en) {
      expect(message).toMatch(/; .*[a-z]{3,}/)
      expect(foreign(message, rule)).toEqual([])
    }
  })
})
