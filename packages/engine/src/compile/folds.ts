import type { Fold, NodeId } from '../core/index.ts'
import type { FoldSpec } from '../kinds/kind.ts'
import { type Expr, type FoldWord, same } from '../model/index.ts'
import { SOME_PERIOD } from '../number/index.ts'
import { namesIn } from './collect.ts'
import { Fault } from './fault.ts'
import { type NamePlace, UNKNOWN, declaredFact, periodOf } from './inputs.ts'
import { isDated, periodWindow } from './periods.ts'
import { domainOf } from './scope.ts'

/** What folding asks of the place where it stands. */
export interface FoldPlace extends NamePlace {
  within(period: string): FoldPlace
  named(id: string): NodeId
  expr(e: Expr): NodeId
  say(e: Expr): string
  periods(of: Expr): readonly string[] | null
  variesByPeriod(of: Expr): boolean
  applies(fact: string): NodeId
  unknown(field: string, domain: typeof UNKNOWN): NodeId
  fold(spec: FoldSpec): NodeId
}

type Word = Exclude<FoldWord, 'previous'>
type FoldExpr = Extract<Expr, { expr: 'fold' }>

// `连续(event, condition)`: every event is a row, and breaks the run where the condition does not hold.
function runOfEvents(
  event: string,
  where: Expr | undefined,
  at: Pick<FoldPlace, 'path' | 'fold'>,
): NodeId {
  return at.fold({
    over: { event },
    where: undefined,
    how: { as: 'run' },
    once: null,
    empty: 'zero',
    value: (row) => (where === undefined ? row.b.one() : row.expr(where)),
  })
}

const ONLY_FACTS = {
  zh: '只能用于数据，如 上年(members)',
  en: 'only of a fact, as in 上年(members)',
}
const NO_ORDER = {
  zh: '是各期连续；下级单位没有先后',
  en: 'runs over periods; subordinate units have no order',
}

// Where units stay out of some periods, the mean of their means is not the mean of all.
const UNEVEN = {
  zh: '可不适用的分期数据，下级各期的平均要写明先平均什么：逐期: {取: 平均, 规则: …}',
  en: 'a dated fact that may not apply: say which mean comes first, as in 逐期: {取: 平均, 规则: …}',
}

/** `次数(event)`, `合计(event.attribute, condition)` and the like. */
export function foldOfEvents(
  { how, over }: FoldExpr,
  at: Pick<FoldPlace, 'path' | 'fold'>,
): NodeId {
  if (over.of !== 'event' || how === 'previous') throw new Fault(at.path, same('上年'), ONLY_FACTS)
  const { event, attribute, where } = over
  if (how === 'run') return runOfEvents(event, where, at)
  const counts = attribute === undefined || how === 'count'
  return at.fold({
    over: { event },
    where,
    how: { as: how },
    once: null,
    empty: how === 'sum' || how === 'count' ? 'zero' : 'unknown',
    value: (row) => (counts ? row.b.one() : row.expr({ expr: 'attribute', attribute })),
  })
}

function overUnits(
  how: Exclude<Word, 'run'>,
  level: string,
  value: FoldSpec['value'],
  at: FoldPlace,
): NodeId {
  const as = how === 'count' ? 'sum' : how
  const empty = as === 'sum' ? 'zero' : 'unknown'
  return at.fold({ over: { level }, where: undefined, how: { as }, once: null, empty, value })
}

function ofSubordinates(how: Word, fact: string, level: string, at: FoldPlace): NodeId {
  if (how === 'run') throw new Fault(at.path, same(`连续(${fact})`), NO_ORDER)
  const below = (place: FoldPlace): NodeId =>
    overUnits(how, level, (row) => row.expr({ expr: 'fact', fact }), place)
  return overPeriods(how, [fact], below, at)
}

// What units below have in each period, over all of both; inside one period over the units alone.
function overPeriods(
  how: Word,
  facts: readonly string[],
  below: (at: FoldPlace) => NodeId,
  at: FoldPlace,
): NodeId {
  const { scope } = at.frame
  const dated = facts.filter((id) => scope.isDated(id))
  if (dated.length === 0 || at.period !== null) return below(at)
  const leavable = dated.find((id) => scope.fact(id)?.mayNotApply === true)
  if (leavable !== undefined && (how === 'mean' || how === 'share'))
    throw new Fault(at.path, same(leavable), UNEVEN)
  const periods = scope.periodsOf(dated[0] as string, at.window) ?? []
  if (periods.length === 0) return at.unknown('期数', UNKNOWN)
  const values = periods.map((period) => below(at.within(period)))
  return together(how, { values, applies: values.map(() => at.b.one()) }, at)
}

// What does not apply takes no part in an extreme: it stands as the other extreme of them all.
function extreme(
  b: FoldPlace['b'],
  how: 'least' | 'greatest',
  values: readonly NodeId[],
  applies: readonly NodeId[],
): NodeId {
  const neutral = () => (how === 'least' ? b.greatest(values) : b.least(values))
  const one = b.one()
  const taken = values.map((value, i) => {
    const truth = applies[i] ?? one
    return truth === one ? value : b.choose(truth, value, neutral())
  })
  return how === 'least' ? b.least(taken) : b.greatest(taken)
}

// The longest stretch of periods one after another in which something held.
function longestRun(b: FoldPlace['b'], values: readonly NodeId[]): NodeId {
  const runs: NodeId[] = []
  for (const value of values) {
    const before = runs.at(-1)
    runs.push(before === undefined ? value : b.product([value, b.sum([before, b.one()])]))
  }
  return b.greatest(runs)
}

/** The values of several periods as one; where something does not apply it takes no part. */
function together(
  how: Word,
  { values, applies }: { readonly values: readonly NodeId[]; readonly applies: readonly NodeId[] },
  at: FoldPlace,
): NodeId {
  const { b } = at
  const counted = values.map((value, i) => b.product([value, applies[i] as NodeId]))
  switch (how) {
    case 'sum':
    case 'count':
      return b.sum(counted)
    case 'mean':
    case 'share': {
      const mean = b.quotient(b.sum(counted), b.sum(applies))
      return applies.every((a) => b.constantOf(a)?.num === 1n) ? mean : b.between(mean, values)
    }
    case 'max':
      return extreme(b, 'greatest', values, applies)
    case 'min':
    case 'all':
      return extreme(b, 'least', values, applies)
    case 'run':
      return longestRun(b, counted)
    case 'median':
      throw new Fault(at.path, same('中位'), {
        zh: '分期的数据没有中位数的写法，请用事件',
        en: 'dated facts have no median; use events',
      })
  }
}

function ofPeriods(how: Word, id: string, at: FoldPlace): NodeId {
  if (!at.frame.scope.isDated(id)) return at.named(id)
  const periods = at.frame.scope.periodsOf(id, at.window)
  if (periods === null || periods.length === 0) return at.unknown('期数', UNKNOWN)
  const values = periods.map((period) => at.within(period).named(id))
  const applies = periods.map((period) => at.within(period).applies(id))
  return together(how, { values, applies }, at)
}

function eachPeriod(how: Word, what: Expr, facts: readonly string[], at: FoldPlace): NodeId {
  if (!at.variesByPeriod(what))
    throw new Fault(
      at.path,
      { zh: `“${at.say(what)}”没有分期的数据`, en: `nothing in “${at.say(what)}” is dated` },
      { zh: '应至少有一个数据写了“周期”', en: 'at least one fact needs 周期' },
    )
  const periods = at.periods(what)
  if (periods === null || periods.length === 0) return at.unknown('期数', UNKNOWN)
  const values = periods.map((period) => at.within(period).expr(what))
  const applies = periods.map((period) =>
    at.b.and(facts.map((fact) => at.within(period).applies(fact))),
  )
  return together(how, { values, applies }, at)
}

/** `连续(rate < 90%)`, `占比(rate >= 97%)`: over the periods of what is in it, or over the units below. */
export function foldOfEach(how: FoldWord, what: Expr, at: FoldPlace): NodeId {
  const { scope, vocabulary } = at.frame
  if (how === 'previous') throw new Fault(at.path, same('上年'), ONLY_FACTS)
  const facts = [...namesIn(what, vocabulary).facts]
  const levels = facts.map((id) => scope.fact(id)?.level)
  const [level] = levels
  if (level === undefined || scope.standing(level) !== 'below')
    return eachPeriod(how, what, facts, at)
  if (how === 'run') throw new Fault(at.path, same('连续'), NO_ORDER)
  return overPeriods(
    how,
    facts,
    (place) => overUnits(how, level, (row) => row.expr(what), place),
    at,
  )
}

/** `合计(fact)` over its periods or over the units below, and `上年(fact)`. */
export function foldOfFact(how: FoldWord, id: string, at: FoldPlace): NodeId {
  const fact = declaredFact(id, at)
  if (how === 'previous')
    return at.b.input({
      from: 'previous',
      fact: id,
      period: periodOf(id, at),
      domain: domainOf(fact),
    })
  const below = at.frame.scope.standing(fact.level) === 'below'
  return below && fact.level !== undefined
    ? ofSubordinates(how, id, fact.level, at)
    : ofPeriods(how, id, at)
}

/** What of a place says which events count there. */
type Dated = Pick<NamePlace, 'frame' | 'path' | 'period' | 'window'>

// Events are put into the period at hand by their date, which an episode (第7期) does not tell.
function periodOfEvents(event: string, at: Dated): string | null {
  const { scope } = at.frame
  const { period } = at
  if (period === null || period === SOME_PERIOD) return period
  const stretch = periodWindow(period)
  if (stretch === undefined)
    throw new Fault(
      at.path,
      {
        zh: `事件“${scope.nameOf('event', event)}”没有写是每月、每季还是每周的`,
        en: `the event “${scope.nameOf('event', event)}” does not say whether it is of each month, quarter or week`,
      },
      {
        zh: '“逐期”里的事件按日期归到各期：给事件写上“周期”，如 周期: 每月',
        en: 'inside 逐期 events belong to periods by date: give the event 周期, as in 周期: 每月',
      },
    )
  // The one year of a term from December to November is not the calendar's.
  const whole = !period.includes('-') && !isDated({ period: 'year' }, scope.scheme.period)
  return whole ? null : period
}

/** What a fold goes over: the events of the period and window at hand, or the units of a level. */
export function rowsOver(over: FoldSpec['over'], at: Dated): Fold['over'] {
  if ('level' in over) return { rows: 'units', level: over.level }
  const period = periodOfEvents(over.event, at)
  return { rows: 'events', event: over.event, period, window: at.window ?? null }
}
