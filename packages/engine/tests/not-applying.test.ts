import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import { type Dataset, type Value, compile, evaluate, int } from '../src/index.ts'
import { sayPoints } from './rules.ts'
import { openDuckdb, openPostgres } from './sql/databases.ts'
import { byDatabase, byKernel, compared } from './sql/ways.ts'

const { scheme, diagnostics } = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 甲市, 级别: 地市}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
层级:
  - {编号: district, 名称: 县}
  - {编号: village, 名称: 村, 上级: district}
考核对象: [{编号: village, 名称: 村, 层级: village}]
数据:
  - {编号: score, 名称: 检查得分, 类型: 数值, 单位: 分, 可不适用: 是}
  - {编号: late, 名称: 迟报, 类型: 是否}
  - {编号: members, 名称: 团员, 类型: 数值, 单位: 人}
  - {编号: budget, 名称: 县里的经费, 类型: 数值, 单位: 分, 层级: district, 可不适用: 是}
指标:
  - {编号: grown, 名称: 比上年多, 分值: 5, 不适用时: 得零分, 规则: {达标: {条件: members > 上年(members), 得: 5}}}
  - {编号: funded, 名称: 县里有经费, 分值: 5, 不适用时: 得零分, 规则: {外部得分: {量: budget}}}
  - {编号: checked, 名称: 检查, 分值: 10, 不适用时: 得零分, 规则: {外部得分: {量: score}}}
否决降等:
  - {编号: low, 名称: 检查不及格, 条件: score < 6分, 扣分: 1}
  - {编号: or-late, 名称: 不及格或迟报, 条件: score < 6分 或 late, 扣分: 2}
  - {编号: not-passed, 名称: 没有及格, 条件: 非 (score >= 6分 且 非 late), 扣分: 4}
  - {编号: item-low, 名称: 检查一项失分, 条件: checked < 6分, 扣分: 8}
结果运用:
  - {编号: talk, 名称: 谈话, 措施: 约谈, 范围: {条件: score < 6分}}
总分: {下限: 不设, 上限: 不设}
`)
if (scheme === undefined) throw new Error(JSON.stringify(diagnostics))
const program = compile(scheme)

type Told = number | 'na'
const valueOf = (told: Told): Value => (told === 'na' ? { na: true } : { number: int(told) })

interface Case {
  readonly score: Told
  readonly late: boolean
  readonly before: Told
  readonly budget: Told
}

const unitOf = (id: string, type: string | null, level: string) =>
  ({ id, name: id, type, level, attributes: {} }) as const

function dataOf({ score, late, before, budget }: Case): Dataset {
  const fact = (unit: string, id: string, value: Value) => ({ unit, fact: id, period: null, value })
  const facts = [
    fact('v', 'score', valueOf(score)),
    fact('v', 'late', { truth: late }),
    fact('v', 'members', valueOf(7)),
    fact('d', 'budget', valueOf(budget)),
  ]
  const units = [
    unitOf('d', null, 'district'),
    { ...unitOf('v', 'village', 'village'), parent: 'd' },
  ]
  const previous = [fact('v', 'members', valueOf(before))]
  return { units, facts, previous, events: [], reported: [], pending: [], history: [], lineage: [] }
}

function scored(given: Case) {
  const { items, vetoes, consequences } = evaluate(program, dataOf(given)).result('v')
  return {
    ...Object.fromEntries(
      items.map(({ id, range, status }) => [
        id,
        status === 'not-applicable' ? 'na' : sayPoints(range),
      ]),
    ),
    vetoes,
    talk: consequences.map(({ met }) => met),
  }
}

const plain: Case = { score: 8, late: false, before: 5, budget: 3 }

describe('what does not apply to a unit', () => {
  it('stands for no number of the year before', () => {
    expect(scored(plain)).toMatchObject({ grown: '5' })
    expect(scored({ ...plain, before: 9 })).toMatchObject({ grown: '0' })
    expect(scored({ ...plain, before: 'na' })).toMatchObject({ grown: 'na' })
  })

  it('does not apply to the units below whose fact it is', () => {
    expect(scored(plain)).toMatchObject({ funded: '3' })
    expect(scored({ ...plain, budget: 'na' })).toMatchObject({ funded: 'na' })
  })

  it.each<[string, Case, readonly string[], string]>([
    ['passed', plain, [], 'no'],
    ['failed', { ...plain, score: 5 }, ['low', 'or-late', 'not-passed', 'item-low'], 'yes'],
    ['late', { ...plain, late: true }, ['or-late', 'not-passed'], 'no'],
    ['not checked', { ...plain, score: 'na' }, [], 'no'],
    [
      'not checked and late',
      { ...plain, score: 'na', late: true },
      ['or-late', 'not-passed'],
      'no',
    ],
  ])('meets no condition by it: %s', (_name, given, vetoes, talk) => {
    expect(scored(given)).toMatchObject({ vetoes, talk: [talk] })
  })

  it('is the same in every reading of the core', async () => {
    const databases = [await openDuckdb(), await openPostgres()]
    const told: Case[] = [plain, { score: 'na', late: true, before: 'na', budget: 'na' }]
    for (const given of told) {
      const evaluation = evaluate(program, dataOf(given))
      const answers = [
        byKernel(evaluation, 'plain'),
        byKernel(evaluation, 'webassembly'),
        ...(await Promise.all(databases.map((one) => byDatabase(evaluation, one)))),
      ]
      for (const answer of answers) expect(compared(evaluation, answer).found).toEqual([])
    }
    await Promise.all(databases.map((one) => one.close()))
  })
})
