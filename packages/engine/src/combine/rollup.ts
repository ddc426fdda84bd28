import type { NodeId } from '../core/index.ts'
import { ZERO } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  condition,
  object,
  open,
  optional,
  points as figures,
  reference,
  required,
  rule,
} from '../shape/index.ts'
import { type Complaint, kind, type Place, type Telling } from '../kinds/kind.ts'
import { checkFull } from '../kinds/parts/amount.ts'
import { signedPoints } from '../kinds/parts/tell.ts'

const TAKE = {
  合计: 'sum',
  平均: 'mean',
  最高: 'max',
  最低: 'min',
  占比: 'share',
  全部: 'all',
} as const

const params = object({
  level: required('层级', reference('level'), '哪一层的下级单位'),
  rule: optional(
    '规则',
    rule,
    '每个下级单位的规则；看下级单位的数据、数下级单位的事件，不能打分、排名。下级的得分先审定，再作为下级的数据汇总',
  ),
  when: optional('条件', condition, '或者每个下级单位应达到的条件，也只看下级的数据和事件'),
  take: open(
    '取',
    choice(TAKE),
    '规则：合计、平均、最高、最低；条件：达到的占比，或全部达到',
    '下级单位的结果怎样合成上级的得分，原文没有写明',
  ),
  full: optional('满分', figures, '条件：全部达到得几分；不写就是分值'),
})

type Take = (typeof TAKE)[keyof typeof TAKE]

type RollupParams = TypeOf<typeof params>

const OF_RULE: readonly Take[] = ['sum', 'mean', 'max', 'min']
const OF_CONDITION: readonly Take[] = ['share', 'all']

const possible = (p: RollupParams) => (p.rule === undefined ? OF_CONDITION : OF_RULE)

function valueOf(row: Place, p: RollupParams): NodeId {
  if (p.rule !== undefined) return row.rule(p.rule).points
  return p.when === undefined ? row.b.zero() : row.expr(p.when)
}

function folded(at: Place, p: RollupParams, how: Take): NodeId {
  return at.fold({
    over: { level: p.level },
    where: undefined,
    how: { as: how },
    once: null,
    empty: how === 'sum' ? 'zero' : 'unknown',
    value: (row) => valueOf(row, p),
  })
}

function take(at: Place, p: RollupParams, how: Take): NodeId {
  const found = folded(at, p, how)
  if (p.rule !== undefined) return found
  return at.b.product([at.b.constant(p.full ?? at.full ?? ZERO), found])
}

// `由村汇总，达到的占50%`, or which figure of their points is taken.
function tellTaken(at: Place, p: RollupParams): Telling {
  const begun = `由${at.nameOf('level', p.level)}汇总`
  if (p.take === 'share')
    return [`${begun}，达到的占`, { value: folded(at, p, 'share'), unit: '%' }]
  if (p.take === 'all') return [`${begun}，应全部达到`]
  const [word] = Object.entries(TAKE).find(([, one]) => one === p.take) ?? []
  return [word === undefined ? begun : `${begun}，取${word}`]
}

function checkForm(p: RollupParams): readonly Complaint[] {
  if ((p.rule === undefined) === (p.when === undefined))
    return [
      {
        path: 'rule',
        found: {
          zh: '“规则”和“条件”没有写或都写了',
          en: 'neither 规则 nor 条件 is written, or both are',
        },
        expected: { zh: '只写一个', en: 'write one of them only' },
      },
    ]
  if (p.take === undefined || possible(p).includes(p.take)) return []
  const expected =
    p.rule === undefined
      ? { zh: '条件可以取 占比、全部', en: 'of a condition 占比 or 全部 can be taken' }
      : {
          zh: '规则可以取 合计、平均、最高、最低',
          en: 'of a rule 合计, 平均, 最高 or 最低 can be taken',
        }
  return [{ path: 'take', found: { zh: '取法不合', en: '取 does not fit' }, expected }]
}

/** roll-up from lower levels of the tree: the points of the units below, or how many of them are there. */
export const rollup = kind({
  name: 'rollup',
  keyword: '汇总',
  summary: '由下级单位的得分或达标情况合成上级的得分。',
  params,
  examples: [
    '汇总: {层级: school, 规则: {分段: {量: rate, 段: [{范围: 97%及以上, 得: 5}, {范围: 其他, 得: 0}]}}, 取: 平均}',
    '汇总: {层级: school, 条件: rate >= 97%, 取: 占比, 满分: 10}',
    '汇总: {层级: school, 规则: {每次: {事件: training, 得: 1}, 上限: 5}, 取: 平均}',
  ],
  lower(p, at) {
    const ways = p.take === undefined ? possible(p) : [p.take]
    const nodes = ways.map((how) => take(at, p, how))
    const points = nodes.length === 1 ? (nodes[0] as NodeId) : at.undecided('取', nodes)
    return {
      points,
      told: [...tellTaken(at, p), '，', signedPoints(points)],
      parts: [],
    }
  },
  check(p, ask) {
    return [...checkForm(p), ...(p.when === undefined ? [] : checkFull(p.full, ask, 'full'))]
  },
})
