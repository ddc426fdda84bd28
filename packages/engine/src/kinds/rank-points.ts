import type { NodeId, PeerGroup, PeerMeasure, Piece } from '../core/index.ts'
import { PEERS, TIES } from '../model/words.ts'
import { type Rational, ZERO, int } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  expression,
  list,
  object,
  open,
  optional,
  points as figures,
  required,
} from '../shape/index.ts'
import { kind, type Place } from './kind.ts'
import { amount, checkAmount, figure } from './parts/amount.ts'
import { calledField, measured, signedPoints } from './parts/tell.ts'

type Ties = Extract<PeerMeasure, { as: 'rank' }>['ties']

const params = object({
  measure: required('量', expression, '按什么排名'),
  called: calledField,
  first: required('先', choice({ 高: 'highest', 低: 'lowest' }), '高的在前还是低的在前'),
  gains: required('得', list(amount), '第一名起依次得几分'),
  less: optional('此后每名减', figures, '列出的名次之后，每名再减几分；不写就不得分'),
  floor: optional('最低', figures, '依次递减时最低几分'),
  group: open(
    '组',
    choice(PEERS),
    '和谁排在一起',
    '和全部单位、同类单位还是同组单位一起排名，原文没有写明',
  ),
  ties: open('并列', choice(TIES), '数相同怎样排', '数相同时怎样排名，原文没有写明'),
})

type RankParams = TypeOf<typeof params>

function tail(at: Place, rank: NodeId, last: Rational, p: RankParams): NodeId {
  const { b } = at
  if (p.less === undefined) return b.zero()
  const behind = b.subtract(rank, b.constant(int(p.gains.length)))
  const left = b.subtract(b.constant(last), b.product([b.constant(p.less), behind]))
  const floored = (floor: Rational) => b.greatest([left, b.constant(floor)])
  return p.floor === undefined ? at.undecided('最低', [floored(ZERO), left]) : floored(p.floor)
}

function pointsAt(at: Place, rank: NodeId, p: RankParams): NodeId {
  const gains = p.gains.map((gain) => figure(gain, at.full))
  const listed = gains.map((gain, i): Piece => {
    const from = i === 0 ? null : int(i)
    return {
      from,
      fromInclusive: false,
      to: int(i + 1),
      toInclusive: true,
      then: at.b.constant(gain),
    }
  })
  const then = tail(at, rank, gains.at(-1) ?? ZERO, p)
  const rest = { from: int(gains.length), fromInclusive: false, to: null, toInclusive: false, then }
  return at.b.piecewise(rank, [...listed, rest])
}

/** rank_score 按名次计分: points by the place among the peers; a result of all of them together. */
export const rankPoints = kind({
  name: 'rank-points',
  keyword: '名次',
  summary: '按在同类中的名次得分；这条规则对它不适用的单位不参加比较。',
  params,
  examples: [
    '名次: {量: hours, 先: 高, 得: [20, 17], 此后每名减: 1, 最低: 0, 组: 同类, 并列: 并列占位}',
    '名次: {量: fail-rate, 先: 低, 得: [满分, 满分, 满分], 此后每名减: 0.2, 最低: 0, 组: 全部, 并列: 并列占位}',
  ],
  silences: { 最低: '依次递减减到零分以后还减不减，原文没有写明' },
  lower(p, at) {
    const x = at.expr(p.measure)
    const rank = (group: PeerGroup, ties: Ties) =>
      at.peers(x, { as: 'rank', first: p.first, ties }, group)
    const places = (group: PeerGroup) =>
      p.ties === undefined
        ? at.undecided('并列', [rank(group, 'competition'), rank(group, 'dense')])
        : rank(group, p.ties)
    const place =
      p.group === undefined
        ? at.undecided('组', [places('all'), places('type'), places('group')])
        : places(p.group)
    const points = pointsAt(at, place, p)
    const said = ['，第', { value: place, unit: '名' }, '，', signedPoints(points)]
    return { points, told: [...measured(at, p.measure, p.called), ...said], parts: [] }
  },
  check(p, ask) {
    return p.gains.flatMap((gain, i) => checkAmount(gain, ask, `gains[${i}]`))
  },
})
