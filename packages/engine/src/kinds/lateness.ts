import type { NodeId } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { ZERO } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  condition,
  expression,
  object,
  open,
  optional,
  points as figures,
  reference,
} from '../shape/index.ts'
import { type Complaint, kind, type Place, type Telling } from './kind.ts'
import { countEvents } from './parts/events.ts'
import { calledField, measured, signedPoints, whether } from './parts/tell.ts'

const params = object({
  event: optional('事件', reference('event'), '每次迟报是一个事件'),
  measure: optional('量', expression, '迟了几天或几次；与“事件”同写时是事件的属性'),
  when: optional('条件', condition, '迟了没有'),
  called: calledField,
  due: open('期限', reference('step'), '日程中的哪一步', '期限是哪一天，原文没有写明'),
  perDay: optional('每天扣', figures, '每迟一天扣几分'),
  perTime: optional('每次扣', figures, '每迟一次扣几分'),
  flat: optional('扣', figures, '迟了就扣几分'),
  missing: optional('缺报', condition, '根本没有报'),
  missingLoss: optional('缺报扣', figures, '没有报扣几分'),
  both: optional(
    '迟缺',
    choice({ 择一: 'one', 并计: 'both' }),
    '没有报的，只按缺报扣，还是也按迟报扣',
  ),
})

type LatenessParams = TypeOf<typeof params>

const ALL = { where: undefined, once: undefined, split: undefined, grant: undefined }

function daysOfEvents(at: Place, event: string, days: Expr): NodeId {
  return at.fold({
    over: { event },
    where: undefined,
    how: { as: 'sum' },
    once: null,
    empty: 'zero',
    value: (row) => row.b.greatest([row.expr(days), row.b.zero()]),
  })
}

/** How late: days, times, or 1 and 0. */
function extent(at: Place, p: LatenessParams): NodeId {
  if (p.event !== undefined) {
    return p.measure === undefined
      ? countEvents(at, p.event, ALL)
      : daysOfEvents(at, p.event, p.measure)
  }
  if (p.measure !== undefined) return at.b.greatest([at.expr(p.measure), at.b.zero()])
  return p.when === undefined ? at.b.zero() : at.expr(p.when)
}

function lateLoss(at: Place, p: LatenessParams): NodeId {
  const late = extent(at, p)
  const rate = p.perDay ?? p.perTime
  if (rate !== undefined) return at.b.product([at.b.constant(rate), late])
  const some = at.b.compare(at.b.zero(), 'less', late)
  return at.b.choose(some, at.b.constant(p.flat ?? ZERO), at.b.zero())
}

function loss(at: Place, p: LatenessParams): NodeId {
  const late = lateLoss(at, p)
  if (p.missing === undefined) return late
  const gone = at.b.constant(p.missingLoss ?? ZERO)
  const way = (with_: NodeId) => at.b.choose(at.expr(p.missing as Expr), with_, late)
  const ways = { one: way(gone), both: way(at.b.sum([gone, late])) }
  return p.both === undefined ? at.undecided('迟缺', [ways.one, ways.both]) : ways[p.both]
}

function tell(at: Place, p: LatenessParams): Telling {
  const unit = p.perDay === undefined ? '次' : '天'
  const late: Telling =
    p.event !== undefined
      ? [`${p.called ?? at.nameOf('event', p.event)} `, { value: extent(at, p), unit }]
      : p.measure !== undefined
        ? measured(at, p.measure, p.called)
        : p.when === undefined
          ? []
          : [`${p.called ?? at.say(p.when)}：`, whether(at.expr(p.when), ['是'], ['否'])]
  if (p.missing === undefined) return late
  return [...late, '；', whether(at.expr(p.missing), ['没有报'], ['已报'])]
}

function checkBasis(p: LatenessParams): readonly Complaint[] {
  const bases = [p.event ?? p.measure, p.when].filter((basis) => basis !== undefined)
  if (bases.length === 1) return []
  return [
    { path: 'when', found: '没有写怎样算迟，或写了两种', expected: '写“事件”“量”或“条件”之一' },
  ]
}

function checkRate(p: LatenessParams): readonly Complaint[] {
  const rates = [p.perDay, p.perTime, p.flat].filter((rate) => rate !== undefined)
  const path = 'flat'
  if (rates.length !== 1)
    return [{ path, found: '没有写扣几分，或写了两种', expected: '写“每天扣”“每次扣”“扣”之一' }]
  return p.when !== undefined && p.flat === undefined
    ? [{ path, found: '只知道迟没迟', expected: '应写“扣”；要按天或按次扣，应写“量”或“事件”' }]
    : []
}

function checkMissing(p: LatenessParams): readonly Complaint[] {
  if ((p.missing === undefined) === (p.missingLoss === undefined)) return []
  return [{ path: 'missing', found: '“缺报”和“缺报扣”只写了一个', expected: '应一起写' }]
}

/** lateness 迟报/逾期: by day, by time, or once; what was never handed in is another matter. */
export const lateness = kind({
  name: 'lateness',
  keyword: '逾期',
  summary: '迟报按天、按次或一次性扣分，缺报另扣。',
  params,
  examples: [
    '逾期: {条件: grading-late, 扣: 3, 期限: grading}',
    '逾期: {量: days-late, 每天扣: 0.5, 期限: report, 缺报: 非 reported, 缺报扣: 2, 迟缺: 择一}',
    '逾期: {事件: late-report, 每次扣: 0.1, 期限: report}',
  ],
  silences: { 迟缺: '没有报的，只按缺报扣还是也按迟报扣，原文没有写明' },
  lower(p, at) {
    const points = at.b.negate(loss(at, p))
    return { points, told: [...tell(at, p), '，', signedPoints(points)], parts: [] }
  },
  check(p) {
    return [...checkBasis(p), ...checkRate(p), ...checkMissing(p)]
  },
})
