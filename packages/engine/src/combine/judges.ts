import { object } from '../shape/index.ts'
import { kind } from '../kinds/kind.ts'
import {
  appliesWithEnough,
  ballotFields,
  ballotsOf,
  checkBallots,
  checkDrop,
  tellBallots,
} from './ballots.ts'

const params = object(ballotFields)

/** rater_panel 评委, survey_conversion 满意度折算: many ballots become one figure. */
export const judges = kind({
  name: 'judges',
  keyword: '评委',
  summary: '若干张评分表合成一个分数：平均、中位或去掉最高最低后平均。',
  params,
  examples: [
    '评委: {事件: ballot, 量: score, 方法: 去高低, 去: 1, 最少票数: 5, 不足时: 不适用, 票面满分: 100}',
    '评委: {事件: answer, 量: opinion, 档: {满意: 100, 基本满意: 75, 不满意: 55}, 不计: [不了解], 方法: 平均, 不足时: 得零分, 票面满分: 100}',
  ],
  lower(p, at) {
    const ballots = ballotsOf(at, p)
    const told = [`${at.nameOf('event', p.event)} `, ...tellBallots(ballots, p)]
    return { points: ballots.points, ...appliesWithEnough(at, ballots), told, parts: [] }
  },
  check: (p, ask) => [...checkBallots(p, ask), ...checkDrop(p, 'drop')],
})
