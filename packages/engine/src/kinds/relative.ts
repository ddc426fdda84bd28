import { type Phrase } from '../model/phrase.ts'
import type { NodeId, PeerGroup, PeerMeasure } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { PEERS } from '../model/words.ts'
import { ZERO, formatRational, subtract } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  expression,
  object,
  open,
  optional,
  points as figures,
  required,
} from '../shape/index.ts'
import { type Complaint, kind, type Place, type Telling } from './kind.ts'
import { checkFull } from './parts/amount.ts'
import {
  DIVISOR_SILENCE,
  type Divisor,
  appliesUnlessZero,
  divisorField,
  pointsUnlessZero,
  tellUnlessZero,
} from './parts/divisor.ts'
import { nothingIn } from './parts/reach.ts'
import { calledField, measured, signedPoints, tellBeyond } from './parts/tell.ts'

const AGAINST = {
  最大值: 'best',
  平均值: 'mean',
  人均: 'head',
  极差: 'spread',
  份额: 'share',
} as const

const params = object({
  measure: required('量', expression, '所量的数'),
  called: calledField,
  against: required(
    '与',
    choice(AGAINST),
    '和同组的什么相比：最好的、平均、人均、最高最低之间、所占份额',
  ),
  first: optional('先', choice({ 高: 'highest', 低: 'lowest' }), '高的好还是低的好；不写就是高'),
  heads: optional('人数', expression, '先除以什么，如 团员人数'),
  other: optional('比照', expression, '份额和什么的份额相比，如 人口'),
  most: optional('满分', figures, '得几分；不写就是分值'),
  least: optional('底分', figures, '最差时的分（功效系数法的 60）；不写就是 0'),
  level: optional(
    '全同',
    choice({ 得满分: 'most', 得底分: 'least' }),
    '极差：各单位都一样时得多少',
  ),
  beyond: optional(
    '超出',
    choice({ 封顶: 'cap', 照算: 'count' }),
    '超过时封顶还是照算；不写就是封顶',
  ),
  noDivisor: divisorField,
  group: open(
    '组',
    choice(PEERS),
    '和谁相比',
    '和全部单位、同类单位还是同组单位相比，原文没有写明',
  ),
})

type RelativeParams = TypeOf<typeof params>

type Figure = (of: NodeId, as: Exclude<PeerMeasure['as'], 'rank'>) => NodeId

function spread(at: Place, y: NodeId, figure: Figure, p: RelativeParams): NodeId {
  const { b } = at
  const [high, low] = [figure(y, 'max'), figure(y, 'min')]
  const above = p.first === 'lowest' ? b.subtract(high, y) : b.subtract(y, low)
  const ends = { most: b.one(), least: b.zero() }
  const same = p.level === undefined ? at.undecided('全同', [ends.most, ends.least]) : ends[p.level]
  // A unit is among its peers, so it lies between the lowest and the highest whatever they are.
  const part = b.least([b.greatest([b.quotient(above, b.subtract(high, low)), b.zero()]), b.one()])
  return b.choose(b.compare(high, 'equals', low), same, part)
}

// What the measure is divided by, seen from a unit for which high is good.
function yardstick(at: Place, y: NodeId, figure: Figure, p: RelativeParams): NodeId {
  const { b } = at
  const total = (e: Expr) => figure(at.expr(e), 'sum')
  switch (p.against) {
    case 'mean':
      return figure(y, 'mean')
    case 'head':
      return p.heads === undefined
        ? figure(y, 'mean')
        : b.quotient(total(p.measure), total(p.heads))
    case 'share':
      return p.other === undefined
        ? figure(y, 'sum')
        : b.quotient(b.product([figure(y, 'sum'), at.expr(p.other)]), total(p.other))
    default:
      return figure(y, p.first === 'lowest' ? 'min' : 'max')
  }
}

/** The part that a unit comes to in a group, and 1 where nothing can be divided there. */
interface Part {
  readonly part: NodeId
  readonly zero: NodeId | undefined
}

function divided(at: Place, of: NodeId, by: NodeId, others: readonly (Expr | undefined)[]): Part {
  const { b } = at
  const divisors = [by, ...others.flatMap((e) => (e === undefined ? [] : [at.expr(e)]))]
  const zeros = divisors.map((each) => nothingIn(at, each)).filter((zero) => zero !== undefined)
  return { part: b.quotient(of, by), zero: zeros.length === 0 ? undefined : b.or(zeros) }
}

/** What is compared of each unit. */
interface Compared {
  readonly y: NodeId
  readonly figure: Figure
  /** 1 where there are no heads to divide by, which leaves nothing to compare: such a unit is nobody's peer. */
  readonly headless: NodeId | undefined
}

function comparedIn(at: Place, p: RelativeParams, group: PeerGroup): Compared {
  const x = at.expr(p.measure)
  const heads = p.heads === undefined ? undefined : divided(at, x, at.expr(p.heads), [])
  const [y, headless] = [heads?.part ?? x, heads?.zero]
  const figure: Figure = (of, as) => at.peers(of, { as }, group, of === y ? headless : undefined)
  return { y, figure, headless }
}

function ratio(at: Place, p: RelativeParams, group: PeerGroup): Part {
  const { y, figure, headless } = comparedIn(at, p, group)
  if (p.against === 'spread') return { part: spread(at, y, figure, p), zero: headless }
  const by = yardstick(at, y, figure, p)
  return p.first === 'lowest'
    ? divided(at, by, y, [p.heads])
    : divided(at, y, by, [p.heads, p.other])
}

const COMPARED: Readonly<Record<RelativeParams['against'], string>> = {
  best: '最高',
  mean: '平均',
  head: '平均',
  share: '合计',
  spread: '',
}

function shareOf(at: Place, e: Expr, figure: Figure): Telling {
  const [own, unit] = [at.expr(e), at.unitOf(e)]
  const all = figure(own, 'sum')
  return ['占合计 ', { value: all, unit }, '的', { value: at.b.quotient(own, all), unit: '%' }]
}

// 比照: the share of the one beside the share of the other.
function tellShares(at: Place, p: RelativeParams, other: Expr, figure: Figure): Telling {
  const beside = [...measured(at, other), '，', ...shareOf(at, other, figure)]
  return ['，', ...shareOf(at, p.measure, figure), '；', ...beside]
}

// The figure compared, and what it is compared with; nothing while nobody says with whom.
function tellCompared(at: Place, p: RelativeParams): Telling {
  if (p.group === undefined) return []
  const { y, figure } = comparedIn(at, p, p.group)
  const unit = p.heads === undefined ? at.unitOf(p.measure) : ''
  const own = p.heads === undefined ? [] : [`，除以${at.say(p.heads)}得 `, { value: y, unit }]
  if (p.against === 'spread') {
    const [high, low] = [figure(y, 'max'), figure(y, 'min')]
    return [...own, '，最高 ', { value: high, unit }, '、最低 ', { value: low, unit }]
  }
  if (p.other !== undefined) return [...own, ...tellShares(at, p, p.other, figure)]
  const word = p.against === 'best' && p.first === 'lowest' ? '最低' : COMPARED[p.against]
  return [...own, `，${word} `, { value: yardstick(at, y, figure, p), unit }]
}

function partsIn(at: Place, p: RelativeParams): readonly Part[] {
  const groups = p.group === undefined ? (['all', 'type', 'group'] as const) : [p.group]
  return groups.map((each) => ratio(at, p, each))
}

const fullOf = (p: RelativeParams, at: Place) => p.most ?? at.full ?? ZERO

function divisorOf(at: Place, p: RelativeParams, zero: NodeId | undefined): Divisor {
  return { keyword: '分母为零', zero, policy: p.noDivisor, full: fullOf(p, at) }
}

function pointsOf(at: Place, p: RelativeParams, { part, zero }: Part): NodeId {
  const { b } = at
  const capped = p.beyond === 'count' ? part : b.least([part, b.one()])
  const least = p.least ?? ZERO
  const rise = b.product([b.constant(subtract(fullOf(p, at), least)), capped])
  return pointsUnlessZero(at, divisorOf(at, p, zero), b.sum([b.constant(least), rise]))
}

function checkForm(p: RelativeParams): readonly Complaint[] {
  const found = (path: string, said: Phrase, expected: Phrase) => [{ path, found: said, expected }]
  if (p.against === 'head' && p.heads === undefined)
    return found(
      'heads',
      { zh: '与人均相比而没有写“人数”', en: 'compared per head (人均) without 人数' },
      { zh: '应写除以什么', en: 'say what to divide by' },
    )
  if (p.other !== undefined && p.against !== 'share')
    return found(
      'other',
      { zh: '写了“比照”而不是比份额', en: '比照 where no shares (份额) are compared' },
      { zh: '“比照”只与“份额”一起写', en: '比照 goes with 份额 only' },
    )
  return p.first === 'lowest' && p.against === 'share' && p.other === undefined
    ? found(
        'first',
        { zh: '份额低的好而没有“比照”', en: 'the lower share is better, yet there is no 比照' },
        { zh: '应写和什么的份额相比', en: 'say whose share it is compared with' },
      )
    : []
}

/** relative_norm 人均/最大值/平均值/极差/份额归一, 功效系数法 with 底分. */
export const relative = kind({
  name: 'relative',
  keyword: '相对',
  summary:
    '和同组单位的最大值、平均值、人均、极差或份额相比得分；这条规则对它不适用的单位不参加比较。',
  params,
  examples: [
    '相对: {量: hours, 人数: members, 与: 最大值, 组: 同类, 分母为零: 得零分}',
    '相对: {量: late-rate, 先: 低, 与: 最大值, 满分: 10, 组: 全部, 分母为零: 得满分}',
    '相对: {量: index, 与: 极差, 底分: 60, 满分: 100, 全同: 得满分, 组: 全部}',
    '相对: {量: projects, 与: 份额, 比照: population, 满分: 10, 组: 全部, 分母为零: 不适用}',
  ],
  silences: {
    ...DIVISOR_SILENCE,
    全同: '各单位完全一样、最高等于最低时得几分，原文没有写明',
  },
  lower(p, at) {
    const parts = partsIn(at, p)
    const eitherOf = (ways: readonly NodeId[]) =>
      ways.length === 1 ? (ways[0] as NodeId) : at.undecided('组', ways)
    const none = parts.map(({ zero }) => zero)
    const zero = none.every((each) => each === undefined)
      ? undefined
      : eitherOf(none.map((each) => each ?? at.b.zero()))
    const divisor = divisorOf(at, p, zero)
    const points = eitherOf(parts.map((each) => pointsOf(at, p, each)))
    const part = eitherOf(parts.map((each) => each.part))
    const reckoned = [
      ...tellCompared(at, p),
      '，相当于',
      { value: part, unit: '%' },
      ...(p.beyond === 'count' || p.against === 'spread'
        ? []
        : [tellBeyond(at.b.compare(at.b.one(), 'less', part))]),
      p.least === undefined ? '' : `，底分${formatRational(p.least)}分`,
      '，',
      signedPoints(points),
    ]
    const compared = tellUnlessZero(divisor, points, reckoned)
    return {
      points,
      ...appliesUnlessZero(at, divisor),
      told: [...measured(at, p.measure, p.called), ...compared],
      parts: [],
    }
  },
  check(p, ask) {
    return [...checkForm(p), ...checkFull(p.most, ask, 'most')]
  },
})
