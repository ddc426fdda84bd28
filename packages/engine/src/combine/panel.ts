import { ONE, ZERO, add, equal } from '../number/index.ts'
import { condition, list, object, required, share, text } from '../shape/index.ts'
import { kind, type Lowered } from '../kinds/kind.ts'
import { signedPoints } from '../kinds/parts/tell.ts'
import {
  all,
  ballotCount,
  ballotFields,
  ballotPoints,
  checkBallots,
  checkDrop,
  methodFields,
  sayDropped,
} from './ballots.ts'
import { sayShare } from './parts.ts'

const group = object({
  name: required('名称', text, '这一组的名称'),
  weight: required('占比', share, '这一组占多少'),
  where: required('条件', condition, '哪些评分表属于这一组'),
  ...methodFields,
})

const params = object({
  ...ballotFields,
  method: methodFields.method,
  groups: required('组', list(group), '各组评价人'),
})

/** rater_panel 多评价主体: groups of raters, each aggregated and then weighted. */
export const panel = kind({
  name: 'panel',
  keyword: '评委组',
  summary: '几组评价人各自合成，再按占比加权。',
  params,
  examples: [
    '评委组: {事件: ballot, 量: score, 方法: 平均, 组: [{名称: 领导, 占比: 60%, 条件: rater = "领导"}, {名称: 群众, 占比: 40%, 条件: rater = "群众", 方法: 去高低, 去: 2}]}',
  ],
  silences: { 方法: '各组的评分表怎样合成一个分数，原文没有写明' },
  lower(p, at) {
    const parts = p.groups.map((each): Lowered => {
      const own = {
        ...p,
        where: all([p.where, each.where]),
        method: each.method ?? p.method,
        drop: each.drop ?? p.drop,
      }
      const points = ballotPoints(at, own)
      const said = `${each.name}（占${sayShare(each.weight)}）`
      const count = { value: ballotCount(at, own), unit: '份' }
      return {
        points,
        told: [`${said}，`, count, `${sayDropped(own)}，`, signedPoints(points)],
        parts: [],
      }
    })
    const weighted = parts.map(({ points }, i) =>
      at.b.product([at.b.constant(p.groups[i]?.weight ?? ZERO), points]),
    )
    const points = at.b.sum(weighted)
    return { points, told: ['各组加权，', signedPoints(points)], parts }
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
