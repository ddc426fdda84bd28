import type { Phrase } from '../model/phrase.ts'
import type { NodeId } from '../core/index.ts'
import type { Quantity, Range } from '../model/index.ts'
import { ONE, ZERO, formatRational, negate } from '../number/index.ts'
import {
  type TypeOf,
  expression,
  number,
  object,
  optional,
  quantity,
  range,
  reference,
  table,
} from '../shape/index.ts'
import { type Complaint, kind, type Place } from './kind.ts'
import {
  type AmountOrExpr,
  amountNode,
  amountOrExpr,
  checkAmount,
  figure,
  isExpr,
  sayPoints,
} from './parts/amount.ts'
import { casesOf, lookUp } from './parts/cases.ts'
import { checkSign, signOf } from './parts/effect.ts'
import { checkSplit, countEvents, eventFields, foldEvents, sayShares } from './parts/events.ts'
import { sayRange } from './parts/say-range.ts'
import { PARTIAL_SILENCE, checkStep, partialField, stepsIn } from './parts/steps.ts'
import { calledField, signedPoints } from './parts/tell.ts'
import { checkUnit } from './parts/units.ts'

const params = object({
  event: optional('事件', reference('event'), '数哪种事件'),
  measure: optional('量', expression, '或者数哪个量'),
  called: calledField,
  ...eventFields,
  per: optional('每', quantity, '每多少算一步；不写就是每 1'),
  gain: optional('得', amountOrExpr, '每步得几分，可以用事件的属性写算式'),
  loss: optional('扣', amountOrExpr, '每步扣几分'),
  from: optional('起算', quantity, '超出多少才开始计；不写就是 0'),
  partial: partialField,
  repeat: optional(
    '累犯',
    table(range, number),
    '第几次按几倍计；没有列出的按 1 倍；写了“去重”的，同一件事再报一遍不算又一次',
  ),
})

type EachParams = TypeOf<typeof params>

const valueOf = (p: EachParams): AmountOrExpr => p.gain ?? p.loss ?? ZERO

/** Events differ in worth: each must be looked at, and counting is not enough. */
function oneByOne(p: EachParams): boolean {
  return (
    isExpr(valueOf(p)) || p.repeat !== undefined || p.split !== undefined || p.grant !== undefined
  )
}

const REST: Range = { from: undefined, to: undefined, text: '其他' }

function timesOf(row: Place, repeat: EachParams['repeat']): NodeId {
  if (repeat === undefined) return row.b.one()
  const listed = repeat.some(([of]) => of.from === undefined && of.to === undefined)
  const rows = listed ? repeat : [...repeat, [REST, ONE] as const]
  return lookUp(row, row.ordinal(), casesOf(undefined, rows), (times) => row.b.constant(times))
}

// Which time counts how much: `（第3次及以上按2倍）`.
function sayRepeat(repeat: EachParams['repeat']): string {
  if (repeat === undefined) return ''
  const said = repeat.map(([of, times]) => {
    const text = sayRange(of)
    const which = /^\d/.test(text) ? `第${text}` : text === '其他' ? '其余' : `${text}的`
    return `${which}按${formatRational(times)}倍`
  })
  return `（${said.join('，')}）`
}

// `，超出2小时的部分，每10小时得1分`: what is counted, where that is not plainly each time.
function sayStep(at: Place, p: EachParams): string {
  const { from, per } = p
  const said = (of: Quantity) => at.say({ expr: 'number', quantity: of })
  const beyond = from === undefined ? '' : `，超出${said(from)}的部分`
  if (per === undefined) return beyond
  const worth = valueOf(p)
  if (isExpr(worth)) return `${beyond}，按每${said(per)}计`
  const points = figure(worth, at.full)
  return `${beyond}，每${said(per)}${sayPoints(signOf(p) === 1 ? points : negate(points))}`
}

function worthOfRow(row: Place, p: EachParams): NodeId {
  const worth = row.b.product([timesOf(row, p.repeat), amountNode(valueOf(p), row)])
  if (p.from === undefined) return worth
  const free = row.b.compare(row.ordinal(), 'atMost', row.b.constant(p.from.value))
  return row.b.choose(free, row.b.zero(), worth)
}

function counted(at: Place, p: EachParams, times: NodeId, whole: boolean): NodeId {
  const from = at.b.constant(p.from?.value ?? ZERO)
  const beyond = at.b.greatest([at.b.subtract(times, from), at.b.zero()])
  const of = p.measure === undefined && p.from === undefined ? times : beyond
  const steps = stepsIn(at, { of, per: p.per?.value ?? ONE, whole, partial: p.partial })
  return at.b.product([steps, amountNode(valueOf(p), at)])
}

interface Counted {
  readonly said: string
  readonly count: NodeId
  readonly unit: string
  readonly amount: NodeId
}

function count(at: Place, p: EachParams): Counted {
  if (p.event === undefined) {
    const measure = p.measure ?? { expr: 'number', quantity: { value: ZERO, unit: undefined } }
    const value = at.expr(measure)
    const amount = counted(at, p, value, at.wholeOf(measure))
    return { said: p.called ?? at.say(measure), count: value, unit: at.unitOf(measure), amount }
  }
  const times = countEvents(at, p.event, p)
  const amount = oneByOne(p)
    ? foldEvents(at, p.event, p, 'sum', (row) => worthOfRow(row, p))
    : counted(at, p, times, true)
  return { said: p.called ?? at.nameOf('event', p.event), count: times, unit: '次', amount }
}

function checkForm(p: EachParams): readonly Complaint[] {
  const wrong = (path: string, found: Phrase, expected: Phrase) => [{ path, found, expected }]
  if ((p.event === undefined) === (p.measure === undefined))
    return wrong(
      'event',
      { zh: '“事件”和“量”没有写或都写了', en: 'neither 事件 nor 量 is written, or both are' },
      { zh: '应写一个，也只写一个', en: 'write one, and one only' },
    )
  if (p.event === undefined) {
    const stray = (['where', 'once', 'split', 'grant', 'repeat'] as const).find(
      (f) => p[f] !== undefined,
    )
    return stray === undefined
      ? []
      : wrong(
          stray,
          { zh: '没有“事件”', en: 'there is no 事件' },
          { zh: '只有数事件时才能写', en: 'only where events are counted' },
        )
  }
  return p.per !== undefined && oneByOne(p)
    ? wrong(
        'per',
        { zh: '又写“每”又逐次计分', en: 'both 每 and points for each time' },
        { zh: '逐次计分时不写“每”', en: 'with points for each time there is no 每' },
      )
    : []
}

/**
 * deduct_per_miss 每次扣, award_per_unit 每…加: points for every step of a count or a measure, with
 * escalation 累犯, role_share 分摊 and no_double_count 去重. A cap is the modifier 上限 or 最多扣.
 */
export const each = kind({
  name: 'each',
  keyword: '每次',
  summary: '每发生一次、每满一步，得或扣几分。',
  params,
  examples: [
    '每次: {事件: article, 条件: adopted, 得: 2}',
    '每次: {量: 合计(volunteer.hours), 每: 10小时, 得: 1, 不足一步: 舍去}',
    '每次: {事件: absence, 扣: 1, 起算: 1次, 累犯: {3次: 2, 4次及以上: 3}}',
    '每次: {事件: volunteer, 得: 2, 酌情: {记于: discretion, 最多: 1, 依据: 参与时长}}',
    '每次: {事件: hosting, 得: 3 * people, 分摊: {按: role, 表: {主办: 100%, 协办: 50%}}, 去重: {按: [name], 取: 最高}}',
  ],
  silences: PARTIAL_SILENCE,
  lower(p, at) {
    const { said, count: value, unit, amount } = count(at, p)
    const points = signOf(p) === 1 ? amount : at.b.negate(amount)
    const how = `${sayRepeat(p.repeat)}${sayShares(at, p.event, p.split)}${sayStep(at, p)}`
    return {
      points,
      told: [`${said} `, { value, unit }, `${how}，`, signedPoints(points)],
      parts: [],
    }
  },
  check(p, ask) {
    const inside = p.event === undefined ? ask : ask.inEvent(p.event)
    const measured = p.measure
    return [
      ...checkForm(p),
      ...checkSign(p, ''),
      ...checkAmount(p.gain, ask, 'gain'),
      ...checkAmount(p.loss, ask, 'loss'),
      ...checkStep(p.per?.value, 'per'),
      ...(measured === undefined ? [] : checkUnit(ask, measured, p.per, 'per')),
      ...(measured === undefined ? [] : checkUnit(ask, measured, p.from, 'from')),
      ...checkSplit(inside, p.split),
    ]
  },
})
