import type { NodeId } from '../core/index.ts'
import { ONE, ZERO, add, equal } from '../number/index.ts'
import { type TypeOf, condition, list, object, required, share, text } from '../shape/index.ts'
import { kind, type Lowered, type Place } from '../kinds/kind.ts'
import { anyApplies } from '../kinds/parts/gather.ts'
import { signedPoints } from '../kinds/parts/tell.ts'
import {
  all,
  appliesWithEnough,
  ballotFields,
  ballotsOf,
  checkBallots,
  checkDrop,
  methodFields,
  tellBallots,
} from './ballots.ts'
import { sayShare } from './parts.ts'

const groupShape = object({
  name: required('名称', text, '这一组的名称'),
  weight: required('占比', share, '这一组占多少'),
  where: required('条件', condition, '哪些评分表属于这一组'),
  ...methodFields,
})

const params = object({
  ...ballotFields,
  method: methodFields.method,
  groups: required('组', list(groupShape), '各组评价人'),
})

/** What is said of a group that is left out (不适用): its share goes to the others. */
const LEFT_OUT = '这一组不适用，不计入加权'

type PanelParams = TypeOf<typeof params>

function group(at: Place, p: PanelParams, each: PanelParams['groups'][number]): Lowered {
  const own = {
    ...p,
    where: all([p.where, each.where]),
    method: each.method ?? p.method,
    drop: each.drop ?? p.drop,
    least: each.least ?? p.least,
  }
  const ballots = ballotsOf(at, own)
  return {
    points: ballots.points,
    ...appliesWithEnough(at, ballots),
    told: [`${each.name}（占${sayShare(each.weight)}），`, ...tellBallots(ballots, own, LEFT_OUT)],
    parts: [],
  }
}

// A group that is left out (不适用) leaves its share to the others.
function weightedOf(at: Place, p: PanelParams, parts: readonly Lowered[]): NodeId {
  const { b } = at
  const weights = p.groups.map(({ weight }) => b.constant(weight))
  const taken = parts.map(({ applies }, i) =>
    b.product([weights[i] as NodeId, ...(applies === undefined ? [] : [applies])]),
  )
  const total = b.sum(parts.map(({ points }, i) => b.product([taken[i] as NodeId, points])))
  if (parts.every(({ applies }) => applies === undefined)) return total
  return b.between(
    b.quotient(total, b.sum(taken)),
    parts.map(({ points }) => points),
  )
}

/** rater_panel 多评价主体: groups of raters, each aggregated and then weighted. */
export const panel = kind({
  name: 'panel',
  keyword: '评委组',
  summary:
    '几组评价人各自合成，再按占比加权；“不足时”写不适用的，票数不够的组不算，其余各组的占比按比例补足。',
  params,
  examples: [
    '评委组: {事件: ballot, 量: score, 方法: 平均, 组: [{名称: 领导, 占比: 60%, 条件: rater = "领导"}, {名称: 群众, 占比: 40%, 条件: rater = "群众", 方法: 去高低, 去: 2}], 最少票数: 3, 不足时: 不适用}',
  ],
  silences: { 方法: '各组的评分表怎样合成一个分数，原文没有写明' },
  lower(p, at) {
    const parts = p.groups.map((each) => group(at, p, each))
    const points = weightedOf(at, p, parts)
    return { points, ...anyApplies(at.b, parts), told: ['各组加权，', signedPoints(points)], parts }
  },
  check(p, ask) {
    const total = p.groups.map(({ weight }) => weight).reduce(add, ZERO)
    const found = {
      zh: `占比合计 ${sayShare(total)}`,
      en: `the shares add up to ${sayShare(total)}`,
    }
    return [
      ...checkBallots(p, ask),
      ...checkDrop(p, 'drop'),
      ...p.groups.flatMap((each, i) => checkDrop(each, `groups[${i}].drop`)),
      ...(equal(total, ONE)
        ? []
        : [
            {
              path: 'groups',
              found,
              expected: { zh: '应合计 100%', en: 'they must add up to 100%' },
            },
          ]),
    ]
  },
})
