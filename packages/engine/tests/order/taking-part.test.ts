import { readd } from '@kaohe/checker'
import { readScheme } from '@kaohe/scheme'
import { describe, expect, it } from 'vitest'
import {
  type Dataset,
  type Evaluation,
  type Unit,
  compare,
  compile,
  evaluate,
  int,
  prove,
} from '../../src/index.ts'
import { kernelOf } from '../../src/kernel/index.ts'
import { duckdb, sqlOf, sqlRows } from '../../src/sql/index.ts'
import { sayPoints } from '../rules.ts'

const read = readScheme(`
方案: demo
名称: 示例
版本: "1"
发文: {机关: 甲区, 级别: 区县}
考核时段: {起: 2024-01-01, 止: 2024-12-31}
以上以下: 含本数
参与方: [{编号: office, 名称: 办公室, 身份: 部门}]
单位属性: [{编号: founded, 名称: 成立日期, 类型: 日期}]
考核对象: [{编号: branch, 名称: 支部, 资格: [{属性: founded, 满年: 1, 计至: 2024-12-31}]}]
数据: [{编号: s, 名称: 稿件, 类型: 数值, 单位: 篇}]
指标:
  - {编号: rank, 名称: 名次, 分值: 10, 牵头: [office], 规则: {名次: {量: s, 先: 高, 得: [10, 8, 6], 组: 全部, 并列: 并列占位}}}
  - {编号: most, 名称: 与最高比, 分值: 10, 牵头: [office], 规则: {相对: {量: s, 与: 最大值, 组: 全部}}}
  - {编号: mean, 名称: 与平均比, 分值: 10, 牵头: [office], 规则: {相对: {量: s, 与: 平均值, 组: 全部}}}
总分: {满分: 30, 下限: 0, 舍入: {到: 0.01, 方式: 四舍五入}}
排名: {分组: 全部, 并列: 并列占位}
`)
if (read.scheme === undefined) throw new Error(JSON.stringify(read.diagnostics))
const program = compile(read.scheme)

type Row = readonly [id: string, founded: string | undefined, articles: number | undefined]

function evaluated(...rows: readonly Row[]): Evaluation {
  const units = rows.map(
    ([id, founded]): Unit => ({
      id,
      name: id,
      type: 'branch',
      attributes: founded === undefined ? {} : { founded: { date: founded } },
    }),
  )
  const facts = rows.flatMap(([unit, , articles]) =>
    articles === undefined
      ? []
      : [{ unit, fact: 's', period: null, value: { number: int(articles) } }],
  )
  const none = { events: [], reported: [], pending: [], history: [], lineage: [], previous: [] }
  return evaluate(program, { units, facts, ...none } satisfies Dataset)
}

const OLD = '2000-01-01'
const NEW = '2024-06-01'

const points = (of: Evaluation, unit: string) =>
  of.result(unit).items.map(({ range }) => sayPoints(range))

function faultsOf(of: Evaluation) {
  return of.readings.flatMap((r) => {
    const proof: unknown = JSON.parse(JSON.stringify(prove(of, r.unit.id)))
    return readd(proof).faults
  })
}

describe('a unit that does not take part', () => {
  const alone = evaluated(['a', OLD, 10], ['b', OLD, 5])

  it.each([
    ['ahead of all', 20],
    ['behind', 1],
    ['of which nothing is reported', undefined],
  ] as const)('%s is nobody’s peer', (_, articles) => {
    const found = evaluated(['a', OLD, 10], ['b', OLD, 5], ['n', NEW, articles])
    expect(found.result('n').eligible).toBe('no')
    for (const id of ['a', 'b']) {
      expect(points(found, id)).toEqual(points(alone, id))
      expect(found.result(id).rank).toBe(alone.result(id).rank)
      expect(found.result(id).missing).toEqual([])
    }
    expect(faultsOf(found)).toEqual([])
  })

  it('is not listed in the proofs of others', () => {
    const found = evaluated(['a', OLD, 10], ['b', OLD, 5], ['n', NEW, 20])
    const peers = (unit: string) =>
      prove(found, unit).steps.flatMap((s) =>
        s.op === 'peers' ? [s.peers.all.map((p) => p.unit)] : [],
      )
    expect(new Set(peers('a').map(String))).toEqual(new Set(['a,b']))
    expect(new Set(peers('n').map(String))).toEqual(new Set(['a,b,n']))
  })
})

describe('a unit of which it is not decided whether it takes part', () => {
  const found = evaluated(['a', OLD, 10], ['b', OLD, 5], ['n', undefined, 20])
  const worlds = [OLD, NEW].map((founded) =>
    evaluated(['a', OLD, 10], ['b', OLD, 5], ['n', founded, 20]),
  )

  it('leaves open whatever would differ, and says why', () => {
    expect(points(found, 'a')[0]).toBe('8..10')
    expect(found.result('a').questions).toContain(
      'n能否参加考核待定（成立日期没有填报，是否满1年待定）',
    )
  })

  it('gives ranges that hold what would be, were it decided', () => {
    for (const world of worlds)
      for (const id of ['a', 'b'])
        for (const [i, { range }] of found.result(id).items.entries()) {
          const one = world.result(id).items[i]?.points
          if (!one || !range.lo || !range.hi) throw new Error('not exact, or without bounds')
          expect(compare(range.lo, one)).toBeLessThanOrEqual(0)
          expect(compare(range.hi, one)).toBeGreaterThanOrEqual(0)
        }
  })

  it('is marked in the proofs, which add up', () => {
    expect(faultsOf(found)).toEqual([])
    const step = prove(found, 'a').steps.find((s) => s.op === 'peers')
    expect(step?.op === 'peers' && step.peers.all.map((p) => p.maybe)).toEqual([
      undefined,
      undefined,
      true,
    ])
  })
})

describe('other readings', () => {
  it('decline figures over peers where some may not take part', () => {
    const items = ['rank', 'most', 'mean']
    const { dataset } = evaluated(['a', OLD, 10], ['n', NEW, 20]).data
    expect(sqlOf(program, duckdb, sqlRows(program, dataset).scales).refused).toEqual(items)
    const { exact } = kernelOf(program).plan
    expect(exact).toEqual(expect.arrayContaining(items.map((id) => `指标/${id}`)))
  })
})
