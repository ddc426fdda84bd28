import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, kaohe } from './kaohe.ts'

const SCHEME = `方案: dec
名称: 试例
版本: "1"
发文: {机关: 某机关, 级别: 区县, 成文日期: 2023-12-20}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
参与方: [{编号: office, 名称: 办公室, 身份: 部门}, {编号: meeting, 名称: 书记会, 身份: 书记}]
单位属性: [{编号: founded, 名称: 成立日期, 类型: 日期}]
考核对象: [{编号: village, 名称: 村, 条款: 一, 资格: [{属性: founded, 满年: 1, 计至: 2024-12-31, 条款: 一}]}]
数据: [{编号: x, 名称: 活动, 类型: 数值, 单位: 场, 提供: office, 条款: 二}]
指标: [{编号: a, 名称: 甲, 分值: 50, 条款: 二, 牵头: [office], 规则: {每次: {量: x, 得: 1}, 上限: 50}}]
排名: {分组: 全部, 并列: 并列占位}
评定: {评定: 会议, 审定: meeting, 等次: [{编号: good, 名称: 好}, {编号: fair, 名称: 一般}]}
结果运用:
  - {编号: first, 名称: 表扬, 范围: {前: {名额: 1, 同分: 由会议定}}, 措施: 其他}
  - {编号: praise, 名称: 推荐, 范围: {等次: [good]}, 措施: 推荐, 决定: meeting}
`

const CASE = `- 名称: 会议定等次，同分的定先后
  条款: 三
  单位: [{编号: u, 类别: village, 个数: 2, 属性: {founded: 2000-01-01}}, {编号: n, 类别: village, 属性: {founded: 2024-01-01}}]
  数据: {x: {u: 9, n: 30}}
  决定:
    - {单位: u, 事项: 等次, 决定: 好}
    - {单位: u2, 事项: 同分：表扬, 决定: 1, 机关: 团委会, 日期: 2025-01-20, 理由: 工作量大}
    - {单位: u1, 事项: 'consequence:praise', 决定: 否}
  期望:
    u1: {总分: 9, 名次: 1, 等次: good, 后果: {first: 否, praise: 否}}
    u2: {等次: good, 后果: {first: 是, praise: 是}}
    n: {参评: 否, 总分: 无, 指标: {a: 无}, 名次: 无, 等次: 无}
  算式: [会议定的]
`

const unit = (id: string, name: string, founded = '2000-01-01') => ({
  id,
  name,
  type: 'village',
  attributes: { founded },
})

const decision = (of: string, on: string, value: unknown) => ({
  unit: of,
  on,
  value,
  date: '2025-01-20',
  number: '团发〔2025〕3号',
})

const FACTS = {
  units: [unit('v1', '东村'), unit('v2', '西村'), unit('v3', '南村', '2024-01-01')],
  facts: ['v1', 'v2', 'v3'].map((of) => ({ unit: of, fact: 'x', value: 9 })),
  decisions: [
    decision('v1', '等次', '好'),
    decision('v2', '等次', '一般'),
    { ...decision('v2', 'tie:first', 1), body: '团委会' },
    decision('v2', 'consequence:praise', '是'),
    decision('v3', '等次', '好'),
  ],
}

const withFiles = (see: (folder: string, facts: string) => Promise<void>) =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, 'scheme', 'cases'), { recursive: true })
    writeFileSync(join(folder, 'scheme', 'scheme.yaml'), SCHEME)
    writeFileSync(join(folder, 'scheme', 'cases', 'a.yaml'), CASE)
    writeFileSync(join(folder, 'facts.json'), JSON.stringify(FACTS))
    await see(join(folder, 'scheme'), join(folder, 'facts.json'))
  })

test('what people decided is in ranks, consequences and a table of its own', () =>
  withFiles(async (scheme, facts) => {
    const { exit, out, err } = await kaohe('rank', scheme, facts)
    expect(exit).toBe(0)
    expect(out).toContain('书记会2025-01-20决定（团发〔2025〕3号）评为好')
    expect(out).toMatch(/v2\s+西村\s+表扬\s+是/)
    expect(out).toMatch(/v2\s+西村\s+同分：表扬\s+先后第1\s+团委会\s+2025-01-20/)
    expect(err).toContain('西村 的决定“结果运用：推荐：给予”没有用上：不在这条结果运用的范围内。')
    expect(err).toContain('南村 的决定“等次：好”没有用上：不参加考核。')
  }))

test('an explanation ends with who decided what, and when', () =>
  withFiles(async (scheme, facts) => {
    const { out } = await kaohe('explain', scheme, facts, '--unit', 'v1', '--depth', '3')
    expect(out.trim().split('\n').slice(-2)).toEqual([
      '  等次：好，书记会2025-01-20决定（团发〔2025〕3号）',
      '    记录：facts.json decisions[0]',
    ])
  }))

test('the result as JSON holds decisions, used or not, and no figures of who takes no part', () =>
  withFiles(async (scheme, facts) => {
    const { out } = await kaohe('score', scheme, facts, '--format', 'json')
    const { units } = JSON.parse(out) as { units: Record<string, unknown>[] }
    expect(units[1]).toMatchObject({
      grade: 'fair',
      decisions: [{ on: 'grade', used: true }, { on: 'tie:first' }, { used: false }],
    })
    expect(units[2]).toMatchObject({
      eligible: 'no',
      ineligibility: ['成立日期2024-01-01，到2024-12-31不满1年（2025-01-01才满）'],
      total: null,
      least: null,
      most: null,
      rank: null,
      grade: null,
      items: [],
      parts: [],
    })
  }))

test('proofs and ranks have nothing of who takes no part but why, and add up', () =>
  withFiles(async (scheme, facts) => {
    const { out } = await kaohe('explain', scheme, facts, '--format', 'json')
    const papers = JSON.parse(out) as {
      proofs: { unit: { id: string }; decisions: object[] }[]
      out: object[]
      ranks: { rows: object[] }
    }
    expect(papers.proofs.map(({ unit: { id } }) => id)).toEqual(['v1', 'v2'])
    expect(papers.proofs[0]?.decisions).toHaveLength(1)
    expect(papers.out).toMatchObject([
      { unit: 'v3', reasons: [expect.stringContaining('不满1年')] },
    ])
    expect(papers.ranks.rows[2]).toMatchObject({ present: 'no', values: [], range: [0, 0] })
    expect((await kaohe('check', scheme, facts)).exit).toBe(0)
  }))

test.each(['score', 'explain'])('%s as a table gives the reason in place of figures', (command) =>
  withFiles(async (scheme, facts) => {
    const { out } = await kaohe(command, scheme, facts, '--format', 'csv')
    const rows = out.split('\n').filter((line) => line.includes('v3'))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row).toMatch(/不满1年/)
      expect(row.split(',')).not.toContain('9')
    }
  }),
)

test('a case asks what a decision comes to', () =>
  withFiles(async (scheme) => {
    const { exit, out } = await kaohe('test', scheme)
    expect(out).toContain('1 个通过')
    expect(exit).toBe(0)
  }))

test('a decision on what the scheme decides itself stops everything', () =>
  withFiles(async (scheme, facts) => {
    const wrong = { ...FACTS, decisions: [decision('v1', 'grade-tie:good', 1)] }
    writeFileSync(facts, JSON.stringify(wrong))
    const { exit, err } = await kaohe('score', scheme, facts)
    expect(exit).toBe(1)
    expect(err).toContain(
      '写的是“等次同分：好”，没有名额，不会有截止名次；可以决定：等次、同分：表扬、结果运用：推荐',
    )
  }))
