import type { Domain, NodeId } from '../core/index.ts'
import type { Expr } from '../model/index.ts'
import { DATE_UNIT, ZERO } from '../number/index.ts'
import {
  type TypeOf,
  choice,
  condition,
  expression,
  flag,
  object,
  open,
  optional,
  points as figures,
  reference,
} from '../shape/index.ts'
import { type Ask, type Complaint, kind, type Place, type Telling } from './kind.ts'
import { countEvents } from './parts/events.ts'
import { calledField, measured, signedPoints, whether } from './parts/tell.ts'

const params = object({
  event: optional('事件', reference('event'), '每次迟报是一个事件'),
  measure: optional('量', expression, '迟了几天或几次；与“事件”同写时是事件的属性'),
  handed: optional(
    '交于',
    expression,
    '交来的日期，迟几天由“期限”那一步算出；与“事件”同写时是事件的属性，如 date',
  ),
  workdays: optional('按工作日', flag, '“交于”迟的天数只数工作日'),
  past: optional(
    '过时',
    condition,
    '期限那一步写了“时刻”的：截止当天交的，是不是过了时刻；过了按迟 1 天，以后按日期数；与“事件”同写时是事件的属性',
  ),
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

const DAYS: Domain = { range: { lo: ZERO, hi: null }, whole: true, unit: '天', words: null }

// A date does not say whether it came before the hour of the deadline's day: 过时 does, and one day is begun.
function throughHour(at: Place, p: LatenessParams, days: NodeId, lastDay: NodeId): NodeId {
  const hour = p.due === undefined ? undefined : at.hourOf(p.due)
  if (hour === undefined) {
    if (p.past === undefined) return days
    return at.refuse(
      '过时',
      { zh: '期限那一步没有写“时刻”', en: 'the step of 期限 has no 时刻' },
      { zh: '给这一步写“时刻”，或不写“过时”', en: 'give the step 时刻, or leave out 过时' },
    )
  }
  const { b } = at
  const past = p.past === undefined ? at.undecided('过时', [b.zero(), b.one()]) : at.expr(p.past)
  return b.choose(lastDay, past, days)
}

/** How many days late, below zero where early: written as such, or from the day it came and the deadline. */
function daysLate(at: Place, p: LatenessParams): NodeId | undefined {
  if (p.handed === undefined) return p.measure === undefined ? undefined : at.expr(p.measure)
  if (p.due === undefined) return at.unknown('期限', DAYS)
  const due: Expr = { expr: 'due', step: p.due }
  const days = at.expr(
    p.workdays === true
      ? { expr: 'workdays', from: due, to: p.handed }
      : { expr: 'binary', op: 'subtract', left: p.handed, right: due },
  )
  return throughHour(at, p, days, at.b.compare(at.expr(p.handed), 'equals', at.expr(due)))
}

function daysOfEvents(at: Place, event: string, p: LatenessParams): NodeId {
  return at.fold({
    over: { event },
    where: undefined,
    how: { as: 'sum' },
    once: null,
    empty: 'zero',
    value: (row) => row.b.greatest([daysLate(row, p) ?? row.b.zero(), row.b.zero()]),
  })
}

/** How late: days, times, or 1 and 0. */
function extent(at: Place, p: LatenessParams): NodeId {
  if (p.event !== undefined) {
    return p.measure === undefined && p.handed === undefined
      ? countEvents(at, p.event, ALL)
      : daysOfEvents(at, p.event, p)
  }
  const days = daysLate(at, p)
  if (days !== undefined) return at.b.greatest([days, at.b.zero()])
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

/** What was late, and by how much. */
function tellLate(at: Place, p: LatenessParams): Telling {
  const unit = p.workdays === true ? '个工作日' : p.perDay === undefined ? '次' : '天'
  const days = p.workdays === true ? unit : '天'
  if (p.event !== undefined)
    return [`${p.called ?? at.nameOf('event', p.event)} `, { value: extent(at, p), unit }]
  if (p.handed !== undefined)
    return [...measured(at, p.handed, p.called), '，迟 ', { value: extent(at, p), unit: days }]
  if (p.measure !== undefined) return measured(at, p.measure, p.called)
  if (p.when === undefined) return []
  return [`${p.called ?? at.say(p.when)}：`, whether(at.expr(p.when), ['是'], ['否'])]
}

function tell(at: Place, p: LatenessParams): Telling {
  const late = tellLate(at, p)
  if (p.missing === undefined) return late
  return [...late, '；', whether(at.expr(p.missing), ['没有报'], ['已报'])]
}

function checkBasis(p: LatenessParams): readonly Complaint[] {
  const days = [p.measure, p.handed].filter((basis) => basis !== undefined)
  const bases = [p.event ?? days[0], p.when].filter((basis) => basis !== undefined)
  if (bases.length === 1 && days.length < 2) return []
  const expected = { zh: '写“事件”“量”“交于”或“条件”之一', en: 'write one of 事件, 量, 交于, 条件' }
  return [
    {
      path: 'when',
      found: {
        zh: '没有写怎样算迟，或写了两种',
        en: 'nothing says what is late, or two things do',
      },
      expected,
    },
  ]
}

function checkHanded(p: LatenessParams, ask: Ask): readonly Complaint[] {
  if (p.handed === undefined) {
    const word = p.past === undefined ? '按工作日' : '过时'
    const found = { zh: `没有写“交于”而写了“${word}”`, en: `${word} without 交于` }
    const expected = {
      zh: '“量”已经是天数；要由日期算，写“交于”',
      en: '量 is a number of days already; to count from a date, write 交于',
    }
    const path = p.past === undefined ? 'workdays' : 'past'
    return p.workdays === undefined && p.past === undefined ? [] : [{ path, found, expected }]
  }
  const unit = (p.event === undefined ? ask : ask.inEvent(p.event)).unitOf(p.handed)
  return unit === DATE_UNIT
    ? []
    : [
        {
          path: 'handed',
          found: { zh: '不是日期', en: 'not a date' },
          expected: { zh: '应写日期，如 date', en: 'expected a date, such as date' },
        },
      ]
}

function checkRate(p: LatenessParams): readonly Complaint[] {
  const rates = [p.perDay, p.perTime, p.flat].filter((rate) => rate !== undefined)
  const path = 'flat'
  if (rates.length !== 1)
    return [
      {
        path,
        found: {
          zh: '没有写扣几分，或写了两种',
          en: 'nothing says what is taken off, or two things do',
        },
        expected: { zh: '写“每天扣”“每次扣”“扣”之一', en: 'write one of 每天扣, 每次扣, 扣' },
      },
    ]
  return p.when !== undefined && p.flat === undefined
    ? [
        {
          path,
          found: { zh: '只知道迟没迟', en: 'it only says whether it was late' },
          expected: {
            zh: '应写“扣”；要按天或按次扣，应写“量”或“事件”',
            en: 'write 扣; by day or by time it needs 量 or 事件',
          },
        },
      ]
    : []
}

function checkMissing(p: LatenessParams): readonly Complaint[] {
  if ((p.missing === undefined) === (p.missingLoss === undefined)) return []
  return [
    {
      path: 'missing',
      found: { zh: '“缺报”和“缺报扣”只写了一个', en: 'only one of 缺报 and 缺报扣 is written' },
      expected: { zh: '应一起写', en: 'write both' },
    },
  ]
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
    '逾期: {交于: handed, 期限: report, 每天扣: 0.5}',
    '逾期: {交于: handed, 期限: noon, 过时: late, 扣: 1}',
  ],
  silences: {
    迟缺: '没有报的，只按缺报扣还是也按迟报扣，原文没有写明',
    过时: '期限写了时刻，交来的只有日期：截止当天交的过没过时刻，没有数据说明',
  },
  lower(p, at) {
    const points = at.b.negate(loss(at, p))
    return { points, told: [...tell(at, p), '，', signedPoints(points)], parts: [] }
  },
  check(p, ask) {
    return [...checkBasis(p), ...checkHanded(p, ask), ...checkRate(p), ...checkMissing(p)]
  },
})
